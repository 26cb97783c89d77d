import Workflow
import Partnership

/// What a meeting did: a draft until a later meeting agrees it (rule R23).
struct MinutesPack: MeetingPack {
    let meeting: EditedMeeting

    var document: PackDocument { papers.extract.map(extract) ?? whole }

    /// One item's minutes, with the meeting they are of, what was decided, and who is to do what.
    private func extract(of number: String) -> PackDocument {
        let entries = papers.minutes.filter {
            $0.number == number || $0.number.hasPrefix(number + ".") && meeting.printed.contains($0.number)
        }
        let named = Set(entries.flatMap(\.actions))
        let actions = papers.actions.filter { named.contains($0.ref) }
        var document = whole
        document.title = words.documentTitle("minutes, extract of item \(number)")
        document.heading = "Extract from the minutes"
        document.subheading = "\(words.subheading), item \(number)"
        document.notices = [summaryNotice, words.parentRepNotice, exclusionNotice].compactMap(\.self)
        let quorum = words.findings(at: entries.map(\.number))
        document.sections = [
            PackSection(id: "items", title: "What was minuted", sections: entries.map(section)),
            quorum.isEmpty ? nil : PackSection(id: "quorum", title: "Quorum", blocks: quorum),
            declared(none: "No interests were declared in it.") { line in
                entries.contains { $0.number == line.item }
            },
            PackSection(
                id: "actions", title: "Actions",
                blocks: actions.isEmpty
                    ? [.sentence("No action of this item is printed here.")]
                    : ActionLog(
                        actions: actions, counts: ActionCounts(actions, on: papers.asOf), withheld: nil,
                        day: papers.asOf, caption: "Actions from this item, on \(papers.asOf.words)", none: ""
                    ).blocks),
            agreement(withPrivate: entries.allSatisfy(\.part.isTwo)), words.record,
        ].compactMap(\.self)
        return document
    }

    private var whole: PackDocument {
        PackDocument(
            kind: .minutes, title: words.documentTitle(papers.status.isAgreed ? "minutes" : "draft minutes"),
            organisation: words.organisation, heading: "Minutes", subheading: words.subheading,
            edition: meeting.edition.title, marking: meeting.edition.marking,
            markingReason: meeting.edition.markingReason, draft: draft,
            facts: words.place + concluded + words.chair + [Fact("Status", papers.status.words)] + officer,
            notices: [summaryNotice, words.changesNotice, words.quorumNotice, words.parentRepNotice, exclusionNotice]
                .compactMap(\.self),
            sections: [
                attendance.section, quorum, declarations, items, confirmed, actions, escalations, feedback, notReached,
                words.nextDates, agreement, words.record,
            ].compactMap(\.self), date: papers.asOf.description)
    }

    /// As it was written down.
    private var concluded: [Fact] {
        papers.concludedAt.map { [Fact("Closed at", ClockTime($0)?.words ?? $0)] } ?? []
    }

    /// Which decisions of earlier meetings it confirmed, by their numbers (rule R8).
    private var confirmed: PackSection? {
        guard !papers.confirmed.isEmpty else { return nil }
        let lines = Dictionary(grouping: papers.confirmed, by: \.taken).sorted { $0.key < $1.key }.map {
            day, decisions in
            "Of the meeting of \(day.words): \(decisions.map(\.ref).joinedInWords)."
        }
        return PackSection(
            id: "confirmed", title: "Decisions confirmed",
            blocks: [
                .sentence("They had been taken provisionally, and this meeting confirmed them."),
                .list(ItemList(lines)),
            ])
    }

    private var exclusionNotice: Notice? {
        papers.notExcludedBecause.map { reason in
            Notice(
                .warning, title: "No resolution to exclude the public",
                text: "Items were taken in private without one. \(reason.sentence)")
        }
    }

    private var summaryNotice: Notice? {
        guard meeting.isSummary else { return nil }
        return Notice(
            .note, title: "Summary",
            text: "What was said is published once the minutes are agreed; what was decided is here.")
    }

    private var officer: [Fact] {
        papers.officer.map { [Fact("Officer to contact", "\($0.title), \($0.reach)")] } ?? []
    }

    private var draft: String? { papers.status.isAgreed ? nil : "DRAFT: not yet agreed by the meeting" }
    private var attendance: AttendanceSection {
        AttendanceSection(papers.attendance, edition: meeting.edition, terms: papers.standing.terms)
    }

    private var quorum: PackSection? {
        guard papers.body.kind != .group || papers.quorum != nil else { return nil }
        return PackSection(
            id: "quorum",
            title: words.quorumTitle,
            blocks: words.findings)
    }

