import Foundation
import Testing

@testable import LapCommands

/// A register that was found damaged is read on, and nothing is written onto the damage.
@Suite("A register found damaged")
struct DamageTests {
    private static let adding = ["member", "add", "Somebody New"]

    private func isMarked(_ scratch: Scratch) -> Bool {
        FileManager.default.fileExists(atPath: scratch.folder.appending(path: ".lap/unsound").path)
    }

    @Test func isNotWrittenToUntilACheckFindsItSound() async throws {
        let scratch = try await Scratch()
        try await scratch.sqlite("UPDATE term SET since = '2018-01-07'")
        #expect(await scratch.run(DamageTests.adding).status == 0)
        #expect(await scratch.run("fsck").status == 70)
        #expect(isMarked(scratch))
        let before = try scratch.bytes()
        let refused = await scratch.run(DamageTests.adding)
        #expect(refused.status == 78 && refused.complaints.contains("found damaged on 2019-08-01"))
        #expect(refused.complaints.contains("lap fsck"))
        #expect(try scratch.bytes() == before)
        #expect(await scratch.run("member", "list").status == 0)
        #expect(await scratch.run("fsck", "--rebuild").status == 0)
        #expect(!isMarked(scratch))
        #expect(await scratch.run(["member", "add", "Somebody Else"]).status == 0)
    }

