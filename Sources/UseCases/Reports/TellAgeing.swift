import Partnership
import Register

/// How long ago what is open at the end of a quarter was received, and where everything on record was.
public struct TellAgeing: Question {
    public let scope: ReportScope

    public init(_ scope: ReportScope) { self.scope = scope }

    public func answer(from view: View, as standing: Standing) throws -> ToldReport {
        let figures = try scope.figures(view, standing)
        return figures.told("Ageing", [figures.ofIssues.ages, figures.ofIssues.states])
    }
}
