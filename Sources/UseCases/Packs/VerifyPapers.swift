import Foundation
import Partnership
import Register
import Workflow

/// Which issued papers some files are, known by what they hold.
public struct VerifyPapers: Question {
    /// Their names with the SHA-256 of what they hold.
    private let files: [(name: String, digest: String)]

    /// - Parameter files: files, and folders that hold some. Throws `BackupProblem.noFile` when one cannot be read.
    public init(_ files: [URL]) throws {
        var found: [(name: String, digest: String)] = []
        for file in files {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
                throw BackupProblem.noFile(file.lastPathComponent)
            }
            let inside = isFolder.boolValue ? try FileManager.default.subpathsOfDirectory(atPath: file.path) : nil
            for name in inside?.sorted() ?? [""] {
                let place = name.isEmpty ? file : file.appending(path: name)
                if inside != nil, !place.isPlainFile { continue }
                guard let contents = try? Data(contentsOf: place) else {
                    throw BackupProblem.noFile(place.lastPathComponent)
                }
                found.append((name.isEmpty ? file.lastPathComponent : name, NewPaper.digest(of: contents)))
            }
        }
        self.files = found
    }

    public func answer(from view: View, as standing: Standing) throws -> [VerifiedPaper] {
        try files.map { name, digest in
            guard let paper = try view.issued(digest: digest) ?? paper(with: name, digest, view),
                try paper.isTold(to: standing, from: view)
            else {
                return VerifiedPaper(file: name, isIssued: false, paper: nil, state: nil, replacedBy: nil)
            }
            let item = try view.item(paper.item)
            let later = try view.issued(about: item).last {
                $0.isOfOneKind(with: paper) && $0.number > paper.number
            }
            let state: VerifiedPaper.State =
                if paper.recalled != nil {
                    .recalled
                } else if paper.isErased {
                    .redacted
                } else if later != nil {
                    .replaced
                } else {
                    .stands
                }
            return VerifiedPaper(
                file: name, isIssued: true,
                paper: IssuedPackLine(
                    paper, citing: paper.cites.filter { (try? view.item($0, visibleTo: standing)) != nil },
                    mailed: try view.mailed(with: paper).map(\.person.name)),
                state: state,
                replacedBy: paper.correctedBy ?? later?.name)
        }
    }

    /// The last paper that went out with a file.
    private func paper(with name: String, _ digest: String, _ view: View) throws -> IssuedPaper? {
        let name = name.split(separator: "/").last.map(String.init) ?? name
        guard let (_, file) = try view.attachedFile(named: name),
            try view.attachedContents(file.digest).map(NewPaper.digest) == digest
        else { return nil }
        return try view.issued(with: file).last
    }
}

/// What a file is known as.
public struct VerifiedPaper: Sendable, Codable {
    public enum State: String, Sendable, Codable {
        /// It is what goes out today.
        case stands
        case recalled
        /// Words were taken out of it since, or all that it holds was erased.
        case redacted
        /// Another of its kind went out since.
        case replaced
    }

    public let file: String
    /// Whether it was issued, as far as whoever asks may know.
    public let isIssued: Bool
    public let paper: IssuedPackLine?
    public let state: State?
    /// The name of what replaces it.
    public let replacedBy: String?
}

extension IssuedPaper {
    /// Whether somebody may know that it was issued: who could make it, or may read or recall it.
    func isTold(to standing: Standing, from view: View) throws -> Bool {
        let subject = try PackSubject(self, from: view)
        return try [subject.making, subject.reading, .recall].contains {
            try subject.may($0, as: standing, from: view)
        }
    }
}
