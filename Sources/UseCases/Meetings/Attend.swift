import Partnership
import Register
import class Register.Operation

/// Records who was at a meeting, who sent apologies, and who came for whom. What is recorded a second time replaces the
/// first.
public struct Attend: Deed {
    /// One person's entry; people are named as they are written.
    public enum Entry: Sendable {
        case present(String)
        case apologies(String)
        case absent(String)
        case deputised(String, by: String)
    }

    public let meeting: String
    public let entries: [Entry]
    public let name = "attend"

    public init(meeting: String, entries: [Entry]) {
        self.meeting = meeting
        self.entries = entries
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> QuorumAnswer {
        let view = operation.view
        let meeting = try view.item(meeting, workflow: "meeting")
        try standing.must(.attend, at: view.body(of: meeting))
        for entry in entries {
            switch entry {
            case .present(let name): try operation.mark(view.known(name), .present, at: meeting)
            case .apologies(let name): try operation.mark(view.known(name), .apologies, at: meeting)
            case .absent(let name): try operation.mark(view.known(name), .absent, at: meeting)
            case .deputised(let name, let deputy):
                try operation.mark(view.known(name), .deputised, at: meeting, deputy: view.known(deputy))
            }
        }
        try operation.reviewDecisions(of: meeting)
        return QuorumAnswer(meeting.reference, try view.finding(of: meeting))
    }
}
