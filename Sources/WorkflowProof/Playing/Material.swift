import Workflow

/// Values, people and days to play with.
struct Material {
    private let study: Study
    var calendars: Calendars { study.calendars }
    private var definition: Definition { study.definition }

    init(_ study: Study) {
        self.study = study
    }

    /// The day on which things happen unless something asks for another.
    static let today = Day.sample

    // MARK: - Attempts

    /// The simplest ways to cause an event: with no more than it must be given, with everything, with other values, and
    /// with everything but one thing. One after the other, as mostly the first is enough.
    func plain(_ event: Event, _ item: Item) -> some Sequence<Attempt> {
        let fields = given(event).map(\.field)
        return (0..<5 + fields.count).lazy.map { turn in
            if turn == 0 { return attempt(event, item, giving: required(event, item)) }
            var other = attempt(event, item, giving: fields)
            if turn == 1 { return other }
            if turn > 4 {
                other.given[fields[turn - 5]] = nil
                return other
            }
            for (index, field) in fields.enumerated() {
                let samples = samples(field, item)
                if !samples.isEmpty { other.given[field] = samples[(turn - 1 + index) % samples.count] }
            }
            if turn == 3, event.isForPeople { other.setting.actor.person = stranger(event) }
            return other
        }.filter { attempt in attempt.given.allSatisfy { definition.field($0)?.check($1) == nil } }
    }

    /// The host causes it, giving nothing.
    func byHost(_ event: Event) -> Attempt {
        Attempt(
            event: event, given: [:],
            setting: Setting(on: Self.today, actor: .system, facts: [:], calendars: calendars))
    }

    /// Many ways, each other in one thing, in which fields come to hold what is wanted of them; those that are read later
    /// first.
    func varied(
        _ event: Event, _ item: Item, _ wanted: [String: AbstractValue], readLater: [String] = []
    ) -> [Attempt] {
        let asked = given(event).map(\.field)
        let later = readLater.filter(asked.contains)
        let fields = later + asked.filter { !later.contains($0) }
        func fits(_ field: String, _ value: Value?) -> Bool {
            guard event.keepsWhatIsGiven(field), let wanted = wanted[field] else { return true }
            return wanted.contains(value)
        }
        var base = attempt(event, item, giving: required(event, item))
        for field in fields {
            if let value = base.given[field], !fits(field, value) { base.given[field] = nil }
            if base.given[field] == nil, wanted[field] != nil {
                let isKept = event.ask(field)?.isFresh == false && fits(field, item.fields[field])
                if !isKept, let wish = choice(field, item, fits) { base.given[field] = wish }
            }
        }
        var attempts = [base]
        for field in later where base.given[field] == nil && (wanted[field].map { $0 != .unset } ?? true) {
            base.given[field] = choice(field, item, fits)
        }
        if base.given != attempts[0].given { attempts.insert(base, at: 0) }
        for field in fields {
            for sample in samples(field, item) where fits(field, sample) && sample != base.given[field] {
                var other = base
                other.given[field] = sample
                attempts.append(other)
            }
        }
        for person in event.isForPeople ? people(event, item) : [] {
            var other = base
            other.setting.actor.person = person
            attempts.append(other)
        }
        for role in event.by.dropFirst() {
            var other = base
            other.setting.actor = actor(role)
            attempts.append(other)
        }
        return attempts
    }

    private func choice(_ field: String, _ item: Item, _ fits: (String, Value?) -> Bool) -> Value? {
        if let part = samples(field, item).first(where: { fits(field, $0) }) { return part }
        return nil
    }

    /// What a record that was found tells of the event, and what it leaves open.
    func attempts(_ event: Event, _ item: Item, _ witness: Witness) -> [Attempt] {
        let values = Dictionary(witness.values.map { ($0.node, $0.value) }, uniquingKeysWith: { first, _ in first })
        var attempt = attempt(event, item, giving: [])
        for ask in given(event) {
            let node: ExpressionNode =
                event.keepsWhatIsGiven(ask.field) ? .field(ask.field) : .fact("\(ask.field)@1")
            if let value = values[node] {
                guard let value else { continue }
                attempt.given[ask.field] = value
            } else if isRequired(ask, item) {
                attempt.given[ask.field] = samples(ask.field, item).first
            }
        }
        if case .day(let day)?? = values[.today] { attempt.setting.on = day }
        if case .list(let roles)?? = values[.roles] {
            attempt.setting.actor = actor(roles.first(where: event.by.contains) ?? roles.first ?? "")
            attempt.setting.actor.roles = roles
        }
        if case .text(let person)?? = values[.person] { attempt.setting.actor.person = person }
        if attempt.setting.actor.roles.contains(Actor.system.person) { attempt.setting.actor = .system }
        var facts: [String: Value] = [:]
        for (node, value) in values {
            if case .fact(let name) = node, !name.contains("@"), let value { facts[name] = value }
        }
        attempt.setting.facts = facts
        var filled = attempt
        for ask in given(event) where filled.given[ask.field] == nil && values[.field(ask.field)] == nil {
            if ask.requirement != .optional { filled.given[ask.field] = samples(ask.field, item).first }
        }
        return filled.given == attempt.given ? [attempt] : [attempt, filled]
    }

