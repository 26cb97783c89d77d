import Packs
import Partnership
import Register
import Workflow

extension Workplace {
    /// Throws where a PDF that somebody attaches could be set in no pack: it is locked, broken, too large or does something by
    /// itself. Where nothing is here that could tell, the packs' own making does.
    ///
    /// - Parameters:
    ///   - names: as the files are called where they come from.
    ///   - environment: where the programs that packs need are looked up.
    public func mustBeFit(_ names: [String], _ files: [AttachedFile], environment: [String: String]) async throws {
        let papers = zip(names, files).filter { $1.format == .pdf }
        guard !papers.isEmpty else { return }
        let unfit = try await writer(environment).unfit(papers.map(\.1.contents))
        for (paper, reason) in zip(papers, unfit) {
            guard let reason else { continue }
            throw RegisterError.badInput(
                "“\(paper.0)” is not attached: \(reason.words).",
                remedies: [.say("Print it to a new PDF, or save it again as one that is plain.")])
        }
    }
}
