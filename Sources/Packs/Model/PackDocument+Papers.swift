import Foundation
import Partnership

/// A file that goes out with a pack, as far as the pack can hold it.
public struct PackPaper: Sendable {
    /// `m-3-paper-1.pdf`.
    public let name: String
    public let contents: Data
    /// What a PDF is; nil for what is none, or was not looked at.
    let look: PaperLook?

    /// Why a PDF does not hold it; nil where it does, or was not looked at.
    public var unfit: UnfitPaper? { look?.refused }

    public var file: (name: String, contents: Data) { (name, contents) }

    var isPDF: Bool { name.hasSuffix(".pdf") }

    /// What it says, where it is text.
    fileprivate var text: String? {
        let format = name.split(separator: ".").last.flatMap { AttachedPaper.Format(rawValue: String($0)) }
        return format?.isText ?? false ? String(decoding: contents, as: UTF8.self) : nil
    }
}

extension PackDocument {
    /// The names of the files that are set in it where a format can hold them, in its order.
    var papers: [String] {
        func names(_ section: PackSection) -> [String] {
            [section.paper].compactMap(\.self) + section.sections.flatMap(names)
        }
        return sections.flatMap(names)
    }

    /// The same with what those of its papers say that are text.
    func saying(_ papers: [PackPaper]) -> PackDocument {
        let texts = Dictionary(papers.map { ($0.name, $0) }) { $1 }
        func saying(_ section: PackSection) -> PackSection {
            var section = section
            section.sections = section.sections.map(saying)
            guard let name = section.paper, let paper = texts[name], let text = paper.text else { return section }
            section.blocks += name.hasSuffix(".md") ? Block.marked(text) : Block.written(text)
            return section
        }
        var document = self
        document.sections = sections.map(saying)
        return document
    }
}

extension Block {
    /// A text in Markdown, as far as it has headings and lists: marks of emphasis and links stay as they were typed.
    static func marked(_ text: String) -> [Block] {
        var blocks: [Block] = []
        var lines: [String] = []
        func end() {
            blocks += written(lines.joined(separator: "\n"))
            lines = []
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if let heading = line.wholeMatch(of: /#{1,6} +(.*?) *#*/) {
                end()
                blocks.append(.paragraph(Paragraph("", lead: String(heading.1))))
            } else {
                lines.append(String(line))
            }
        }
        end()
        return blocks
    }
}
