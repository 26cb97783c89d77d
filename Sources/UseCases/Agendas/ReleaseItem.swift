import Partnership
import Register
import class Register.Operation
import Workflow

/// Lets later papers print what a meeting took in private. Papers of before stay as they are.
public struct ReleaseItem: Deed {
    public let meeting: String
    /// The number on the agenda, `14.1`.
    public let item: String
    public let reason: String
    public let name = "agenda release"

    public init(_ item: String, of meeting: String, because reason: String) {
        self.item = item
        self.meeting = meeting
        self.reason = reason
    }

    private static let because = Field(name: "because", title: "Because", kind: .text, limit: 1_000)

    public func perform(in operation: Operation, as standing: Standing) throws -> ReleasedItem {
        let meeting = try operation.view.item(meeting, workflow: "meeting")
        let body = try operation.view.body(of: meeting)
        // What a locality meeting took in private may be released where the Board's papers are kept, too.
        let board = try operation.view.reference.bodies.first { $0.kind == .board }
        if !(board.map { standing.may(.releasePrivate, at: .of($0)) } ?? false) {
            try standing.must(.releasePrivate, at: body)
        }
        try MeetingReading(of: meeting, from: operation.view, as: standing).mustBeClear(item: item)
        let item = try operation.view.agendaItem(item, of: meeting)
        try operation.release(item, of: meeting, because: Self.because.recorded(reason))
        let others =
            try item.issue.map { try operation.view.privateMeetings(of: $0.id) }
            ?? item.matter.map { try operation.view.privateMeetings(ofMatter: $0.id) } ?? []
        return ReleasedItem(
            meeting: meeting.reference, item: item.number, issue: item.issue?.reference, stillPrivateAt: others)
    }
}

public struct ReleasedItem: Sendable, Codable {
    public let meeting: String
    /// Its number on the agenda.
    public let item: String
    public let issue: String?
    /// Meetings that took its issue in private too, and until whose items are released nothing of it is printed.
    public let stillPrivateAt: [String]
}
