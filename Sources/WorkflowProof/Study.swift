import Workflow

/// A definition under study: what is worked out once and used by every check of it.
final class Study {
    let definition: Definition
    let graph: TransitionGraph
    let onRecord: OnRecord
    let partition: Partition
    private(set) lazy var widePartition = Partition(definition, isWide: true)
    /// Of the whole check.
    let budget: Budget
    private var startedPlayer: Player?

    init(_ definition: Definition, _ budget: Budget) {
        self.definition = definition
        self.budget = budget
        graph = TransitionGraph(definition)
        onRecord = OnRecord(definition)
        partition = Partition(definition)
    }

    /// Items that the kernel has led from the start, so that every event that easily happens has happened.
    var player: Player {
        if let startedPlayer { return startedPlayer }
        let player = Player(self)
        startedPlayer = player
        player.explore()
        return player
    }

    /// The rules that an event has to meet, its own first.
    func rules(of event: Event) -> [Expression] {
        (event.rules + definition.rules.filter { !$0.except.contains(event.name) }).map(\.condition)
    }

    func record(of event: Event, _ budget: Budget? = nil) -> EventRecord {
        EventRecord(definition: definition, event: event, onRecord: onRecord, budget: budget ?? self.budget)
    }
}
