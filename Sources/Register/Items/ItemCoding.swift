import Ledger
import Workflow

/// How an item's fields and clocks are written in its row.
enum ItemCoding {
    static func json(_ value: Value) -> JSON {
        switch value {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .day(let day): .string(day.description)
        case .flag(let flag): .bool(flag)
        case .list(let words): .array(words.map(JSON.string))
        }
    }

    /// The value of a field of a kind; nil when the JSON is not of that kind.
    static func value(_ json: JSON, as kind: Field.Kind) -> Value? {
        switch (kind, json) {
        case (.number, .number(let number)): .number(number)
        case (.day, .string(let text)): Day(iso: text).map(Value.day)
        case (.flag, .bool(let flag)): .flag(flag)
        case (.choices, .array(let elements)), (.references, .array(let elements)):
            .list(elements.compactMap(\.string))
        case (_, .string(let text)): .text(text)
        default: nil
        }
    }

    /// A value as the vault keeps it.
    static func text(_ value: Value) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        case .day(let day): day.description
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let words): words.joined(separator: ",")
        }
    }

    /// A value from the vault.
    static func value(_ text: String, as kind: Field.Kind) -> Value? {
        switch kind {
        case .number: Int(text).map(Value.number)
        case .day: Day(iso: text).map(Value.day)
        case .flag: .flag(text == "yes")
        case .choices, .references: .list(text.split(separator: ",").map(String.init))
        case .line, .text, .choice, .reference: .text(text)
        }
    }

    static func text(_ clocks: [String: RunningClock]) -> String {
        JSON.object(
            clocks.mapValues { clock in
                var members: [String: JSON] = [
                    "started": .string(clock.started.description), "due": .string(clock.due.description),
                ]
                if let paused = clock.pausedOn { members["paused"] = .string(paused.description) }
                if let fired = clock.fired { members["fired"] = .string(fired.description) }
                return .object(members)
            }
        ).text
    }

    static func clocks(_ json: JSON) -> [String: RunningClock] {
        guard case .object(let members) = json else { return [:] }
        func day(_ json: JSON?) -> Day? { json?.string.flatMap { Day(iso: $0) } }
        return members.compactMapValues { clock in
            guard let started = day(clock["started"]), let due = day(clock["due"]) else { return nil }
            return RunningClock(started: started, due: due, pausedOn: day(clock["paused"]), fired: day(clock["fired"]))
        }
    }

    static func parse(_ text: String) throws -> JSON {
        guard let json = JSON(text: text) else { throw RegisterError.damaged("a stored row is not readable JSON") }
        return json
    }
}
