import Partnership
import Workflow

/// Sentences about a meeting that more than one of its packs prints.
struct MeetingWords {
    let meeting: EditedMeeting
    private var papers: MeetingPapers { meeting.papers }

    init(_ meeting: EditedMeeting) {
        self.meeting = meeting
    }

    /// `North Local Area Partnership (North LAP)`: the locality's name always stands before the words, which alone mean
    /// a whole county's leadership.
    var organisation: String {
        let title = papers.body.title
        if papers.body.kind == .lap, title.hasSuffix(" LAP") {
            return "\(title.dropLast(4)) Local Area Partnership (\(title))"
        }
        return title.replacing("SEND ", with: "Special Educational Needs and Disabilities (SEND) ", maxReplacements: 1)
    }

    /// `Tuesday 14 January 2020, 12th meeting`.
    var subheading: String {
        papers.date.wordsWithWeekday + (papers.number.map { ", \($0.ordinal) meeting" } ?? "")
    }

    /// `North LAP agenda, 14 January 2020 (public edition)`.
    func documentTitle(_ kind: String) -> String {
        "\(papers.body.title) \(kind), \(papers.date.words) (\(meeting.edition.title.uncapitalisedFirst))"
    }

    var place: [Fact] {
        var facts = [Fact("Date", papers.date.wordsWithWeekday)]
        facts.append(
            Fact("Time", papers.starts.map { ClockTime.words(from: $0, to: papers.ends) } ?? "Not yet fixed"))
        facts.append(Fact("Venue", papers.venue ?? "Not yet fixed"))
        return facts
    }

    /// The day on which notice was given, and of a copy made later that it is one: what came since stands in it.
    func issued(_ label: String) -> [Fact] {
        guard let day = papers.issued else { return [] }
        return [Fact(label, day.words + (papers.asOf > day ? "; this copy made on \(papers.asOf.words)" : ""))]
    }

    var chair: [Fact] { [Fact("Chair", optional: papers.chair?.words)].compactMap(\.self) }

    var access: [Fact] {
        guard let access = papers.access else {
            return [Fact("Access needs", "Tell the chair what you need to take part.")]
        }
        return access.facts(label: "Access needs", lead: "To say what you need to take part, contact \(access.title)")
    }

    /// How the quorum went; nil until attendance is known.
    var quorum: QuorumWords? {
        papers.quorum.map {
            QuorumWords(opening: $0, items: papers.itemQuorums, parentTitle: papers.parentTitle)
        }
    }

    /// What the quorum and the parent carer representative mean for what the meeting decides (rule R8).
    var findings: [Block] {
        var blocks: [Block] = []
        if let quorum {
            if let notice = quorumNotice {
                blocks.append(.notice(notice))
            } else {
                blocks.append(.sentence("The meeting was \(quorum.course)."))
            }
            let arithmetic = quorum.arithmetic
            if arithmetic.count == 1 {
                blocks += arithmetic.map(Block.sentence)
            } else if !arithmetic.isEmpty {
                blocks.append(.list(ItemList(arithmetic)))
            }
        } else {
            blocks.append(.sentence("Whether the meeting is quorate is settled when it opens."))
        }
        switch papers.parentRep {
        case .notRequired: break
        case .present:
            let words = quorum?.parents ?? "present"
            blocks.append(
                .sentence("\(aParentRep) was \(words)\(words == "present" ? ", as every meeting needs" : "")."))
        case .expected:
            blocks.append(.sentence("\(aParentRep) is expected, as every meeting needs."))
        case .absent, .notExpected:
            if let notice = parentRepNotice { blocks.append(.notice(notice)) }
        }
        return blocks
    }

    /// How the quorum stood for some of the items, by their numbers; none where nothing is known of them.
    func findings(at numbers: [String]) -> [Block] {
        guard let quorum else { return [] }
        let lines = numbers.compactMap { number in papers.itemQuorums.first { $0.number == number } }.map(
            quorum.arithmetic)
        return lines.count == 1 ? lines.map(Block.sentence) : lines.isEmpty ? [] : [.list(ItemList(lines))]
    }

