import Packs
import Partnership
import Register

/// The Board's pack: a brief for each issue before it, the ask first.
public struct MakeBoardPack: PackQuestion {
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
        try standing.must(edition.permission, at: view.body(of: meeting))
        let papers = try view.boardPapers(of: meeting, asOf: view.today)
        let stage = PackStage(isIssued: meeting.meeting.publishedOn != nil, asDraft: asDraft)
        return try PackPapers(.board(papers), for: edition, stage, about: nil, from: view, as: standing)
    }
}
