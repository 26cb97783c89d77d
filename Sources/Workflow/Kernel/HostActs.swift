/// What a host does to an item of a workflow beside what people do and clocks cause.
public struct HostActs: Sendable {
    /// By effect that causes an event of the item itself, the argument that names the event.
    public let follows: [String: String]
    /// Effects that refuse an event unless it changes what it asks for.
    public let corrections: Set<String>
    /// Events that it may cause for reasons that the workflow does not tell.
    public let others: Set<String>

    public init(follows: [String: String] = [:], corrections: Set<String> = [], others: Set<String> = []) {
        self.follows = follows
        self.corrections = corrections
        self.others = others
    }

    /// It causes what clocks do, and what nothing in the workflow causes.
    public static let none = HostActs()

    /// The event of the item itself that an effect causes, if it causes one.
    package func followed(_ effect: EffectCall) -> String? {
        guard let argument = follows[effect.name], case .text(let event)? = effect.arguments[argument] else {
            return nil
        }
        return event
    }
}

/// What becomes of an event with all that follows from it of the item itself.
public enum Course: Hashable, Sendable {
    /// It happened: its own change first, then those of what followed, each caused by `Actor.system`.
    case happened([Change])
    /// The event of this name was refused, it or one that follows, and so all of it.
    case refused([Reason], of: String)

    public var changes: [Change]? { if case .happened(let changes) = self { changes } else { nil } }
    public var reasons: [Reason] { if case .refused(let reasons, _) = self { reasons } else { [] } }
}

extension Definition {
    /// Decides on an event as the host lets it happen: with what its effects cause of the item itself, or not at all.
    public func course(
        of event: String, on item: Item, given: [String: Value] = [:], in setting: Setting, by host: HostActs = .none
    ) -> Course {
        var left = Self.longestChain
        return course(of: event, on: item, given: given, in: setting, by: host, &left)
    }

    /// More events than these do not follow from one another.
    private static let longestChain = 50

    private func course(
        of event: String, on item: Item, given: [String: Value], in setting: Setting, by host: HostActs,
        _ left: inout Int
    ) -> Course {
        let change: Change
        switch decide(event, on: item, given: given, in: setting) {
        case .refused(let reasons): return .refused(reasons, of: event)
        case .accepted(let accepted): change = accepted
        }
        if change.effects.isEmpty { return .happened([change]) }
        guard isPutRight(change, on: item, by: host) else {
            return refused(event, "“\(self.event(event)?.title ?? event)” would put nothing right.")
        }
        var changes = [change]
        var bySystem = setting
        bySystem.actor = .system
        for effect in change.effects {
            let now = changes[changes.count - 1].item
            guard let next = host.followed(effect), let state = now.state,
                self.event(next)?.from.contains(state) ?? false
            else { continue }
            left -= 1
            guard left > 0 else { return refused(next, "What follows from “\(next)” has no end.") }
            switch course(of: next, on: now, given: [:], in: bySystem, by: host, &left) {
            case .happened(let more): changes += more
            case .refused(let reasons, let of): return .refused(reasons, of: of)
            }
        }
        return .happened(changes)
    }

    private func refused(_ event: String, _ sentence: String) -> Course {
        .refused([Reason(kind: .rule, sentence: sentence)], of: event)
    }

    /// An effect that wants what is asked to change finds that it has.
    private func isPutRight(_ change: Change, on item: Item, by host: HostActs) -> Bool {
        guard change.effects.contains(where: { host.corrections.contains($0.name) }) else { return true }
        return event(change.event)?.asks.contains { ask in
            !ask.isFresh && item.fields[ask.field] != change.item.fields[ask.field]
        } ?? false
    }
}
