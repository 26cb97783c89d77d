import Packs
import Partnership
import Register

/// The Board's pack: a brief for each issue before it, the ask first.
public struct MakeBoardPack: PackQuestion {
    public let meeting: String
    public let edition: Edition

    public init(of meeting: String, for edition: Edition) {
        self.meeting = meeting
        self.edition = edition
    }

    public func answer(from view: View, as standing: Standing) throws -> PackPapers {
        let meeting = try view.item(meeting, workflow: "meeting")
        try standing.must(edition.permission, at: view.body(of: meeting))
        return try PackPapers(.board(view.boardPapers(of: meeting, asOf: view.today)), for: edition, from: view)
    }
}
