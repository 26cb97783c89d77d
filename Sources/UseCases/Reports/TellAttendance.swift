import Partnership
import Register

/// Who was at the meetings of a quarter: of the areas' LAPs, and for the Board of itself and its groups.
public struct TellAttendance: Question {
    public let scope: ReportScope

    public init(_ scope: ReportScope) { self.scope = scope }

    public func answer(from view: View, as standing: Standing) throws -> ToldReport {
        let areas = try scope.areas(view, standing)
        let (quarter, days) = try scope.days(view)
        let ids = Set(areas.map(\.id))
        let isWhole =
            scope.area == nil
            && (scope.isPublic || standing.may(.readReports, at: Belonging(hasReachedBoard: true)))
        let bodies = try view.reference.bodies.filter { $0.area.map(ids.contains) ?? isWhole }
        let meetings = try view.reportedMeetings(of: Set(bodies.map(\.id)), within: days)
        return ToldReport(
            "Attendance", quarter, days, try scope.columns(areas, of: [], view),
            BodyFigures.attendance(meetings, of: bodies), isPublic: scope.isPublic)
    }
}
