import Packs
import Partnership
import Register
import Workflow

/// A LAP's page for everybody: what is to come, and what its public papers tell.
public struct MakePage: PackQuestion {
    /// The LAP or another body, its area, or one of its meetings.
    public let body: String
    public let asDraft: Bool

    public init(of body: String, asDraft: Bool = false) {
        self.body = body
        self.asDraft = asDraft
    }

    public func pack(from view: View, as standing: Standing) throws -> AskedPack {
        let body = try view.found(body: body)
        try standing.must(.packPublic, at: body)
        let first = try view.mustHaveMeetings(body)
        return .record(
            try PackPapers(
                view.page(of: first, dated: view.today), PackStage(isIssued: true, asDraft: asDraft), about: body.area,
                from: view, as: standing))
    }
}

extension View {
    /// A body by its own name, its area's or that of one of its meetings.
    func found(body name: String) throws -> Body {
        if let body = try reference.body(name) ?? reference.lap(ofArea: name) { return body }
        if let meeting = try? item(name, workflow: "meeting") { return try body(of: meeting) }
        let known = try reference.bodies.map(\.id)
        throw RegisterError.notFound(
            "There is no LAP or other body “\(name)”.", remedies: [.say("Known: \(known.joined(separator: ", ")).")])
    }

    /// A body's first meeting, under which papers about the body are filed.
    func mustHaveMeetings(_ body: Body) throws -> StoredItem {
        if let first = try firstMeeting(of: body) { return first }
        throw RegisterError.refused([
            Reason(
                kind: .rule, sentence: "The \(body.title) has no meeting yet, past or to come.",
                remedies: [.cause(event: "schedule", workflow: "meeting", item: nil, giving: ["body", "date"])])
        ])
    }

    /// As everything is today.
    ///
    /// - Parameter day: the one that it is dated.
    func page(of first: StoredItem, dated day: Day) throws -> Pack {
        let body = try body(of: first)
        let told = try meetingsTold(byPageOf: first).filter {
            (try? mustBePublished($0, of: body, for: .public, asDraft: false)) != nil
        }
        return .page(try pagePapers(of: first, dated: day), told: try told.map { try newsPapers(of: $0) })
    }
}
