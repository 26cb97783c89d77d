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

    public func pack(from view: View, as standing: Standing) throws -> AskedPack {
        let meeting = try view.item(meeting, workflow: "meeting")
        try standing.must(edition.permission, at: view.body(of: meeting))
        let stage = PackStage(isIssued: try view.isNoticed(meeting), asDraft: asDraft)
        if let kept = try PackSubject(.board, of: meeting, edition).standing(at: stage, from: view) {
            return .kept(kept)
        }
        let papers = try view.boardPapers(of: meeting, asOf: view.today)
        return .record(try PackPapers(.board(papers), for: edition, stage, about: nil, from: view, as: standing))
    }
}
