import StrictYAML
import Workflow

extension DefinitionReader {
    static let clockKeys = [
        "when", "starts", "lasts", "or-later", "until", "rolls", "pauses-in", "pauses-when", "restarts-on", "missed",
        "warns", "means",
    ]

    static let ontoWords = Roll.Onto.allCases.map(\.rawValue)

    func clocks(_ node: YAMLNode?, calendar: String?, events: [Event]) -> [Definition.Clock] {
        (node?.entries("the clocks", log) ?? []).compactMap { entry in
            guard checked(entry, "a clock") else { return nil }
            let optional = Self.clockKeys
            guard let keys = entry.value.keyed("a clock", required: ["title", "in"], optional: optional, log)
            else { return nil }
            if keys["lasts"] == nil, keys["until"] == nil {
                log.add("A clock needs “lasts” or “until”.", at: entry.place)
            }
            let runsIn = stateList(keys["in"], "the states it runs in")
            let pausesIn = stateList(keys["pauses-in"], "the states it pauses in")
            for state in pausesIn where runsIn.contains(state) {
                log.add("The clock cannot both run and pause in “\(state)”.", at: keys.place(of: "pauses-in"))
            }
            return Definition.Clock(
                name: entry.key, title: keys["title"]?.text("the clock's title", log) ?? entry.key, runsIn: runsIn,
                condition: keys["when"].flatMap { condition($0, "the condition") },
                starts: field(keys["starts"], .day), lasts: period(keys["lasts"], calendar),
                orLater: orLater(keys, calendar), until: field(keys["until"], .day),
                rolls: rolls(keys["rolls"], calendar), pausesIn: pausesIn,
                pausesWhen: field(keys["pauses-when"], .flag),
                restartsOn: knownList(keys["restarts-on"], "event", among: names.events),
                whenMissed: missed(keys["missed"], events),
                warns: keys["warns"]?.integer("the warning", in: 1...366, log),
                meanings: meanings(keys["means"]))
        }
    }

    /// `{starts: FIELD, lasts: LENGTH}`, beside a `lasts` of the clock itself.
    private func orLater(_ keys: YAMLKeyed, _ calendar: String?) -> Definition.Clock.Span? {
        guard let node = keys["or-later"] else { return nil }
        if keys["lasts"] == nil { log.add("“or-later” needs a “lasts” beside it.", at: node.place) }
        guard let span = node.keyed("or-later", required: ["starts", "lasts"], log),
            let starts = field(span["starts"], .day), let lasts = period(span["lasts"], calendar)
        else { return nil }
        return Definition.Clock.Span(starts: starts, lasts: lasts)
    }

    private func rolls(_ node: YAMLNode?, _ calendar: String?) -> [Roll] {
        (node?.sequence("the rolls", log) ?? []).compactMap { element in
            guard let keys = element.keyed("a roll", required: ["onto"], optional: ["from", "to"], log) else {
                return nil
            }
            guard let calendar else {
                needCalendar(at: element.place)
                return nil
            }
            guard let onto = keys["onto"]?.choice("onto", among: Self.ontoWords, log).flatMap(Roll.Onto.init) else {
                return nil
            }
            guard keys["from"] != nil || keys["to"] != nil else { return Roll(onto: onto, calendar: calendar) }
            guard let from = dayOfYear(keys["from"], in: element), let to = dayOfYear(keys["to"], in: element) else {
                return nil
            }
            return Roll(range: Roll.Range(from: from, to: to), onto: onto, calendar: calendar)
        }
    }

    private func dayOfYear(_ node: YAMLNode?, in roll: YAMLNode) -> DayOfYear? {
        guard let node else {
            log.add("A range of days needs both “from” and “to”.", at: roll.place)
            return nil
        }
        guard let text = node.text("a day of the year", log) else { return nil }
        if let day = DayOfYear(text) { return day }
        log.add("“\(text.prefix(40))” is not a day of the year.", at: node.place, hint: "Write it like 25 December.")
        return nil
    }

    private func needCalendar(at place: Place) {
        log.add(
            "Working days need a calendar, and this workflow names none.", at: place,
            hint: "Add “calendar:” at the top of the file.")
    }

    private func field(_ node: YAMLNode?, _ kind: Names.FieldKind) -> String? {
        guard let node, let name = known(node, "field", among: names.fields.keys) else { return nil }
        if names.untyped.contains(name) { return nil }
        guard names.fields[name] == kind else {
            let wanted = kind == .day ? "a day" : "yes or no"
            log.add("“\(name)” should be a field that holds \(wanted).", at: node.place)
            return nil
        }
        return name
    }

    /// `3 working days`, `28 days`, `12 months`, `20 working days in CALENDAR`.
    private func period(_ node: YAMLNode?, _ calendar: String?) -> Period? {
        guard let node, let text = node.text("how long it lasts", log) else { return nil }
        let words = text.split(separator: " ").map(String.init)
        if let count = words.first.flatMap(Int.init), (0...Period.longest).contains(count) {
            switch words.dropFirst().joined(separator: " ") {
            case "days", "day": return .days(count)
            case "months", "month": return .months(count)
            case "working days", "working day":
                if let calendar { return .workingDays(count, calendar: calendar) }
                needCalendar(at: node.place)
                return nil
            case let rest where rest.hasPrefix("working day") && words.count == 5 && words[3] == "in":
                let name = YAMLNode(content: .scalar(words[4]), place: node.place)
                return known(name, "calendar", among: host.calendars).map { .workingDays(count, calendar: $0) }
            default: break
            }
        }
        log.add(
            "“\(text.prefix(40))” is not a length of time.", at: node.place,
            hint: "Write it like 3 working days, 28 days or 12 months.")
        return nil
    }

    /// `flag`, `pass`, or `{event: NAME}` for an event that the role `system` may cause.
    private func missed(_ node: YAMLNode?, _ events: [Event]) -> Definition.Clock.Missed {
        guard let node else { return .flag }
        guard case .mapping = node.content else {
            if case .scalar(let name) = node.content, names.events.contains(name) {
                log.add(
                    "“\(name)” is the name of an event, which is to be said.", at: node.place,
                    hint: "Write missed: {event: \(name)}")
                return .flag
            }
            return node.choice("missed", among: ["flag", "pass"], or: "{event: NAME}", log) == "pass" ? .pass : .flag
        }
        guard let keys = node.keyed("missed", required: ["event"], log), let eventNode = keys["event"],
            let name = known(eventNode, "event", among: names.events)
        else { return .flag }
        if let event = events.first(where: { $0.name == name }), !event.by.contains("system") {
            log.add("“\(name)” cannot happen by itself: its roles lack system.", at: eventNode.place)
        }
        return .event(name)
    }
}
