import Workflow

/// Works out what calculations come to that differences of days do not tell: where months lead to and, as if there were no
/// holidays, working days.
enum TermEnds {
    /// Days from which months are of different lengths.
    static let starts = [Day.sample, Day.sample + 31, Day.sample + 30, Day.sample + 91]

    /// - Parameter known: what a name stands for.
    /// - Returns: nil when it hangs on something that is not known, or leads to no day.
    static func number(_ node: ExpressionNode, _ known: (ExpressionNode) -> Int?) -> Int? {
        switch node {
        case .literal(.number(let number)): return number
        case .literal(.day(let day)): return day.number
        case .field, .fact, .today: return known(node)
        case .before(let name): return known(node) ?? known(.field(name))
        case .add(let left, let right): return sum(left, right, 1, known)
        case .subtract(let left, let right): return sum(left, right, -1, known)
        case .daysBetween(let start, let end): return sum(end, start, -1, known)
        case .workingDaysBetween(let start, let end, let calendar):
            guard let first = day(start, known), let last = day(end, known) else { return nil }
            return working(calendar).workingDays(from: first, to: last)
        case .shift(let start, let period):
            guard let start = day(start, known) else { return nil }
            var calendars = Calendars([])
            if let name = period.calendarName { calendars = Calendars([working(name)]) }
            return period.end(from: start, calendars: calendars)?.number
        default: return nil
        }
    }

    /// What it comes to hangs on no calendar.
    static func isSure(_ node: ExpressionNode) -> Bool {
        switch node {
        case .workingDaysBetween: return false
        case .shift(_, let period) where period.calendarName != nil: return false
        default: return node.children.allSatisfy(isSure)
        }
    }

    private static func sum(
        _ left: ExpressionNode, _ right: ExpressionNode, _ sign: Int, _ known: (ExpressionNode) -> Int?
    ) -> Int? {
        guard let first = number(left, known), let second = number(right, known) else { return nil }
        let (sum, isOver) = first.addingReportingOverflow(sign * second)
        return isOver ? nil : sum
    }

    private static func day(_ node: ExpressionNode, _ known: (ExpressionNode) -> Int?) -> Day? {
        number(node, known).map { Day(number: $0) }.flatMap { Day.counted.contains($0) ? $0 : nil }
    }

    private static func working(_ name: String) -> WorkingCalendar {
        WorkingCalendar(name: name, holidays: [], covers: 1...9999)
    }
}
