import Foundation
import Partnership
import Workflow

/// A file that somebody attaches to a matter.
public struct AttachedFile: Sendable {
    public let format: AttachedPaper.Format
    public let contents: Data

    /// In bytes.
    public static let limit = 10_000_000

    /// Throws what is wrong with it: it is none of the kinds that papers are, is not what its name says, is empty or too large.
    ///
    /// - Parameter name: as it is called where it comes from.
    public init(named name: String, contents: Data) throws(RegisterError) {
        let kind = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        let kinds = AttachedPaper.Format.allCases.map { $0.rawValue.uppercased() }.joined(separator: ", ")
        guard let format = AttachedPaper.Format(rawValue: kind == "jpg" ? "jpeg" : kind) else {
            throw .badInput(
                "A file of this kind is not attached: “\(name)”.", remedies: [.say("Papers are \(kinds).")])
        }
        guard contents.count <= AttachedFile.limit else {
            throw .badInput(
                "“\(name)” is too large: a paper may have \(AttachedFile.limit / 1_000_000) MB.",
                remedies: [.say("Save it with smaller pictures, or as several files.")])
        }
        guard format.begins(contents) else {
            throw .badInput(
                contents.isEmpty
                    ? "“\(name)” is empty." : "“\(name)” is no \(kind.uppercased()), whatever its name says.",
                remedies: [.say("Save it again as one of these: \(kinds).")])
        }
        self.format = format
        self.contents = contents
    }
}

extension AttachedPaper.Format {
    /// Whether bytes are what such a file holds, as far as its beginning tells.
    fileprivate func begins(_ contents: Data) -> Bool {
        switch self {
        case .pdf: contents.starts(with: Data("%PDF-".utf8))
        case .docx, .xlsx: contents.starts(with: [0x50, 0x4B, 0x03, 0x04])
        case .png: contents.starts(with: [0x89, 0x50, 0x4E, 0x47])
        case .jpeg: contents.starts(with: [0xFF, 0xD8, 0xFF])
        case .txt, .md: !contents.isEmpty && !contents.contains(0) && String(data: contents, encoding: .utf8) != nil
        }
    }
}
