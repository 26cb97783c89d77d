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
    /// What was before a meeting and had to follow what became of it.
    public var told: [Told] = []

    /// Something that had to follow a meeting, and where it is now.
    public struct Told: Sendable, Codable, Hashable {
        /// What had to become of it.
        public enum Following: String, Sendable, Codable {
            /// The meeting meets on another day, and it with it.
            case along
            /// The meeting does not take place.
            case off
            /// Time ran out for it.
            case carried
            /// The meeting took it, and nothing is recorded of that.
            case taken
            /// It was to come before the meeting and nobody brought it there.
            case passed
            /// All that was to be done about it is done.
            case done
            /// The meeting reached it, and nothing was decided.
            case undecided
            /// What the Board answered on it stood on the agenda, and nothing is recorded of that.
            case unheard
            /// It is told of what happened elsewhere, by an event of its own.
            case told
        }

        /// Its reference, or the number of its item where it goes by that alone.
        public let reference: String
        /// The title of its state.
        public let state: String
        public let following: Following
        /// The title of the event that it was.
        public let eventTitle: String?
        /// The day of the meeting that it comes before next.
        public let next: Day?

        init(
            _ item: StoredItem, named name: String? = nil, _ following: Following, by event: String? = nil,
            before next: Day? = nil
        ) {
            eventTitle = event
            reference = name ?? item.reference
            state = name == nil ? item.stateTitle : ""
            self.following = following
            self.next = next
        }
    }
}
