import Workflow

/// Counts by area: a column for each, and where there are several one for all of them, which is their sum.
public struct AreaFigures: Sendable {
    let areas: [FigureTable.Column]

    public init(_ areas: [Area]) { self.areas = areas.map { FigureTable.Column($0.id, $0.title) } }

    var columns: [FigureTable.Column] { areas.count > 1 ? areas + [.init("all", "All")] : areas }

    /// A row of what is counted in each area.
    func row(_ id: String, _ title: String, _ count: (String) -> Int) -> FigureTable.Row {
        FigureTable.Row(id, title, withTotal(areas.map { count($0.id) }))
    }

    /// How many of issues something holds for.
    func row(
        _ id: String, _ title: String, of issues: [ReportedIssue], _ holds: (ReportedIssue) -> Bool
    ) -> FigureTable.Row {
        row(id, title, of: issues, times: { holds($0) ? 1 : 0 })
    }

    func row(
        _ id: String, _ title: String, of issues: [ReportedIssue], times: (ReportedIssue) -> Int
    ) -> FigureTable.Row {
        row(id, title) { area in issues.reduce(0) { $0 + ($1.area == area ? times($1) : 0) } }
    }

    /// How many in a hundred one row is of another, rounded down.
    func share(_ id: String, _ title: String, of part: FigureTable.Row, in whole: FigureTable.Row) -> FigureTable.Row {
        let shares = zip(part.counts, whole.counts).map { part, whole -> Int? in
            guard let part, let whole, whole > 0 else { return nil }
            return part * 100 / whole
        }
        return FigureTable.Row(id, title, shares, isShare: true)
    }

    /// Rows of how many issues there are of each kind, in the order of kinds, and what has none under a title of its own.
    ///
    /// - Parameter kinds: all that there are to count by, id and title; nil for those that occur, by their titles.
    func rows(
        of issues: [ReportedIssue], by kinds: [FigureTable.Column]? = nil, without none: String,
        _ kind: (ReportedIssue) -> String?
    ) -> [FigureTable.Row] {
        let found = Set(issues.map { kind($0) ?? "" })
        let known = kinds ?? found.subtracting([""]).sorted().map { FigureTable.Column($0, $0) }
        let rows = known.filter { found.contains($0.id) }.map { one in
            row(one.id, one.title, of: issues) { kind($0) == one.id }
        }
        let ids = Set(known.map(\.id))
        let rest = issues.filter { kind($0).map { !ids.contains($0) } ?? true }
        return rows + (rest.isEmpty ? [] : [row("none", none, of: rest) { _ in true }])
    }

    private func withTotal(_ counts: [Int]) -> [Int] { areas.count > 1 ? counts + [counts.reduce(0, +)] : counts }
}
