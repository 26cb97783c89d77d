import Ledger
import Partnership
import Workflow

/// Which actions or commitments to list.
public struct WorkFilter: Sendable {
    /// Of an issue or a meeting, by its reference.
    public var of: String?
    /// A person's id.
    public var owner: String?
    /// A body's id.
    public var body: String?
    /// Only those past their day.
    public var overdue = false
    /// Those that have ended too.
    public var all = false
    public var limit = 50

    public init() {}
}

/// A line of the list of commitments.
public struct CommitmentSummary: Sendable {
    public let reference: String
    public let state: String
    /// What is to be supplied or decided; nil when the asker may not read it.
    public let text: String?
    /// Who outside was promised it, has to decide it or to report on it; nil when the asker may not read it.
    public let outside: String?
    public let owner: String?
    public let due: Day?
    public let body: String?
    /// The decision that it follows up.
    public let decision: String?
    public let version: Int
}

extension View {
    /// Commitments, the next due first.
    public func commitments(_ filter: WorkFilter, as standing: Standing) throws -> [CommitmentSummary] {
        var (conditions, arguments) = try conditions(of: filter, "commitment")
        if let body = filter.body {
            conditions.append("body = ?")
            arguments.append(.text(body))
        }
        return try work(conditions, arguments, filter.limit, as: standing) { item, sight in
            let own = item.commitment
            return CommitmentSummary(
                reference: item.reference, state: item.state, text: sight.shows(field: "text") ? own.text : nil,
                outside: sight.shows(field: "asked-by")
                    ? try own.askedBy ?? own.subjectTo ?? own.handedTo
                        ?? own.group.flatMap { try reference.body($0)?.title }
                    : nil,
                owner: try own.owner.map { try person(id: $0).name }, due: own.due, body: own.body,
                decision: own.decision, version: item.version)
        }
    }

    /// What a filter asks of rows of items, less the body.
    func conditions(of filter: WorkFilter, _ workflow: String) throws -> ([String], [SQLValue]) {
        var conditions = ["workflow = ?"]
        var arguments: [SQLValue] = [.text(workflow)]
        if let reference = filter.of {
            let item = try item(reference)
            conditions.append("\(item.workflow == "meeting" ? "meeting" : "issue") = ?")
            arguments.append(.text(item.reference))
        }
        if let owner = filter.owner {
            conditions.append("owner = ?")
            arguments.append(.text(owner))
        }
        if filter.overdue {
            conditions.append("due IS NOT NULL AND due < ?")
            arguments.append(.text(today.description))
        }
        if !filter.all { conditions.append("open = 1") }
        return (conditions, arguments)
    }

    /// The items that hold to some conditions and whose record the asker may see, the next due first.
    func work<Line>(
        _ conditions: [String], _ arguments: [SQLValue], _ limit: Int, as standing: Standing,
        line: (StoredItem, Sight) throws -> Line
    ) throws -> [Line] {
        var lines: [Line] = []
        for row in try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE \(conditions.joined(separator: " AND "))
            ORDER BY due IS NULL, due, id
            """, arguments)
        {
            let item = try stored(row)
            let sight = Sight(of: item.definition, item: item.item, roles: try actor(standing, towards: item).roles)
            guard sight.showsRecord else { continue }
            lines.append(try line(item, sight))
            if lines.count == limit { break }
        }
        return lines
    }
}