    private var declarations: PackSection { declared(none: "No interests were declared.") { _ in true } }

    private func declared(none: String, where isPrinted: (DeclarationLine) -> Bool) -> PackSection {
        let lines = papers.declarations.filter(isPrinted).map { line in
            let item = line.item.map { " (item \($0))" } ?? ""
            let withdrew =
                line.withdrew
                ? " They withdrew, and counted neither for the item’s quorum nor its decision." : " They stayed."
            return "\(line.person.words)\(item): \(line.interest.sentence)\(withdrew)"
        }
        return PackSection(
            id: "declarations", title: "Declarations of interest",
            blocks: lines.isEmpty ? [.sentence(none)] : [.list(ItemList(lines))])
    }

    private var items: PackSection {
        guard !papers.minutes.isEmpty else {
            return PackSection(id: "items", title: "Items", blocks: [.sentence(nothingMinuted)])
        }
        return PackSection(id: "items", title: "Items", sections: papers.minutes.map(section))
    }

    private var nothingMinuted: String {
        if meeting.isMinuted { return "Nothing that was minuted is for this edition." }
        return papers.status.isAgreed ? "Nothing was minuted." : "Nothing has been minuted yet."
    }

    private func section(_ entry: MinuteEntry) -> PackSection {
        let matters = papers.minutes.filter { $0.number.hasPrefix(entry.number + ".") }
        let hasMatters = !matters.isEmpty
        // A heading is reached with the matters under it.
        let isReached = entry.isReached && (matters.isEmpty || matters.contains(where: \.isReached))
        let isMarked = Showing.marking(entry.part, sentence: nil).map { $0 == entry.discussed } ?? false
        var blocks: [Block] = isMarked && !isReached ? [] : entry.discussed.map(Block.written) ?? []
        let isBareHeading = entry.isHeading && entry.part.isTwo && !hasMatters && !entry.isRecorded
        if isBareHeading {
            blocks.append(.sentence("Nothing was taken in private."))
        } else if isReached,
            !entry.isHeading || matters.contains(where: { $0.part.isTwo || $0.release?.wasTaken ?? false }),
            let marking = entry.release?.sentence ?? Showing.marking(entry.part, sentence: entry.discussed)
        {
            blocks.insert(.paragraph(Paragraph("", lead: marking)), at: 0)
        }
        blocks += entry.agreed.flatMap(\.blocks)
        for decision in entry.decisions {
            blocks.append(.resolution(Resolution(decision, because: words.provisional(at: entry.number))))
        }
        let actions = papers.actions.filter { entry.actions.contains($0.ref) }
        if !actions.isEmpty {
            let lines = actions.map { action in
                let due = action.due.map { ", by \($0.words)" } ?? ""
                return "\(action.ref): \(action.text.limbsOnOneLine.withoutStop) – \(action.lead.shortWords)\(due)."
            }
            blocks.append(.paragraph(Paragraph("", lead: actions.count == 1 ? "Action" : "Actions")))
            blocks.append(.list(ItemList(lines)))
        }
        if blocks.isEmpty, !hasMatters {
            blocks.append(
                .sentence(
                    !entry.isReached
                        ? "Time ran out before it."
                        : entry.isNoLongerPrinted
                            ? "Nor is what is on record under it."
                            : meeting.isSummary ? "Nothing was decided." : "Nothing is recorded under this item."))
        }
        let issue = entry.issue.map { entry.title.contains($0) ? "" : " (\($0))" } ?? ""
        return PackSection(
            id: "item-\(entry.number.slug)", title: "\(entry.number) \(entry.title)\(issue)", blocks: blocks)
    }

    private var actions: PackSection {
        let all = meeting.newActions
        let log = ActionLog(
            actions: all, counts: meeting.newActionCounts, withheld: meeting.withheldNewActions, day: papers.asOf,
            isSomeLeftOut: papers.isOwnActionLeftOut, caption: "Actions from this meeting, on \(papers.asOf.words)",
            none: noActions)
        return PackSection(id: "actions", title: "Actions from this meeting", blocks: log.blocks)
    }

    /// Where not all are printed, that there are none is not told.
    private var noActions: String {
        meeting.withheldNewActions == nil || meeting.edition == .restricted || papers.isOwnActionLeftOut
            ? "No actions of this meeting are printed in this edition." : "The meeting set no actions."
    }

    private var escalations: PackSection {
        EscalationsSection(escalations: papers.escalations, isNothingSent: papers.isNothingSent).section
    }

