import Foundation
import Packs
import Partnership
import Register
import Workflow

/// One file that was issued, whatever went out since: for those who could make it, and once it was recalled, or names what
/// may be in no paper any more, for those who read recalled papers.
struct FindIssuedFile: InnerQuestion {
    /// SHA-256 of what it holds, or as much of its beginning as tells it from others.
    let digest: String

    func answer(from view: View, as standing: Standing) throws -> (paper: IssuedPaper, contents: Data) {
        let found = try view.issued().filter { $0.digest.hasPrefix(digest.lowercased()) }
        guard digest.count >= 6, let paper = found.last, Set(found.map(\.digest)).count == 1,
            try paper.isTold(to: standing, from: view)
        else {
            throw RegisterError.notFound(
                "No issued file, or more than one, has a digest that begins so.",
                remedies: [.say("Give six or more of its digits."), .deed("issued-packs")])
        }
        let subject = try PackSubject(paper, from: view)
        let isBarred = try paper.recalled == nil && view.isBarred(paper)
        if try isBarred && !subject.may(.readRecalled, as: standing, from: view) {
            throw RegisterError.notPermitted(
                "\(paper.name) is given out no more as it was: something of it may be in no paper any more.",
                remedies: [.say("Ask for the paper itself: it is made from what is on record.")])
        }
        try subject.must(
            isBarred || paper.recalled != nil ? .readRecalled : subject.making, as: standing, from: view)
        guard let contents = try view.contents(paper.digest) else {
            throw RegisterError.notFound(
                "What \(paper.name) held was erased for good.",
                remedies: paper.redacted == nil ? [] : [.say("Ask for the paper itself: it is set anew without it.")])
        }
        if paper.edition == nil { view.noteLetter(about: try view.item(paper.item)) }
        return (paper, contents)
    }
}

extension Workplace {
    /// Gives out a file that was issued, as it was, under its own name.
    ///
    /// - Parameter digest: SHA-256 of what it holds, or its first six digits or more.
    public func copyIssued(_ digest: String, to folder: URL, for request: Request) async throws -> PackFile {
        try mustLieOutside(folder)
        let (paper, contents) = try read(FindIssuedFile(digest: digest), for: request)
        guard let format = PackWriter.Format(rawValue: paper.format) else {
            throw RegisterError.damaged("\(paper.name) is of no known format")
        }
        let given = try await writer([:]).give(
            [PackWriter.ReadyFile(name: paper.name, format: format, contents: contents)], name: paper.stem,
            title: paper.name, edition: paper.edition.flatMap(Edition.init(rawValue:)), to: folder.path)
        return PackFile(given[0], .issued, of: paper.day, isSetAnew: false)
    }
}
