import Packs
import Partnership
import Register
import Workflow

/// The minutes pack of a meeting.
public struct MakeMinutesPack: PackQuestion {
    public let meeting: String
    public let edition: Edition
    public let asDraft: Bool

    public init(of meeting: String, for edition: Edition, asDraft: Bool = false) {
        self.meeting = meeting
        self.edition = edition
        self.asDraft = asDraft
    }

    public func papers(from view: View, as standing: Standing) throws -> PackPapers {
        let meeting = try view.item(meeting, workflow: "meeting")
        let body = try view.body(of: meeting)
        try standing.must(edition.permission, at: body)
        guard try !view.attendance(of: meeting).isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "Nobody is recorded as having been at \(meeting.reference), so there are no minutes.",
                    remedies: [.deed("attend", on: meeting.reference)])
            ])
        }
        let papers = try view.papers(of: meeting, asOf: view.today)
        let stage = PackStage(isIssued: meeting.meeting.circulatedOn != nil, asDraft: asDraft)
        return try PackPapers(.minutes(papers), for: edition, stage, about: body.area, from: view, as: standing)
    }
}
