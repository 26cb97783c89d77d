import Partnership

/// Issues by theme in the last two closed quarters: rounded in public, exact for everybody else (rule R21).
struct ThemeTrendSection {
    private let trend: ThemeTrend
    private let isPublic: Bool

    /// How to read numbers in public.
    private static let rounded =
        "Each number is rounded down to a multiple of five, and <5 stands for none to four, so that no family can be "
        + "picked out. Themes with fewer than five issues in both quarters are not listed."

    init?(_ meeting: EditedMeeting) {
        guard let trend = meeting.papers.standing.trend, meeting.edition != .restricted else { return nil }
        self.trend = trend
        isPublic = meeting.edition == .public
    }

    /// Nil where nothing is counted.
    var section: PackSection? {
        let rows = isPublic ? publicRows : exactRows
        guard !rows.isEmpty else { return nil }
        let hasOpen = !isPublic && trend.rows.contains { $0.open != nil }
        let columns =
            [PackTable.Column("Theme", width: 8)] + (hasOpen ? [.init("Open", width: 2, isNumber: true)] : []) + [
                .init("Received \(trend.quarter)", width: 4, isNumber: true),
                .init("Received \(trend.quarterBefore)", width: 4, isNumber: true),
            ]
        return PackSection(
            id: "trends", title: "Themes and trends",
            blocks: [
                .table(
                    PackTable(
                        caption: "Issues received in the last two closed quarters, by theme", columns: columns,
                        rows: rows, note: isPublic ? ThemeTrendSection.rounded : nil))
            ])
    }

    private var exactRows: [PackTable.Row] {
        trend.rows.map { row in
            PackTable.Row(
                .init(row.theme), [row.open, row.received, row.before].compactMap(\.self).map { .init(String($0)) })
        }
    }

    /// Themes with fewer than five issues in both quarters are not listed.
    private var publicRows: [PackTable.Row] {
        trend.forPublic.filter { max($0.received, $0.before) >= PublicCount.step }.map { row in
            PackTable.Row(.init(row.theme), [row.received, row.before].map { .init(PublicCount($0).text) })
        }
    }
}
