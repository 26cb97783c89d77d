import Packs
import Register
import Workflow

extension Workplace {
    /// Looks through the papers of a meeting before they go out: its minutes once it has met, before that its agenda. What
    /// people typed is looked through, and with formats the bytes of the files that it would be, which are kept nowhere.
    ///
    /// - Parameter environment: where the programs that packs need are looked up.
    public func check(
        _ meeting: String, for edition: Edition, as formats: [PackWriter.Format] = [], environment: [String: String],
        for request: Request
    ) async throws -> CheckedPack {
        guard case .record(let papers) = try read(ReadPapers(meeting: meeting, edition: edition), for: request),
            papers.isToldFindings
        else {
            throw RegisterError.notPermitted(
                "What is found in papers is told to those who prepare them.",
                remedies: [.say("Ask whoever minutes for this body.")])
        }
        let guarding = try guarding(papers.known, for: request)
        let writer = writer(environment)
        var (stops, suspects) = (
            try guarding.stops(papers.pack, for: edition), guarding.suspects(in: papers.pack, for: edition)
        )
        let document = try writer.document(of: papers.pack, for: edition, stage: .draft, correction: nil)
        let attached = try attached(to: document, for: request)
        if !formats.isEmpty {
            (stops, suspects) = try await writer.findings(
                in: papers.pack, edition: edition, formats: formats, papers: writer.papers(attached, as: formats),
                guarding: guarding)
        }
        let untagged = try await writer.untagged(attached)
        let reading = try writer.reading(of: papers.pack, for: edition, besides: stops + suspects)
        return CheckedPack(
            meeting: papers.pack.subject, kind: papers.pack.kind.rawValue, edition: edition.rawValue,
            stops: try read(ReadTold(findings: stops), for: request),
            suspects: try read(ReadTold(findings: suspects), for: request), reading: reading,
            formats: formats.map(\.rawValue), untagged: untagged)
    }
}

/// The papers of a meeting as they would be made now.
private struct ReadPapers: InnerQuestion {
    let meeting: String
    let edition: Edition

    func answer(from view: View, as standing: Standing) throws -> AskedPack {
        let hasMet = try view.hasMet(view.item(meeting, workflow: "meeting"))
        return hasMet
            ? try MakeMinutesPack(of: meeting, for: edition, asDraft: true).pack(from: view, as: standing)
            : try MakeAgendaPack(of: meeting, for: edition, asDraft: true).pack(from: view, as: standing)
    }
}

/// What was found in papers before they go out.
public struct CheckedPack: Sendable, Codable {
    public let meeting: String
    /// `agenda` or `minutes`.
    public let kind: String
    public let edition: String
    /// What nothing can let stand.
    public let stops: [PersonalFinding]
    /// What somebody has to look at.
    public let suspects: [PersonalFinding]
    public let reading: PackReading
    /// The formats whose bytes were searched; none where what people typed was.
    public let formats: [String]
    /// The names of PDFs that go out with it and have no tags.
    public let untagged: [String]
}
