import Ledger
import Partnership
import Workflow

extension View {
    /// The number of the last item there is; 0 for none.
    public var lastItem: Int {
        get throws { try connection.row("SELECT max(id) AS last FROM item")?.integer("last") ?? 0 }
    }

    /// An issue, among items up to a number, that says what is given for another: received on the same day from the same kind
    /// of people, of the same area, theme and summary, and of nobody else. Nil where there is none that the asker may see.
    public func issue(saying given: [String: Value], upTo last: Int, as standing: Standing) throws -> String? {
        func name(_ field: String) -> String? {
            if case .text(let name)? = given[field] { name } else { nil }
        }
        let district = name(IssueReader.Field.district.rawValue)
        let place = try name(IssueReader.Field.area.rawValue) ?? reference.districts.first { $0.id == district }?.area
        guard case .day(let received)? = given[IssueReader.Field.received.rawValue], let area = place,
            let theme = name(IssueReader.Field.theme.rawValue)
        else { return nil }
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE theme = ? AND area = ? AND happens = ? AND workflow = 'issue' AND id <= ? ORDER BY id
            """, [.text(theme), .text(area), .text(received.description), .integer(last)]
        ).lazy.map(stored).first { issue in
            let isAlike = ["raised-by", "summary"].allSatisfy { issue.item.fields[$0] == given[$0] }
            let isOfOthers = ["name", "contact", "child-name"].contains { field in
                issue.item.fields[field].flatMap { known in given[field].map { $0 != known } } ?? false
            }
            return try isAlike && !isOfOthers && shows(issue, to: standing)
        }?.reference
    }
}
