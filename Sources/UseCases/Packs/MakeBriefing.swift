import Packs
import Partnership
import Register

/// What members pass on to their teams of a meeting: what its public minutes tell, on a page.
public struct MakeBriefing: PackQuestion {
    public let meeting: String
    public let asDraft: Bool

    public init(on meeting: String, asDraft: Bool = false) {
        self.meeting = meeting
        self.asDraft = asDraft
    }

    public func pack(from view: View, as standing: Standing) throws -> AskedPack {
        let meeting = try view.item(meeting, workflow: "meeting")
        let body = try view.body(of: meeting)
        try standing.must(.packPublic, at: body)
        try view.mustHaveMet(meeting)
        try view.mustBePublished(meeting, of: body, for: .public, asDraft: asDraft)
        let stage = PackStage(isIssued: meeting.meeting.circulatedOn != nil, asDraft: asDraft)
        if let kept = try PackSubject(.briefing, of: meeting, .public).standing(at: stage, from: view) {
            return .kept(kept)
        }
        return .record(
            try PackPapers(
                .briefing(view.newsPapers(of: meeting)), stage, about: body.area, from: view, as: standing))
    }
}
