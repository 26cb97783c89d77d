import Workflow

/// What a write did to one item.
public struct Outcome: Sendable {
    /// As it stands afterwards.
    public internal(set) var item: StoredItem
    /// The event's name; `edit`, `note` and `undo` for what is no event of a workflow.
    public let event: String
    /// Nil when it began with this.
    public let from: String?
    /// The capacity the actor acted in.
    public let capacity: String
    /// Actions and decisions recorded with it.
    public var recorded: [String] = []
    /// References of items that had become part of it and go on by themselves again.
    public var released: [String] = []
    /// Issues that had to follow.
    public var told: [Told] = []

    /// An issue that had to follow, and where it is now.
    public struct Told: Sendable, Codable, Hashable {
        public let reference: String
        /// The title of its state.
        public let state: String

        init(_ item: StoredItem) {
            reference = item.reference
            state = item.stateTitle
        }
    }
}