    /// `A parent carer representative`.
    private var aParentRep: String {
        "\("aeiouAEIOU".contains(papers.parentTitle.prefix(1)) ? "An" : "A") \(papers.parentTitle)"
    }

    /// `Quorum and parent carer representative`.
    var quorumTitle: String {
        papers.parentRep == .notRequired ? "Quorum" : "Quorum and \(papers.parentTitle)"
    }

    /// Said at the top of the pack too, because it changes what the decisions are worth.
    var parentRepNotice: Notice? {
        switch papers.parentRep {
        case .notRequired, .present, .expected: nil
        case .absent:
            Notice(
                .warning, title: "Not compliant",
                text:
                    "No \(papers.parentTitle) was present. The meeting did not comply with the rule that at least one "
                    + "attends, and its decisions \(provisional).")
        case .notExpected:
            Notice(
                .warning, title: "Not compliant",
                text:
                    "No \(papers.parentTitle) is expected. The meeting may go ahead, but it will not comply with "
                    + "the rule that at least one attends, and its decisions will be provisional until they are confirmed."
            )
        }
    }

    /// It does not take place, or on another day than was said first.
    var changeNotice: Notice? {
        let because = papers.changedBecause.map { " The reason given: \($0.oneLine.sentence)" } ?? ""
        if papers.isCalledOff {
            let minutes = agreedElsewhere.map { " Minutes that it was to agree go to \($0)." } ?? ""
            return Notice(
                .warning, title: "Cancelled",
                text: "This meeting does not take place, and nothing on this agenda is taken at it.\(because)\(minutes)"
            )
        }
        return papers.movedFrom.map {
            Notice(
                .note, title: "Another day",
                text: "This meeting was to be held on \($0.words) and was moved.\(because)")
        }
    }

    /// Which meeting agrees the minutes that this one was to agree and does not; nil where there are none.
    private var agreedElsewhere: String? {
        let facts = papers.standing
        let all = facts.unagreed + [facts.previous].compactMap(\.self)
        guard all.contains(where: { !$0.status.isAgreed }) else { return nil }
        return papers.instead.map { "the meeting on \($0.words)" } ?? "the next meeting that is held"
    }

    /// What an agenda made again prints otherwise, and since when.
    var changesNotice: Notice? {
        guard let day = papers.changedSince, !papers.changes.isEmpty else { return nil }
        func items(_ of: (AgendaChange) -> String?, _ what: (one: String, many: String)) -> String? {
            let numbers = papers.changes.compactMap(of)
            guard !numbers.isEmpty else { return nil }
            return
                "\(numbers.count == 1 ? "Item" : "Items") \(numbers.joinedInWords) \(numbers.count == 1 ? what.one : what.many)."
        }
        let sentences = [
            items({ if case .takenOff(let item) = $0 { item } else { nil } }, ("was taken off", "were taken off")),
            items(
                { if case .notPrinted(let item) = $0 { item } else { nil } },
                ("is no longer printed", "are no longer printed")),
            items(
                { if case .released(let item) = $0 { item } else { nil } },
                ("is not private any more", "are not private any more")),
            items(
                { if case .corrected(let item) = $0 { item } else { nil } },
                ("is printed with a correction", "are printed with corrections")),
            items(
                { if case .supplied(let item) = $0 { item } else { nil } },
                ("comes with its paper", "come with their papers")),
            papers.changes.contains(.meeting) ? "When or where it meets, or how to join, was changed." : nil,
        ]
        return Notice(
            .note, title: "Changed since it was issued on \(day.words)",
            text: sentences.compactMap(\.self).joined(separator: " "))
    }

    /// Of minutes that are told of elsewhere: that they are not agreed yet, or what was put right when they were.
    var unagreedNotice: Notice? {
        guard !papers.status.isAgreed else {
            let corrections = papers.corrections.map(\.sentence)
            return corrections.isEmpty
                ? nil
                : Notice(
                    .note, title: "Put right when the minutes were agreed", text: corrections.joined(separator: " "))
        }
        return Notice(
            .note, title: "The minutes are not agreed yet",
            text: meeting.isSummary
                ? "What was said is told once they are; what was decided is here."
                : "A later meeting agrees them, and may correct what is said here.")
    }

