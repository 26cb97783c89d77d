import Partnership
import Workflow

/// The counts that open an action log (rule R24). They count every action, those that the edition does not print too.
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
