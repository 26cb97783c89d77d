import Partnership
import StrictYAML
import Workflow

/// Days of other bodies: `2020-09-02: [Scrutiny]`.
enum OutsideDateReading {
    static func dates(_ part: ProfileParts.Part) -> OutsideDates {
        let log = part.log
        var entries: [OutsideDates.Entry] = []
        for entry in part.node.entries("the days of other bodies", log) {
            guard let day = Day(iso: entry.key) else {
                log.add("“\(entry.key.prefix(40))” is not a day such as 2020-09-02.", at: entry.place)
                continue
            }
            if let before = entries.last, day <= before.day {
                log.add("It comes before \(before.day): list them in order.", at: entry.place)
            }
            entries += entry.value.oneOrMore("what there is on that day", log).compactMap {
                $0.text("what there is on that day", log)
            }.map { OutsideDates.Entry(day: day, title: $0) }
        }
        return OutsideDates(entries)
    }
}