    /// The meeting, or what it needs for some item of it, was not quorate.
    var quorumNotice: Notice? {
        guard let quorum, quorum.course != "quorate" else { return nil }
        let isAlways = quorum.course == "not quorate"
        return Notice(
            .warning, title: isAlways ? "Not quorate" : "Not quorate for all of it",
            text: "The meeting was \(quorum.course). "
                + "\(isAlways ? "Its decisions" : "What it decided without a quorum") "
                + "\(isAlways ? provisional : provisionalThing).")
    }

    /// What follows "its decisions".
    private var provisional: String {
        papers.confirmedOn.map { "were provisional until the meeting of \($0.words) confirmed them" }
            ?? "are provisional until they are confirmed"
    }

    /// What follows "what it decided".
    private var provisionalThing: String {
        papers.confirmedOn.map { "was provisional until the meeting of \($0.words) confirmed it" }
            ?? "is provisional until it is confirmed"
    }

    /// Why a decision under an item is, or was, provisional, behind the word: `, because the meeting …`.
    func provisional(at number: String) -> String {
        quorum?.reason(at: number).map { ", because \($0)" } ?? ""
    }

    /// By this whoever holds the paper can tell whether what it rests on still stands in the register.
    var record: PackSection? {
        papers.head.map { head in
            PackSection(
                id: "record", title: "The record",
                blocks: [.sentence("The register stood at \(head) when the record of this meeting last changed.")])
        }
    }

    /// What is told in papers made after the meeting is of the day on which they are made, and says so.
    func asOf(_ title: String) -> String {
        papers.asOf > papers.date ? "\(title), on \(papers.asOf.words)" : title
    }

    var nextDates: PackSection {
        let section = asOf("Dates to come")
        guard !papers.nextDates.isEmpty else {
            return PackSection(id: "dates", title: section, blocks: [.sentence("No further meetings are fixed yet.")])
        }
        let rows = papers.nextDates.map { date in
            PackTable.Row(
                .init(date.day.shortWords),
                [.init(date.title), .init(date.time?.words ?? "–"), .init(date.venue ?? "–")])
        }
        let table = PackTable(
            caption: "Meetings and deadlines to come",
            columns: [
                .init("Date", width: 3), .init("What", width: 7), .init("Time", width: 2), .init("Where", width: 5),
            ],
            rows: rows)
        return PackSection(id: "dates", title: section, blocks: [.table(table)])
    }

    var background: PackSection {
        let items = papers.background.map { paper in
            let item = paper.item.map { " (item \($0))" } ?? ""
            return "\(paper.title)\(item)" + (paper.place.map { ": \($0)" } ?? "")
        }
        return PackSection(
            id: "background", title: "Background papers",
            blocks: items.isEmpty
                ? [.sentence(noBackground)] : [.list(ItemList(items))])
    }

    /// Whether any was relied on, the record does not say.
    private var noBackground: String {
        meeting.hasBackground
            ? "No background papers are on record for what this edition prints." : "No background papers are on record."
    }
}

extension Edition {
    /// `Public edition`.
    public var title: String {
        switch self {
        case .public: "Public edition"
        case .members: "Members' edition"
        case .restricted: "Restricted edition (private items)"
        case .chair: "Chair's edition"
        }
    }

    /// What every page says; nil in public.
    public var marking: String? { self == .public ? nil : "NOT FOR PUBLICATION" }

    var markingReason: String? {
        switch self {
        case .public: nil
        case .members: "For members of the body only. It names people and may hold matters that are not public."
        case .restricted: "For those who may take part in the private items only."
        case .chair: "For the chair only. It holds the chair's own notes."
        }
    }
}

extension AccessContact {
    /// One fact for who it is, and one for each way to reach them.
    func facts(label: String, lead: String) -> [Fact] {
        var facts = [Fact(label, lead.capitalisedFirst)]
        if let email { facts.append(Fact("Email", email, link: "mailto:\(email)")) }
        if let phone { facts.append(Fact("Telephone", phone)) }
        return facts
    }
}
