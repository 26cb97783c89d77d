/// A workflow small enough to try everything, with a reading of its own: none of the library's code decides anything here.
struct Small {
    enum Kind: Equatable {
        case flag
        case choice(Int)
        case number(ClosedRange<Int>)
        case day
        case person
        case people
        /// A line of at most so many characters.
        case line(Int)
    }

    struct Field {
        let name: String
        let kind: Kind
    }

    /// A value, by its number: 0 and 1 for a flag, a position for a choice or a person, a count of days from 1 January 2020;
    /// for people the powers of 2 of each together; for a line its length, and 100 more for each other one of that length.
    indirect enum Term {
        case field(Int), before(Int), today, actor
        case constant(Int, Kind)
        case plus(Term, Int, isDay: Bool)
    }

    enum Sign: String {
        case equal = "==", unequal = "!=", less = "<", atMost = "<=", more = ">", atLeast = ">="
    }

    indirect enum Condition {
        case compare(Sign, Term, Term)
        case isSet(Term)
        case flag(Int)
        case state(Int)
        case role(String)
        /// People have a person among them.
        case has(Int, Term)
        /// The fact `self.big`.
        case fact
        case not(Condition)
        case and(Condition, Condition)
        case or(Condition, Condition)
    }

    enum Need {
        case required, record, optional, anew
        case when(Condition)
    }

    struct Ask {
        let field: Int
        let need: Need
        let fallback: Term?
    }

    struct Event {
        let name: String
        /// Empty for the event that begins.
        var from: [Int]
        /// nil to stay.
        var targets: [(state: Int?, when: Condition?)]
        var by: [String]
        var asks: [Ask] = []
        var rules: [Condition] = []
        var sets: [(field: Int, term: Term)] = []
        var clears: [Int] = []
        var adds: [(field: Int, count: Int)] = []
        var effects: [Effect] = []
    }

    /// What the host does with an event: it causes another of the item, by its position, or wants something put right.
    struct Effect {
        let follow: Int?
        let when: Condition?
    }

    struct Clock {
        let name: String
        let runsIn: [Int]
        let when: Condition?
        /// The position of the event.
        let event: Int?
        /// Day fields.
        var starts: Int?
        var until: Int?
        /// In days.
        var lasts = 3
        /// Names of events.
        var restartsOn: [String] = []
        var pausesIn: [Int] = []
        /// A flag.
        var pausesWhen: Int?
    }

    enum Claim {
        case always(Condition), never(Condition)
        case entering([Int], Condition)
        case beforeEvent(Int, Int)
        case beforeState(Int, Int)
        case reach(from: [Int], to: [Int], when: Condition?)
        case grows(Int)
        /// Nobody but the chair learns of the hidden fields, or nobody but the chair and the clerk.
        case read(isClerkToo: Bool)
    }

    static let choices = ["red", "green", "blue"]
    static let roles = ["clerk", "chair", "system"]

    let fields: [Field]
    /// The last is an end.
    let states: [(name: String, needs: [Int])]
    let events: [Event]
    let clocks: [Clock]
    let claims: [Claim]
    /// What entering each state does; none where there are fewer.
    var entering: [[Effect]] = []
    /// Fields that the chair reads, and the clerk while a condition holds, if there is one.
    var hidden: [Int] = []
    var clerkReads: Condition?
}

