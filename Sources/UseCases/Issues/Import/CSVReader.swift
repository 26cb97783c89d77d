/// Reads comma-separated values as RFC 4180 has them, and as spreadsheets write them: lines end with CRLF, LF or CR, and
/// cells are separated by commas, semicolons or tabs. Works on bytes of UTF-8; no byte of a longer character can be taken
/// for a separator.
public struct CSVReader {
    struct Row: Equatable {
        /// As a spreadsheet shows it: the header is row 1.
        let number: Int
        let cells: [String]
    }

    /// What is wrong with the text itself, and where: rows and columns count from 1.
    public struct Problem: Hashable, Sendable {
        public enum Kind: Hashable, Sendable { case openQuote, strayQuote, textAfterQuote, nul, notUTF8 }

        let row: Int
        let column: Int
        let kind: Kind
    }

    /// In the order of the text; of bytes that are no UTF-8 only the first.
    private(set) var problems: [Problem] = []

    private let pieces: CSVSource.Pieces
    /// What was read and is not passed yet.
    private var bytes: [UInt8] = []
    private var separator = UInt8(ascii: ",")
    private var position = 0
    private var row = 0
    private var column = 0
    private var isUTF8 = true

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ pieces: @escaping CSVSource.Pieces) throws {
        self.pieces = pieces
        while bytes.count < Self.header, try readOn() {}
        position = bytes.starts(with: Self.byteOrderMark) ? 3 : 0
        separator = Self.separator(of: bytes[position...])
    }

    /// The header's cells end within so many bytes.
    private static let header = 1 << 16

    private mutating func readOn() throws -> Bool {
        guard let piece = try pieces() else { return false }
        bytes += piece
        return true
    }

    /// Whether there is a byte at the position.
    private mutating func hasMore() throws -> Bool {
        while position >= bytes.count { guard try readOn() else { return false } }
        return true
    }

    /// The next row; nil at the end. A line without anything on it is a row of one empty cell.
    mutating func next() throws -> Row? {
        if position >= Self.header {
            bytes.removeFirst(position)
            position = 0
        }
        guard try hasMore() else { return nil }
        row += 1
        column = 0
        var cells: [String] = []
        while true {
            column += 1
            cells.append(try cell())
            guard try hasMore(), bytes[position] == separator else { break }
            position += 1
        }
        if try hasMore() {
            let ends = bytes[position]
            position += 1
            if ends == Self.carriageReturn, try hasMore(), bytes[position] == Self.lineFeed { position += 1 }
        }
        return Row(number: row, cells: cells)
    }

    private mutating func cell() throws -> String {
        guard try hasMore(), bytes[position] == Self.quote else { return try bareCell() }
        let text = try quotedCell()
        let closed = position
        try skipToEnd()
        if position > closed { note(.textAfterQuote) }
        return text
    }

    private mutating func bareCell() throws -> String {
        let start = position
        try skipToEnd()
        let content = bytes[start..<position]
        if content.contains(Self.quote) { note(.strayQuote) }
        return text(content)
    }

    /// From its opening quotation mark to behind the closing one. Line ends inside become line feeds.
    private mutating func quotedCell() throws -> String {
        var content: [UInt8] = []
        position += 1
        while try hasMore() {
            let byte = bytes[position]
            position += 1
            switch byte {
            case Self.quote:
                guard try hasMore(), bytes[position] == Self.quote else { return text(content[...]) }
                position += 1
                content.append(byte)
            case Self.carriageReturn:
                if try hasMore(), bytes[position] == Self.lineFeed { position += 1 }
                content.append(Self.lineFeed)
            default: content.append(byte)
            }
        }
        note(.openQuote)
        return ""
    }

    private mutating func skipToEnd() throws {
        while try hasMore() {
            let byte = bytes[position]
            if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { return }
            position += 1
        }
    }

    private mutating func text(_ content: ArraySlice<UInt8>) -> String {
        if content.contains(0) { note(.nul) }
        if let text = String(validating: content, as: UTF8.self) { return text }
        if isUTF8 { note(.notUTF8) }
        isUTF8 = false
        return ""
    }

    private mutating func note(_ kind: Problem.Kind) {
        problems.append(Problem(row: row, column: column, kind: kind))
    }

    /// Whichever of comma, semicolon and tab stands most often between the header's cells; a comma when none does.
    private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [UInt8(ascii: ","): 0, UInt8(ascii: ";"): 0, UInt8(ascii: "\t"): 0]
        var isQuoted = false
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == lineFeed || byte == carriageReturn { break }
            counts[byte]? += 1
        }
        let found = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return found.map { $0.value > 0 ? $0.key : UInt8(ascii: ",") } ?? UInt8(ascii: ",")
    }
}
