import Partnership
import Register

/// What was open, came in, ended and was open after that, in a quarter and the three before it.
public struct TellFlow: Question {
    public let scope: ReportScope

    public init(_ scope: ReportScope) { self.scope = scope }

    public func answer(from view: View, as standing: Standing) throws -> ToldReport {
        let figures = try scope.figures(view, standing)
        let tables = figures.quarter.last(4).map { quarter in
            let days = quarter.first...min(quarter.last, figures.days.upperBound)
            let flow = IssueFigures(
                figures.issues, within: days, by: figures.areas, isPublic: figures.isPublic
            ).flow
            return FigureTable(
                quarter.name, quarter.words, columns: flow.columns, rows: flow.rows,
                note: quarter == figures.quarter ? flow.note : nil)
        }
        return figures.told("Flow", tables)
    }
}
