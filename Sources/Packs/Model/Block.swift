/// One piece of a section. In JSON, an object with one key that says what it is: `{"table": {…}}`.
public enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    case list(ItemList)
    case table(PackTable)
    /// Labels with values.
    case facts(FactList)
    case notice(Notice)
    /// Counts that open a section.
    case figures(FigureList)
    case resolution(Resolution)

    /// A paragraph for each part of a text that an empty line sets off, each ending as a sentence does.
    public static func paragraphs(_ text: String) -> [Block] {
        text.split(separator: /\n[ \t]*\n/).flatMap { part -> [Block] in
            let lines = part.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }
            var blocks: [Block] = []
            // A line that begins with a mark is an item of a list, and goes on until the next.
            var said: [Substring] = []
            var items: [String] = []
            for line in lines {
                if let mark = line.first, "-*•".contains(mark), line.dropFirst().first == " " {
                    items.append(String(line.dropFirst(2)))
                } else if items.isEmpty {
                    said.append(line)
                } else {
                    items[items.count - 1] += " " + line
                }
            }
            let paragraph = said.joined(separator: " ").oneLine
            if !paragraph.isEmpty {
                blocks.append(.paragraph(Paragraph(items.isEmpty ? paragraph.sentence : paragraph)))
            }
            if !items.isEmpty { blocks.append(.list(ItemList(items))) }
            return blocks
        }
    }

    /// A text as it was written: paragraphs that empty lines set off, lists where lines begin with a mark, and every other line
    /// on a line of its own. A line that goes on with an item of a list is set in.
    public static func written(_ text: String) -> [Block] {
        text.split(separator: /\n[ \t]*\n/).flatMap { part -> [Block] in
            var blocks: [Block] = []
            var lines: [String] = []
            var items: [String] = []
            func end() {
                if !lines.isEmpty { blocks.append(.paragraph(Paragraph(lines: lines))) }
                if !items.isEmpty { blocks.append(.list(ItemList(items))) }
                lines = []
                items = []
            }
            for whole in part.split(whereSeparator: \.isNewline) {
                let line = whole.trimmingPrefix(while: \.isWhitespace)
                guard let mark = line.first else { continue }
                if "-*•".contains(mark), line.dropFirst().first == " " {
                    if !lines.isEmpty { end() }
                    items.append(String(line.dropFirst(2)))
                } else if !items.isEmpty, whole.first?.isWhitespace ?? false {
                    items[items.count - 1] += " " + line
                } else {
                    if !items.isEmpty { end() }
                    lines.append(String(line))
                }
            }
            end()
            return blocks
        }
    }

    public static func sentence(_ text: String) -> Block { .paragraph(Paragraph(text)) }
}

extension Block: Codable {
    private enum Key: String, CodingKey {
        case paragraph, list, table, facts, notice, figures, resolution
    }

    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        switch self {
        case .paragraph(let value): try object.encode(value, forKey: .paragraph)
        case .list(let value): try object.encode(value, forKey: .list)
        case .table(let value): try object.encode(value, forKey: .table)
        case .facts(let value): try object.encode(value, forKey: .facts)
        case .notice(let value): try object.encode(value, forKey: .notice)
        case .figures(let value): try object.encode(value, forKey: .figures)
        case .resolution(let value): try object.encode(value, forKey: .resolution)
        }
    }

    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        switch object.allKeys.first {
        case .paragraph: self = .paragraph(try object.decode(Paragraph.self, forKey: .paragraph))
        case .list: self = .list(try object.decode(ItemList.self, forKey: .list))
        case .table: self = .table(try object.decode(PackTable.self, forKey: .table))
        case .facts: self = .facts(try object.decode(FactList.self, forKey: .facts))
        case .notice: self = .notice(try object.decode(Notice.self, forKey: .notice))
        case .figures: self = .figures(try object.decode(FigureList.self, forKey: .figures))
        case .resolution: self = .resolution(try object.decode(Resolution.self, forKey: .resolution))
        case nil:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "A block without a kind."))
        }
    }
}
