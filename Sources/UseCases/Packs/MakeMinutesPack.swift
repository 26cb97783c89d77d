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

    public func pack(from view: View, as standing: Standing) throws -> AskedPack {
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
        let stage = PackStage(isIssued: meeting.meeting.circulatedOn != nil, asDraft: asDraft)
        if let kept = try PackSubject(.minutes, of: meeting, edition).standing(at: stage, from: view) {
            return .kept(kept)
        }
        let papers = try view.minutesPapers(of: meeting)
        return .record(
            try PackPapers(.minutes(papers), for: edition, stage, about: body.area, from: view, as: standing))
    }
}
