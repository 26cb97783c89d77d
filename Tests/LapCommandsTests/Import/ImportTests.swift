import Foundation
import Testing

@testable import LapCommands

@Suite("lap issue import")
struct ImportTests {
    static let header =
        "received,area,channel,raised-by,name,safeguarding,theme,parallel,consent,summary,detail\n"

    private func row(_ changes: [String: String] = [:]) -> String {
        let values = [
            ("received", "02/07/2019"), ("area", "north"), ("channel", "email"), ("raised-by", "parent-carer"),
            ("name", "Family 01"), ("safeguarding", "no"), ("theme", "salt"), ("parallel", "none"),
            ("consent", "\"record,discuss-anonymised\""), ("summary", "Nine-month wait"), ("detail", ""),
        ]
        return values.map { changes[$0.0] ?? $0.1 }.joined(separator: ",") + "\n"
    }

    /// Imports text and expects a refusal that changes nothing. The answer is what was complained.
    private func refused(
        _ text: String, _ options: String..., status: Int32 = 65,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let scratch = try await Scratch()
        try scratch.write(text, to: "log.csv")
        let before = try scratch.bytes()
        let ran = await scratch.run(["issue", "import", "log.csv"] + options)
        #expect(ran.status == status, "\(ran.complaints)", sourceLocation: sourceLocation)
        #expect(ran.output.isEmpty, sourceLocation: sourceLocation)
        #expect(try scratch.bytes() == before, sourceLocation: sourceLocation)
        return ran.complaints
    }

    /// What would hide behind it from whoever reads to it is stored nowhere, whichever door it comes through.
    @Test func aTextWithANULIsRefused() async throws {
        let text = ImportTests.header + row(["summary": "Nine\u{0}month wait"])
        let complained = try await refused(text)
        #expect(complained.contains("NUL"), "\(complained)")
        let scratch = try await Scratch()
        let before = try scratch.bytes()
        let raised = await scratch.run(
            [
                "issue", "raise", "--area", "north", "--raised-by", "parent-carer", "--channel", "email", "--received",
                "2019-04-01", "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--consent", "record",
                "--summary", "A wait", "--detail", "-",
            ], input: "Told\u{0}in confidence")
        #expect(raised.status == 65 && raised.complaints.contains("NUL"), "\(raised.complaints)")
        let added = await scratch.run("member", "add", "Some\u{0}body <somebody@example.org>")
        #expect(added.status == 65, "\(added.complaints)")
        #expect(try scratch.bytes() == before)
    }

    @Test func logsTheDemosConcerns() async throws {
        let scratch = try await Scratch()
        for area in ["South", "East"] {
            let person = "DCO \(area) <dco.\(area.lowercased())@example.org>"
            let added = await scratch.run(
                "member", "add", person, "--seat", "\(area.lowercased())/dco", "--from", "2019-01-07")
            try #require(added.status == 0, "\(added.complaints)")
        }
        let file = Scratch.checkout.appending(path: "script/demo-data/concerns-2019.csv").path
        let ran = await scratch.run("issue", "import", file)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(ran.output.hasPrefix("30 issues logged: N-1 to N-"))
        #expect(ran.output.contains("The safeguarding screen is not clear for "))
        #expect(ran.complaints == "Undo with: lap undo 4\n")
        let listed = await scratch.run("issue", "list", "--json", "--limit", "100")
        #expect(listed.output.components(separatedBy: "\"ref\":").count == 31)
        #expect(await scratch.run("fsck").status == 0)
    }

    @Test func keepsWhatTheCellsSay() async throws {
        let scratch = try await Scratch()
        try scratch.write(
            ImportTests.header + row(["detail": "\"First\r\nthen \"\"nothing\"\" 👩‍👧\"", "name": "Łukasz ☎"]),
            to: "log.csv")
        #expect(await scratch.run("issue", "import", "log.csv").status == 0)
        let shown = await scratch.run("issue", "show", "N-1", "--json").output
        #expect(shown.contains(#""detail":"First\nthen \"nothing\" 👩‍👧""#))
        #expect(shown.contains(#""name":"Łukasz ☎""#))
        #expect(shown.contains(#""received":"2019-07-02""#))
        #expect(shown.contains(#""due":"2019-07-05""#))
        #expect(shown.contains(#""consent":["record","discuss-anonymised"]"#))
    }

