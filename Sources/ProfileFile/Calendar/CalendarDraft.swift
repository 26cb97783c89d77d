import StrictYAML
import Workflow

/// What one calendar file says, before the calendars it joins are looked up.
struct CalendarDraft {
    struct Part {
        let name: String
        let place: Place
    }

    enum Kind {
        case lists([Day], ClosedRange<Int>)
        case joins([Part])
    }

    let name: String
    let kind: Kind
    let log: ProblemLog
    /// Where its name stands.
    let place: Place

    /// Nil when too much is wrong to go on; the problems are in the file's log.
    init?(from file: SourceLog) {
        log = file.log
        guard let root = file.root else { return nil }
        let keys = ["covers", "holidays", "joins"]
        guard let keyed = root.keyed("a calendar", required: ["calendar", "title"], optional: keys, file.log) else {
            return nil
        }
        _ = keyed["title"]?.text("the title", file.log)
        guard let nameNode = keyed["calendar"], let name = nameNode.name("a calendar's name", file.log) else {
            return nil
        }
        self.name = name
        place = nameNode.place
        if let joins = keyed["joins"] {
            for key in ["covers", "holidays"] where keyed[key] != nil {
                log.add("A calendar that joins others has no “\(key)” of its own.", at: keyed.place(of: key))
            }
            let log = file.log
            kind = .joins(
                joins.sequence("joins", log).compactMap { node in
                    node.name("a calendar's name", log).map { Part(name: $0, place: node.place) }
                })
            return
        }
        for key in ["covers", "holidays"] where keyed[key] == nil {
            log.add("A calendar needs the key “\(key)”, or else “joins”.", at: root.place)
        }
        guard let covers = keyed["covers"], let holidays = keyed["holidays"],
            let years = Self.years(covers, file.log)
        else { return nil }
        kind = .lists(Self.days(holidays, in: years, file.log), years)
    }

    private static func years(_ node: YAMLNode, _ log: ProblemLog) -> ClosedRange<Int>? {
        guard let keyed = node.keyed("covers", required: ["from", "to"], log),
            let from = keyed["from"]?.integer("the first year", in: 1900...9999, log),
            let last = keyed["to"]?.integer("the last year", in: 1900...9999, log)
        else { return nil }
        guard from <= last else {
            log.add("The last year is before the first.", at: keyed.place(of: "to"))
            return nil
        }
        return from...last
    }

    private static func days(_ node: YAMLNode, in years: ClosedRange<Int>, _ log: ProblemLog) -> [Day] {
        var days: [Day] = []
        for entry in node.entries("holidays", log) {
            _ = entry.value.text("the holiday's name", log)
            guard let day = Day(iso: entry.key) else {
                log.add("“\(entry.key.prefix(40))” is not a day such as 2019-12-25.", at: entry.place)
                continue
            }
            if day.weekday > 5 {
                log.add(
                    "\(day) is a \(day.weekday == 6 ? "Saturday" : "Sunday"), which is no working day anyway.",
                    at: entry.place, hint: "List the substitute day instead.")
            }
            if !years.contains(day.year) {
                log.add("\(day) is outside the years that the calendar covers.", at: entry.place)
            }
            if let last = days.last, day <= last {
                log.add("\(day) stands after \(last): list the holidays in order.", at: entry.place)
            }
            days.append(day)
        }
        return days
    }
}
