import Workflow

/// A definition under study: what is worked out once and used by every check of it.
final class Study {
    let definition: Definition
    let graph: TransitionGraph
    let onRecord: OnRecord
    let partition: Partition
    private(set) lazy var widePartition = partition.widened()
    private(set) lazy var seals = Seals(self)
    /// Of the whole check.
    let budget: Budget
    /// What days are counted in.
    let calendars: Calendars
    /// Holidays are not known of all of them: they are taken to have none.
    let lacksHolidays: Bool
    let host: HostActs
    let causes: Causes
    private var startedPlayer: Player?
    private var fieldsRead: [String: Set<String>] = [:]
    private var records: [String: EventRecord] = [:]
    private var steps: [[String]: Exploration.Steps] = [:]
    private var surelyKnown: [String: [String?: Set<String>]] = [:]
    /// What was not looked at in full, as time was up.
    private(set) var unreached: [Subject] = []
    private var unreachedSubjects: Set<Subject> = []
    /// What promises say of every record at rest, as far as it is proved.
    var proved: [Invariant] = []
    /// By name of a number: whether events only count in it.
    var countsOnly: [String: Bool] = [:]
    /// By state: whether items only pass it.
    var onlyPassed: [String: Bool] = [:]
    /// What stood in the way of events, by what is known of them.
    var hurdles: [Hurdles.Question: [String]?] = [:]

    /// - Parameter calendars: with their holidays; nil when they are not at hand.
    init(
        _ definition: Definition, _ budget: Budget, calendars: Calendars? = nil, by host: HostActs = .none
    ) {
        self.definition = definition
        self.host = host
        causes = Causes(definition, host)
        let names = definition.calendarNames
        lacksHolidays = !names.allSatisfy { calendars?[$0] != nil }
        self.calendars = Calendars(
            names.map { calendars?[$0] ?? WorkingCalendar(name: $0, holidays: [], covers: 1...9999) })
        self.budget = budget
        graph = TransitionGraph(definition, budget, isArrow: causes.mayCause(_:at:))
        // Less is proved without it.
        onRecord = OnRecord(definition, budget.part(4))
        partition = Partition(definition, budget)
    }

    /// What every check uses was worked out before time was up.
    var isPrepared: Bool { graph.isWhole && partition.isWhole }

    /// As nothing was prepared.
    func lookAtNothing() {
        for event in definition.events { note(unreached: .event(event.name)) }
        for state in definition.states { note(unreached: .state(state.name)) }
        for clock in definition.clocks { note(unreached: .clock(clock.name)) }
    }

    private func note(unreached subject: Subject) {
        if unreachedSubjects.insert(subject).inserted { unreached.append(subject) }
    }

    /// Items that the kernel has led from the start, so that every event that easily happens has happened.
    var player: Player {
        if let startedPlayer { return startedPlayer }
        let player = Player(self)
        startedPlayer = player
        player.explore()
        return player
    }

    /// false when time is up; then this is among what was not looked at.
    func hasTime(for subject: Subject) -> Bool {
        guard budget.isSpent else { return true }
        note(unreached: subject)
        return false
    }

    /// The rules that an event has to meet, its own first.
    func rules(of event: Event) -> [Expression] { definition.demands(of: event) }

    /// Every field that an event asks for, writes or reads in any way.
    func fieldsRead(with event: Event) -> Set<String> {
        if let fields = fieldsRead[event.name] { return fields }
        var fields = event.written
        var expressions = rules(of: event) + event.targets.compactMap(\.condition) + event.sets.map(\.expression)
        for ask in event.asks {
            expressions += [ask.fallback].compactMap(\.self)
            if case .requiredWhen(let condition, _) = ask.requirement { expressions.append(condition) }
        }
        for expression in expressions { fields.formUnion(expression.root.names.compactMap(\.fieldName)) }
        fieldsRead[event.name] = fields
        return fields
    }

    /// The steps as they are looked at by which fields are tracked.
    func steps(tracking tracked: [String]) -> Exploration.Steps {
        if let steps = steps[tracked] { return steps }
        let new = Exploration.Steps(self, tracking: tracked)
        steps[tracked] = new
        return new
    }

    /// The fields that have a value after an event that happens in a state, if everything it asks is given.
    func surelyKnown(after event: Event, from state: String?) -> Set<String> {
        if let fields = surelyKnown[event.name]?[state] { return fields }
        let asked = causes.isGivenNothing(event) ? [] : event.asks.map(\.field)
        let given = asked.filter { event.keepsWhatIsGiven($0) && !erases(event, $0) }
        let fields = onRecord.after(event, from: state).union(given)
        surelyKnown[event.name, default: [:]][state] = fields
        return fields
    }

    func record(of event: Event, _ budget: Budget? = nil) -> EventRecord {
        var record =
            records[event.name]
            ?? EventRecord(definition: definition, event: event, onRecord: onRecord, causes: causes)
        records[event.name] = record
        record.budget = budget ?? self.budget
        return record
    }
}

extension Definition {
    /// The rules that an event has to meet, its own first.
    func demands(of event: Event) -> [Expression] {
        (event.rules + rules.filter { !$0.except.contains(event.name) }).map(\.condition)
    }
}

extension Definition {
    /// The calendars in which it counts working days.
    var calendarNames: [String] {
        var names = Set([calendar].compactMap(\.self))
        for clock in clocks {
            names.formUnion([clock.lasts?.calendarName, clock.orLater?.lasts.calendarName].compactMap(\.self))
            names.formUnion(clock.rolls.map(\.calendar))
        }
        return names.sorted()
    }
}