    private func attempt(_ event: Event, _ item: Item, giving fields: [String]) -> Attempt {
        var given: [String: Value] = [:]
        for field in fields { given[field] = ordinary(field, item) }
        let role = event.by.first { $0 != "system" } ?? event.by.first ?? ""
        return Attempt(
            event: event, given: given,
            setting: Setting(on: Self.today, actor: actor(role), facts: [:], calendars: calendars))
    }

    /// What an event asks that somebody gives.
    private func given(_ event: Event) -> [Ask] { study.causes.isGivenNothing(event) ? [] : event.asks }

    private func required(_ event: Event, _ item: Item) -> [String] {
        given(event).filter { isRequired($0, item) }.map(\.field)
    }

    private func isRequired(_ ask: Ask, _ item: Item) -> Bool {
        ask.requirement == .required && ask.fallback == nil && (ask.isFresh || item.fields[ask.field] == nil)
    }

    // MARK: - People and values

    private func actor(_ role: String) -> Actor {
        role == "system" ? .system : Actor(person: "\(role)@example.org", roles: [role])
    }

    private func stranger(_ event: Event) -> String {
        "another.\(event.by.first { $0 != "system" } ?? "person")@example.org"
    }

    /// People other than the usual one: a second, and those whom the record names.
    private func people(_ event: Event, _ item: Item) -> [String] { [stranger(event)] + named(item) }

    /// Whom the record names.
    private func named(_ item: Item) -> [String] {
        let named = definition.fields.flatMap { field -> [String] in
            switch (field.kind, item.fields[field.name]) {
            case (.reference, .text(let name)?): [name]
            case (.references, .list(let names)?): names
            default: []
            }
        }
        return Set(named).subtracting([Actor.system.person]).sorted()
    }

    /// The first of the samples.
    private func ordinary(_ name: String, _ item: Item) -> Value? {
        switch definition.field(name)?.kind {
        case .number(let range): .number(usual(range))
        case .day: .day(Self.today)
        case .choice(let choices): choices.first.map { .text($0.name) }
        default: samples(name, item).first
        }
    }

    private func usual(_ range: ClosedRange<Int>) -> Int { min(max(1, range.lowerBound), range.upperBound) }

    /// Some values that a field can hold, an ordinary one first.
    func samples(_ name: String, _ item: Item) -> [Value] {
        definition.field(name).map { samples(of: $0, item) } ?? []
    }

    /// The same of a field or a fact.
    func samples(of field: Field, _ item: Item) -> [Value] {
        switch field.kind {
        case .flag: return [.flag(true), .flag(false)]
        case .choice(let choices): return choices.map { .text($0.name) }
        case .choices(let choices):
            let names = choices.map(\.name)
            return names.prefix(6).map { .list([$0]) } + [.list(Array(names.prefix(Field.listLimit)))]
        case .number(let range):
            let points = study.partition.parts(of: field.name).flatMap { part -> [Int] in
                guard let numbers = part.numbers else { return [] }
                return numbers.count == 1 ? [numbers.lowerBound] : [numbers.lowerBound, numbers.upperBound]
            }
            let near = item.fields.values.flatMap { value -> [Int] in
                if case .number(let number) = value { [number, number &+ 1, number &- 1] } else { [] }
            }
            var seen: Set<Int> = []
            return ([usual(range)] + points + near.sorted()).filter { range.contains($0) && seen.insert($0).inserted }
                .prefix(40).map { .number($0) }
        case .day:
            let near = item.fields.values.flatMap { value -> [Day] in
                if case .day(let day) = value { [day, day + 1, day - 1] } else { [] }
            }
            var seen: Set<Day> = []
            return ([Self.today, Self.today + 1, Self.today - 1, Self.today + 3, Self.today + 30] + near.sorted())
                .filter {
                    seen.insert($0).inserted
                }.map { .day($0) }
        case .reference:
            return fitting(["somebody@example.org", "another@example.org"] + quoted(field.name), field).map {
                .text($0)
            }
        case .references:
            let people = fitting(["somebody@example.org"] + named(item) + quoted(field.name), field)
            return people.map { .list([$0]) } + (people.count > 1 ? [.list(people)] : [])
        case .line, .text:
            return fitting(["Some words", "Other words"] + quoted(field.name), field).map { .text($0) }
        }
    }

    /// The texts that the field is compared with, but for the host's name, which nobody has.
    private func quoted(_ field: String) -> [String] {
        study.partition.texts(of: field)
    }

    private func fitting(_ texts: [String], _ field: Field) -> [String] {
        var seen: Set<String> = []
        return texts.map { String($0.prefix(field.textLimit)) }.filter { seen.insert($0).inserted }
    }
}
