import Workflow

/// An event in words: who causes it, where, what it asks, what must hold and what follows.
public struct EventExplanation: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        /// `Who`, `Where`, `Asks`, `Only if`, `Then`.
        public let heading: String
        public let sentence: String
    }

    public let title: String
    public let summary: String?
    public let lines: [Line]
}

extension Definition {
    /// Explains an event; nil when there is none of that name.
    public func explanation(of name: String) -> EventExplanation? {
        guard let event = event(name) else { return nil }
        var lines = [
            EventExplanation.Line(
                heading: "Who", sentence: Sentences.list(event.by.map(title(ofRole:)), "or") + "."),
            EventExplanation.Line(heading: "Where", sentence: whereItHappens(event)),
        ]
        lines += event.asks.map { EventExplanation.Line(heading: "Asks", sentence: sentence($0)) }
        for rule in event.rules + rules.filter({ !$0.except.contains(name) }) {
            let code = rule.code.map { " (\($0))" } ?? ""
            lines.append(
                EventExplanation.Line(
                    heading: "Only if", sentence: "\(rule.condition.text)\(code); otherwise: \(rule.otherwise)"))
        }
        lines += outcomes(event).map { EventExplanation.Line(heading: "Then", sentence: $0) }
        return EventExplanation(title: event.title, summary: event.summary, lines: lines)
    }

    private func whereItHappens(_ event: Event) -> String {
        guard !event.begins else { return "It begins one." }
        return Sentences.list(event.from.map { "“\(title(ofState: $0))”" }, "or") + "."
    }

    private func sentence(_ ask: Ask) -> String {
        let title = field(ask.field)?.title ?? ask.field
        var parts: [String] = []
        switch ask.requirement {
        case .required: parts.append(ask.isFresh ? "required" : "required unless on record")
        case .optional: parts.append(ask.isFresh ? "optional, asked anew each time" : "optional")
        case .requiredWhen(let condition, _):
            parts.append("required when \(condition.text)" + (ask.isFresh ? "" : " unless on record"))
        }
        if let offered = ask.offered { parts.append("a form asks for it when \(offered.text)") }
        if let fallback = ask.fallback { parts.append("otherwise \(fallback.text)") }
        return "\(title) (\(ask.field)): \(parts.joined(separator: "; "))."
    }

    private func meaning(of state: String) -> String {
        let meanings = self[state]?.meanings ?? []
        return meanings.isEmpty ? "" : " (which means \(Sentences.list(meanings, "and")))"
    }

    private func outcomes(_ event: Event) -> [String] {
        var sentences = event.targets.enumerated().map { index, target in
            let place =
                target.state.map { "it goes to “\(title(ofState: $0))”\(meaning(of: $0))" } ?? "it stays where it is"
            let words = index == 0 ? "I" + place.dropFirst() : "Otherwise \(place)"
            return words + (target.condition.map { " when \($0.text)." } ?? ".")
        }
        let named = { (name: String) in self.field(name)?.title ?? name }
        sentences += event.sets.map { "\(named($0.field)) becomes \($0.expression.text)." }
        sentences += event.adds.sorted { $0.key < $1.key }.map { "\(named($0.key)) grows by \($0.value)." }
        if !event.clears.isEmpty { sentences.append("\(Sentences.list(event.clears.map(named), "and")): emptied.") }
        for section in event.erases {
            let name = sections.first { $0.name == section }?.title ?? section
            sentences.append("\(name): erased for good.")
        }
        sentences += event.effects.map { "The register does \($0.words)." }
        for state in event.targets.compactMap(\.state).compactMap({ self[$0] }) {
            sentences += state.effects.map { "On reaching “\(state.title)” the register does \($0.words)." }
        }
        for clock in clocks {
            let starts = event.targets.compactMap(\.state).contains(where: clock.runsIn.contains)
            let ran = !event.begins && event.from.allSatisfy(clock.runsIn.contains)
            if clock.restartsOn.contains(event.name) {
                let days = clock.days.filter { !event.writes($0) }.map(named)
                let isFixed = (clock.starts ?? clock.until).map { !event.writes($0) } ?? false
                let same = isFixed ? ", counted by \(Sentences.list(days, "and")) as before" : ""
                sentences.append("The clock “\(clock.title)” begins again\(same): \(clock.length(named)).")
            } else if starts && !ran {
                sentences.append("The clock “\(clock.title)” starts: \(clock.length(named)).")
            }
        }
        return sentences
    }
}

extension Effect {
    /// `“open-action” (owner: owner) when families`.
    fileprivate var words: String {
        let arguments = arguments.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
        let given = arguments.isEmpty ? "" : " (\(arguments.joined(separator: ", ")))"
        return "“\(name)”\(given)\(condition.map { " when \($0.text)" } ?? "")"
    }
}

extension Definition.Clock {
    /// `2 months after received or 1 month after certificate, whichever is later`; `until deadline, otherwise 5 days`.
    fileprivate func length(_ named: (String) -> String) -> String {
        func title(_ field: String) -> String { named(field).lowercased() }
        let span = lasts.map { $0.words + (starts.map { " after \(title($0))" } ?? "") } ?? ""
        let other = orLater.map { " or \($0.lasts.words) after \(title($0.starts)), whichever is later" } ?? ""
        guard let until else { return span + other }
        return "until \(title(until))" + (lasts == nil ? "" : ", otherwise \(span)\(other)")
    }
}
