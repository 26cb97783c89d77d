import Ledger

/// What is minuted under an item of an agenda.
public enum MinutedText: Hashable, Sendable {
    case nothing
    /// Time ran out before it.
    case notReached
    /// What was said, in the lines and paragraphs in which it was written.
    case words(String)

    /// - Parameter words: none when they are nil or blank.
    init(_ words: String?, isReached: Bool) {
        let text = MinutedText.trimmed(words ?? "")
        self = isReached || !text.isEmpty ? (text.isEmpty ? .nothing : .words(text)) : .notReached
    }

    /// Eight digits or letters, or `-` for nothing, by which a sheet knows what it was made from: the same for the same
    /// words, and for others another.
    var version: String {
        switch self {
        case .nothing: "-"
        case .notReached: String(Hash.of("not reached", nil).prefix(8))
        case .words(let text): String(Hash.of("words", text).prefix(8))
        }
    }

    /// Without spaces at the ends of lines and before the first word, and without empty lines at either end.
    static func trimmed(_ text: String) -> String {
        var lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false).map { line in
                var line = line
                while line.last?.isWhitespace ?? false { line.removeLast() }
                return line
            }[...]
        while lines.first?.isEmpty ?? false { lines.removeFirst() }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        if let first = lines.first { lines[lines.startIndex] = first.drop(while: \.isWhitespace) }
        return lines.joined(separator: "\n")
    }
}

extension MinutedText: Codable {
    private enum CodingKeys: CodingKey { case discussed, reached }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decodeIfPresent(String.self, forKey: .discussed),
            isReached: try container.decode(Bool.self, forKey: .reached))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(words, forKey: .discussed)
        try container.encode(self != .notReached, forKey: .reached)
    }

    /// What was said; nil where nothing was.
    public var words: String? {
        if case .words(let text) = self { return text }
        return nil
    }
}

/// The minutes of a whole meeting, item by item, for whoever goes on writing them as one text.
public struct MinutesSheet: Codable, Hashable, Sendable {
    public struct Item: Codable, Hashable, Sendable {
        /// The number on the agenda, `8.1`.
        public let number: String
        /// With the reference of what it is about, where that is for whoever writes.
        public let title: String
        /// What is written under it is for no public paper.
        public let isPrivate: Bool
        public let minuted: MinutedText
    }

    /// `north-2019-04-30`.
    public let meeting: String
    /// `North LAP, 30 April 2019`.
    public let title: String
    public let items: [Item]
    /// The numbers of the items that nothing can be written under, or not by whoever asks.
    public let leftOut: [String]
}

/// What a sheet came back with.
public struct WrittenMinutes: Sendable {
    public struct Item: Hashable, Sendable {
        public let number: String
        /// The version of the text that it was made from; nil in a sheet that somebody wrote without one.
        public let version: String?
        public let minuted: MinutedText
        /// Where its number stands, from 1.
        public let line: Int
        /// Where the first of its words stands.
        public let textLine: Int
    }

    /// What it is called where its lines are cited: the name of the file.
    public let name: String
    public let items: [Item]
    public let lastLine: Int
}
