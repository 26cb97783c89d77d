import Ledger
import Partnership
import Workflow

extension View {
    /// What else is open like an issue: individual issues of its theme and area, where they are enough to ask for one systemic
    /// issue, and its theme in other areas (criterion E6). What may be a safeguarding matter and what any body takes in
    /// private is not counted; nor is anything told of an issue that is either itself.
    public func likeness(of issue: StoredItem) throws -> Likeness? {
        guard issue.issue.isScreenClear, try privateTakings(of: issue).isEmpty,
            let theme = issue.issue.theme, let area = issue.issue.area
        else { return nil }
        let thresholds = try reference.thresholds
        let others = try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE theme = ? AND happens BETWEEN ? AND ? AND open = 1 AND workflow = 'issue' AND id <> ?
            ORDER BY happens, id
            """,
            [
                .text(theme), .text((today - thresholds.alikeDays).description), .text(today.description),
                .integer(issue.id),
            ]
        ).map(stored).filter { try $0.issue.isScreenClear && !isWithdrawn($0) && privateTakings(of: $0).isEmpty }
        func published(_ issues: [StoredItem]) throws -> [String] {
            try issues.filter(isOnPublicAgenda).map(\.reference)
        }
        var likeness = Likeness(days: thresholds.alikeDays)
        let alike = others.filter { $0.issue.area == area && !$0.issue.isSystemic }
        let count = alike.count + (issue.issue.isSystemic ? 0 : 1)
        if !alike.isEmpty, count >= thresholds.alike {
            likeness.alike = count
            likeness.alikePublished = try published(alike)
        }
        likeness.elsewhere = try reference.lapAreas.filter { $0.id != area }.compactMap { place in
            let there = others.filter { $0.issue.area == place.id }
            guard !there.isEmpty else { return nil }
            return Likeness.Place(area: place.title, count: there.count, published: try published(there))
        }
        return likeness.isEmpty ? nil : likeness
    }

    /// Whether everybody may know of an issue by its reference: a public agenda prints it, and may go on doing so.
    func isOnPublicAgenda(_ issue: StoredItem) throws -> Bool {
        guard issue.issue.mayBeDiscussed else { return false }
        return try connection.row(
            """
            SELECT 1 FROM agenda_item JOIN item AS meeting ON meeting.id = agenda_item.meeting
            WHERE agenda_item.issue = ? AND agenda_item.private = 0 AND agenda_item.feed <> 'answers'
              AND meeting.published_on IS NOT NULL
            """, [.integer(issue.id)]) != nil
    }
}