    /// What nobody told of is on no record: no complaint was asked for, and no privacy notice given.
    @Test func saysNothingThatNobodyTold() async throws {
        let scratch = try await Scratch()
        try scratch.write(ImportTests.header + row(), to: "log.csv")
        #expect(await scratch.run("issue", "import", "log.csv").status == 0)
        let shown = await scratch.run("show", "N-1").output
        #expect(shown.contains("Nine-month wait"))
        #expect(!shown.contains("complaint") && !shown.contains("Privacy notice"), "\(shown)")
        let edited = await scratch.run("issue", "edit", "N-1", "--complaint", "yes", "--on", "2019-08-01")
        #expect(edited.status == 0, "\(edited.complaints)")
        #expect(await scratch.run("show", "N-1").output.contains("Asked to be handled as a complaint on 2019-08-01"))
    }

    @Test func logsEachIssueOnTheDayItWasReceived() async throws {
        let scratch = try await Scratch()
        try scratch.write(ImportTests.header + row() + row(["received": "2019-07-01"]), to: "log.csv")
        #expect(await scratch.run("issue", "import", "log.csv").status == 0)
        let early = await scratch.run(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-07-09", "--on", "2019-07-01")
        #expect(early.status == 65)
        let acknowledged = await scratch.run(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-07-09", "--on", "2019-07-03")
        #expect(acknowledged.status == 0, "\(acknowledged.complaints)")
        #expect(await scratch.run("fsck").status == 0)
    }

    @Test func isOneOperationThatCanBeUndone() async throws {
        let scratch = try await Scratch()
        try scratch.write(ImportTests.header + row() + row(["area": "south"]) + row(), to: "log.csv")
        let ran = await scratch.run("issue", "import", "log.csv")
        #expect(ran.output == "3 issues logged: N-1 to N-2, S-1.\nNext: lap issue acknowledge N-1, and lap status\n")
        #expect(await scratch.run("log").output.contains("issue import"))
        #expect(await scratch.run("undo", "2").status == 0)
        #expect(await scratch.run("issue", "list").output.isEmpty)
    }

    @Test func answersInJSON() async throws {
        let scratch = try await Scratch()
        try scratch.write(ImportTests.header + row() + row(["safeguarding": "unsure"]), to: "log.csv")
        let ran = await scratch.run("issue", "import", "log.csv", "--json")
        let answer =
            #"{"count":2,"dryRun":false,"leftOut":[],"operation":2,"refs":["N-1","N-2"],"safeguarding":["N-2"],"warnings":[]}"#
        #expect(ran.output == answer + "\n")
        #expect(ran.complaints.isEmpty)
    }

    @Test func changesNothingInADryRun() async throws {
        let scratch = try await Scratch()
        try scratch.write(ImportTests.header + row(), to: "log.csv")
        let before = try scratch.bytes()
        let ran = await scratch.run("issue", "import", "log.csv", "-n")
        #expect(ran.output == "Would be 1 issue logged: N-1.\n")
        #expect(try scratch.bytes() == before)
    }

    @Test func readsStandardInput() async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run(["issue", "import", "-"], input: ImportTests.header + row())
        #expect(ran.status == 0, "\(ran.complaints)")
    }

    @Test func mapsColumnsByNameTitleAndOption() async throws {
        let scratch = try await Scratch()
        let header = "Date received;AREA;Channel;Raised_By;Safe Guarding;Theme;Parallel process;Summary;Old number\n"
        try scratch.write(
            header + "2019-07-02;north;Email;Parent or carer;no;SALT;none;A wait, of months;17\n", to: "log.csv")
        let ran = await scratch.run(
            "issue", "import", "log.csv", "--map", "date RECEIVED=received", "--ignore", "old number")
        #expect(ran.status == 0, "\(ran.complaints)")
    }

    @Test func reportsEveryProblemWithRowAndColumn() async throws {
        let text =
            ImportTests.header + row() + row(["received": "31/06/2019", "theme": "slat", "area": "west"])
            + row(["summary": "", "channel": "pigeon"]) + row(["received": "02/08/2019"])
        let said = try await refused(text)
        #expect(
            said == """
                lap: Row 3, column “received”: That is no day of the calendar.
                lap: Row 3, column “area”: the register has no such area.
                lap: Row 3, column “theme”: the register has no such theme.
                lap: Row 4, column “channel”: Channel is one of email, phone, letter, event, meeting, forum, online.
                lap: Row 4, column “summary”: Summary is needed.
                lap: Row 5: The day it was received lies ahead.
                lap: Nothing was imported: 3 of 4 rows cannot be.
                Hint: Days are written 2 December 2019, 2/12/2019 or 2019-12-02, of the years 1600 to 2999.
                Hint: Known: north, south, east, blackpool, blackburn-with-darwen.
                Hint: Did you mean “salt”?
                Hint: Give --received.
                Hint: Say when it happened with --on.

                """)
    }

