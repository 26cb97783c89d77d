import Register
import Workflow

/// An item in JSON, as `--json` promises it: `ref workflow state title area version due dueFor clocks open fields next`.
enum ItemJSON {
    static func object(_ item: StoredItem, as standing: Standing, in view: View, on day: Day) throws -> JSON {
        let fields = try view.seen(item, as: standing).fields
        let open = try view.options(for: item, as: standing, on: day).compactMap { option -> JSON? in
            if case .open = option.verdict { return .string(option.event.name) }
            return nil
        }
        let due = item.due
        return .object([
            "ref": .string(item.reference), "workflow": .string(item.workflow), "state": .string(item.state),
            "title": .string(
                fields["summary"].flatMap(text) ?? fields["text"].flatMap(text) ?? fields["title"].flatMap(text)),
            "area": .string(item.text("area")), "version": .number(item.version), "due": .string(due?.on.description),
            "dueFor": .string(due?.clock), "clocks": .array(try view.standings(of: item).map(clock)),
            "open": .bool(item.isOpen),
            "fields": .object(fields.mapValues(value)), "next": .array(open),
        ])
    }

    private static func clock(_ standing: ClockStanding) -> JSON {
        .object([
            "clock": .string(standing.clock.name), "title": .string(standing.clock.title),
            "due": .string(standing.running.due.description), "standing": .string(standing.phase.rawValue),
        ])
    }

    static func value(_ value: Value) -> JSON {
        switch value {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .day(let day): .string(day.description)
        case .flag(let flag): .bool(flag)
        case .list(let names): .array(names.map(JSON.string))
        }
    }

    private static func text(_ value: Value) -> String? {
        if case .text(let text) = value { return text }
        return nil
    }
}
