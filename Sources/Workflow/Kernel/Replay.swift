/// An event as it was recorded: what was given, and what surrounded it.
public struct RecordedEvent: Sendable {
    public let event: String
    public let given: [String: Value]
    public let setting: Setting

    public init(event: String, given: [String: Value], setting: Setting) {
        self.event = event
        self.given = given
        self.setting = setting
    }
}

/// A recorded event that the definition does not accept.
public struct ReplayFailure: Error, Hashable, Sendable {
    /// Its position in the history, from 0.
    public let position: Int
    public let event: String
    public let reasons: [Reason]
    /// The item as it stood before it.
    public let item: Item
}

extension Definition {
    /// What a history leads to: the same item, always.
    public func replay(_ history: [RecordedEvent], from item: Item = Item()) -> Result<Instance, ReplayFailure> {
        var instance = Instance(of: self, as: item)
        for (position, recorded) in history.enumerated() {
            do throws(Refusal) {
                try instance.cause(recorded.event, given: recorded.given, in: recorded.setting)
            } catch {
                return .failure(
                    ReplayFailure(
                        position: position, event: recorded.event, reasons: error.reasons, item: instance.item))
            }
        }
        return .success(instance)
    }
}
