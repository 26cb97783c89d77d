import Packs
import Partnership
import Register

/// The notice of a meeting, with the days of those after it.
public struct MakeNotice: PackQuestion {
    public let meeting: String
    public let asDraft: Bool

    public init(of meeting: String, asDraft: Bool = false) {
        self.meeting = meeting
        self.asDraft = asDraft
    }

    public func pack(from view: View, as standing: Standing) throws -> AskedPack {
        let meeting = try view.item(meeting, workflow: "meeting")
        let body = try view.body(of: meeting)
        try standing.must(.packPublic, at: body)
        // Notice is given with the agenda: until then the day may still be another.
        let stage = PackStage(isIssued: meeting.meeting.publishedOn != nil, asDraft: asDraft)
        if let kept = try PackSubject(.notice, of: meeting, .public).standing(at: stage, from: view) {
            return .kept(kept)
        }
        let papers = try view.notice(of: meeting, asOf: view.today)
        return .record(try PackPapers(.notice(papers), stage, about: body.area, from: view, as: standing))
    }
}
