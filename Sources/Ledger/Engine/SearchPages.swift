/// The search index's own tables: every page and every row of its map of pages has to be one that the list of its segments
/// leads to, so that nothing else can lie there. How FTS5 stores them is told in SQLite's `fts5_index.c`.
///
/// What it cannot tell: the words in rows of the map that a merge, while it is unfinished, has left behind, and words that
/// are marked as taken out of the index until a merge drops them.
struct SearchPages {
    private struct Segment {
        let id: Int
        /// Its pages, by their numbers: those before the first were merged into another segment.
        let pages: ClosedRange<Int>

        /// The key of a page: the segment, whether it lists the pages of one long entry, its height there, its number.
        func key(_ page: Int) -> Int { id << 37 + page }
        var listKeys: Range<Int> { (2 * id + 1) << 36..<(id + 1) << 37 }
    }

    private let connection: SQLiteConnection
    private let segments: [Segment]

    /// Nil when the list of segments cannot be read, or says more than that.
    init?(of connection: SQLiteConnection) throws {
        self.connection = connection
        let list = try connection.row("SELECT hex(block) AS block FROM main.search_data WHERE id = 10")?.text("block")
        guard let list, let segments = SearchPages.segments(Block(hex: list)) else { return nil }
        self.segments = segments
    }

    /// A cookie of four bytes, then numbers: of levels, of segments, of writes; for each level how many of its segments
    /// are being merged and how many there are; for each segment its own, its first page's and its last page's.
    private static func segments(_ block: Block) -> [Segment]? {
        var reader = Block.Reader(block, from: 4)
        guard let levels = reader.number(), let count = reader.number(), reader.number() != nil else { return nil }
        var segments: [Segment] = []
        var level = 0
        while level < levels {
            guard reader.number() != nil, let total = reader.number() else { return nil }
            var place = 0
            while place < total {
                guard let id = reader.number(), let first = reader.number(), let last = reader.number(),
                    (1...0xFFFF).contains(id), first > 0, last >= first, last < 1 << 31
                else { return nil }
                segments.append(Segment(id: id, pages: first...last))
                place += 1
            }
            level += 1
        }
        let isWhole = reader.isAtEnd && segments.count == count && Set(segments.map(\.id)).count == count
        return isWhole ? segments : nil
    }

    /// Every page and every row of the map is one that the index leads to.
    func areAccountedFor() throws -> Bool {
        var sum = 0
        for segment in segments {
            guard let flagged = try accounts(for: segment), let own = try lists(of: segment, flagged) else {
                return false
            }
            sum += own
        }
        let pages = segments.reduce(0) { $0 + $1.pages.count } + sum
        // With the totals and the list of segments.
        guard try count("SELECT count(*) AS n FROM main.search_data WHERE id NOT IN (1, 10)") == pages else {
            return false
        }
        let ids = Set(segments.map(\.id))
        return try connection.rows("SELECT DISTINCT segid FROM main.search_idx", []).allSatisfy {
            $0.values[0].integer.map(ids.contains) ?? false
        }
    }

    private func count(_ sql: String) throws -> Int? { try connection.row(sql)?.integer("n") }

