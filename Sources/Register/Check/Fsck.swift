import Foundation
import Ledger
import Workflow

/// What a check of the whole register found.
public struct CheckReport: Sendable {
    public let operations: Int
    public let items: Int
    /// Where the journal has come to: `143-a1b2c3d4e5f6-2026-11-26`; nil when it is empty.
    public let head: String?
    /// How many problems there are.
    public let count: Int
    /// The first fifty of them and the head that it does not hold, each a sentence; empty when everything holds.
    public let problems: [String]
    /// What is worth knowing and nothing wrong with the register, each a sentence.
    public let notes: [String]
    /// The register holds by itself, whatever it was held against.
    public let isSound: Bool
    /// It holds the head that it was held against, if there was one.
    public let isHeadHeld: Bool
    /// Some of what is wrong can be made anew from the journal, which verifies.
    public let isMendable: Bool
}

extension View {
    /// Checks the register against its journal: the chain, every row, every sealed value; replays every item's history
    /// through its workflow; counts the tallies again; compares what is searched and what definitions mean.
    ///
    /// - Parameters:
    ///   - head: one that was printed earlier, which the journal has to hold. Throws `RegisterError.badInput` when it is none.
    ///   - moment: the moment it is by this machine's clock; nil when that does not matter.
    public func check(against head: String? = nil, at moment: Date? = nil) throws -> CheckReport {
        let expected = try head.map { written in
            guard let head = Head(written) else {
                throw RegisterError.badInput(
                    "“\(written.prefix(60))” is no head of a journal.",
                    remedies: [
                        .say("They look like 143-a1b2c3d4e5f6-2026-11-26, and stand in minutes and Board packs.")
                    ])
            }
            return head
        }
        let audit = Audit(of: connection, schema: .register, name: View.called)
        let histories = try HistoryCheck(of: self, in: audit)
        try audit.run(against: expected) { try histories.check($0) }
        try OperationCheck(connection: connection, audit: audit).run(at: moment)
        try ReachCheck(connection: connection, audit: audit, reference: readable(audit)).run()
        try checkDefinitions(audit)
        try checkTallies(audit)
        return CheckReport(
            operations: audit.operations, items: audit.items, head: try connection.head()?.description,
            count: audit.findings.count + (audit.strangeHead == nil ? 0 : 1),
            problems: (audit.strangeHead.map { [$0] } ?? []) + audit.findings.first, notes: audit.notes,
            isSound: audit.findings.count == 0, isHeadHeld: audit.strangeHead == nil,
            isMendable: audit.isJournalSound && audit.mendable > 0)
    }

    /// An item goes by its reference, anything else by its table and key.
    static func called(_ relation: Relation, key: String, image: JSON?) -> String {
        (relation == .item ? image?["reference"]?.string : nil) ?? "\(relation.name) \(key)"
    }

    /// What the partnership is made of, where it can be read: what no command could read is wrong too.
    private func readable(_ audit: Audit) throws -> ReferenceData? {
        do {
            return try reference
        } catch RegisterError.damaged(let what) {
            audit.tell("What is on record of the partnership cannot be read: \(what).")
        } catch is DecodingError {
            audit.tell("What is on record of the partnership cannot be read.")
        }
        return nil
    }

    /// Every definition in use still reads, and means what it is known by.
    private func checkDefinitions(_ audit: Audit) throws {
        for row in try connection.rows("SELECT id, digest, workflow, source FROM definition ORDER BY id") {
            let definition = try? rulebook.definitionAnew(row.word("workflow"), text: row.word("source"))
            guard let definition else {
                audit.tell("Definition \(row.count("id")), of “\(row.word("workflow"))”, cannot be read any more.")
                continue
            }
            if Hash.of(definition.canonicalForm) != row.text("digest") {
                audit.tell("Definition \(row.count("id")), of “\(row.word("workflow"))”, is not what it is known by.")
            }
        }
    }

    /// The texts of all definitions that items were pinned to, with their workflows' names.
    public func pinnedTexts() throws -> [(workflow: String, text: String)] {
        try connection.rows("SELECT workflow, source FROM definition ORDER BY id").map {
            ($0.word("workflow"), $0.word("source"))
        }
    }

    private func checkTallies(_ audit: Audit) throws {
        for row in try connection.rows(
            """
            SELECT workflow, state FROM (
              SELECT workflow, area, state, count AS kept, 0 AS found, count = 0 AS idle FROM tally
              UNION ALL
              SELECT workflow, coalesce(area, ''), state, 0, count(*), 0 FROM item GROUP BY workflow, area, state
            ) AS counted GROUP BY workflow, area, state HAVING sum(kept) <> sum(found) OR sum(idle) > 0
            """)
        {
            audit.tell(mendable: "The count of \(row.word("workflow")) items at \(row.word("state")) does not add up.")
        }
    }
}
