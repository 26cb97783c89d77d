import Foundation
import Ledger
import Testing

@testable import LapCommands

/// A register that was backed up and lost is there again.
@Suite("lap backup and restore")
struct BackupTests {
    private func prepared() async throws -> Season {
        var season = try await Season()
        season.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        try await season.does(
            "member", "add", "Information Officer", "--seat", "board/information-officer", "--on", "2019-01-07")
        try await season.raise()
        return season
    }

    private func head(_ season: Season, _ folder: String) async throws -> String {
        try await season.does("log", "--register", folder, "--as", "DCO North", "--limit", "1", "--json=operation")
    }

    @Test func aLostRegisterIsThereAgain() async throws {
        let season = try await prepared()
        // A stick that is not put in is no place.
        let missing = await season.refusal("backup", "kept/monday")
        #expect(missing.status == 66 && missing.said.contains("There is no folder"), "\(missing.said)")
        let kept = season.scratch.folder.appending(path: "kept")
        #expect(!FileManager.default.fileExists(atPath: kept.path))
        try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: false)
        let said = try await season.does("backup", "kept/monday")
        #expect(said.contains("It is not encrypted"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: kept.path).sorted() == [
                "monday", "monday.erasures.jsonl", "monday.json",
            ])
        for name in ["monday", "monday.erasures.jsonl", "monday.json"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: kept.appending(path: name).path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        let shown = try await season.does("issue", "show", "N-1", "--json")
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: ".lap"))
        let restored = try await season.does("restore", "kept/monday", "again")
        #expect(restored.contains("may be here again"))
        #expect(try await season.does("issue", "show", "N-1", "--json", "--register", "again") == shown)
        let checked = try await season.does("fsck", "--register", "again")
        #expect(checked.contains("Sound: ") && checked.contains("what was erased since 2019-08-01 may be here again"))
        #expect(try await season.does("status", "--register", "again").contains("Made of a copy"))
        #expect(try await season.does("log", "--register", "again").contains("\trestore\t"))
    }

    @Test func nothingIsReplaced() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        #expect(await season.refusal("backup", "monday").status == 73)
        #expect(await season.refusal("restore", "monday", ".").status == 73)
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: "monday"))
        let refused = await season.refusal("backup", "monday")
        #expect(refused.said.contains("There is a file monday.json there already."))
    }

    @Test func aDryRunLeavesNothing() async throws {
        let season = try await prepared()
        let before = try FileManager.default.contentsOfDirectory(atPath: season.scratch.folder.path).sorted()
        try await season.does("backup", "monday", "-n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: season.scratch.folder.path).sorted() == before)
        try await season.does("backup", "monday")
        #expect(try await season.does("restore", "monday", "again", "-n").contains("Would restore"))
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "again").path))
    }

    @Test func whoMayNotLeavesNothing() async throws {
        let season = try await prepared()
        #expect(await season.refusal("backup", "monday", "--as", "SENCO North").status == 77)
        try await season.does("backup", "monday")
        #expect(await season.refusal("restore", "monday", "again", "--as", "SENCO North").status == 77)
        #expect(await season.refusal("restore", "monday", "again", "--as", "Nobody Here").status == 77)
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "again").path))
    }

    @Test func anAlteredBackupIsRefused() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        let file = season.scratch.folder.appending(path: "monday")
        var bytes = [UInt8](try Data(contentsOf: file))
        bytes[bytes.count / 2] ^= 1
        try season.scratch.write(bytes, to: "monday")
        #expect(await season.refusal("restore", "monday", "again").status == 65)
        try season.scratch.write(Array(bytes.dropLast(4_096)), to: "monday")
        #expect(await season.refusal("restore", "monday", "again").status == 65)
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: "monday.json"))
        #expect(await season.refusal("restore", "monday", "again").status == 66)
        #expect(await season.refusal("restore", "tuesday", "again").status == 66)
    }

    /// The list that a later backup left says what has to go from an earlier one.
    @Test func whatWasErasedSinceIsErasedAgain() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1")
        try await season.does("backup", "tuesday", "-n")
        try await season.does("backup", "tuesday")
        let files = FileManager.default
        func bytes(_ folder: String) throws -> Data {
            try Data(contentsOf: season.scratch.folder.appending(path: "\(folder)/.lap/register.sqlite"))
        }
        // Beside the backup, newer by its operations; the clock stands still here, so it is named.
        let restored = try await season.does(
            "restore", "monday", "again", "--erasures", "tuesday.erasures.jsonl", "--json")
        #expect(!restored.contains(#""erased":0"#), "\(restored)")
        #expect(try bytes("again").range(of: Data("quokka@example.org".utf8)) == nil)
        // What was erased after the list was made is on no list.
        for words in [["status"], ["fsck"]] {
            let told = try await season.does(words + ["--register", "again"])
            #expect(told.contains("what was erased since 2019-08-01 may be here again"), "\(told)")
        }
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        // Without it, they are back, and the register says that this may be so.
        try files.removeItem(at: season.scratch.folder.appending(path: "tuesday.erasures.jsonl"))
        try await season.does("restore", "monday", "unknown")
        #expect(try bytes("unknown").range(of: Data("quokka@example.org".utf8)) != nil)
        #expect(try await season.does("status", "--register", "unknown").contains("may be here again"))
    }

    @Test func theListOfAnotherHistoryIsRefused() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        try await season.raise()
        try await season.does("backup", "tuesday")
        // Another history from Monday on.
        #expect(await season.refusal("restore", "monday", "again", "--erasures", "monday.erasures.jsonl").status == 65)
        try await season.does("restore", "monday", "again")
        try await season.does("backup", "later", "--register", "again")
        #expect(await season.refusal("restore", "tuesday", "third", "--erasures", "later.erasures.jsonl").status == 65)
        #expect(await season.refusal("restore", "tuesday", "third", "--erasures", "monday.erasures.jsonl").status == 65)
        #expect(await season.refusal("restore", "tuesday", "third", "--erasures", "nowhere").status == 66)
    }

    /// A list that lost or got a line is none, whatever its digest says of it.
    @Test func aListThatIsNotWholeIsRefused() async throws {
        let season = try await prepared()
        try await season.does("backup", "sunday")
        try await season.divert("N-1")
        try await season.does("backup", "monday")
        try await season.raise()
        try await season.divert("N-2")
        try await season.does("backup", "tuesday")
        let place = season.scratch.folder.appending(path: "tuesday.erasures.jsonl")
        let lines = try String(contentsOf: place, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(lines.count > 6)
        func refused(_ changed: [String], from backup: String = "monday") async throws -> Bool {
            try season.scratch.write(changed.joined(separator: "\n") + "\n", to: "forged")
            let ran = await season.refusal("restore", backup, "again", "--erasures", "forged")
            #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "again").path))
            return ran.status == 65
        }
        for index in lines.indices {
            var less = lines
            less.remove(at: index)
            #expect(try await refused(less), "\(index)")
        }
        #expect(try await refused(Array(lines.dropLast(2)) + [lines[lines.count - 1]]))
        let more = lines[2].replacing(try Regex("\"erased\":[0-9]+"), with: "\"erased\":1")
        #expect(try await refused(lines[..<3] + [more] + lines[3...]))
        // With everything counted and its digest made anew, it is still not what the backup knows of itself.
        func remade(_ body: ArraySlice<String>) throws -> [String] {
            let first = body[0].replacing(try Regex("\"erased\":[0-9]+"), with: "\"erased\":\(body.count - 2)")
            let text = ([first] + body.dropFirst()).map { $0 + "\n" }.joined()
            return text.split(separator: "\n").map(String.init) + ["{\"digest\":\"\(Hash.of(text))\"}"]
        }
        #expect(try remade(lines.dropLast()[...]) == lines)
        var shorter = lines.dropLast()
        shorter.remove(at: 2)
        #expect(try await refused(remade(shorter)))
        // Whoever is on it cannot restore: nobody could open what came of it.
        let count = try #require(
            Int(try Regex("operations\":([0-9]+)").firstMatch(in: lines[0])?[1].substring ?? ""))
        let own = try #require(
            Int(try Regex("\"erased\":([0-9]+)").firstMatch(in: lines[2])?[1].substring ?? ""))
        let forged = (1..<own).map { "{\"erased\":\($0),\"operation\":\(count),\"recorded\":\"2019\"}" }
        try season.scratch.write(
            remade((Array(lines[..<2]) + forged + lines[2...].dropLast())[...]).joined(separator: "\n") + "\n",
            to: "forged")
        let nobody = await season.refusal("restore", "monday", "again", "--erasures", "forged")
        #expect(nobody.status == 1 && nobody.said.contains("nobody could restore it"), "\(nobody)")
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "again").path))
        try await season.does("restore", "monday", "good", "--erasures", "tuesday.erasures.jsonl")
    }

    @Test func aRestoreCannotBeUndoneAndItsMarkIsTakenAwayOnRecord() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        try await season.divert("N-1")
        try await season.does("backup", "tuesday")
        let list = try Data(contentsOf: season.scratch.folder.appending(path: "tuesday.erasures.jsonl"))
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: "tuesday.erasures.jsonl"))
        for folder in ["again", "other"] { try await season.does("restore", "monday", folder) }
        let last = try await season.does("log", "--register", "again", "--limit", "1").split(separator: "\t")[0]
        let undone = await season.refusal("undo", String(last), "--register", "again")
        #expect(undone.status == 1 && undone.said.contains("nothing takes back"), "\(undone.said)")
        #expect(try await season.does("fsck", "--register", "again").contains("may be here again"))

        // Something new has keys that the list tells of, and stays.
        try await season.raise("--register", "again", "--summary", "Recorded since")
        try list.write(to: season.scratch.folder.appending(path: "found.jsonl"))
        #expect(await season.refusal("erasures", "monday.erasures.jsonl", "--register", "again").status == 65)
        let said = try await season.does("erasures", "found.jsonl", "--register", "again")
        #expect(said.hasPrefix("Erased again: ") && !said.contains(": 0"), "\(said)")
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        #expect(try await season.does("fsck", "--register", "again").contains("may be here again"))
        #expect(try await season.does("issue", "show", "N-2", "--register", "again").contains("Recorded since"))
        let bytes = try Data(contentsOf: season.scratch.folder.appending(path: "again/.lap/register.sqlite"))
        #expect(bytes.range(of: Data("Told in confidence".utf8)) != nil)
        try await season.does("erasures", "--settled", "--register", "again", "--as", "Information Officer")
        #expect(try await !season.does("fsck", "--register", "again").contains("may be here again"))
        #expect(await season.refusal("erasures", "found.jsonl", "--register", "again").status == 1)
        let settled = try await season.does("log", "--register", "again", "--limit", "1")
        #expect(settled.contains("\terasures\t"))
        let number = String(settled.split(separator: "\t")[0])
        #expect(
            await season.refusal("undo", number, "--register", "again", "--as", "Information Officer").status == 1)

        // Without a list, whoever judges erasures answers for it.
        #expect(await season.refusal("erasures", "--register", "other").status == 64)
        #expect(await season.refusal("erasures", "--settled", "--register", "other").status == 77)
        try await season.does("erasures", "--settled", "--register", "other", "--as", "Information Officer")
        #expect(try await !season.does("status", "--register", "other").contains("may be here again"))
        // What was unknown once stays so in a backup of it.
        try await season.does("restore", "monday", "third")
        try await season.does("backup", "wednesday", "--register", "third")
        try await season.does("restore", "wednesday", "fourth")
        #expect(try await season.does("fsck", "--register", "fourth").contains("may be here again"))
    }

    /// A program that runs out of room, however it says so.
    @Test func aFullDiskIsToldAsThat() async throws {
        var season = try await prepared()
        let path = season.environment["PATH"] ?? ""
        let tools = season.scratch.folder.appending(path: "tools")
        try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: false)
        try season.scratch.write(
            "#!/bin/sh\necho 'tar: monday: Cannot write: No space left on device' >&2\nexit 2\n", to: "tools/tar")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: tools.appending(path: "tar").path)
        season.environment["PATH"] = "\(tools.path):\(path)"
        let refused = await season.refusal("backup", "monday")
        #expect(refused.status == 73 && refused.said.hasPrefix("lap: The disk at /"), "\(refused.said)")
        let place = "\(season.scratch.folder.path)/monday"
        #expect(refused.said.contains("is full: there is no room for \(place)"), "\(refused.said)")
        let names = try FileManager.default.contentsOfDirectory(atPath: season.scratch.folder.path)
        #expect(Set(names) == [".lap", "tools"], "\(names)")
    }

    /// A workflow that the register has not worked with does not come into force unseen.
    @Test func strangeWorkflowsOfABackupAreAskedAbout() async throws {
        let season = try await prepared()
        let own = season.scratch.folder.appending(path: ".lap/workflows")
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: false)
        let text = try String(contentsOf: Scratch.checkout.appending(path: "Workflows/issue.yaml"), encoding: .utf8)
        try season.scratch.write("# Ours.\n" + text, to: ".lap/workflows/issue.yaml")
        try await season.does("backup", "monday")
        #expect(try await !season.does("restore", "monday", "same").contains("worked with"))
        let action = try String(contentsOf: Scratch.checkout.appending(path: "Workflows/breach.yaml"), encoding: .utf8)
        try season.scratch.write(action, to: ".lap/workflows/breach.yaml")
        try await season.does("backup", "tuesday")
        let said = try await season.does("restore", "tuesday", "again")
        #expect(said.contains("Not in force, as it has not worked with them: workflows/breach.yaml."), "\(said)")
        let files = FileManager.default
        func isThere(_ path: String) -> Bool {
            files.fileExists(atPath: season.scratch.folder.appending(path: path).path)
        }
        #expect(!isThere("again/.lap/workflows/breach.yaml") && isThere("again/.lap/set-aside/workflows/breach.yaml"))
        #expect(isThere("again/.lap/workflows/issue.yaml"))
        let taken = try await season.does("restore", "tuesday", "other", "--accept-workflows")
        #expect(taken.contains("In force, though") && isThere("other/.lap/workflows/breach.yaml"), "\(taken)")
    }

    @Test func aFolderIsNoBackupAndWhoRestoresIsAsked() async throws {
        let season = try await prepared()
        try FileManager.default.createDirectory(
            at: season.scratch.folder.appending(path: "folder"), withIntermediateDirectories: false)
        for words in [
            ["restore", "folder", "again"], ["import", "--all", "folder", "again", "--as", "DCO North"],
            ["restore", "--salvage", "folder", "again", "--as", "DCO North"],
        ] {
            let ran = await season.scratch.run(words, environment: season.environment)
            #expect(ran.status == 66, "\(ran.complaints)")
        }
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: ".lap/config.yaml"))
        try await season.does("backup", "monday", "--as", "DCO North")
        let nobody = await season.refusal("restore", "monday", "again")
        #expect(nobody.status == 77 && nobody.said.contains("--as"), "\(nobody.said)")
    }

    @Test func nothingIsBackedUpIntoTheRegisterItself() async throws {
        let season = try await prepared()
        for words in [["backup", ".lap/monday"], ["export", ".lap/all.jsonl", "--as", "Information Officer"]] {
            let ran = await season.scratch.run(words, environment: season.environment)
            #expect(ran.status == 64 && ran.complaints.contains("the register's own folder"), "\(ran.complaints)")
        }
        for name in ["-", ""] { #expect(await season.refusal("backup", name).status == 64) }
    }

    @Test func othersWriteMeanwhile() async throws {
        let season = try await prepared()
        async let writing: Void = {
            for number in 1...8 { try await season.does("member", "add", "Person \(number)") }
        }()
        try await season.does("backup", "during")
        try await writing
        try await season.does("restore", "during", "again")
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
    }

    private static func tool(_ name: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static let hasAge = (try? tool("age", ["--version"])) == 0

    @Test(.enabled(if: BackupTests.hasAge, "age is not there"))
    func anEncryptedBackupIsOnlyForTheKey() async throws {
        let season = try await prepared()
        let folder = season.scratch.folder
        for name in ["key", "other"] {
            #expect(try BackupTests.tool("age-keygen", ["-o", folder.appending(path: name).path]) == 0)
        }
        let key = try String(contentsOf: folder.appending(path: "key"), encoding: .utf8)
        let recipient = try #require(key.split(separator: " ").last { $0.hasPrefix("age1") }?.prefix { $0 != "\n" })
        let config = folder.appending(path: ".lap/config.yaml")
        let text = try String(contentsOf: config, encoding: .utf8)
        try (text + "backup:\n  recipients: [\(recipient)]\n").write(to: config, atomically: true, encoding: .utf8)
        #expect(try await season.does("backup", "secret").contains("Encrypted to one key."))
        let bytes = try Data(contentsOf: folder.appending(path: "secret"))
        #expect(bytes.range(of: Data("quokka".utf8)) == nil)
        #expect(bytes.starts(with: Data("age-encryption.org".utf8)))
        #expect(await season.refusal("restore", "secret", "again").status == 64)
        #expect(await season.refusal("restore", "secret", "again", "--identity", "other").status == 65)
        #expect(await season.refusal("restore", "secret", "again", "--identity", "nowhere").status == 66)
        try await season.does("restore", "secret", "again", "--identity", "key")
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        // Nothing that is not encrypted ever lay where it goes to, and nothing is left in the register.
        let inside = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: ".lap").path)
        #expect(Set(inside).isSubset(of: ["config.yaml", "read", "register.sqlite", "opened"]), "\(inside)")
        try text.replacing("backup:", with: "").appending("backup:\n  recipients: [age1wrong]\n")
            .write(to: config, atomically: true, encoding: .utf8)
        #expect(await season.refusal("backup", "third").status == 78)
        // Who acts and to whom it is encrypted came along.
        #expect(try await season.does("backup", "second", "--register", "again").contains("Encrypted to one key."))
    }
}

extension Season {
    func divert(_ issue: String) async throws {
        try await does(
            "issue", "divert", issue, "--destination", "childrens-services", "--external-reference", "CS-1")
    }
}
