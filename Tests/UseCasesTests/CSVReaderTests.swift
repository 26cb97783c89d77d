import Foundation
import Testing

@testable import UseCases

@Suite("Reading CSV")
struct CSVReaderTests {
    private func cells(_ text: String) throws -> [[String]] { try read(Array(text.utf8)).rows.map(\.cells) }

    private typealias Read = (rows: [CSVReader.Row], problems: [CSVReader.Problem])

    /// Read in one piece and a byte at a time, which has to say the same.
    private func read(_ bytes: [UInt8]) throws -> Read {
        let (whole, parts) = (try read(CSVSource(bytes)), try read(Self.byteByByte(bytes)))
        #expect(whole.rows == parts.rows && whole.problems == parts.problems)
        return whole
    }

    private func read(_ source: CSVSource) throws -> Read {
        var reader = try CSVReader(source.pieces(in: .utf8))
        var rows: [CSVReader.Row] = []
        while let row = try reader.next() { rows.append(row) }
        return (rows, reader.problems)
    }

    private static func byteByByte(_ bytes: [UInt8]) -> CSVSource {
        CSVSource {
            var place = 0
            return {
                guard place < bytes.count else { return nil }
                place += 1
                return [bytes[place - 1]]
            }
        }
    }

    @Test(arguments: ["a,b\r\n1,2\r\n", "a,b\n1,2\n", "a,b\r1,2\r", "a,b\r\n1,2"])
    func endsLinesAsAnySystemDoes(text: String) throws {
        #expect(try cells(text) == [["a", "b"], ["1", "2"]])
    }

    @Test func skipsAByteOrderMark() throws {
        #expect(try cells("\u{FEFF}a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
        #expect(try cells("\u{FEFF}\"a\",b\n") == [["a", "b"]])
    }

    @Test(arguments: ["a;b,c;d\n1;2;3\n", "a\tb,c\td\n1\t2\t3\n"])
    func findsTheSeparatorInTheHeader(text: String) throws {
        #expect(try cells(text) == [["a", "b,c", "d"], ["1", "2", "3"]])
    }

    @Test func countsNoSeparatorInsideQuotes() throws {
        #expect(try cells("\"a;b;c;d\",e\n1,2\n") == [["a;b;c;d", "e"], ["1", "2"]])
    }

    @Test func takesTheCommaWhenSeparatorsAreEquallyMany() throws {
        #expect(try cells("a,b;c\n") == [["a", "b;c"]])
        #expect(try cells("a\n") == [["a"]])
    }

    @Test func unquotes() throws {
        #expect(try cells("\"a, b\",\"say \"\"so\"\"\",\"\"\n") == [["a, b", "say \"so\"", ""]])
        #expect(try cells("\"\"\"\"\n") == [["\""]])
    }

    @Test func keepsLineBreaksInsideQuotesAsLineFeeds() throws {
        #expect(try cells("a,b\n\"1\r\n2\r3\n4\",5\n") == [["a", "b"], ["1\n2\n3\n4", "5"]])
    }

    @Test func keepsSpacesAndEmptyCells() throws {
        #expect(try cells("a,b,c\n 1 ,,\n") == [["a", "b", "c"], [" 1 ", "", ""]])
    }

    @Test func countsRowsAsASpreadsheetDoes() throws {
        let rows = try read(Array("a\n\"1\n2\"\n\n3\n".utf8)).rows
        #expect(rows.map(\.number) == [1, 2, 3, 4])
        #expect(rows.map(\.cells) == [["a"], ["1\n2"], [""], ["3"]])
    }

    @Test func readsNothingFromNothing() throws {
        #expect(try cells("").isEmpty)
        #expect(try cells("\u{FEFF}").isEmpty)
    }

    @Test func saysWhereAQuoteIsNeverClosed() throws {
        let problems = try read(Array("a,b\n1,2\n3,\"4\n5,6\n".utf8)).problems
        #expect(problems == [.init(row: 3, column: 2, kind: .openQuote)])
    }

