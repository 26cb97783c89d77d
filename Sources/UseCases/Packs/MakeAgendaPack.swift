import Packs
import Partnership
import Register
import Workflow

/// The agenda pack of a meeting.
public struct MakeAgendaPack: PackQuestion {
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
        let stage = PackStage(isIssued: try view.isNoticed(meeting), asDraft: asDraft)
        if let kept = try PackSubject(.agenda, of: meeting, edition).standing(at: stage, from: view) {
            return .kept(kept)
        }
        let papers = try view.papers(of: meeting, asOf: view.today, isNotice: true)
        guard !papers.agenda.isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "\(meeting.reference) has no agenda yet.",
                    remedies: [.deed("build-agenda", on: meeting.reference)])
            ])
        }
        return .record(
            try PackPapers(.agenda(papers), for: edition, stage, about: body.area, from: view, as: standing))
    }
}
