import Partnership
import Register
import Workflow

/// What a report is asked of: a quarter, and the areas that the asker may have figures of.
public struct ReportScope: Sendable {
    /// `2019-Q2`; nil for the last that has ended.
    public let quarter: String?
    /// Nil for all that the asker may have.
    public let area: String?
    /// For anybody outside: closed quarters, in rounded numbers (rule R21).
    public let isPublic: Bool

    public init(quarter: String? = nil, area: String? = nil, isPublic: Bool = false) {
        self.quarter = quarter
        self.area = area
        self.isPublic = isPublic
    }

    /// The quarter as it counts: up to the day it is looked from, where that comes before its end.
    func days(_ view: View) throws -> (quarter: Quarter, days: ClosedRange<Day>) {
        guard let quarter = quarter.map({ Quarter($0) }) ?? Quarter(closedBefore: view.today) else {
            throw RegisterError.badInput(
                "“\(self.quarter?.prefix(40) ?? "")” is no quarter.",
                remedies: [
                    .say("They look like \(Quarter(closedBefore: view.today).name), which is the last that has ended.")
                ])
        }
        guard quarter.first <= view.today else {
            throw RegisterError.badInput(
                "\(quarter.name) lies ahead: it begins on \(quarter.first.words).",
                remedies: [.say("The last that has ended is \(Quarter(closedBefore: view.today).name).")])
        }
        guard !isPublic || quarter.last < view.present else {
            throw RegisterError.badInput(
                "\(quarter.name) has not ended, and the public has figures of closed quarters alone.",
                remedies: [.say("The last that has ended is \(Quarter(closedBefore: view.present).name).")])
        }
        return (quarter, quarter.first...min(quarter.last, view.today))
    }

    /// The areas that the asker may have figures of. The public's are for anybody with a seat.
    func areas(_ view: View, _ standing: Standing) throws -> [Area] {
        let reference = try view.reference
        func belonging(_ area: Area) -> Belonging { Belonging(area: area.id, hasReachedBoard: true) }
        if isPublic { try standing.mustHoldSeat(toSee: "A report") }
        if let area {
            let name = try KnownNames.resolve([area.lowercased()], of: "area", among: reference.areas.map(\.id)).first
            return try reference.areas.filter { $0.id == name }.map { area in
                if !isPublic { try standing.must(.readReports, at: belonging(area), of: area.title) }
                return area
            }
        }
        let mine = isPublic ? reference.areas : reference.areas.filter { standing.may(.readReports, at: belonging($0)) }
        if mine.isEmpty { try standing.must(.readReports) }
        return mine
    }

    /// Those that a table has a column for: areas without a LAP only where something is counted there.
    func columns(_ areas: [Area], of issues: [ReportedIssue], _ view: View) throws -> [Area] {
        let laps = Set(try view.reference.lapAreas.map(\.id)).union(issues.map(\.area))
        return area == nil ? areas.filter { laps.contains($0.id) } : areas
    }

    /// The figures of issues of a quarter that the asker may have.
    func figures(_ view: View, _ standing: Standing) throws -> ReportFigures {
        let areas = try areas(view, standing)
        let (quarter, days) = try days(view)
        let issues = try view.reportedIssues(in: Set(areas.map(\.id)), by: days.upperBound)
        return ReportFigures(
            quarter: quarter, days: days, areas: try columns(areas, of: issues, view), issues: issues,
            isPublic: isPublic)
    }
}

/// What reports are made of.
struct ReportFigures {
    let quarter: Quarter
    let days: ClosedRange<Day>
    let areas: [Area]
    let issues: [ReportedIssue]
    let isPublic: Bool

    var ofIssues: IssueFigures { IssueFigures(issues, within: days, by: areas, isPublic: isPublic) }

    func told(_ title: String, _ tables: [FigureTable], rounded: Set<String> = []) -> ToldReport {
        ToldReport(title, quarter, days, areas, tables, isPublic: isPublic, rounded: rounded)
    }
}
