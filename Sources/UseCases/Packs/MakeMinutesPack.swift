import Packs
import Partnership
import Register
import Workflow

/// The minutes pack of a meeting, or an extract of it: one item's minutes.
public struct MakeMinutesPack: PackQuestion {
    public let meeting: String
    public let edition: Edition
    /// The number on the agenda of the item that an extract is asked of; nil for all.
    public let item: String?
    public let asDraft: Bool

    public init(of meeting: String, for edition: Edition, item: String? = nil, asDraft: Bool = false) {
        self.item = item
        self.meeting = meeting
        self.edition = edition
        self.asDraft = asDraft
    }

    public func pack(from view: View, as standing: Standing) throws -> AskedPack {
        let meeting = try view.item(meeting, workflow: "meeting")
        let body = try view.body(of: meeting)
        try standing.must(edition.permission, at: body)
        try view.mustHaveMet(meeting)
        if let item { _ = try view.agendaItem(item, of: meeting) }
        try view.mustBePublished(meeting, of: body, for: edition, asDraft: asDraft)
        let stage = PackStage(isIssued: meeting.meeting.circulatedOn != nil, asDraft: asDraft)
        let subject = PackSubject(.minutes, of: meeting, edition, part: item)
        if let kept = try subject.standing(at: stage, from: view) { return .kept(kept) }
        let papers = try view.minutesPapers(of: meeting).extract(of: item)
        try mustBePrinted(papers)
        return .record(
            try PackPapers(.minutes(papers), for: edition, stage, about: body.area, from: view, as: standing))
    }

    private func mustBePrinted(_ papers: MeetingPapers) throws {
        guard let item, !Pack.minutes(papers).prints(item: item, for: edition) else { return }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: papers.minutes.isEmpty
                    ? "Nothing has been minuted yet, so there is nothing of item \(item)."
                    : "Item \(item) of \(papers.ref) is not printed in the \(edition.rawValue) edition.",
                remedies: [.say("Choose an edition that prints it.")])
        ])
    }
}

// Whether there is anything that papers of what was done may tell.
extension View {
    func mustHaveMet(_ meeting: StoredItem) throws {
        guard try hasMet(meeting) else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "Nobody is recorded as having been at \(meeting.reference), so there are no minutes.",
                    remedies: [.deed("attend", on: meeting.reference)])
            ])
        }
    }

    /// Throws for the public edition of a body that publishes no more than what is agreed, until it is.
    func mustBePublished(_ meeting: StoredItem, of body: Body, for edition: Edition, asDraft: Bool) throws {
        let isAgreed = meeting.meeting.agreedOn != nil || meeting.meeting.signedOn != nil
        guard edition == .public, body.publishing == .agreed, !isAgreed, !asDraft else { return }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: "The \(body.title) publishes its minutes once they are agreed, and these are not.",
                remedies: [
                    .cause(
                        event: "agree-minutes", workflow: "meeting", item: meeting.reference, giving: ["agreed-at"]),
                    .say("Another edition, or a draft to work on, can be made before."),
                ], code: "R23")
        ])
    }
}
