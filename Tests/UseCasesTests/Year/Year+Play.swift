import UseCases
import Workflow

/// The days of the year, one after the other.
extension Year {
    func play() async throws {
        try seatEverybody()
        for number in Year.first.number...last.number {
            place.today = Day(number: number)
            try scheduleSeries()
            guard today.isWorkingWeekday else { continue }
            try await meet()
            let left = last.number - number
            // Few come in at the very end, so that most of them get somewhere.
            let expected = concerns * (number - Year.first.number) / max(1, last.number - Year.first.number - 40)
            while received < min(concerns, expected), left > 20 { try receive() }
            for ref in list.issues.keys.sorted(by: Year.inOrder) where list.issues[ref]?.isOpen ?? false {
                try goOn(ref)
            }
            try workOnTheRest()
            if today.weekday == 5 { try tick() }
            if dice.percent(4) { try reopenSomething() }
            if dice.percent(10) { try reportBack() }
        }
        try checkAll()
        let checked = try place.workplace.check(for: Request(who: Cast.informationOfficer))
        try must(checked.problems.isEmpty, "the register is not sound: \(checked.problems)")
    }

    /// By letter and number.
    static func inOrder(_ left: String, _ right: String) -> Bool {
        (left.count, left) < (right.count, right)
    }
}
