import Testing

@testable import UseCases

@Suite("Reading CSV")
struct CSVReaderTests {
    private func cells(_ text: String) -> [[String]] { read(Array(text.utf8)).rows.map(\.cells) }

    private func read(_ bytes: [UInt8]) -> (rows: [CSVReader.Row], problems: [CSVReader.Problem]) {
        var reader = CSVReader(bytes)
        var rows: [CSVReader.Row] = []
        while let row = reader.next() { rows.append(row) }
        return (rows, reader.problems)
    }

    @Test(arguments: ["a,b\r\n1,2\r\n", "a,b\n1,2\n", "a,b\r1,2\r", "a,b\r\n1,2"])
    func endsLinesAsAnySystemDoes(text: String) {
        #expect(cells(text) == [["a", "b"], ["1", "2"]])
    }

    @Test func skipsAByteOrderMark() {
        #expect(cells("\u{FEFF}a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
        #expect(cells("\u{FEFF}\"a\",b\n") == [["a", "b"]])
    }

    @Test(arguments: ["a;b,c;d\n1;2;3\n", "a\tb,c\td\n1\t2\t3\n"])
    func findsTheSeparatorInTheHeader(text: String) {
        #expect(cells(text) == [["a", "b,c", "d"], ["1", "2", "3"]])
    }

    @Test func countsNoSeparatorInsideQuotes() {
        #expect(cells("\"a;b;c;d\",e\n1,2\n") == [["a;b;c;d", "e"], ["1", "2"]])
    }

    @Test func takesTheCommaWhenSeparatorsAreEquallyMany() {
        #expect(cells("a,b;c\n") == [["a", "b;c"]])
        #expect(cells("a\n") == [["a"]])
    }

    @Test func unquotes() {
        #expect(cells("\"a, b\",\"say \"\"so\"\"\",\"\"\n") == [["a, b", "say \"so\"", ""]])
        #expect(cells("\"\"\"\"\n") == [["\""]])
    }

    @Test func keepsLineBreaksInsideQuotesAsLineFeeds() {
        #expect(cells("a,b\n\"1\r\n2\r3\n4\",5\n") == [["a", "b"], ["1\n2\n3\n4", "5"]])
    }

    @Test func keepsSpacesAndEmptyCells() {
        #expect(cells("a,b,c\n 1 ,,\n") == [["a", "b", "c"], [" 1 ", "", ""]])
    }

    @Test func countsRowsAsASpreadsheetDoes() {
        let rows = read(Array("a\n\"1\n2\"\n\n3\n".utf8)).rows
        #expect(rows.map(\.number) == [1, 2, 3, 4])
        #expect(rows.map(\.cells) == [["a"], ["1\n2"], [""], ["3"]])
    }

    @Test func readsNothingFromNothing() {
        #expect(cells("").isEmpty)
        #expect(cells("\u{FEFF}").isEmpty)
    }

    @Test func saysWhereAQuoteIsNeverClosed() {
        let problems = read(Array("a,b\n1,2\n3,\"4\n5,6\n".utf8)).problems
        #expect(problems == [.init(row: 3, column: 2, kind: .openQuote)])
    }

    @Test func saysWhereAQuoteStrays() {
        let problems = read(Array("a,b\n1,5\" pipe\n\"x\"y,2\n".utf8)).problems
        #expect(
            problems == [.init(row: 2, column: 2, kind: .strayQuote), .init(row: 3, column: 1, kind: .textAfterQuote)])
    }

    @Test func saysWhereANULStands() {
        let problems = read(Array("a,b\n1,2\u{0}3\n\"\u{0}\",1\n".utf8)).problems
        #expect(problems == [.init(row: 2, column: 2, kind: .nul), .init(row: 3, column: 1, kind: .nul)])
    }

    @Test func saysOnceWhereItIsNotUTF8() {
        let bytes = Array("a,b\n1,caf".utf8) + [0xE9] + Array("\n2,na".utf8) + [0xEF] + Array("ve\n".utf8)
        #expect(read(bytes).problems == [.init(row: 2, column: 2, kind: .notUTF8)])
    }

    @Test(arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
    func takesNoIllFormedUTF8(bytes: [UInt8]) {
        #expect(read(bytes).problems == [.init(row: 1, column: 1, kind: .notUTF8)])
    }

    @Test func readsOtherAlphabetsAndEmoji() {
        #expect(cells("a,b\nŁódź,👩‍👧 家\n") == [["a", "b"], ["Łódź", "👩‍👧 家"]])
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

    @Test func refusesWhatIsLargerThan100MB() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: ImportTable.limit + 1)
        #expect(throws: TableRefused.self) { try CSVTable(bytes, encoding: .utf8) }
    }
}
