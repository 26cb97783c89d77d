import Testing
import Workflow

@testable import UseCases

@Suite("The minutes of a meeting as one text")
struct MinutesSheetTests {
    private func sheet(_ texts: [(String, MinutedText)], leftOut: [String] = []) -> MinutesSheet {
        MinutesSheet(
            meeting: "north-2019-04-30", title: "North LAP, 30 April 2019",
            items: texts.map {
                .init(number: $0.0, title: "Title of \($0.0)", isPrivate: $0.0.hasPrefix("16"), minuted: $0.1)
            }, leftOut: leftOut)
    }

    private func read(_ text: String) throws -> WrittenMinutes { try WrittenMinutes(reading: text, name: "minutes") }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch let found as Problems {
            return found.problems.map { "\($0.line) \($0.sentence)" }
        } catch {
            return ["\(error)"]
        }
    }

    private func problems(_ text: String, over sheet: MinutesSheet) throws -> [String] {
        do {
            _ = try read(text).changes(to: sheet)
            return []
        } catch let found as Problems {
            return found.problems.map { "\($0.line) \($0.sentence)" }
        }
    }

    @Test func everyItemStandsInIt() {
        let text = sheet([("1", .words("Welcome.")), ("8.1", .notReached), ("16.1", .nothing)], leftOut: ["8.2"]).text
        #expect(text.hasPrefix("# The minutes of north-2019-04-30: North LAP, 30 April 2019\n#\n"))
        #expect(text.contains("\n== 1  Title of 1  {"))
        #expect(text.contains("}\n\nWelcome.\n\n== 8.1  Title of 8.1  {"))
        #expect(text.contains("}\n\n(not reached)\n\n== 16.1  Title of 16.1  (private)  {-}\n"))
        #expect(text.contains("# Nothing can be written here under 8.2.\n"))
    }

    @Test(arguments: [
        "One line", "Two\nlines", "Two\n\nparagraphs\n\n\n\nfar apart", "- a list\n- of two\n  that goes on",
        "i. one\nii. two",
        "# 2 schools", "== a heading of one's own", ">> quoted", "(not reached)", "\\(not reached)", "\\== so", "\\",
        "\\\\",
        "a\n== 8.1\nb", "\u{FEFF}marked", "tab\tstays", "{-}",
    ])
    func whatIsWrittenComesBackAsItWas(text: String) throws {
        let sheet = sheet([("1", .words(text)), ("2", .nothing)])
        let back = try read(sheet.text)
        #expect(back.items.map(\.minuted) == [.words(text), .nothing])
        let changes = try back.changes(to: sheet)
        #expect(changes.stored.isEmpty && changes.moved.isEmpty && changes.kept.isEmpty)
    }

    @Test func linesMayEndAsAnySystemEndsThem() throws {
        let text = sheet([("1", .words("One\n\nTwo"))]).text
        for end in ["\r\n", "\r"] {
            #expect(try read(text.replacing("\n", with: end)).items.map(\.minuted) == [.words("One\n\nTwo")])
        }
    }

    @Test func mistakesAreToldByTheirLines() {
        #expect(problems("") == ["1 There is no item in this text."])
        #expect(problems("# x\nWelcome\n== 1\n") == ["2 This stands before the first item, and so under none."])
        #expect(problems("== 1\nA\n==\nB\n== x\n").map { $0.prefix(1) } == ["3", "5"])
        #expect(
            problems("== 1\nA\n\n== 1\nB\n") == ["4 Item 1 stands here a second time; the first is in line 1."])
        #expect(
            problems("== 1\n\n(not reached)\n\nBut this was said\n")
                == ["5 An item that was not reached has nothing said under it, and item 1 has."])
        #expect(problems("== 1\n>> Yours:\nA\n") == ["2 It is still to be chosen what stands under item 1."])
    }

    @Test func anItemWhoseLineIsGoneIsMissed() throws {
        let sheet = sheet([("1", .words("A")), ("2", .words("B")), ("3", .words("C"))])
        let text = sheet.text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("== 2") }.joined(separator: "\n")
        let line = try #require(
            text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasPrefix("== 3") })
        #expect(try problems(text, over: sheet) == ["\(line + 1) The line of item 2 is gone."])
        // Somebody's own text names what it is about, and leaves the rest as it is.
        #expect(
            try read("== 2\nB, and more").changes(to: self.sheet([("1", .words("A")), ("2", .nothing)])).stored.count
                == 1)
    }

    @Test func anItemThatIsNotThereOrNotForTheWriterIsRefused() throws {
        let sheet = sheet([("1", .nothing)], leftOut: ["8.2"])
        #expect(try problems("== 9\nA", over: sheet) == ["1 The agenda of north-2019-04-30 has no item 9."])
        #expect(try problems("== 1\n\n== 8.2\nA", over: sheet) == ["3 Nothing can be written under item 8.2."])
    }

    @Test func whatNobodyElseTouchedIsChangedAndWhatTheWriterDidNotTouchIsKept() throws {
        let before = sheet([("1", .words("A")), ("2", .words("B")), ("3", .nothing), ("4", .notReached)])
        let written = before.text.replacing("\nB\n", with: "\nB, said twice\n")
        let now = sheet([("1", .words("A, by another")), ("2", .words("B")), ("3", .words("New")), ("4", .nothing)])
        let changes = try read(written).changes(to: now)
        #expect(changes.stored.map(\.item.number) == ["2"] && changes.moved.isEmpty)
        #expect(changes.kept == ["1", "3", "4"])
    }

    @Test func whatBothChangedIsMovedAndBothTextsStandToChooseFrom() throws {
        let before = sheet([("1", .words("A")), ("2", .nothing)])
        let own = try read(
            before.text.replacing("\nA\n", with: "\nMine\n").replacing("{-}\n", with: "{-}\n\nAlso mine\n"))
        let now = sheet([("1", .words("Theirs")), ("2", .nothing)])
        #expect(try own.changes(to: now).moved.map(\.item.number) == ["1"])
        let merged = now.text(goingOnWith: own, recordedBy: ["1": "SENCO North"])
        #expect(merged.contains(">> Recorded meanwhile by SENCO North:\nTheirs\n>> Yours:\nMine\n>> "))
        #expect(problems(merged).count == 1)
        let lines = merged.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(">>") }
        let chosen = try read(lines.joined(separator: "\n")).changes(to: now)
        #expect(chosen.stored.map(\.written.minuted) == [.words("Theirs\nMine"), .words("Also mine")])
        #expect(chosen.moved.isEmpty)
    }

    @Test func withoutAVersionWhatIsOnRecordIsNotReplaced() throws {
        #expect(try read("== 1\nMine").changes(to: sheet([("1", .words("Theirs"))])).moved.count == 1)
        #expect(try read("== 1\n").changes(to: sheet([("1", .words("Theirs"))])).kept == ["1"])
    }
}
