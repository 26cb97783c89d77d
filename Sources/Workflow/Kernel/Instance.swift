/// An item at work in memory: the way to let many events happen to one item, since only what an event writes is touched.
/// `Definition.decide` is the same kernel for an item that lies elsewhere.
public struct Instance: Sendable {
    public let definition: Definition
    private let program: Program
    /// The position of the state.
    private var state: Int
    /// In the order of the definition.
    private var clocks: [ActiveClock] = []
    private var proposal: Proposal
    /// The name of a state that the definition does not have.
    private var stranger: String?
    /// The clocks stand as an event left them.
    private var isSettled = false

    /// An item as it stands. Values of fields that the definition does not have are left out.
    public init(of definition: Definition, as item: Item = Item()) {
        self.definition = definition
        let program = definition.program
        self.program = program
        state = program.layout.state(item.state)
        stranger = state == program.layout.unknown ? item.state : nil
        proposal = Proposal(definition, item.fields)
        clocks.reserveCapacity(program.clocks.count)
        guard !item.clocks.isEmpty else { return }
        for (position, clock) in program.clocks.enumerated() {
            if let running = item.clocks[clock.clock.name] { clocks.append(ActiveClock(position, running)) }
        }
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

    private var runningClocks: [String: RunningClock] {
        var running: [String: RunningClock] = [:]
        for clock in clocks { running[program.clocks[clock.position].clock.name] = clock.running }
        return running
    }

    /// Lets an event happen; what the host is to do, in order. When it is refused, nothing has changed.
    @discardableResult
    public mutating func cause(
        _ event: String, given: [String: Value] = [:], in setting: Setting
    ) throws(Refusal) -> [EffectCall] {
        switch decide(event, given, setting) {
        case .refused(let reasons): throw Refusal(event: event, reasons: reasons)
        case .accepted(let event, _): return proposal.effects(of: event, at: state)
        }
    }

    /// Lets an event happen that was prepared; what the host is to do, in order. When it is refused, nothing has changed.
    @discardableResult
    public mutating func cause(_ prepared: PreparedEvent, in setting: Setting) throws(Refusal) -> [EffectCall] {
        guard prepared.program === program else { return try cause(prepared.name, given: prepared.given, in: setting) }
        switch decide(prepared.event, .prepared(prepared), setting) {
        case .refused(let reasons): throw Refusal(event: prepared.name, reasons: reasons)
        case .accepted(let event, _): return proposal.effects(of: event, at: state)
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

extension Instance {
    enum Outcome {
        /// In the role that stands at this position of the event's, the first that the actor holds.
        case accepted(CompiledEvent, role: Int)
        case refused([Reason])
    }

    mutating func decide(_ name: String, _ given: [String: Value], _ setting: Setting) -> Outcome {
        guard let event = program.event(name) else { return .refused([definition.noEvent(name)]) }
        return decide(event, .named(given), setting)
    }

    /// The one place where it is decided whether an event can happen.
    private mutating func decide(_ event: CompiledEvent, _ given: Given, _ setting: Setting) -> Outcome {
        let role = event.role(of: setting.actor)
        guard event.happensIn[state] else {
            let place = definition.wrongState(event.event, stateName)
            return .refused(role == nil ? [place, definition.wrongRole(event.event)] : [place])
        }
        proposal.begin(at: state, in: setting)
        proposal.apply(given, of: event)
        guard let target = proposal.judge(event), let role, proposal.reasons.isEmpty,
            proposal.advance(&clocks, at: target, after: event, isSettled: isSettled)
        else {
            proposal.rollBack()
            return .refused((role == nil ? [definition.wrongRole(event.event)] : []) + proposal.reasons)
        }
        state = target
        isSettled = true
        return .accepted(event, role: role)
    }

    /// What the event that was just accepted did, beyond what lies in the instance.
    func change(by event: CompiledEvent, role: Int, to item: Item) -> Change {
        let changed = proposal.changed
        var after = Item(state: stateName, fields: item.fields, clocks: runningClocks)
        for (name, value) in changed { after.fields[name] = value }
        return Change(
            event: event.event.name, from: item.state, to: after.state ?? "", capacity: event.by[role], item: after,
            changed: changed, effects: proposal.effects(of: event, at: state), erases: event.event.erases)
    }
}
