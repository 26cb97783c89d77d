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
        try issued().filter { paper in
            guard paper.edition != nil, let model = try contents(paper.model) else { return false }
            return model.range(of: Data(file.digest.utf8)) != nil
        }
    }
}

extension Operation {
    /// Erases one file of a matter for good.
    public func erase(_ file: AttachedPaper) throws { try erase(contents: file.digest) }
}
