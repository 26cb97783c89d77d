import Workflow

/// Meetings that were held, and gaps in services, as tables.
public enum BodyFigures {
    /// By area: LAPs held, and who was there.
    public static func meetings(_ meetings: [ReportedMeeting], by areas: [Area]) -> FigureTable {
        let figures = AreaFigures(areas)
        func sum(_ area: String, _ count: (ReportedMeeting) -> Int) -> Int {
            meetings.reduce(0) { $0 + ($1.area == area ? count($1) : 0) }
        }
        let represented = figures.row("represented", "Seats represented") { area in
            sum(area) { $0.attendance.present + $0.attendance.deputised }
        }
        let filled = figures.row("filled", "Seats filled") { sum($0) { $0.attendance.filled } }
        return FigureTable(
            "meetings", "LAPs", of: .bodies, columns: figures.columns,
            rows: [
                figures.row("held", "Held") { sum($0) { _ in 1 } },
                figures.row("parent-representative", "With a parent representative") { area in
                    sum(area) { $0.hasParentRepresentative ? 1 : 0 }
                },
                represented, filled, figures.share("share", "Attendance, %", of: represented, in: filled),
            ], note: "Attendance is of seats that somebody filled; whoever sent a deputy was represented.")
    }

    /// Meeting by meeting, and for each body over all of them.
    public static func attendance(_ meetings: [ReportedMeeting], of bodies: [Body]) -> [FigureTable] {
        bodies.compactMap { body in
            let own = meetings.filter { $0.body == body.id }
            guard !own.isEmpty else { return nil }
            func row(_ id: String, _ title: String, _ meetings: [ReportedMeeting]) -> FigureTable.Row {
                let all = meetings.map(\.attendance).reduce(Attendance.none, +)
                return FigureTable.Row(
                    id, title,
                    [
                        all.present, all.deputised, all.filled, all.vacant, all.percentage,
                        meetings.count(where: \.hasParentRepresentative),
                    ])
            }
            return FigureTable(
                body.id, body.title, of: .bodies,
                columns: [
                    .init("present", "Present"), .init("deputised", "Deputies"), .init("filled", "Seats filled"),
                    .init("vacant", "Vacant"), .init("share", "Attendance, %"),
                    .init("parent-representative", "Parent representative"),
                ], rows: own.map { row($0.reference, $0.date.words, [$0]) } + [row("all", "In all", own)])
        }
    }

    /// Gaps in services: found, told, closed.
    public static func gaps(_ gaps: [ReportedGap], within days: ClosedRange<Day>, by areas: [Area]) -> FigureTable {
        let figures = AreaFigures(areas)
        func row(_ id: String, _ title: String, _ holds: (ReportedGap) -> Bool) -> FigureTable.Row {
            figures.row(id, title) { area in gaps.count { $0.area == area && holds($0) } }
        }
        func isWithin(_ day: Day?) -> Bool { day.map(days.contains) ?? false }
        let outcomes = Set(gaps.filter { isWithin($0.closedOn) }.compactMap(\.outcome)).sorted()
        return FigureTable(
            "gaps", "Gaps in services", columns: figures.columns,
            rows: [
                row("found", "Found") { isWithin($0.foundOn) }, row("told", "Told, last") { isWithin($0.toldOn) },
                row("closed", "Closed") { isWithin($0.closedOn) },
            ]
                + outcomes.map { outcome in
                    row("closed: \(outcome)", "Closed: \(outcome)") { isWithin($0.closedOn) && $0.outcome == outcome }
                } + [row("open", "Open on the last day", \.isOpen)])
    }
}
