import Partnership
import StrictYAML
import Workflow

/// When schools are closed: `2019-12-23 to 2020-01-03: Christmas`.
enum SchoolHolidayReading {
    static func holidays(_ part: ProfileParts.Part) -> SchoolHolidays {
        let log = part.log
        var periods: [SchoolHolidays.Period] = []
        for entry in part.node.entries("the school holidays", log) {
            guard let title = entry.value.text("what they are called", log) else { continue }
            let days = entry.key.split(separator: " ").filter { $0 != "to" }.compactMap { Day(iso: String($0)) }
            guard entry.key.split(separator: " ").count == 3, let first = days.first, let last = days.last,
                days.count == 2, first <= last
            else {
                log.add(
                    "“\(entry.key.prefix(40))” is not a time such as 2019-12-23 to 2020-01-03.", at: entry.place)
                continue
            }
            if let before = periods.last, first <= before.last {
                log.add("It begins before “\(before.title)” ends: list them in order.", at: entry.place)
            }
            periods.append(.init(title: title, first: first, last: last))
        }
        return SchoolHolidays(periods)
    }
}
