import Ledger
import Partnership
import Workflow

/// A line of a meeting's agenda as stored, and what the minutes say under it.
public struct AgendaItem: Sendable {
    /// What is on record of what it is about.
    public struct Record: Hashable, Sendable {
        public let id: Int
        public let reference: String
    }

    public let id: Int
    /// `8` or `8.1`.
    public let number: String
    public internal(set) var title: String
    public let feed: String
    public let purpose: String
    /// The role that leads it.
    public let lead: String
    public let minutes: Int
    /// It is taken in private, or is the heading under which private items are taken.
    public let isPrivate: Bool
    /// Why; empty for what is taken in public.
    public let ground: PrivateGround
    /// The day since which papers may print it all the same.
    public let releasedOn: Day?
    /// It is released, and its issue is taken in private by another meeting too, which nobody has released.
    let isPrivateElsewhere: Bool
    public let issue: Record?
    /// What somebody brought that is no issue.
    public let matter: Record?
    /// 0 for the agenda as issued, else the number of the supplement that brought it.
    public let supplement: Int
    /// The day it was put on the agenda.
    public let added: Day?
    public let lateReason: String?
    /// What the minutes say; nil until they are recorded.
    public let discussed: String?
    public let reached: Bool
    /// It left the agenda; its line keeps its number.
    public private(set) var hasLeft = false

    /// It tells what another body answered on its issue: nobody brought that to be taken here.
    public var isAnswer: Bool { feed == StandingItem.Feed.answers.rawValue && !isHeading }

    /// What it is about is on record as: `N-7`, `M-3`.
    var subject: String? { issue?.reference ?? matter?.reference }

    /// Which issue it is about is for those who may read it where it was taken: it is an answer given in private.
    public var isUnnamed: Bool { isAnswer && isClosed }

    /// A standing item, and no matter under one.
    public var isHeading: Bool { !number.contains(".") }

    /// Private, and not released since: here, and wherever else its issue was taken in private.
    public var isClosed: Bool { isPrivate && (releasedOn == nil || isPrivateElsewhere) }

    /// What stands in place of what left an agenda, whyever it did.
    public static let takenOffTitle = "Taken off this agenda"

    /// The same where that was in the room, once the meeting had begun.
    static let withdrawnTitle = "Withdrawn from the agenda during the meeting"

    /// What stands in place of what a meeting took, and may not be printed since, whyever.
    static let noLongerPrintedTitle = "A matter that is no longer printed"

    /// The same by a title that says what became of it. What left before it was taken needs no time.
    func withheld(_ title: String, reached: Bool = true) -> AgendaItem {
        let minutes = title == AgendaItem.noLongerPrintedTitle ? self.minutes : 0
        var line = AgendaItem(
            id: id, number: number, title: title, feed: feed, purpose: purpose, lead: lead, minutes: minutes,
            isPrivate: false, ground: PrivateGround(), releasedOn: nil, isPrivateElsewhere: false, issue: nil,
            matter: nil, supplement: supplement, added: added, lateReason: nil, discussed: nil, reached: reached)
        line.hasLeft = true
        return line
    }

    /// It left the agenda.
    var isTakenOff: Bool {
        [AgendaItem.takenOffTitle, AgendaItem.withdrawnTitle].contains(title) && issue == nil
    }
    /// It was taken, or time ran out for it, and it may not be printed since.
    var isNoLongerPrinted: Bool { title == AgendaItem.noLongerPrintedTitle && issue == nil }
}

extension View {
    /// A meeting's agenda in order of its numbers: what a supplement brought stands with its standing item.
    public func agenda(of meeting: StoredItem) throws -> [AgendaItem] {
        try connection.rows(
            """
            SELECT agenda_item.*, item.reference, matter.reference AS matter_reference
            FROM agenda_item LEFT JOIN item ON item.id = agenda_item.issue
            LEFT JOIN item AS matter ON matter.id = agenda_item.matter
            WHERE agenda_item.meeting = ? ORDER BY position
            """, [.integer(meeting.id)]
        ).map { row in
            func record(_ column: String, _ reference: String) -> AgendaItem.Record? {
                row.integer(column).map { AgendaItem.Record(id: $0, reference: row.word(reference)) }
            }
            let issue = record("issue", "reference")
            let released = row.day("released")
            return AgendaItem(
                id: row.count("id"), number: row.word("number"), title: try open(text: row.word("title")) ?? "(erased)",
                feed: row.word("feed"), purpose: row.word("purpose"), lead: row.word("lead"),
                minutes: row.count("minutes"), isPrivate: row.count("private") == 1, ground: try ground(row),
                releasedOn: released,
                isPrivateElsewhere: try issue.map {
                    try released != nil && !privateTakings(of: item(id: $0.id)).isEmpty
                } ?? false,
                issue: issue, matter: record("matter", "matter_reference"),
                supplement: row.count("supplement"), added: row.day("added"),
                lateReason: try open(text: row.text("late")),
                discussed: try open(text: row.text("discussed")), reached: row.count("reached") == 1)
        }.sorted { AgendaNumber($0.number) < AgendaNumber($1.number) }
    }

    /// Why a row of `agenda_item` is private.
    func ground(_ row: Row) throws -> PrivateGround {
        PrivateGround(
            paragraph: row.integer("paragraph").flatMap(Schedule12A.init),
            reason: try row.text("reason").map { try open(text: $0) ?? "(erased)" })
    }

    public func agendaItem(_ number: String, of meeting: StoredItem) throws -> AgendaItem {
        let agenda = try agenda(of: meeting)
        guard let item = agenda.first(where: { $0.number == number }) else {
            throw RegisterError.notFound(
                "The agenda of \(meeting.reference) has no item \(number).",
                remedies: agenda.isEmpty
                    ? [.deed("build-agenda", on: meeting.reference)]
                    : [.say("It has \(agenda.map(\.number).joined(separator: ", ")).")])
        }
        return item
    }
}
