import Partnership
import Register
import Workflow

/// The DCO's quarterly report, for the NHS commissioner and the Board alike (DOMAIN section 9), from the record as of the last
/// day of the quarter.
public struct TellDCOReport: Question {
    public let scope: ReportScope

    public init(_ scope: ReportScope) { self.scope = scope }

    public func answer(from view: View, as standing: Standing) throws -> ToldReport {
        let figures = try scope.figures(view, standing)
        let ids = Set(figures.areas.map(\.id))
        let laps = try view.reference.bodies.filter { $0.kind == .lap && $0.area.map(ids.contains) ?? false }
        let meetings = try view.reportedMeetings(of: Set(laps.map(\.id)), within: figures.days)
        let gaps = try view.reportedGaps(in: ids, by: figures.days.upperBound)
        let issues = figures.ofIssues
        // What is or may be a safeguarding matter is the DCO's side's alone.
        let isTheirs = figures.areas.allSatisfy { standing.may(.packLetter, at: Belonging(area: $0.id)) }
        return figures.told(
            "Quarterly report",
            [
                issues.flow, issues.settled,
                issues.clocks(
                    in: try view.definition("issue").clocks.map(\.title), withDiversions: isTheirs && !scope.isPublic),
                issues.promises,
                issues.themes(try view.reference.themes), BodyFigures.meetings(meetings, by: figures.areas),
                issues.escalations, BodyFigures.gaps(gaps, within: figures.days, by: figures.areas),
            ])
    }
}
