import Workflow

/// Whether what is taken in and settled differs by where families live, who raises it and what they need to be spoken with.
public struct EquityFigures: Sendable {
    private let issues: [ReportedIssue]
    private let days: ClosedRange<Day>

    public init(_ issues: [ReportedIssue], within days: ClosedRange<Day>) {
        self.issues = issues
        self.days = days
    }

    /// - Parameter districts: those of the areas that it is about.
    public func tables(_ districts: [District]) -> [FigureTable] {
        let named = Dictionary(districts.map { ($0.id, $0.title) }) { $1 }
        return [
            table("districts", "By district", without: "Not told by district", inAll: true) { issue in
                issue.isEmptied ? [] : issue.district.flatMap { named[$0] }.map { [$0] } ?? []
            },
            table("raisers", "By who raised it", without: "Not told by raiser", inAll: true) { issue in
                issue.isEmptied ? [] : issue.raisedBy.map { [$0] } ?? []
            },
            // Who may not read what somebody needs shall not be able to count to them.
            table(
                "needs", "By information and communication needs", of: .families, without: "None on record",
                inAll: false
            ) { issue in issue.isEmptied ? [] : issue.needs },
        ]
    }

    /// - Parameter inAll: each issue is of one kind, so that the rows have a sum.
    private func table(
        _ id: String, _ title: String, of subject: FigureTable.Subject = .families, without none: String, inAll: Bool,
        _ kinds: (ReportedIssue) -> [String]
    ) -> FigureTable {
        func row(_ id: String, _ title: String, _ issues: [ReportedIssue]) -> FigureTable.Row {
            let promises = issues.flatMap { $0.promises(within: days) }
            return FigureTable.Row(
                id, title,
                [
                    issues.count { $0.isTakenIn(within: days) },
                    issues.reduce(0) { $0 + $1.settlements(within: days).count },
                    issues.count { $0.standing(on: days.upperBound)?.isOpen ?? false },
                    promises.count { $0 }, promises.count { !$0 },
                ])
        }
        let found = Set(issues.flatMap(kinds)).sorted()
        let rest = issues.filter { kinds($0).isEmpty }
        return FigureTable(
            id, title, of: subject,
            columns: [
                .init("taken-in", "Taken in"), .init("settled", "Settled"), .init("open-after", "Open"),
                .init("kept", "Promise kept"), .init("broken", "Not kept"),
            ],
            rows: found.map { kind in row(kind, kind, issues.filter { kinds($0).contains(kind) }) }
                + (rest.isEmpty ? [] : [row("none", none, rest)]) + (inAll ? [row("all", "In all", issues)] : []),
            note: inAll ? nil : "Whoever needs several things counts in several rows.")
    }
}
