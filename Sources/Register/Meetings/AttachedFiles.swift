import Foundation
import Ledger
import Partnership
import Workflow

/// Files that went out beside papers, found again by the names that they went out under.
extension View {
    /// The file of a matter that has a name, as long as it is kept: `m-3-paper-1.pdf`.
    public func attachedFile(named name: String) throws -> (matter: StoredItem, file: AttachedPaper)? {
        guard let match = name.lowercased().wholeMatch(of: /([a-z]-[1-9][0-9]{0,8})-paper-[1-9][0-9]*\.[a-z]+/),
            let matter = try? item(match.1.uppercased(), workflow: "matter")
        else { return nil }
        return try attached(to: matter).first { $0.name == name.lowercased() }.map { (matter, $0) }
    }

    /// The papers that went out with a file, oldest first.
    public func issued(with file: AttachedPaper) throws -> [IssuedPaper] {
        var known: [String: Bool] = [:]
        return try issued().filter { paper in
            guard paper.edition != nil else { return false }
            if known[paper.model] == nil {
                known[paper.model] = try contents(paper.model)?.range(of: Data(file.digest.utf8)) != nil
            }
            return known[paper.model] ?? false
        }
    }

    /// Those of them that hold what it says themselves.
    public func issued(holding file: AttachedPaper) throws -> [IssuedPaper] {
        guard !file.holders.isEmpty else { return [] }
        return try issued(with: file).filter { !$0.isErased && file.holders.contains($0.format) }
    }

    /// Of those, what something is in that has to be kept as it is.
    public func heldPaper(holding file: AttachedPaper) throws -> IssuedPaper? {
        let held = try heldReferences()
        return held.isEmpty
            ? nil : try issued(holding: file).first { !held.isDisjoint(with: [$0.item] + $0.cites) }
    }
}

extension Operation {
    /// Erases one file of a matter for good, and with it every file of an issued paper that holds what it says, but for what
    /// has to be kept as it is.
    public func erase(_ file: AttachedPaper) throws {
        let held = try view.heldReferences()
        for paper in try view.issued(holding: file) where held.isDisjoint(with: [paper.item] + paper.cites) {
            try erase(contents: paper.digest)
        }
        try erase(contents: file.digest)
    }
}
