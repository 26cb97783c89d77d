/// An item at work in memory: the way to let many events happen to one item, since only what an event writes is touched.
/// `Definition.decide` is the same kernel for an item that lies elsewhere.
public struct Instance: Sendable {
    public let definition: Definition
    private let program: Program
    /// The position of the state.
    private var state: Int
    /// In the order of the definition.
    private var clocks: [ActiveClock]
    private var proposal: Proposal
    /// The name of a state that the definition does not have.
    private var stranger: String?
    /// The clocks stand as an event left them.
    private var isSettled = false

    /// An item as it stands. Values of fields that the definition does not have are left out.
    public init(of definition: Definition, as item: Item = Item()) {
        let program = definition.program
        let position = program.layout.state(item.state)
        self.definition = definition
        self.program = program
        state = position
        stranger = position == program.layout.unknown ? item.state : nil
        proposal = Proposal(program, item.fields, isLasting: true)
        clocks = program.activeClocks(of: item)
        clocks.reserveCapacity(program.clocks.count)
    }

    /// Makes room for another item of the same definition, one that has not begun.
    public mutating func restart() {
        state = program.layout.start
        stranger = nil
        isSettled = false
        clocks.removeAll(keepingCapacity: true)
        proposal.clear()
    }

    /// The name of the state; nil before the event that begins the item.
    public var stateName: String? {
        program.layout.stateName(state) ?? stranger
    }

    /// The value of a field; nil when it has none.
    public subscript(field: String) -> Value? {
        program.layout.field(field).flatMap { proposal.frame[$0] }
    }

    /// The item as it stands.
    public var item: Item {
        Item(state: stateName, fields: proposal.frame.values, clocks: runningClocks)
    }

    private var runningClocks: [String: RunningClock] { program.runningClocks(clocks) }

    /// Lets an event happen; what the host is to do, in order. When it is refused, nothing has changed.
    @discardableResult
    public mutating func cause(
        _ event: String, given: [String: Value] = [:], in setting: Setting
    ) throws(Refusal) -> [EffectCall] {
        switch decide(event, given, setting) {
        case .refused(let reasons): throw Refusal(event: event, reasons: reasons)
        case .accepted(let event): return event.mayHaveEffects ? proposal.effects(of: event, at: state) : []
        }
    }

    /// Lets an event happen that was prepared; what the host is to do, in order. When it is refused, nothing has changed.
    @discardableResult
    public mutating func cause(_ prepared: PreparedEvent, in setting: Setting) throws(Refusal) -> [EffectCall] {
        guard prepared.program === program else { return try cause(prepared.name, given: prepared.given, in: setting) }
        switch decide(prepared.event, .prepared(prepared), setting) {
        case .refused(let reasons): throw Refusal(event: prepared.name, reasons: reasons)
        case .accepted(let event): return event.mayHaveEffects ? proposal.effects(of: event, at: state) : []
        }
    }
}

/// An event that did not happen, with everything that stood in its way.
public struct Refusal: Error, Hashable, Sendable {
    public let event: String
    public let reasons: [Reason]
}

extension Refusal: CustomStringConvertible {
    /// Why, in sentences.
    public var description: String { reasons.map(\.sentence).joined(separator: " ") }
}

/// A clock that runs or stands still, with its position among the definition's.
struct ActiveClock: Sendable {
    let position: Int
    let running: RunningClock

    init(_ position: Int, _ running: RunningClock) {
        self.position = position
        self.running = running
    }
}

extension Program {
    /// In the order of the definition.
    func activeClocks(of item: Item) -> [ActiveClock] {
        if item.clocks.isEmpty { return [] }
        var active: [ActiveClock] = []
        for (position, clock) in clocks.enumerated() {
            if let running = item.clocks[clock.clock.name] { active.append(ActiveClock(position, running)) }
        }
        return active
    }

    func runningClocks(_ active: [ActiveClock]) -> [String: RunningClock] {
        var running = [String: RunningClock]()
        for clock in active { running[clocks[clock.position].clock.name] = clock.running }
        return running
    }
}

extension Instance {
    fileprivate enum Outcome {
        case accepted(CompiledEvent)
        case refused([Reason])
    }

    fileprivate mutating func decide(_ name: String, _ given: [String: Value], _ setting: Setting) -> Outcome {
        guard let event = program.event(name) else { return .refused([definition.noEvent(name)]) }
        return decide(event, .named(given), setting)
    }

    fileprivate mutating func decide(_ event: CompiledEvent, _ given: Given, _ setting: Setting) -> Outcome {
        let role = setting.firstRole(among: event.by)
        guard event.happensIn[state] else {
            return .refused(definition.wrongPlace(event.event, stateName, isRoleHeld: role != nil))
        }
        proposal.begin(at: state, in: setting)
        guard let target = proposal.decide(event, given, &clocks, role: role, isSettled: isSettled) else {
            proposal.rollBack()
            return .refused(definition.reasons(event.event, proposal.reasons, isRoleHeld: role != nil))
        }
        state = target
        isSettled = true
        return .accepted(event)
    }
}

extension Proposal {
    /// The one place where it is decided whether an event can happen: the state that it leads to; nil, with reasons, when
    /// it cannot. Clocks are moved on when it happens.
    mutating func decide(
        _ event: CompiledEvent, _ given: Given, _ clocks: inout [ActiveClock], role: Int?, isSettled: Bool
    ) -> Int? {
        if !Day.kept.contains(frame.setting.on) { refuseTheDay() }
        apply(given, of: event)
        guard let target = judge(event), role != nil, reasons.isEmpty,
            advance(&clocks, at: target, after: event, isSettled: isSettled)
        else { return nil }
        return target
    }
}
