/// What the program that runs workflows offers to them, against which a file is checked.
public struct Host: Sendable {
    /// Effects it can carry out, with the names of their arguments.
    public let effects: [String: [String]]
    /// By effect, the events that it causes, named by its arguments.
    public let causes: [String: [Caused]]
    /// What it does to items of a workflow: it and effects of other workflows may cause any event, where they cause one.
    public func acts(on definition: Definition) -> HostActs {
        let isReached = causes.values.joined().contains { $0.workflows?.contains(definition.name) ?? false }
        let follows = causes.compactMapValues { caused in caused.first { $0.workflows == nil }?.argument }
        return HostActs(
            follows: follows, corrections: corrections,
            others: Set(isReached ? definition.events.map(\.name) : contracts[definition.name]?.events ?? []))
    }
    /// Effects that refuse an event unless it changes a field that it puts right, rather than asking for one of its own.
    public let corrections: Set<String>
    /// Kinds of things a field may refer to: `meeting`, `theme`.
    public let referenceKinds: Set<String>
    /// Names of the calendars it knows.
    public let calendars: Set<String>
    /// What it does that is no event of a workflow, and that a remedy may name: `attend`.
    public let deeds: Set<String>
    /// What it looks for in states and clocks, whatever they are called: `called-off`.
    public let meanings: Set<String>
    /// What it needs of workflows, by their names.
    public let contracts: [String: Contract]

    /// An event that an effect causes.
    public struct Caused: Hashable, Sendable {
        /// The argument that names it.
        public let argument: String
        /// The workflows of what it happens to, one of which has it; nil when that is the item itself.
        public let workflows: [String]?

        public init(_ argument: String, of workflows: [String]? = nil) {
            self.argument = argument
            self.workflows = workflows
        }
    }

    /// - Parameter meanings: beside those that the contracts name.
    public init(
        effects: [String: [String]] = [:], causes: [String: [Caused]] = [:], corrections: Set<String> = [],
        referenceKinds: Set<String> = [], calendars: Set<String> = [],
        deeds: Set<String> = [], meanings: Set<String> = [], contracts: [Contract] = []
    ) {
        self.effects = effects
        self.causes = causes
        self.corrections = corrections
        self.referenceKinds = referenceKinds
        self.calendars = calendars
        self.deeds = deeds
        self.meanings = contracts.reduce(into: meanings) { $0.formUnion($1.states + $1.clocks) }
        self.contracts = Dictionary(contracts.map { ($0.workflow, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