    @Test func saysWhereAQuoteStrays() throws {
        let problems = try read(Array("a,b\n1,5\" pipe\n\"x\"y,2\n".utf8)).problems
        #expect(
            problems == [.init(row: 2, column: 2, kind: .strayQuote), .init(row: 3, column: 1, kind: .textAfterQuote)])
    }

    @Test func saysWhereANULStands() throws {
        let problems = try read(Array("a,b\n1,2\u{0}3\n\"\u{0}\",1\n".utf8)).problems
        #expect(problems == [.init(row: 2, column: 2, kind: .nul), .init(row: 3, column: 1, kind: .nul)])
    }

    @Test func saysOnceWhereItIsNotUTF8() throws {
        let bytes = Array("a,b\n1,caf".utf8) + [0xE9] + Array("\n2,na".utf8) + [0xEF] + Array("ve\n".utf8)
        #expect(try read(bytes).problems == [.init(row: 2, column: 2, kind: .notUTF8)])
    }

    @Test(arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
    func takesNoIllFormedUTF8(bytes: [UInt8]) throws {
        #expect(try read(bytes).problems == [.init(row: 1, column: 1, kind: .notUTF8)])
    }

    @Test func readsOtherAlphabetsAndEmoji() throws {
        #expect(try cells("a,b\nŁódź,👩‍👧 家\n") == [["a", "b"], ["Łódź", "👩‍👧 家"]])
    }

    @Test func decodesWindows1252() throws {
        let bytes: [UInt8] = [0x80, 0x92, 0x41, 0xE9, 0x96]
        #expect(String(decoding: try #require(CSVEncoding.windows1252.decoded(bytes)), as: UTF8.self) == "€’Aé–")
        #expect(CSVEncoding.windows1252.decoded([0x41, 0x81]) == nil)
        #expect(CSVEncoding.looksLikeWindows1252(bytes))
        #expect(!CSVEncoding.looksLikeWindows1252([0x8D]))
    }

    @Test(arguments: zip([1, 26, 27, 52, 703], ["A", "Z", "AA", "AZ", "AAA"]))
    func namesColumnsAsASpreadsheetDoes(column: Int, letters: String) {
        #expect(CSVTable.letters(column) == letters)
    }

    @Test func refusesWhatIsLargerThanAnyLog() throws {
        let pieces = try CSVSource(Array("a,b\n1,2\n".utf8)).pieces(in: .utf8, limit: 7)
        #expect(throws: TableRefused.self) { _ = try CSVReader(pieces) }
    }

    @Test func readsRowsAnewAndTellsOfAFileThatChanged() throws {
        let bytes = Array("a,b\n1,2\n,\n3\n4,5\n".utf8)
        let opened = Counter()
        let source = CSVSource {
            opened.count += 1
            var left: [UInt8]? = opened.count < 3 ? bytes : bytes + Array("6,7\n".utf8)
            return {
                defer { left = nil }; return left
            }
        }
        let table = try CSVTable(source, encoding: .utf8)
        #expect(table.count == 2 && table.ragged.map(\.row) == [4])
        var rows = try table.rows()
        #expect(try rows.next()?.cells == ["1", "2"])
        #expect(try rows.next()?.number == 5)
        #expect(try rows.next() == nil)
        var changed = try table.rows()
        for _ in 1...3 { _ = try changed.next() }
        #expect(throws: TableRefused.self) { try changed.next() }
    }

    /// A pipe, as a shell writes `<(command)`, can be read once.
    @Test func readsAPipeToo() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "pipe-\(UUID())").path
        #expect(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        let writer = Thread { try? Data("a,b\n1,2\n".utf8).write(to: URL(filePath: path)) }
        writer.start()
        let table = try CSVTable(CSVSource(path: path), encoding: .utf8)
        var rows = try table.rows()
        #expect(try rows.next()?.cells == ["1", "2"] && table.columns == ["a", "b"])
    }

    private final class Counter: @unchecked Sendable { var count = 0 }
}
