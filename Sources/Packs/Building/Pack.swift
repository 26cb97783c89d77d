import Partnership

/// A pack that can be made, with everything that is known for it.
public enum Pack: Hashable, Sendable {
    case agenda(MeetingPapers)
    case minutes(MeetingPapers)
    case board(BoardPapers)
    case letter(FamilyAnswer)
    case notice(MeetingPapers)
    /// Of a meeting, and of those before it that it is joined with, oldest first.
    case news(MeetingPapers, after: [MeetingPapers])
    case briefing(MeetingPapers)
    /// Of a body, for everybody: what is to come, and what meetings, oldest first, told in public.
    case page(MeetingPapers, told: [MeetingPapers])
    /// The action log of a body, or of it what the person of a key leads or helps with.
    case log(MeetingPapers, of: String?)

    /// What goes on paper and screen for an audience: only what it may see.
    public func document(
        for edition: Edition, acronyms: Acronyms, stage: PackStage = .issued, correction: PackCorrection? = nil,
        difference: PackDifference? = nil
    ) -> PackDocument {
        var document = document(for: edition, acronyms).explainingRemovals
        if let notice = difference?.notice(for: edition, acronyms) { document.notices.insert(notice, at: 0) }
        return document.marked(correction, at: stage).marked(stage)
    }

    private func document(for edition: Edition, _ acronyms: Acronyms) -> PackDocument {
        // What people said is printed as they said it; a letter alone explains it, because it is for readers outside the trade.
        let acronyms = hasEditions ? acronyms.sparing(typed.map(\.text)) : acronyms
        func paper(_ pack: some MeetingPack) -> PackDocument {
            pack.document.finished(acronyms.sparing(pack.meeting.names).spellingOutFirstUses())
        }
        switch self {
        case .agenda(let papers): return paper(AgendaPack(meeting: EditedMeeting(papers, for: edition)))
        case .minutes(let papers): return paper(MinutesPack(meeting: EditedMeeting(papers, for: edition)))
        case .board(let papers): return paper(BoardPack(board: EditedBoard(papers, for: edition)))
        case .notice(let papers): return paper(NoticePack(meeting: EditedMeeting(papers, for: edition)))
        case .briefing(let papers): return paper(BriefingPack(meeting: EditedMeeting(papers, for: edition)))
        case .log(let papers, _): return paper(LogPack(meeting: EditedMeeting(papers, for: edition)))
        case .page(let papers, let told):
            return paper(
                PagePack(
                    meeting: EditedMeeting(papers, for: edition),
                    told: told.map { EditedMeeting($0, for: edition) }))
        case .letter(let answer):
            return LetterPack(answer).document.finished(acronyms.sparing(answer.names).spellingOutAll())
        case .news(let papers, let earlier):
            let meetings = (earlier + [papers]).map { EditedMeeting($0, for: edition) }
            let names = meetings.reduce(into: Set()) { $0.formUnion($1.names) }
            return NewsPack(meetings[meetings.count - 1], after: meetings.dropLast()).document.finished(
                acronyms.sparing(names).spellingOutFirstUses())
        }
    }

    /// The name of its files without the extension: `north-2020-01-14-agenda-public`; a letter goes to one family and
    /// has no editions. A draft has a name of its own, so that it never takes the place of what was issued, and so has
    /// what replaces a recalled paper: `…-corrected-1`.
    public func fileName(
        for edition: Edition, stage: PackStage = .issued, correction: PackCorrection? = nil
    ) -> String {
        let name =
            switch self {
            case .agenda(let papers): "\(papers.ref.slug)-agenda-\(edition.rawValue)"
            case .minutes(let papers):
                "\(papers.ref.slug)-minutes-\(papers.extract.map { "\($0.slug)-" } ?? "")\(edition.rawValue)"
            case .board(let papers): "\(papers.meeting.ref.slug)-board-\(edition.rawValue)"
            case .letter(let answer):
                "\(answer.ref.slug)-\(answer.acknowledgement == nil ? "letter" : "acknowledgement")"
            case .notice(let papers): "\(papers.ref.slug)-notice-\(edition.rawValue)"
            case .briefing(let papers): "\(papers.ref.slug)-briefing-\(edition.rawValue)"
            case .log(let papers, let lead):
                "\(papers.body.id.slug)-log-\(lead.map { "\($0.slug)-" } ?? "")\(edition.rawValue)"
            case .page(let papers, _): "\(papers.body.id.slug)-page-\(edition.rawValue)"
            case .news(let papers, _):
                "\(papers.ref.slug)-news-\(part.map { "from-\($0)-" } ?? "")\(edition.rawValue)"
            }
        let corrected = correction.map { "\(name)-corrected-\($0.number)" } ?? name
        return stage == .draft ? "\(corrected)-draft" : corrected
    }

    /// What it is called in messages.
    public var title: String {
        switch self {
        case .agenda(let papers): "the agenda of \(papers.ref)"
        case .minutes(let papers):
            papers.extract.map { "the extract of item \($0) of the minutes of \(papers.ref)" }
                ?? "the minutes of \(papers.ref)"
        case .board(let papers): "the Board pack of \(papers.meeting.ref)"
        case .letter(let answer): "the letter about \(answer.ref)"
        case .notice(let papers): "the notice of \(papers.ref)"
        case .briefing(let papers): "the briefing on \(papers.ref)"
        case .log(let papers, _): "the action log of the \(papers.body.title)"
        case .page(let papers, _): "the page of the \(papers.body.title)"
        case .news(let papers, let earlier):
            "the update on \(papers.ref)\(earlier.first.map { " and the meetings from \($0.date.words) on" } ?? "")"
        }
    }
}

extension Pack: CustomStringConvertible {
    public var description: String { title }
}

extension PackDocument {
    fileprivate func finished(_ spellOut: (String) -> String) -> PackDocument {
        levelled().mappingText(spellOut)
    }
}
