import Partnership
import Workflow

/// The counts that open an action log (rule R24). Actions are a body's, not families: their numbers are exact in public
/// too, where they count what is printed. Other editions count every action, those that they do not print too.
struct ActionCounts: Hashable, Sendable {
    let closed: Int
    let open: Int
    /// Of those open.
    let overdue: Int

    init(_ actions: [ActionLine], on day: Day) {
        closed = actions.count { $0.status.isClosed }
        open = actions.count - closed
        overdue = actions.count { $0.isOverdue(on: day) }
    }
}
