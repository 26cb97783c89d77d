import Packs
import Partnership
import Register
import Workflow

/// The chair's update on a meeting, or on several: what their public minutes tell, in short.
public struct MakeNews: PackQuestion {
    public let meeting: String
    /// The day from which on meetings of its body are joined with it; nil for it alone.
    public let from: Day?
    public let asDraft: Bool

    public init(on meeting: String, from: Day? = nil, asDraft: Bool = false) {
        self.meeting = meeting
        self.from = from
        self.asDraft = asDraft
    }

    public func pack(from view: View, as standing: Standing) throws -> AskedPack {
        let meeting = try view.item(meeting, workflow: "meeting")
        let body = try view.body(of: meeting)
        try standing.must(.packPublic, at: body)
        let earlier = try view.meetings(joinedWith: meeting, from: from)
        for meeting in earlier + [meeting] {
            try view.mustHaveMet(meeting)
            try view.mustBePublished(meeting, of: body, for: .public, asDraft: asDraft)
        }
        // What may be said in public is settled once the minutes are circulated.
        let isSettled = (earlier + [meeting]).allSatisfy { $0.meeting.circulatedOn != nil }
        let stage = PackStage(isIssued: isSettled, asDraft: asDraft)
        let part = earlier.first?.meeting.date?.description
        if let kept = try PackSubject(.news, of: meeting, .public, part: part).standing(at: stage, from: view) {
            return .kept(kept)
        }
        return .record(
            try PackPapers(
                view.news(of: meeting, from: earlier.first?.meeting.date), stage, about: body.area, from: view,
                as: standing))
    }
}

extension View {
    /// - Parameter day: from which on meetings are joined.
    func news(of meeting: StoredItem, from day: Day?) throws -> Pack {
        .news(
            try newsPapers(of: meeting),
            after: try meetings(joinedWith: meeting, from: day).map { try newsPapers(of: $0) })
    }
}
