import Partnership
import Register
import class Register.Operation
import Workflow

/// Lays out a meeting's agenda from what is brought to it. What was deferred to the meeting is put on it first; once the
/// agenda is published, what came since is added as a numbered supplement.
public struct BuildAgenda: Deed {
    public let meeting: String
    public let name = "agenda build"

    public init(of meeting: String) { self.meeting = meeting }

    public func perform(in operation: Operation, as standing: Standing) throws -> BuiltAgenda {
        let meeting = try operation.view.item(meeting, workflow: "meeting")
        try standing.must(.buildAgenda, at: operation.view.body(of: meeting))
        let built = try operation.buildAgenda(of: meeting, as: standing)
        // An answer that the Board gave in private stands there, and not which issue it is on.
        let named = try MeetingReading(of: meeting, from: operation.view, as: standing).agenda().flatMap {
            [$0.issue, $0.matter].compactMap(\.self)
        }
        return BuiltAgenda(
            built, naming: built.matters.filter(named.contains), of: meeting.reference,
            isPublished: meeting.day("published-on") != nil)
    }
}

/// What building an agenda did.
public struct BuiltAgenda: Sendable, Codable {
    public let meeting: String
    /// The number of the supplement it added; nil for the agenda itself, and when nothing had come since.
    public let supplement: Int?
    /// References of what it brought in.
    public let matters: [String]
    /// Issues deferred to the meeting that it put on the agenda.
    public let carried: [String]
    /// Those it could not put on, each with why.
    public let heldBack: [String]
    /// Notice was given of it already.
    public let isPublished: Bool

    init(_ built: AgendaBuilt, naming matters: [String], of meeting: String, isPublished: Bool) {
        self.meeting = meeting
        supplement = built.supplement
        self.matters = matters
        carried = built.carried
        heldBack = built.heldBack
        self.isPublished = isPublished
    }
}
