import Partnership
import Register

/// What was taken in during a quarter, by theme and area.
public struct TellThemes: Question {
    public let scope: ReportScope

    public init(_ scope: ReportScope) { self.scope = scope }

    public func answer(from view: View, as standing: Standing) throws -> ToldReport {
        let figures = try scope.figures(view, standing)
        return figures.told("Themes", [figures.ofIssues.themes(try view.reference.themes)])
    }
}
