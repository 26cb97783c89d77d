import Partnership
import Register
import Workflow

/// An item for a program: what of it the asker may read, and what they could do with it.
public struct ItemAnswer: Sendable, Codable {
    public struct Clock: Sendable, Codable {
        public let clock: String
        public let title: String
        public let due: Day
        public let standing: String

        init(_ line: ClockLine) {
            clock = line.clock
            title = line.title
            due = line.due
            standing = line.standing
        }
    }

    /// `N-7`.
    public let ref: String
    public let workflow: String
    public let state: String
    /// What names it: a summary, a text or a title; nil when it may not be read or was erased.
    public let title: String?
    public let area: String?
    public let version: Int
    /// What is due first, and the clock it is due for.
    public let due: Day?
    public let dueFor: String?
    public let clocks: [Clock]
    /// It is not at an end.
    public let open: Bool
    /// For how long it is kept; nil while it is open, or for whoever may not see what is on record of it.
    public let kept: Retention.Term?
    public let fields: [String: FieldValue]
    /// The events that the asker could cause now.
    public let next: [String]

    /// - Parameter present: the item as it is, where it is shown as it was: nothing can happen to the past.
    init(_ item: StoredItem, now present: StoredItem? = nil, from view: View, as standing: Standing) throws {
        let seen = try view.seen(item, now: present, as: standing)
        let fields = seen.fields.mapValues(FieldValue.init)
        ref = seen.reference
        workflow = seen.workflow
        state = seen.state
        title = StoredItem.naming.lazy.compactMap { fields[$0]?.text }.first
        area = fields["area"]?.text
        version = seen.version
        due = seen.due?.on
        dueFor = seen.due?.clock
        clocks = seen.clocks.map { Clock(ClockLine($0)) }
        open = seen.isOpen
        kept = seen.showsRecord ? try view.term(of: item) : nil
        self.fields = fields
        next =
            try present != nil
            ? []
            : view.options(for: item, as: standing, on: view.today).compactMap { option in
                if case .open = option.verdict { return option.event.name }
                return nil
            }
    }
}
