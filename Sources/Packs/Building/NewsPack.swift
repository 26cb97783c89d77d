import Partnership
import Workflow

/// The chair's update: of what a meeting, or several, may tell in public minutes, item by item what was said, what was decided,
/// and who does what by when. It says nothing that they do not.
struct NewsPack {
    /// Oldest first.
    private let meetings: [EditedMeeting]
    private let last: EditedMeeting

    /// - Parameter last: the meeting that it is of; those before come first.
    init(_ last: EditedMeeting, after earlier: [EditedMeeting]) {
        self.last = last
        meetings = earlier + [last]
    }

    private var words: MeetingWords { MeetingWords(last) }
    private var isOne: Bool { meetings.count == 1 }

    var document: PackDocument {
        let first = meetings[0].papers.date
        let days = isOne ? words.subheading : "Meetings from \(first.words) to \(last.papers.date.words)"
        let title = "\(last.papers.body.title) update, \(isOne ? "" : "\(first.words) to ")\(last.papers.date.words)"
        return PackDocument(
            kind: .news, title: "\(title) (\(last.edition.title.uncapitalisedFirst))", organisation: words.organisation,
            heading: "Chair’s update", subheading: days, edition: last.edition.title, marking: last.edition.marking,
            markingReason: last.edition.markingReason, facts: isOne ? words.place + words.chair : [],
            notices: isOne ? notices(last) : [],
            sections: (isOne ? sections(of: last, "") : meetings.enumerated().map(section))
                + [words.nextDates, words.record].compactMap(\.self),
            date: last.papers.asOf.description)
    }

    /// One of several meetings.
    private func section(_ place: Int, _ meeting: EditedMeeting) -> PackSection {
        let words = MeetingWords(meeting)
        return PackSection(
            id: "meeting-\(place + 1)", title: words.subheading, blocks: notices(meeting).map(Block.notice),
            sections: sections(of: meeting, "meeting-\(place + 1)-"))
    }

    /// What is to be known before it is passed on.
    private func notices(_ meeting: EditedMeeting) -> [Notice] {
        let words = MeetingWords(meeting)
        return [words.unagreedNotice, words.quorumNotice, words.parentRepNotice].compactMap(\.self)
    }

    private func sections(of meeting: EditedMeeting, _ prefix: String) -> [PackSection] {
        let items = meeting.toldItems.compactMap { item($0, of: meeting, prefix) }
        let none = PackSection(
            id: "\(prefix)items", title: "What was said and decided",
            blocks: [.sentence("Nothing that may be told here is on record of it.")])
        return (items.isEmpty ? [none] : items) + [open(meeting, prefix)].compactMap(\.self)
    }

    /// What there is to tell of an item; nil where that is nothing.
    private func item(_ entry: MinuteEntry, of meeting: EditedMeeting, _ prefix: String) -> PackSection? {
        var blocks = entry.discussed.map(Block.written) ?? []
        let because = MeetingWords(meeting).provisional(at: entry.number)
        if !entry.decisions.isEmpty {
            blocks.append(.paragraph(Paragraph("", lead: "What was decided")))
            blocks += entry.decisions.map { .resolution(Resolution($0, because: because)) }
        }
        let actions = meeting.papers.actions.filter { entry.actions.contains($0.ref) }
        if !actions.isEmpty {
            blocks.append(.paragraph(Paragraph("", lead: "Who does what")))
            blocks.append(.list(ItemList(actions.map { $0.toldShortly(on: meeting.papers.asOf) })))
        }
        guard !blocks.isEmpty else { return nil }
        let issue = entry.issue.map { entry.title.contains($0) ? "" : " (\($0))" } ?? ""
        return PackSection(
            id: "\(prefix)item-\(entry.number.slug)", title: "\(entry.title)\(issue)", blocks: blocks)
    }

    /// What was left for another day, and that something was private.
    private func open(_ meeting: EditedMeeting, _ prefix: String) -> PackSection? {
        let left = meeting.papers.notReached.filter { !$0.isNoLongerPrinted }.map { line in
            "\(line.title)\(line.carriedTo.map { ": carried to \($0)" } ?? "")".sentence
        }
        var blocks: [Block] = left.isEmpty ? [] : [.sentence("Time ran out before these:"), .list(ItemList(left))]
        let isPrivate = meeting.papers.minutes.contains { entry in
            entry.part.isTwo && entry.isReached && entry.discussed != nil && !meeting.printed.contains(entry.number)
        }
        if isPrivate { blocks.append(.sentence("Something was taken in private, and nothing of it is told here.")) }
        return blocks.isEmpty
            ? nil
            : PackSection(id: "\(prefix)open", title: left.isEmpty ? "Taken in private" : "Not reached", blocks: blocks)
    }
}

extension ActionLine {
    /// Who does it, by when, and where it has come to.
    fileprivate func toldShortly(on day: Day) -> String {
        let due = due.map { ", by \($0.words)" } ?? ""
        let done = status.isClosed ? " \(state)\(closedOn.map { ", \($0.words)" } ?? "")." : ""
        let issue = issue.map { " (\($0))" } ?? ""
        return "\(ref)\(issue): \(text.limbsOnOneLine.withoutStop) – \(lead.shortWords)\(due).\(done)"
    }
}
