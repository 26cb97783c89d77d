/// What the kernel answers when an event is to happen.
public enum Decision: Hashable, Sendable {
    case accepted(Change)
    /// Everything that stands in the way, not only the first.
    case refused([Reason])
}

/// What an accepted event does to an item.
public struct Change: Sendable {
    /// What happened, where and as whom: by their positions, so that handing it on costs little.
    private let program: Program
    private let happened: Happened

    private struct Happened: BitwiseCopyable {
        let event: Int32
        let from: Int32
        let to: Int32
        let role: Int32
    }

    /// The item afterwards.
    public let item: Item
    /// Fields that differ from before: the new value, or nil where the field was emptied.
    public let changed: [String: Value?]
    public let effects: [EffectCall]

    init(
        _ program: Program, _ event: CompiledEvent, from: Int, to: Int, role: Int, item: Item,
        changed: [String: Value?], effects: [EffectCall]
    ) {
        self.program = program
        happened = Happened(
            event: Int32(event.position), from: Int32(from), to: Int32(to), role: Int32(role))
        self.item = item
        self.changed = changed
        self.effects = effects
    }

    private var compiled: CompiledEvent { program.events[Int(happened.event)] }

    public var event: String { compiled.event.name }
    /// nil when the event begins the item.
    public var from: String? { program.layout.stateName(Int(happened.from)) }
    public var to: String { program.layout.stateName(Int(happened.to)) ?? "" }
    /// The role in which the actor acts.
    public var capacity: String { compiled.by[Int(happened.role)] }
    /// Sections emptied for good.
    public var erases: [String] { compiled.event.erases }
}

/// By what it says, whatever definition it comes of.
extension Change: Hashable {
    public static func == (left: Change, right: Change) -> Bool {
        left.event == right.event && left.from == right.from && left.to == right.to && left.capacity == right.capacity
            && left.item == right.item && left.changed == right.changed && left.effects == right.effects
            && left.erases == right.erases
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(event)
        hasher.combine(item)
    }
}

/// An effect with its arguments worked out. An argument whose value is unknown is left out.
public struct EffectCall: Hashable, Sendable {
    public let name: String
    public let arguments: [String: Value]

    public init(name: String, arguments: [String: Value]) {
        self.name = name
        self.arguments = arguments
    }
}
