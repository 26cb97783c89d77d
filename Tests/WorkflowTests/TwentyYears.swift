import Foundation
import Testing

@testable import Workflow

/// Deadlines over twenty years as another implementation works them out: `Tests/Data/TwentyYears.py` says how.
struct TwentyYears {
    /// Where the count starts, and the deadline.
    typealias Row = (start: Day, end: Day)

    let calendar: WorkingCalendar
    private let blocks: [String: [Row]]

    init(file: String = #filePath) throws {
        let data = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Data/TwentyYears.txt")
        let lines = try String(contentsOf: data, encoding: .utf8).split(separator: "\n")
        calendar = WorkingCalendar(name: "twenty", holidays: Samples.days(String(lines[0])), covers: 2008...2030)
        var blocks: [String: [Row]] = [:]
        let first = try Day.on("2009-01-01")
        var name = ""
        var least = 0
        for line in lines.dropFirst() {
            let words = line.split(separator: " ")
            if words.count == 2 {
                name = String(words[0])
                least = try #require(Int(words[1]))
                blocks[name] = []
            } else {
                for digit in line.utf8 {
                    let start = first + (blocks[name]?.count ?? 0)
                    blocks[name]?.append((start, start + least + (try Self.value(of: digit))))
                }
            }
        }
        self.blocks = blocks
    }

    /// The rows of a kind of deadline: one for each day of 2009 to 2028.
    subscript(kind: String) -> [Row] {
        get throws {
            let rows = try #require(blocks[kind])
            try #require(rows.count == 7305)
            return rows
        }
    }

    var kinds: Set<String> { Set(blocks.keys) }

    /// 0-9, A-Z, a-z.
    private static func value(of digit: UInt8) throws -> Int {
        switch digit {
        case 0x30...0x39: Int(digit) - 0x30
        case 0x41...0x5A: Int(digit) - 0x41 + 10
        case 0x61...0x7A: Int(digit) - 0x61 + 36
        default: throw Unreadable()
        }
    }

    private struct Unreadable: Error {}
}
