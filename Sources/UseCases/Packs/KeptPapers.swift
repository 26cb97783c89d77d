import Foundation
import Register

/// The files of recalled papers, which are kept beside the register and held against what is on record of them.
struct KeptPapers {
    /// The folder `.lap`, or one that is going to be it.
    let home: URL

    /// Files that are missing, were changed or do not belong there: each a sentence.
    func faults(against papers: [IssuedPaper]) -> [String] {
        let folder = home.appending(path: "recalled")
        let names = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).sorted()
        let known = Set(papers.map(\.digest))
        var found: Set<String> = []
        var faults: [String] = []
        var strange: [String] = []
        for name in names {
            let digest = (try? Data(contentsOf: folder.appending(path: name))).map(NewPaper.digest)
            if let digest, known.contains(digest) { found.insert(digest) } else { strange.append(name) }
        }
        for paper in papers where paper.isKept && !found.contains(paper.digest) {
            let name = (paper.breach.map { "\($0)-" } ?? "") + paper.name
            if let place = strange.firstIndex(of: name) {
                strange.remove(at: place)
                faults.append(
                    ".lap/recalled/\(name) is not the paper that was recalled any more: put it back from a backup.")
            } else {
                faults.append(
                    "\(paper.name), which was recalled and kept in .lap/recalled, is missing there: put it back from a backup."
                )
            }
        }
        return faults
            + strange.map { ".lap/recalled/\($0) is no paper that was issued, as it stands there: take it away." }
    }
}