    @Test func neverQuotesACell() async throws {
        let secret = "Wilhelmina Featherstonehaugh"
        for column in ["received", "area", "channel", "raised-by", "safeguarding", "theme", "parallel", "consent"] {
            #expect(try await !refused(ImportTests.header + row([column: secret])).contains("Wilhelmina"))
        }
        let summary = try await refused(ImportTests.header + row(["summary": "\"\(secret)\u{202E}\""]))
        #expect(summary.contains("column “summary”") && !summary.contains("Wilhelmina"))
        #expect(try await !refused(row(["name": secret]) + row()).contains("Wilhelmina"))
    }

    @Test func keepsGoodRowsWhenTold() async throws {
        let scratch = try await Scratch()
        try scratch.write(
            ImportTests.header + row() + row(["theme": "slat"]) + "1,2\n" + row(), to: "log.csv")
        let ran = await scratch.run("issue", "import", "log.csv", "--keep-good")
        #expect(ran.status == 65)
        #expect(ran.output.hasPrefix("2 issues logged: N-1 to N-2.\n"))
        #expect(ran.complaints.contains("lap: Row 3, column “theme”: the register has no such theme.\n"))
        #expect(ran.complaints.contains("lap: Row 4: it has 2 cells, the header has 11.\n"))
        #expect(ran.complaints.contains("lap: 2 of 4 rows left out; 2 issues logged.\n"))
        #expect(await scratch.run("fsck").status == 0)
    }

    @Test func writesNothingWhenNoRowIsGood() async throws {
        let said = try await refused(ImportTests.header + row(["theme": "slat"]), "--keep-good")
        #expect(said.contains("Nothing was imported: 1 of 1 row cannot be."))
    }

    @Test func refusesRaggedRows() async throws {
        let said = try await refused(ImportTests.header + "1,2\n" + row() + row().dropLast() + ",extra\n")
        #expect(said.contains("Row 2: it has 2 cells, the header has 11."))
        #expect(said.contains("Row 4: it has 12 cells, the header has 11."))
    }

    @Test func suggestsFieldsForUnknownHeaders() async throws {
        let said = try await refused(
            ImportTests.header.replacing("channel", with: "chanel").replacing("theme", with: "Owner") + row())
        #expect(said.contains("Row 1, column C: “chanel” is no field of an issue."))
        #expect(said.contains("Did you mean “channel”? Then add --map \"chanel=channel\"."))
        #expect(said.contains("Row 1, column G: “Owner” is not given when an issue is logged."))
        #expect(said.contains("No column gives “theme” (Theme)."))
    }

    @Test func refusesHeadersTwiceOrWithoutAName() async throws {
        let said = try await refused(
            ImportTests.header.replacing("channel", with: "Received").replacing("name", with: " ") + row())
        #expect(said.contains("Row 1: columns A and C both give “received”."))
        #expect(said.contains("Row 1, column E: the column has no name."))
    }

