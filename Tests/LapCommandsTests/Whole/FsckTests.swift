import Foundation
import GRDB
import Testing

@testable import LapCommands

/// The check of a register, as people run it.
@Suite("lap fsck")
struct FsckTests {
    private func head(_ season: Season) async throws -> String {
        let line = try await season.does("fsck").split(separator: "\n").last { $0.hasPrefix("Head: ") }
        return try String(#require(line).dropFirst("Head: ".count))
    }

    private func tamper(_ scratch: Scratch, _ sql: String) throws {
        try DatabaseQueue(path: scratch.register.path).write { try $0.execute(sql: sql) }
    }

    @Test func printsAHeadThatALaterRegisterIsHeldAgainst() async throws {
        let season = try await Season()
        let head = try await head(season)
        #expect(head.wholeMatch(of: /[1-9][0-9]*-[0-9a-f]{12}-\d{4}-\d\d-\d\d/) != nil)
        try await season.raise()
        try await season.does("fsck", "--against", head)
        let rolledAway = await season.refusal("fsck", "--against", "9999-a1b2c3d4e5f6-2020-01-01")
        #expect(rolledAway.status == 70)
        #expect(rolledAway.said.contains("the head that was given names 9999"))
        #expect(await season.refusal("fsck", "--against", "yesterday").status == 65)
        let mistyped = String(head.dropLast(10)) + "2018-01-01"
        let told = await season.refusal("fsck", "--against", mistyped)
        #expect(told.status == 70 && told.said.contains("Compare what you gave"), "\(told.said)")
        // The register holds by itself, and goes on being written to.
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: ".lap/unsound").path))
        try await season.does("member", "add", "Somebody New")
    }

    @Test func saysWhatItCannotKnowWithoutAHead() async throws {
        let season = try await Season()
        let plain = try await season.does("fsck")
        #expect(plain.contains("Without --against nobody can tell an older copy"))
        let held = try await season.does("fsck", "--against", head(season))
        #expect(!held.contains("Without --against"))
    }

    @Test func theLogOfOpeningsKnowsALaterHeadThanAnOlderCopy() async throws {
        let season = try await Season()
        let old = try season.scratch.bytes()
        try await season.raise()
        try await season.does("show", "N-1")
        try await season.does("fsck")
        let new = try season.scratch.bytes()
        try old.write(to: season.scratch.register)
        let told = await season.refusal("fsck")
        #expect(told.status == 70 && told.said.contains("The log of what was opened knows operation"), "\(told.said)")
        #expect(told.said.contains("an older copy was put in its place"))
        // What is written onto it does not hide that.
        try await season.raise()
        #expect(await season.refusal("fsck").status == 70)
        try new.write(to: season.scratch.register)
        try await season.does("fsck")
    }

    /// An older copy in the register's place is told by every check, until somebody who may goes on with it knowingly.
    @Test func anOlderCopyIsGoneOnWithKnowingly() async throws {
        let season = try await Season()
        #expect(await season.refusal("fsck", "--adopt").status == 1)
        let old = try season.scratch.bytes()
        try await season.raise()
        try await season.does("show", "N-1")
        let lost = try await head(season)
        try old.write(to: season.scratch.register)
        #expect(await season.refusal("fsck").said.contains("lap fsck --adopt"))
        #expect(await season.refusal("fsck", "--against", lost, "--adopt", "--as", "SENCO North").status == 77)
        let told = try await season.does("fsck", "--against", lost, "--adopt")
        #expect(told.contains("goes on without what is lost") && told.contains("(\(lost))"), "\(told)")
        #expect(told.contains("may be here again"), "\(told)")
        // Every later check says so, and the head that is lost is still none of this register's.
        #expect(try await season.does("fsck").contains("is lost (\(lost))"))
        let against = await season.refusal("fsck", "--against", lost)
        #expect(against.status == 70 && against.said.contains("That it is lost is on record."), "\(against.said)")
        #expect(await season.refusal("fsck", "--adopt").status == 1)
        let operation = try #require(told.firstMatch(of: /Operation (\d+) puts on record/)).1
        #expect(await season.refusal("undo", String(operation)).said.contains("which nothing takes back"))
        // What is rolled away from then on is told again.
        let adopted = try season.scratch.bytes()
        try await season.raise()
        try await season.does("show", "N-1")
        try adopted.write(to: season.scratch.register)
        #expect(await season.refusal("fsck").status == 70)
        #expect(try await season.does("fsck", "--adopt").contains("goes on without"))
        try await season.does("fsck")
    }

    /// So is one that was found damaged when it was farther, or nobody knows how far.
    @Test(arguments: ["", "9999-a1b2c3d4e5f6-2020-01-01\n"])
    func anOlderCopyOfADamagedOneIsGoneOnWith(head: String) async throws {
        let season = try await Season()
        try season.scratch.write("2019-08-01T10:00:00Z\n\(head)", to: ".lap/unsound")
        #expect(await season.refusal("fsck").said.contains("lap fsck --adopt"))
        #expect(await season.refusal("member", "add", "Somebody New").status == 78)
        try await season.does("fsck", "--adopt")
        try await season.does("member", "add", "Somebody New")
        try await season.does("fsck")
    }

    @Test func aBackupBringsNoOpeningsThatItDoesNotHold() async throws {
        var season = try await Season()
        season.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        try await season.raise()
        try await season.does("show", "N-1")
        try await season.does("backup", "monday")
        try await season.raise()
        try await season.does("show", "N-2")
        try await season.does("restore", "monday", "again")
        try await season.does("fsck", "--register", "again")
        // The log that is there while the copy is older.
        let log = season.scratch.folder.appending(path: ".lap/opened/2019-08.jsonl")
        let copied = season.scratch.folder.appending(path: "again/.lap/opened/2019-08.jsonl")
        #expect(try Data(contentsOf: copied).count < Data(contentsOf: log).count)
    }

    @Test func tellsOfFiftyProblemsAndCountsTheRest() async throws {
        let season = try await Season()
        try await season.raise()
        try tamper(season.scratch, "UPDATE theme SET title = title || 'x'; UPDATE seat SET organisation = 'x'")
        let told = await season.refusal("fsck")
        #expect(told.status == 70)
        #expect(told.said.split(separator: "\n").filter { $0.hasPrefix("lap: ") }.count == 51)
        #expect(told.said.contains(#/lap: And [1-9][0-9]* more\./#))
    }

    @Test func makesTheTablesAnewFromTheJournal() async throws {
        let season = try await Season()
        try await season.raise()
        try tamper(season.scratch, "UPDATE theme SET title = 'x' WHERE id = 'salt'")
        #expect(await season.refusal("fsck").said.contains("theme salt is not as the journal has it"))
        let told = try await season.does("fsck", "--rebuild")
        #expect(told.hasPrefix("theme salt was put back.\nSound: "))
        #expect(try await season.does("fsck", "--rebuild").hasPrefix("Every table is as the journal has it.\nSound: "))
    }

    /// Rows that nothing can be read from, whoever may check the register among them.
    @Test(arguments: [
        (
            #"UPDATE item SET fields = replace(fields, '"area":"north"', '"area":1.0') WHERE reference = 'N-1'"#, "N-1",
            "fields"
        ),
        (
            #"UPDATE item SET fields = replace(fields, '"priority":1', '"priority":1.0') WHERE workflow = 'plan-action'"#,
            "IP-1", "fields"
        ),
        (
            #"UPDATE item SET fields = replace(fields, '"theme":', '"theme":1,"theme":') WHERE reference = 'N-1'"#,
            "N-1",
            "fields"
        ),
        ("UPDATE setting SET value = value || char(0) || 'x'", "setting thresholds", "value"),
        ("UPDATE body SET settings = 'x'", "body north", "settings"),
        ("UPDATE role SET acts = '{'", "role registrar", "acts"),
    ])
    func whatCannotBeReadIsNamedAndMadeAnew(sql: String, row: String, column: String) async throws {
        let season = try await Season()
        try await season.raise()
        try tamper(season.scratch, sql)
        let told = await season.refusal("fsck")
        #expect(told.status == 70, "\(told.said)")
        let line = told.said.split(separator: "\n").first {
            $0.contains(row) && $0.contains("not as the journal has it")
        }
        #expect(line?.contains(column) ?? false, "\(told.said)")
        #expect(told.said.contains("lap fsck --rebuild"))
        #expect(FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: ".lap/unsound").path))
        #expect(await season.refusal("fsck", "--rebuild", "--as", "SENCO North").status == 77)
        #expect(try await season.does("fsck", "--rebuild").contains("was put back.\nSound: "))
        #expect(try await season.does("log", "--limit", "1").contains("\tDCO North\t"))
        try await season.does("show", "N-1")
    }

    /// A hint is given where it helps.
    @Test func whatDoesNotHelpIsNotHinted() async throws {
        let season = try await Season()
        try await season.raise()
        let sound = try season.scratch.bytes()
        try tamper(season.scratch, "UPDATE vault SET value = 'x' WHERE field = 'contact'")
        let vault = await season.refusal("fsck").said
        #expect(!vault.contains("--rebuild") && vault.contains("--salvage"), "\(vault)")
        try sound.write(to: season.scratch.register)
        try await season.does("fsck")
        let mode = [FileAttributeKey.posixPermissions: 0o640]
        try FileManager.default.setAttributes(mode, ofItemAtPath: season.scratch.register.path)
        let read = await season.refusal("fsck").said
        #expect(!read.contains("--rebuild") && !read.contains("--salvage"), "\(read)")
    }

    @Test func anEmptyLogOfOpeningsIsTold() async throws {
        let season = try await Season()
        let empty = "The log of what was opened is empty"
        #expect(try await season.does("fsck").contains(empty))
        try await season.raise()
        try await season.does("show", "N-1")
        #expect(try await !season.does("fsck").contains(empty))
        let log = season.scratch.folder.appending(path: ".lap/opened")
        try Data().write(to: log.appending(path: "2019-08.jsonl"))
        #expect(try await season.does("fsck").contains(empty))
        try FileManager.default.removeItem(at: log)
        #expect(try await season.does("fsck").contains(empty))
        let new = try await Scratch()
        #expect(await !new.run("fsck").output.contains(empty))
    }

    @Test func makesNothingFromAJournalThatDoesNotVerify() async throws {
        let season = try await Season()
        try tamper(season.scratch, "DROP TRIGGER operation_fixed; UPDATE operation SET actor = 'x' WHERE id = 2")
        let before = try season.scratch.bytes()
        let told = await season.refusal("fsck", "--rebuild")
        #expect(told.status == 70)
        #expect(told.said.contains("Operation 2 is not what was recorded"))
        #expect(told.said.contains("so nothing is made from it"))
        #expect(try season.scratch.bytes() == before)
    }

    @Test func tellsWhatOthersOfTheMachineCanRead() async throws {
        let season = try await Season()
        let file = season.scratch.register.path
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        let told = await season.refusal("fsck")
        #expect(told.said.contains("Others can read \(file): take that from them with chmod 600 \(file)."))
        try await season.does("status")
    }

    @Test(arguments: [(true, 0o620, "600"), (true, 0o602, "600"), (false, 0o720, "700"), (false, 0o707, "700")])
    func whatOthersCanWriteToIsRefused(isFile: Bool, mode: Int, right: String) async throws {
        let season = try await Season()
        let file = season.scratch.register
        let path = isFile ? file.path : file.deletingLastPathComponent().path
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        for words in [["status"], ["fsck"], ["member", "add", "Chair North <chair@example.org>"]] {
            let ran = await season.scratch.run(words)
            #expect(ran.status == 78)
            #expect(ran.complaints.contains("lap: Others can write to \(path), and change the record unseen."))
            #expect(ran.complaints.contains("Hint: Take that from them with: chmod \(right) \(path)"))
        }
        try FileManager.default.setAttributes([.posixPermissions: Int(right, radix: 8)!], ofItemAtPath: path)
        try await season.does("status")
    }

    @Test func minutesAndBoardPapersPrintWhereTheJournalHadComeTo() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "pack", "minutes", "north-2019-04-30", "--format", "html", "--to", "packs", "--on", "2019-04-30")
        let folder = season.scratch.folder.appending(path: "packs")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let found = try #require(text.firstMatch(of: /The register stood at ([0-9a-f-]+) when/))
        try await season.does("fsck", "--against", String(found.output.1))
    }
}
