import Ledger
import Partnership
import Workflow

/// What happened to an issue since it was last opened again, as far as a letter may build on it: what stands on record from
/// before that answers nothing any more.
struct IssueCourse {
    let issue: StoredItem
    /// The event that opened it again; nil for one that never ended.
    let reopening: HistoryLine?
    /// What was decided since, oldest first, each with the operation that recorded it.
    let decisions: [(decision: StoredDecision, operation: Int)]
    /// The event by which the last decision came; nil for one that a meeting resolved without any.
    let deciding: HistoryLine?
    /// The operation that last gave or changed each field.
    fileprivate let set: [String: Int]

    var decision: StoredDecision? { decisions.last?.decision }
    /// The operation of the last decision, or of the last opening.
    var decidedAt: Int { decisions.last?.operation ?? reopening?.operation ?? 0 }

    /// Whether a field was given or changed since it was opened again, or since an operation.
    func isSet(_ field: IssueReader.Field, since operation: Int? = nil) -> Bool {
        set[field.rawValue].map { $0 >= operation ?? reopening?.operation ?? 0 } ?? false
    }

    /// The operation that last gave or changed a field; 0 where none did.
    func setting(_ field: IssueReader.Field) -> Int { set[field.rawValue] ?? 0 }

    /// What came of it is known, whether or not whoever raised it was told.
    var isSettled: Bool {
        guard issue.isOpen else { return true }
        return issue.definition.clocks(meaning: "feedback").contains { $0.runsIn.contains(issue.state) }
    }

    /// What came of it: as it was told, or as it was recorded with the last decision or since.
    var outcome: String? {
        guard isSettled else { return nil }
        if isSet(.did), let did = issue.issue.did { return did }
        return isSet(.outcome, since: decidedAt) ? issue.issue.outcome : nil
    }

    var isDecided: Bool { decision != nil || outcome != nil }

    /// Whoever was to decide it gave it back with advice, and it has gone nowhere since.
    var isReturned: Bool {
        guard let deciding, deciding.text(.advice) != nil else { return false }
        return issue.state == deciding.to
    }
}

extension HistoryLine {
    /// What was given of a field with it.
    func text(_ field: IssueReader.Field) -> String? { given.first { $0.field == field.rawValue }?.text }

    /// The title of the choice that was given.
    func choice(_ field: IssueReader.Field, in definition: Definition) -> String? {
        guard let name = text(field) else { return nil }
        guard case .choice(let choices)? = definition.field(field.rawValue)?.kind else { return name }
        return choices.first { $0.name == name }?.title ?? name
    }
}

extension View {
    func course(of issue: StoredItem) throws -> IssueCourse {
        let history = try wholeHistory(of: issue).filter { !$0.isUndone && !$0.isUndo }
        func isEnd(_ state: String) -> Bool { issue.definition[state]?.isEnd ?? false }
        let reopening = history.last { line in !isEnd(line.to) && line.from.map(isEnd) ?? false }
        let since = reopening?.operation ?? 0
        let taken = try Dictionary(
            connection.rows(
                """
                SELECT decision.reference, max(change.operation) AS operation FROM decision
                JOIN change ON change.relation = 'decision' AND change.key = CAST(decision.id AS TEXT)
                WHERE decision.issue = ? AND change.before IS NULL GROUP BY decision.id
                """, [.integer(issue.id)]
            ).map { ($0.word("reference"), $0.count("operation")) }, uniquingKeysWith: { $1 })
        let decisions = try decisions(on: issue).map { ($0, taken[$0.reference] ?? 0) }.filter { $0.1 >= since }
        return IssueCourse(
            issue: issue, reopening: reopening, decisions: decisions,
            deciding: decisions.last.flatMap { last in history.last { $0.operation == last.1 } },
            set: try settings(of: issue, by: history))
    }

    /// The operation that last gave or changed each field of an item, what was undone left out.
    func settings(of item: StoredItem, by history: [HistoryLine]) throws -> [String: Int] {
        func fields(_ image: String?) throws -> [String: JSON] {
            guard let image, let text = try ItemCoding.parse(image)["fields"]?.string,
                case .object(let members) = try ItemCoding.parse(text)
            else { return [:] }
            return members
        }
        var set: [String: Int] = [:]
        let operations = Set(history.map(\.operation))
        for row in try connection.rows(
            "SELECT operation, before, after FROM change WHERE relation = ? AND key = ? ORDER BY operation, position",
            [.text(Relation.item.name), .text(String(item.id))])
        where operations.contains(row.count("operation")) {
            let (before, after) = (try fields(row.text("before")), try fields(row.text("after")))
            for (name, value) in after where before[name] != value { set[name] = row.count("operation") }
        }
        for line in history {
            for given in line.given { set[given.field] = max(set[given.field] ?? 0, line.operation) }
        }
        return set
    }
}
