import Packs
import Partnership
import Register
import Workflow

/// The minutes pack of a meeting.
public struct MakeMinutesPack: PackQuestion {
    public let meeting: String
    public let edition: Edition

    public init(of meeting: String, for edition: Edition) {
        self.meeting = meeting
        self.edition = edition
    }

    public func answer(from view: View, as standing: Standing) throws -> PackPapers {
        let meeting = try view.item(meeting, workflow: "meeting")
        try standing.must(edition.permission, at: view.body(of: meeting))
        guard try !view.attendance(of: meeting).isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "Nobody is recorded as having been at \(meeting.reference), so there are no minutes.",
                    remedies: [.deed("attend", on: meeting.reference)])
            ])
        }
        return try PackPapers(.minutes(view.papers(of: meeting, asOf: view.today)), for: edition, from: view)
    }
}
