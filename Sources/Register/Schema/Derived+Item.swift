import Ledger
import Partnership
import Workflow

extension Relation.Derived {
    /// What lists and queries ask of an item's fields, as columns of its row.
    static let item = Relation.Derived(columns: [
        "area", "theme", "body", "owner", "meeting", "next_meeting", "issue", "lead", "happens", "individual", "title",
        "closed", "done_on", "published_on", "confirmed_at", "returned_on", "board_date", "board_defers", "raised_by",
        "safeguarding", "decision", "links", "score", "escalated",
    ]) { row in
        // The fields are the last column.
        let fields = row.last?.text.flatMap { JSON(text: $0) } ?? .null
        func text(_ name: String) -> SQLValue { SQLValue(fields[name]?.string) }
        let title = StoredItem.naming.lazy.compactMap { fields[$0].flatMap { Sealed($0) }?.key }
            .first
        // What a field called so names elsewhere is no item that this one became part of.
        let lead = row.first?.text == "issue" ? text("lead") : .null
        let isFollowing = ["commitment", "matter"].contains(row.first?.text)
        let decision = isFollowing ? text("decision") : .null
        let next = text("next-meeting") == .null ? text("before-meeting") : text("next-meeting")
        // What a family took back asks for no systemic issue.
        let isIndividual = (fields["scope"]?.string ?? "individual") == "individual" && fields["withheld"]?.bool != true
        let score = RiskScore(fields["likelihood"]?.number, fields["impact"]?.number)?.value
        return [
            text("area"), text("theme"), text("body"), text("owner"), text("meeting"), next, text("issue"), lead,
            text("received") == .null ? text("date") : text("received"), .integer(isIndividual ? 1 : 0),
            SQLValue(title), text("closed-on"), text("done-on"), text("published-on"), text("confirmed-at"),
            text("returned-on"), text("board-date"), SQLValue(fields["board-defers"]?.number), text("raised-by"),
            text("safeguarding"), decision, SQLValue(links(fields)), SQLValue(score),
            .integer(fields["escalated"]?.bool == true ? 1 : 0),
        ]
    }

    /// What its fields that name several items name, with blanks around each: ` N-7 N-9 `; nil for nothing.
    private static func links(_ fields: JSON) -> String? {
        guard case .object(let members) = fields else { return nil }
        let named = members.sorted { $0.key < $1.key }.flatMap { _, value -> [String] in
            guard case .array(let values) = value else { return [] }
            return values.compactMap(\.string).filter { $0.wholeMatch(of: /[A-Z]-[1-9][0-9]*/) != nil }
        }
        return named.isEmpty ? nil : " \(named.joined(separator: " ")) "
    }
}
