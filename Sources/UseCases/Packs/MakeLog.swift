import Packs
import Partnership
import Register
import Workflow

/// A body's action log on its own: all of it, or what one person leads or helps with.
public struct MakeLog: PackQuestion {
    /// The LAP or another body, its area, or one of its meetings.
    public let body: String
    /// Whose alone; nil for all.
    public let lead: String?
    public let edition: Edition
    public let asDraft: Bool

    public init(of body: String, lead: String? = nil, for edition: Edition, asDraft: Bool = false) {
        self.body = body
        self.lead = lead
        self.edition = edition
        self.asDraft = asDraft
    }

    public func pack(from view: View, as standing: Standing) throws -> AskedPack {
        let body = try view.found(body: body)
        try standing.must(edition.permission, at: body)
        let first = try view.mustHaveMeetings(body)
        guard lead == nil || edition != .public else {
            throw RegisterError.badInput(
                "A log of one person’s actions names them, and the public edition names nobody.",
                remedies: [.give(["edition"])])
        }
        let lead = try lead.map { try view.known($0).id }
        return .record(
            try PackPapers(
                .log(view.logPapers(of: first, lead: lead), of: lead), for: edition,
                PackStage(isIssued: true, asDraft: asDraft), about: body.area, from: view, as: standing))
    }
}
