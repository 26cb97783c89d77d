import Ledger
import Partnership

/// What an operation may do to the rows of a table, when it neither makes the register nor takes another back: the one place
/// where that is said. What becomes of items is said by their workflows. `script/verify-journal.py` knows the same, but for
/// whose seats allow it.
struct Reach: Sendable {
    /// When rows go.
    enum Leaving: Sendable {
        case never
        case always
        /// When the same operation adds another that has the same in these columns.
        case replaced(Set<String>)
        /// When something happens to an item with it.
        case happening
    }

    let relation: Relation
    /// Those whose seats have one of these rights do so where nothing happens to an item with it; nil where anybody does.
    let rights: [Permission]?
    /// The only rows that come, change or go after the first operation, by their keys; nil where all may.
    var keys: Set<String>?
    /// Columns that change at any time.
    var free: Set<String> = []
    /// Columns that change when something is erased with it.
    var mended: Set<String> = []
    /// Columns that change when something happens to an item with it.
    var moved: Set<String> = []
    var leaves = Leaving.never

    /// What is made with the register changes no more.
    static let founded: [Relation] = [
        .area, .district, .body, .concern, .theme, .destination, .plan, .role, .permission,
    ]

    static let all: [Reach] = [
        Reach(
            relation: .setting, rights: [.restore, .erase],
            keys: [
                View.calendarDigest, Operation.unknownErasures, Operation.unknownFrom, Operation.restoredFrom,
                Operation.lostHeads,
            ], free: ["value"], leaves: .always),
        Reach(relation: .person, rights: [.keepPeople, .seat, .seatOwnBody], free: ["name", "email"]),
        // Whose a seat is, and which, never changes: there is another seat, or another term, instead.
        Reach(
            relation: .seat, rights: [.seat, .seatOwnBody, .keepPeople], free: ["organisation", "closed"],
            leaves: .always),
        Reach(relation: .term, rights: [.seat, .seatOwnBody], free: ["until"], leaves: .always),
        Reach(relation: .publicContact, rights: [.keepContacts], leaves: .always),
        Reach(relation: .definition, rights: nil),
        Reach(relation: .counter, rights: nil, free: ["last"]),
        Reach(relation: .erased, rights: [.keepPeople, .seat, .seatOwnBody]),
        Reach(relation: .erasedContent, rights: []),
        Reach(
            relation: .agendaItem, rights: [.buildAgenda, .minute, .releasePrivate],
            free: ["discussed", "reached", "released", "release_reason"], mended: ["title", "reason", "late"],
            leaves: .always),
        Reach(relation: .called, rights: [.buildAgenda], free: ["until", "reminded", "answered", "answer"]),
        Reach(
            relation: .attendance, rights: [.attend], free: ["online", "arrived", "departed"],
            leaves: .replaced(["meeting", "person"])),
        Reach(
            relation: .declaration, rights: [.declare], mended: ["interest"],
            leaves: .replaced(["agenda_item", "person"])),
        Reach(
            relation: .decision, rights: [.minute, .attend, .declare], mended: ["wording"],
            moved: ["wording", "provisional"]),
        Reach(relation: .terms, rights: [.minute]),
        Reach(relation: .attached, rights: []),
        Reach(relation: .dissent, rights: [.minute], mended: ["words"]),
        Reach(
            relation: .issued,
            rights: [.packPublic, .packMembers, .packRestricted, .packChair, .packLetter, .recall],
            free: ["corrected_by"], mended: ["model", "redacted"], moved: ["recalled", "breach"]),
        Reach(relation: .mailed, rights: [.packPublic, .packMembers, .packRestricted, .packChair]),
        Reach(relation: .releasedWord, rights: [.releaseWord], mended: ["words"], leaves: .happening),
        Reach(relation: .mistaken, rights: [.markMistaken]),
    ]

    /// Those who may erase something mend what names it.
    static let erasing: [Permission] = [.erase, .redact, .restore]

    /// What the register itself does, where nothing happens to an item: it tells what is lost of it.
    static let registers: Set<Relation> = [.setting, .erased, .erasedContent, .counter, .definition]

    static func of(_ relation: Relation) -> Reach? { all.first { $0.relation == relation } }
}