    @Test func refusesMapsThatLeadNowhere() async throws {
        let text = ImportTests.header + row()
        #expect(try await refused(text, "--map", "Sumary=summary").contains("the file has no column “Sumary”."))
        #expect(try await refused(text, "--map", "name=nmae").contains("takes no field “nmae”"))
        #expect(try await refused(text, "--map", "name", status: 64).contains("--map needs a column and a field."))
        #expect(try await refused(text, "--ignore", "x").contains("--ignore: the file has no column “x”."))
    }

    @Test(arguments: [
        ("", "The file is empty."), ("\u{FEFF}", "The file is empty."), ("\n\n", "The file is empty."),
        (header, "The file has a header and no rows."), (header + ",,,,,,,,,,\n\n", "a header and no rows."),
        (header + "1,\"2\n", "Row 2, column “area”: a quotation mark opens here and is never closed."),
        (header + "1,2\"3\n", "Row 2, column “area”: a quotation mark stands inside a cell"),
        (header + "1,\"2\"3\n", "Row 2, column “area”: there is text behind the closing quotation mark."),
        (header + "1,2\u{0}\n", "Row 2, column “area”: there is a NUL character"),
        ("\"received,area\n", "Row 1, column “A”: a quotation mark opens here"),
    ])
    func refusesWhatIsNoTable(text: String, sentence: String) async throws {
        #expect(try await refused(text).contains(sentence))
        #expect(try await refused(text, "--keep-good").contains(sentence))
    }

    @Test func readsWindows1252WhenTold() async throws {
        let scratch = try await Scratch()
        let text = ImportTests.header + row(["summary": "Caf~ wait"])
        try scratch.write(text.utf8.map { $0 == UInt8(ascii: "~") ? 0xE9 : $0 }, to: "log.csv")
        let refused = await scratch.run("issue", "import", "log.csv")
        #expect(refused.status == 65)
        #expect(refused.complaints.contains("Row 2, column “summary”: not UTF-8 text; it looks like Windows-1252."))
        #expect(refused.complaints.contains("Hint: Import it with --encoding windows-1252."))
        #expect(await scratch.run("issue", "import", "log.csv", "--encoding", "windows-1252").status == 0)
        #expect(await scratch.run("issue", "show", "N-1").output.contains("Café wait"))
    }

    @Test func saysThatAFileIsUTF16() async throws {
        let scratch = try await Scratch()
        try scratch.write([0xFF, 0xFE, 0x61, 0x00], to: "log.csv")
        let ran = await scratch.run("issue", "import", "log.csv")
        #expect(ran.status == 65)
        #expect(ran.complaints.contains("it is UTF-16"))
    }

    @Test func saysWhenThereIsNoSuchFile() async throws {
        let scratch = try await Scratch()
        let missing = await scratch.run("issue", "import", "none.csv")
        #expect(missing.status == 66)
        #expect(missing.complaints.hasPrefix("lap: There is no file “none.csv”.\n"))
        let folder = await scratch.run("issue", "import", ".")
        #expect(folder.status == 66)
        #expect(folder.complaints.contains("cannot be read"))
    }

    @Test func isOnlyForThoseWhoMayLog() async throws {
        let scratch = try await Scratch(seats: ["north/dco"])
        try scratch.write(ImportTests.header + row(["area": "south"]), to: "log.csv")
        let ran = await scratch.run("issue", "import", "log.csv")
        #expect(ran.status == 77)
        #expect(
            ran.complaints.contains(
                "Row 2: “Log” is for the Designated Clinical Officer of South or DCO administrator of South."))
    }

    /// How far it has come is drawn in a line that is empty again afterwards, and only for somebody who sits there.
    @Test func whatTakesLongShowsHowFarItHasCome() {
        let terminal = TerminalConsole()
        let bar = ProgressBar(terminal, patience: .zero)
        bar.show(1, of: 3)
        bar.show(2, of: 3)
        bar.clear()
        #expect(terminal.complaints == "\r[##########--------------------] 1 of 3\r\u{1B}[K")
        let quick = TerminalConsole()
        ProgressBar(quick).show(1, of: 3)
        let program = TerminalConsole(isInteractive: false)
        ProgressBar(program, patience: .zero).show(1, of: 3)
        #expect(quick.complaints.isEmpty && program.complaints.isEmpty)
    }
}
