import Partnership
import Register

/// Whether what is taken in and settled differs by district, by who raised it and by what they need to be spoken with.
public struct TellEquity: Question {
    public let scope: ReportScope

    public init(_ scope: ReportScope) { self.scope = scope }

    public func answer(from view: View, as standing: Standing) throws -> ToldReport {
        let figures = try scope.figures(view, standing)
        let ids = Set(figures.areas.map(\.id))
        let issues = try view.reportedIssues(in: ids, by: figures.days.upperBound, withNeeds: true)
        let tables = EquityFigures(issues, within: figures.days).tables(
            try view.reference.districts.filter { ids.contains($0.area) })
        // Who may not read what a family needs has it in rounded numbers alone.
        let isTheirs = figures.areas.allSatisfy { standing.may(.packLetter, at: Belonging(area: $0.id)) }
        return figures.told("Equity", tables, rounded: isTheirs ? [] : ["needs"])
    }
}