    private var feedback: PackSection? {
        // Of what a group settled nobody keeps whom it is owed to.
        guard meeting.edition != .restricted, papers.body.kind != .group else { return nil }
        var others: [Block] = []
        if let withheld = meeting.withheldFeedback {
            if withheld > 0 {
                let are = withheld == 1 ? "is" : "are"
                others = [.sentence("\(withheld) more \(are) owed on matters that are not printed here.")]
            }
        } else {
            others = [.sentence("Single families who wait for an answer are not listed here.")]
        }
        guard !papers.feedbackOwed.isEmpty else {
            let nobody =
                switch meeting.withheldFeedback {
                case nil: "No outcome of a matter of many families that has still to be told is printed here."
                case 0?: "No outcome has still to be told to whoever raised the matter."
                case _?: "No other outcome has still to be told."
                }
            let blocks = meeting.withheldFeedback ?? 0 > 0 ? others : [.sentence(nobody)] + others
            return PackSection(id: "feedback", title: words.asOf("Feedback owed"), blocks: blocks)
        }
        let rows = papers.feedbackOwed.map { owed in
            let late = owed.due < papers.asOf
            return PackTable.Row(
                .init(owed.ref),
                [
                    .init(owed.theme), .init(owed.by ?? "–"),
                    .init(owed.due.shortWords, details: late ? ["Overdue"] : [], isStrong: late),
                ])
        }
        return PackSection(
            id: "feedback", title: words.asOf("Feedback owed"),
            blocks: [
                .table(
                    PackTable(
                        caption: "Raisers who have still to be told the outcome",
                        columns: [
                            .init("Issue", width: 2), .init("Theme", width: 8), .init("By whom", width: 5),
                            .init("Due", width: 3),
                        ], rows: rows))
            ] + others)
    }

    private var notReached: PackSection {
        let lines = papers.notReached.map { line in
            let isOver = line.isNoLongerPrinted || line.isStanding
            let notCarried = isOver ? "" : ": it is not on the agenda of another meeting yet"
            return "\(line.number) \(line.title)" + (line.carriedTo.map { ": carried to \($0)" } ?? notCarried)
                + (line.because.map { " (the chair: \($0.withoutStop))" } ?? "")
        }
        return PackSection(
            id: "not-reached", title: "Items not reached",
            blocks: lines.isEmpty
                ? [.sentence(allReached)] : [.list(ItemList(lines.map(\.sentence)))])
    }

    private var allReached: String {
        meeting.isEveryItemReached ? "Every item was reached." : "No item is recorded here as not reached."
    }

    private var agreement: PackSection { agreement(withPrivate: true) }

    /// - Parameter isWithPrivate: corrections of what was taken in private are for whoever it is for.
    private func agreement(withPrivate isWithPrivate: Bool) -> PackSection {
        var blocks: [Block] = [.sentence(papers.status.words)]
        if !papers.corrections.isEmpty {
            blocks.append(.paragraph(Paragraph("", lead: "Corrections made when the minutes were agreed")))
            blocks.append(.list(ItemList(papers.corrections.map(\.sentence))))
        }
        if isWithPrivate, !papers.privateCorrections.isEmpty {
            blocks.append(.paragraph(Paragraph("", lead: "Corrections of what was taken in private")))
            blocks.append(.list(ItemList(papers.privateCorrections.map(\.sentence))))
        }
        blocks.append(signature)
        return PackSection(id: "agreement", title: "Agreed and signed", blocks: blocks)
    }

    /// Where the chair signs on paper, or who has signed.
    private var signature: Block {
        guard case .signed(_, let day) = papers.status else {
            let line = String(repeating: "\u{2026}", count: 20)
            return .facts(FactList([Fact("Signed, chair", line), Fact("Date", line)]))
        }
        return .facts(
            FactList(
                [Fact("Signed by", optional: papers.signatory?.words), Fact("Date", day.words)].compactMap(\.self)))
    }
}

extension AgreedMinutes {
    fileprivate var blocks: [Block] {
        let corrections = [corrections, privateCorrections].compactMap { $0?.sentence }
        let with =
            corrections.isEmpty ? "." : corrections.count == 1 ? ", with this correction:" : ", with these corrections:"
        let said = Block.sentence("The minutes of \(of.words) were agreed\(with)")
        return corrections.isEmpty ? [said] : [said, .list(ItemList(corrections))]
    }
}

extension MinutesStatus {
    fileprivate var words: String {
        switch self {
        case .draft: "Draft. Not yet circulated."
        case .circulated(let day): "Draft, circulated on \(day.words). Not yet agreed."
        case .agreed(let day): "Agreed on \(day.words). Not yet signed."
        case .signed(let agreed, let signed) where agreed == signed: "Agreed and signed on \(agreed.words)."
        case .signed(let agreed, let signed): "Agreed on \(agreed.words), signed on \(signed.words)."
        }
    }
}