// What it says as a file.
extension Small {
    var text: String {
        var lines = ["workflow: small", "title: Small", "roles: {clerk: Clerk, chair: Chair, system: System}"]
        lines.append("sections: {all: {title: All, takes-text: yes, readers: [clerk, chair, system]}}")
        if !hidden.isEmpty {
            let clerk = clerkReads.map { ", {roles: clerk, when: \"\(text($0))\"}" } ?? ""
            lines[lines.count - 1] =
                "sections: {all: {title: All, takes-text: yes, readers: [clerk, chair, system]}, "
                + "hidden: {title: Hidden, readers: [chair\(clerk)]}}"
        }
        lines += ["facts: {self.big: {title: Big, type: flag}}", "fields:"]
        for (index, field) in fields.enumerated() {
            let section = hidden.contains(index) ? ", section: hidden" : ""
            lines.append("  \(field.name): {title: \(field.name), type: \(type(field.kind))\(section)}")
        }
        lines.append("states:")
        for (index, state) in states.enumerated() {
            let needs =
                state.needs.isEmpty ? "" : ", needs: [\(state.needs.map { fields[$0].name }.joined(separator: ", "))]"
            let end = index == states.count - 1 ? ", end: yes" : ""
            let does = effects(entering: index)
            let effects = does.isEmpty ? "" : ", effects: [\(does.map(text).joined(separator: ", "))]"
            lines.append("  \(state.name): {title: \(state.name)\(needs)\(end)\(effects)}")
        }
        lines.append("events:")
        for event in events { lines += text(event) }
        if !clocks.isEmpty { lines.append("clocks:") }
        for clock in clocks {
            let when = clock.when.map { ", when: \"\(text($0))\"" } ?? ""
            let missed = clock.event.map { ", missed: {event: \(events[$0].name)}" } ?? ""
            let starts = clock.starts.map { ", starts: \(fields[$0].name)" } ?? ""
            let until = clock.until.map { ", until: \(fields[$0].name)" } ?? ""
            let restarts =
                clock.restartsOn.isEmpty ? "" : ", restarts-on: [\(clock.restartsOn.joined(separator: ", "))]"
            let waits = clock.pausesIn.isEmpty ? "" : ", pauses-in: \(list(clock.pausesIn))"
            let stops = clock.pausesWhen.map { ", pauses-when: \(fields[$0].name)" } ?? ""
            lines.append(
                "  \(clock.name): {title: \(clock.name), in: \(list(clock.runsIn)), lasts: \(clock.lasts) days"
                    + "\(starts)\(until)\(restarts)\(waits)\(stops)\(when)\(missed)}")
        }
        if !claims.isEmpty { lines.append("promises:") }
        for (index, claim) in claims.enumerated() {
            lines += ["  p\(index):", "    title: p\(index)"] + text(claim).map { "    \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func type(_ kind: Kind) -> String {
        switch kind {
        case .flag: "flag"
        case .choice(let count): "choice, choices: [\(Self.choices.prefix(count).joined(separator: ", "))]"
        case .number(let range): "number \(range.lowerBound) to \(range.upperBound)"
        case .day: "day"
        case .person: "reference person"
        case .people: "references person"
        case .line(let limit): "line, limit: \(limit)"
        }
    }

    private func list(_ positions: [Int]) -> String {
        "[\(positions.map { states[$0].name }.joined(separator: ", "))]"
    }

    private func text(_ event: Event) -> [String] {
        var lines = ["  \(event.name):", "    title: \(event.name)"]
        lines.append("    from: \(event.from.isEmpty ? "start" : list(event.from))")
        lines.append("    by: [\(event.by.joined(separator: ", "))]")
        let targets = event.targets.map { target in
            let state = target.state.map { states[$0].name } ?? "stay"
            return "{state: \(state)" + (target.when.map { ", when: \"\(text($0))\"" } ?? "") + "}"
        }
        lines.append("    to: [\(targets.joined(separator: ", "))]")
        if !event.asks.isEmpty { lines.append("    asks:") }
        for ask in event.asks { lines.append("      \(fields[ask.field].name): \(text(ask))") }
        if !event.rules.isEmpty { lines.append("    rules:") }
        for rule in event.rules { lines.append("      - {require: \"\(text(rule))\", otherwise: No.}") }
        if !event.sets.isEmpty { lines.append("    sets:") }
        for (field, term) in event.sets { lines.append("      \(fields[field].name): \"\(text(term))\"") }
        if !event.clears.isEmpty {
            lines.append("    clears: [\(event.clears.map { fields[$0].name }.joined(separator: ", "))]")
        }
        if !event.adds.isEmpty {
            lines.append(
                "    adds: {\(event.adds.map { "\(fields[$0.field].name): \($0.count)" }.joined(separator: ", "))}")
        }
        if !event.effects.isEmpty { lines.append("    effects: [\(event.effects.map(text).joined(separator: ", "))]") }
        return lines
    }

    private func text(_ effect: Effect) -> String {
        let when = effect.when.map { "when: \"\(text($0))\"" }
        guard let next = effect.follow else { return when.map { "{put-right: {\($0)}}" } ?? "put-right" }
        let event = "event: \"'\(events[next].name)'\""
        return "{follow: {\([event, when].compactMap(\.self).joined(separator: ", "))}}"
    }

    private func text(_ ask: Ask) -> String {
        let fallback = ask.fallback.map { ", default: \"\(text($0))\"" } ?? ""
        switch ask.need {
        case .required: return "{need: required\(fallback)}"
        case .record: return "{need: record\(fallback)}"
        case .optional: return "{need: optional\(fallback)}"
        case .anew: return "{need: anew\(fallback)}"
        case .when(let condition): return "{when: \"\(text(condition))\"\(fallback)}"
        }
    }

    private func text(_ claim: Claim) -> [String] {
        switch claim {
        case .always(let condition): ["always: \"\(text(condition))\""]
        case .never(let condition): ["never: \"\(text(condition))\""]
        case .entering(let states, let condition): ["entering: \(list(states))", "holds: \"\(text(condition))\""]
        case .beforeEvent(let state, let event): ["before: \(states[state].name)", "must-pass: \(events[event].name)"]
        case .beforeState(let state, let other): ["before: \(states[state].name)", "must-pass: \(states[other].name)"]
        case .reach(let sources, let targets, let when):
            ["from: \(list(sources))", "can-reach: \(list(targets))"] + (when.map { ["when: \"\(text($0))\""] } ?? [])
        case .grows(let field): ["only-grows: \(fields[field].name)"]
        case .read(let isClerkToo): ["read: hidden", "only: [chair\(isClerkToo ? ", clerk" : "")]"]
        }
    }

    func text(_ term: Term) -> String {
        switch term {
        case .field(let field): fields[field].name
        case .before(let field): "before.\(fields[field].name)"
        case .today: "today"
        case .actor: "actor.person"
        case .constant(let value, .flag): value == 1 ? "yes" : "no"
        case .constant(let value, .choice): Self.choices[value]
        case .constant(let value, .day): "2020-01-0\(value + 1)"
        case .constant(let value, .line): "'\(String(repeating: "x", count: value))'"
        case .constant(let value, _): "\(value)"
        case .plus(let inner, let count, let isDay):
            "\(text(inner)) \(count < 0 ? "-" : "+") \(abs(count))\(isDay ? " days" : "")"
        }
    }

    func text(_ condition: Condition) -> String {
        switch condition {
        case .compare(let sign, let left, let right): "\(text(left)) \(sign.rawValue) \(text(right))"
        case .isSet(let term): "\(text(term)) is set"
        case .flag(let field): fields[field].name
        case .state(let state): "state == \(states[state].name)"
        case .role(let role): "actor.roles has \(role)"
        case .has(let field, let term): "\(fields[field].name) has \(text(term))"
        case .fact: "self.big"
        case .not(let inner): "not (\(text(inner)))"
        case .and(let left, let right): "(\(text(left)) and \(text(right)))"
        case .or(let left, let right): "(\(text(left)) or \(text(right)))"
        }
    }
}
