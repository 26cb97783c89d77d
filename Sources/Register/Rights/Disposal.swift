import Ledger
import Partnership
import Workflow

/// What time has run out for.
public enum Disposal: String, Hashable, Sendable, Codable {
    /// Everything that was told: only that there was such an issue stays.
    case whole
    /// How to reach whoever raised it.
    case contact

    /// The event of a workflow that does it.
    var event: String {
        switch self {
        case .whole: "put-out"
        case .contact: "forget-contact"
        }
    }
}

/// What time has run out for.
public struct DisposalLine: Sendable {
    public let item: StoredItem
    public let term: Retention.Term
    public let disposal: Disposal
    /// It has to be kept all the same.
    public let isHeld: Bool
}

extension View {
    /// For how long an item is kept; nil while it is open, and once all of it was put out.
    public func term(of item: StoredItem) throws -> Retention.Term? {
        // What was opened again since, and has ended again, is kept like anything else.
        let last = try connection.row(
            """
            SELECT name FROM event WHERE item = ? AND (origin IS DISTINCT FROM target OR name = ?)
            ORDER BY id DESC LIMIT 1
            """, [.integer(item.id), .text(Disposal.whole.event)])
        return last?.text("name") == Disposal.whole.event ? nil : try fullTerm(of: item)
    }

    /// The same whatever became of it; what was merged goes with what it was merged into.
    private func fullTerm(of item: StoredItem) throws -> Retention.Term? {
        guard !item.isOpen else { return nil }
        let retention = try reference.retention
        guard item.workflow == "issue" else {
            guard let ended = try item.day("date") ?? lastDay(of: item) else { return nil }
            return retention.term(of: item.workflow, ended: ended)
        }
        if let lead = item.issue.lead { return try fullTerm(of: self.item(lead)) }
        guard let ended = try item.issue.closedOn ?? lastDay(of: item) else { return nil }
        return retention.term(of: item.issue, ended: ended, isSentOn: item.issue.isSentOn)
    }

    /// What time has run out for, of something that ended and still says something; nil for nothing. A meeting is
    /// archived, with its minutes, and never goes.
    func disposal(of item: StoredItem) throws -> Disposal? {
        guard let term = try term(of: item), term.kind != .archive else { return nil }
        // What others minuted and decided about it stands beside its own fields, and stays.
        let sections = Set(
            try connection.rows("SELECT DISTINCT section, field FROM vault WHERE item = ?", [.integer(item.id)])
                .filter { item.definition.field($0.word("field")) != nil }.map { $0.word("section") })
        func holds(_ disposal: Disposal) -> Bool {
            !sections.isDisjoint(with: item.definition.event(disposal.event)?.erases ?? [])
        }
        if term.until <= today, holds(.whole) { return .whole }
        if let until = term.contactUntil, until <= today, holds(.contact) { return .contact }
        return nil
    }

    /// What somebody may see and for which time has run out: issues, the longest past first, and then what else there is.
    public func disposals(as standing: Standing) throws -> [DisposalLine] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE workflow <> 'meeting' AND open = 0
            ORDER BY CASE workflow WHEN 'issue' THEN 0 ELSE 1 END, closed IS NULL, closed, id
            """
        ).compactMap { row in
            let item = try stored(row)
            guard try shows(item, to: standing), let disposal = try disposal(of: item), let term = try term(of: item)
            else { return nil }
            return DisposalLine(item: item, term: term, disposal: disposal, isHeld: try isHeld([item]))
        }
    }

    private func lastDay(of item: StoredItem) throws -> Day? {
        try connection.row(
            "SELECT happened FROM event WHERE item = ? ORDER BY id DESC LIMIT 1", [.integer(item.id)])?.day("happened")
    }
}