    @Test func everyCommandSaysSo() async throws {
        let scratch = try await Scratch()
        try await scratch.sqlite("UPDATE term SET since = '2018-01-07'")
        _ = await scratch.run("fsck")
        for words in [["member", "list"], ["issue", "list"], ["status"], ["log"]] {
            let ran = await scratch.run(words)
            let lines = ran.complaints.split(separator: "\n")
            #expect(
                ran.status == 0
                    && lines == [
                        "This register was found damaged on 2019-08-01, and nothing is written to it: lap fsck"
                    ],
                "\(words) \(ran.complaints)")
        }
        #expect(await scratch.run("status").output.hasPrefix("FOUND DAMAGED on 2019-08-01: nothing is written"))
        _ = await scratch.run("fsck", "--rebuild")
        #expect(await scratch.run("status").complaints.isEmpty)
    }

    /// An older copy that holds by itself does not take the mark away, nor does one of which nobody knows.
    @Test func theMarkGoesOnlyWhereNothingCanBeMissing() async throws {
        let scratch = try await Scratch()
        let old = try scratch.bytes()
        #expect(await scratch.run(["member", "add", "Somebody Else"]).status == 0)
        let head = await scratch.run("fsck").output.split(separator: "\n")[1].dropFirst("Head: ".count)
        let good = try scratch.bytes()
        try await scratch.sqlite("UPDATE term SET since = '2018-01-07'")
        #expect(await scratch.run("fsck").status == 70)
        try old.write(to: scratch.register)
        let older = await scratch.run("fsck")
        #expect(older.status == 70 && older.complaints.contains("an older copy was put in its place"))
        #expect(isMarked(scratch))
        try good.write(to: scratch.register)
        #expect(await scratch.run("fsck").status == 0)
        #expect(!isMarked(scratch))

        // How far it went could not be read any more.
        try Data(good.prefix(4096) + Data(count: good.count - 4096)).write(to: scratch.register)
        #expect(await scratch.run("member", "list").status == 70)
        try good.write(to: scratch.register)
        let unknown = await scratch.run("fsck")
        #expect(unknown.status == 70 && unknown.complaints.contains("lap fsck --against HEAD"), "\(unknown.complaints)")
        #expect(isMarked(scratch))
        #expect(await scratch.run("fsck", "--against", String(head)).status == 0)
        #expect(!isMarked(scratch))
    }

    @Test func aRegisterWhoseFileIsMissingIsNoFreshStart() async throws {
        let scratch = try await Scratch()
        try FileManager.default.moveItem(at: scratch.register, to: scratch.folder.appending(path: "moved"))
        for words in [["status"], ["status", "--register", "."], ["fsck"]] {
            let ran = await scratch.run(words)
            #expect(ran.status == 66 && ran.complaints.contains("its file .lap/register.sqlite is missing"))
            #expect(ran.complaints.contains("lap restore FILE FOLDER"))
        }
        try FileManager.default.createDirectory(
            at: scratch.folder.appending(path: ".lap/opened"), withIntermediateDirectories: true)
        let again = await scratch.run("init", ".", "--as", "DCO North <dco.north@example.org>")
        #expect(again.status == 73 && again.complaints.contains("of a register that is gone"), "\(again.complaints)")
    }

    @Test func aBackupThatFailsMarksItToo() async throws {
        let scratch = try await Scratch()
        try await scratch.sqlite("UPDATE term SET since = '2018-01-07'")
        let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        #expect(await scratch.run(["backup", "monday"], environment: path).status == 70)
        #expect(isMarked(scratch))
        #expect(await scratch.run(DamageTests.adding).status == 78)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.appending(path: ".lap").path)
        #expect(Set(left) == ["config.yaml", "register.sqlite", "unsound"], "\(left)")
    }

    @Test func aPageThatIsGoneMarksItWhenSomebodyRunsIntoIt() async throws {
        let scratch = try await Scratch()
        var bytes = [UInt8](try scratch.bytes())
        // All but the first page, which holds the schema.
        for index in 4096..<bytes.count { bytes[index] = 0 }
        try Data(bytes).write(to: scratch.register)
        let read = await scratch.run("member", "list")
        #expect(read.status == 70 && read.complaints.contains("file is damaged"), "\(read.complaints)")
        #expect(isMarked(scratch))
        #expect(await scratch.run(DamageTests.adding).status == 70)
    }

    @Test func aCheckTellsProblemsInJSONToo() async throws {
        let scratch = try await Scratch()
        try await scratch.sqlite("UPDATE term SET since = '2018-01-07'")
        let ran = await scratch.run("--register", ".", "fsck", "--json")
        #expect(ran.status == 70 && ran.complaints.isEmpty)
        #expect(ran.output.contains(#""count":"#) && ran.output.contains("is not as the journal has it"))
    }

    /// What spies on the vault goes, what guards the journal comes back.
    @Test func rebuildingMendsIndexesAndTriggers() async throws {
        let scratch = try await Scratch()
        try await scratch.sqlite(
            """
            CREATE TRIGGER spy AFTER INSERT ON vault BEGIN INSERT INTO setting VALUES (new.id, new.value); END;
            CREATE INDEX spying ON vault (value); DROP TRIGGER change_kept; DROP INDEX event_item
            """)
        let checked = await scratch.run("fsck")
        #expect(checked.status == 70 && checked.complaints.contains("has an index spying that does not belong there"))
        let mended = await scratch.run("fsck", "--rebuild")
        #expect(mended.status == 0, "\(mended.complaints)")
        for words in [
            "trigger spy was taken away", "index spying was taken away", "change_kept was made anew",
            "event_item was made anew",
        ] { #expect(mended.output.contains(words), "\(mended.output)") }
    }

    /// Somebody writes when the check begins: it waits.
    @Test func aCheckWaitsForWhoeverWrites() async throws {
        let scratch = try await Scratch()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "sqlite3", scratch.register.path, "BEGIN IMMEDIATE;", ".shell touch \(scratch.folder.path)/locked; sleep 7",
            "ROLLBACK",
        ]
        try process.run()
        while !FileManager.default.fileExists(atPath: scratch.folder.appending(path: "locked").path) {
            try await Task.sleep(for: .milliseconds(20))
        }
        let checked = await scratch.run("fsck")
        process.waitUntilExit()
        #expect(checked.status == 0, "\(checked.complaints)")
    }

    @Test func aFolderThatOthersCanWriteToIsRefused() async throws {
        let scratch = try await Scratch()
        let files = FileManager.default
        for (mode, status) in [(0o777, Int32(78)), (0o702, 78), (0o1777, 0), (0o755, 0)] {
            try files.setAttributes([.posixPermissions: mode], ofItemAtPath: scratch.folder.path)
            let ran = await scratch.run("member", "list")
            #expect(ran.status == status, "\(String(mode, radix: 8)): \(ran.complaints)")
            if status != 0 { #expect(ran.complaints.contains("chmod o-w")) }
        }
    }
}

extension Scratch {
    /// Runs statements on the register's file.
    func sqlite(_ statements: String) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", register.path, statements]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
