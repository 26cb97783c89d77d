import Ledger
import Partnership
import Workflow

/// One unchanging state of the register, to read from.
public final class View {
    let connection: any Connection
    let rulebook: Rulebook
    /// The day that is looked from: what "overdue" and "held today" are counted from.
    public let today: Day
    /// The day it is. What somebody may is asked of this one, whatever day they look from or write about.
    public let present: Day

    init(connection: any Connection, rulebook: Rulebook, today: Day, present: Day) {
        self.connection = connection
        self.rulebook = rulebook
        self.today = today
        self.present = present
    }

    /// The definition that new items of a workflow start under.
    public func definition(_ workflow: String) throws -> Definition {
        try rulebook.definition(
            workflow,
            knownBy: { text in
                try connection.row(
                    "SELECT digest FROM definition WHERE workflow = ? AND source = ?", [.text(workflow), .text(text)])?
                    .text("digest")
            })
    }

    /// The places, bodies and words of this partnership: small tables that are written once, read whole and once.
    public var reference: ReferenceData {
        get throws {
            if let kept { return kept }
            let read = try connection.kept("reference") { try ReferenceData(connection: connection) }
            kept = read
            return read
        }
    }
    private var kept: ReferenceData?

    /// What was read of it is not so any more.
    func forgetReference() {
        kept = nil
        connection.forgetKept()
    }

    /// Everybody on record, once they were looked up.
    var keptDirectory: [String: Person]? { didSet { if keptDirectory == nil { keptNames = nil } } }
    /// The values of the vault that are no item's, by their keys: names, addresses, what organisations are called.
    var keptNames: [Int: String]?

    var personalFields: PersonalFields?

    /// Definitions by their stored keys.
    var pinnedDefinitions: [Int: Definition] = [:]

    /// The confidential sections that were shown, by the references of their items.
    public internal(set) var opened: [String: Set<String>] = [:]

    /// How many numbers of each series were foreseen.
    var foreseen: [String: Int] = [:]

    /// Stored names found for what people wrote: an import asks for the same ones over and over.
    var storedNames: [WrittenName: String] = [:]

    struct WrittenName: Hashable {
        let kind: String
        let word: String
    }
}