    /// Goes through a segment's pages and the map's rows side by side: a row for each page in which an entry begins, with
    /// the beginning of the first such word. The answer is which of the pages have a list of what follows them; nil when a
    /// page or a row is missing, or one too many.
    private func accounts(for segment: Segment) throws -> Set<Int>? {
        let pages = try connection.cursor(
            "SELECT id, hex(block) FROM main.search_data WHERE id BETWEEN ? AND ? ORDER BY id",
            [.integer(segment.key(0)), .integer(segment.key(1 << 31 - 1))])
        let map = try connection.cursor(
            "SELECT pgno, hex(term) FROM main.search_idx WHERE segid = ? ORDER BY term", [.integer(segment.id)])
        var flagged: Set<Int> = []
        var row = try map.next()
        func number(_ row: Row) -> Int? {
            guard let number = row.values[0].integer, number > 0 else { return nil }
            if number & 1 == 1 { flagged.insert(number >> 1) }
            return number >> 1
        }
        while let left = row {
            guard let page = number(left) else { return nil }
            if page >= segment.pages.lowerBound { break }
            row = try map.next()
        }
        for expected in segment.pages {
            guard let page = try pages.next(), page.values[0].integer == segment.key(expected),
                let hex = page.values[1].text
            else { return nil }
            guard let begins = Block(hex: hex).firstWord else { return nil }
            guard let word = begins else { continue }
            guard let own = row, number(own) == expected, let hex = own.values[1].text else { return nil }
            let start = Block(hex: hex).bytes
            let isIts =
                expected == 1
                ? start.isEmpty
                : expected == segment.pages.lowerBound
                    ? !word.lexicographicallyPrecedes(start) : !start.isEmpty && word.starts(with: start)
            guard isIts else { return nil }
            row = try map.next()
        }
        guard try row == nil && pages.next() == nil else { return nil }
        return flagged
    }

    /// How many pages list what follows the flagged ones; nil when there is one of another page. Only a list that takes
    /// more than a page goes on in others.
    private func lists(of segment: Segment, _ flagged: Set<Int>) throws -> Int? {
        let found = try connection.cursor(
            """
            SELECT id, substr(hex(substr(block, 1, 1)), 2) FROM main.search_data WHERE id >= ? AND id < ? ORDER BY id
            """, [.integer(segment.listKeys.lowerBound), .integer(segment.listKeys.upperBound)])
        var count = 0
        var goesOn = false
        while let list = try found.next() {
            guard let key = list.values[0].integer else { return nil }
            if flagged.contains(key - segment.listKeys.lowerBound) {
                if list.values[1].text == "1" { goesOn = true }
            } else if !goesOn {
                return nil
            }
            count += 1
        }
        return count
    }
}

/// The bytes of a page of the search index.
private struct Block {
    let bytes: [UInt8]

    /// - Parameter hex: as SQLite's `hex` writes them.
    init(hex: String) {
        func digit(_ code: UInt8) -> UInt8 { code < 58 ? code &- 48 : code &- 55 }
        let codes = Array(hex.utf8)
        bytes = stride(from: 0, to: codes.count - 1, by: 2).map { digit(codes[$0]) << 4 | digit(codes[$0 + 1]) }
    }

    /// The first word that begins in a page; nil inside when none does, and nil when it is no such page. Its third and
    /// fourth byte say where its text ends; there stands where the first word does, by its length and its bytes.
    var firstWord: [UInt8]?? {
        guard bytes.count >= 4 else { return nil }
        let end = Int(bytes[2]) << 8 | Int(bytes[3])
        guard end >= 4, end <= bytes.count else { return nil }
        guard end < bytes.count else { return .some(nil) }
        var footer = Reader(self, from: end)
        guard let place = footer.number(), place < end else { return nil }
        var text = Reader(self, from: place)
        guard let length = text.number(), length > 0, length <= end - text.place else { return nil }
        return Array(bytes[text.place..<text.place + length])
    }

    /// Reads numbers one after the other.
    struct Reader {
        private let bytes: [UInt8]
        private(set) var place: Int

        init(_ block: Block, from place: Int) {
            bytes = block.bytes
            self.place = place
        }

        var isAtEnd: Bool { place == bytes.count }

        /// Seven bits a byte, the highest first, eight in a ninth; nil when the block ends in it, or it is none that counts.
        mutating func number() -> Int? {
            var number: UInt64 = 0
            for count in 1...9 {
                guard place < bytes.count else { return nil }
                let byte = bytes[place]
                place += 1
                if count == 9 {
                    number = number << 8 | UInt64(byte)
                } else {
                    number = number << 7 | UInt64(byte & 127)
                    if byte < 128 { break }
                }
            }
            return Int(exactly: number)
        }
    }
}
