import Foundation
import Testing

@testable import LapCommands

/// Of a damaged register what its journal still proves is there again, and the damaged one is left as it is.
@Suite("lap restore --salvage")
struct SalvageTests {
    private func prepared() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        return season
    }

    @Test func ofASoundRegisterNothingIsLost() async throws {
        let season = try await prepared()
        let shown = try await season.does("issue", "show", "N-1", "--json")
        let said = try await season.does(
            "restore", "--salvage", ".lap/register.sqlite", "again", "--as", "DCO North")
        #expect(said.contains("Nothing was lost.") && said.contains("may be here again"), "\(said)")
        #expect(try await season.does("fsck", "--register", "again").contains("what was erased since 2019-08-01"))
        #expect(try await season.does("issue", "show", "N-1", "--json", "--register", "again") == shown)
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        let last = try await season.does("log", "--register", "again", "--limit", "1")
        #expect(last.contains("\tsalvage\t"))
        let undone = await season.refusal("undo", String(last.split(separator: "\t")[0]), "--register", "again")
        #expect([1, 77].contains(undone.status), "\(undone)")
        #expect(try await season.does("search", "appointment", "--register", "again").contains("N-1"))
    }

    @Test func issuedPapersComeBackAsFarAsTheyAreWhatIsOnRecord() async throws {
        let season = try await prepared()
        try await season.agenda(with: "N-1")
        for edition in ["public", "members"] {
            try await season.does(
                "pack", "agenda", "north-2019-04-30", "--format", "html", "--edition", edition, "--on", "2019-04-10")
        }
        try await season.scratch.sqlite(
            """
            UPDATE content SET data = 'YQ=='
            WHERE digest = (SELECT digest FROM issued WHERE edition = 'members');
            """)
        let said = try await season.does("restore", "--salvage", ".lap/register.sqlite", "again", "--as", "DCO North")
        #expect(said.contains("1 sealed values are lost"), "\(said)")
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        let verified = try await season.does("pack", "verify", "packs", "--register", "again")
        #expect(verified.contains("It stands.") && verified.contains("destroy this copy"), "\(verified)")
        let kept = try await season.does(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--register", "again", "--to", "given", "--on",
            "2019-04-11")
        #expect(kept.contains("as issued on 10 April 2019"), "\(kept)")
    }

    @Test func whatIsProvedComesBack() async throws {
        let season = try await prepared()
        try await season.scratch.sqlite(
            """
            DROP TRIGGER change_fixed; UPDATE change SET after = '{}' WHERE operation = 12 AND position = 1;
            DELETE FROM vault WHERE field = 'summary'; DELETE FROM term; DELETE FROM seat;
            """)
        let before = try season.scratch.bytes()
        let said = try await season.does(
            "restore", "--salvage", ".lap/register.sqlite", "again", "--as", "DCO North")
        #expect(said.contains("Salvaged 11 of ") && said.contains("again/salvaged.jsonl"), "\(said)")
        let rest = season.scratch.folder.appending(path: "again/salvaged.jsonl")
        #expect(try FileManager.default.attributesOfItem(atPath: rest.path)[.posixPermissions] as? Int == 0o600)
        // What was accepted later is proved by itself, each operation by the one before it.
        #expect(try String(contentsOf: rest, encoding: .utf8).contains(#""field":"tried""#))
        #expect(try season.scratch.bytes() == before)
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
    }

    /// Where what is stored leaves nobody who may check, anybody may, and whoever's name is lost is known by their key.
    @Test(arguments: [
        "DELETE FROM vault WHERE person IS NOT NULL", "DELETE FROM permission", "DELETE FROM role",
        "DELETE FROM term", "DELETE FROM person",
    ])
    func whatTellsWhoMayCanBeLostAndIsTold(damage: String) async throws {
        let season = try await prepared()
        let config = season.scratch.folder.appending(path: ".lap/config.yaml")
        let key = try String(#require(String(contentsOf: config, encoding: .utf8).firstMatch(of: /p-[a-z0-9]+/)).0)
        try await season.scratch.sqlite("\(damage);")
        for words in [["fsck"], ["fsck", "--as", "DCO North"], ["fsck", "--as", "Nobody at all"]] {
            let told = await season.scratch.run(words)
            #expect(told.status == 70, "\(words): \(told.output) \(told.complaints)")
        }
        guard damage.contains("vault") else { return }
        try await season.does("restore", "--salvage", ".lap/register.sqlite", "again", "--as", key)
        #expect(try await season.does("fsck", "--register", "again", "--as", key).hasPrefix("Sound: "))
    }

    private func page(of word: String, in bytes: [UInt8]) throws -> Range<Int> {
        let found = try #require(Data(bytes).range(of: Data(word.utf8)))
        let start = found.lowerBound / 4096 * 4096
        return start..<start + 4096
    }

    private func salvage(_ season: Season, _ bytes: [UInt8], to folder: String) async throws -> Scratch.Ran {
        try Data(bytes).write(to: season.scratch.register)
        return await season.scratch.run(
            "restore", "--salvage", ".lap/register.sqlite", folder, "--as", "DCO North")
    }

    @Test func ofAVaultPageThatIsGoneTheRestComesBack() async throws {
        let season = try await prepared()
        for number in 1...12 {
            try await season.raise(
                "--summary", "Summary \(number)", "--detail", "Detail \(number) " + String(repeating: "x", count: 900))
        }
        var bytes = try [UInt8](season.scratch.bytes())
        for index in try page(of: "Detail 5 ", in: bytes) { bytes[index] = 0 }
        let ran = try await salvage(season, bytes, to: "again")
        #expect(ran.status == 0 && ran.complaints.contains("Lost: N-6: detail"), "\(ran.output) \(ran.complaints)")
        #expect(!ran.complaints.contains("xxx"))
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        #expect(try await season.does("issue", "show", "N-1", "--register", "again").contains("Nine-month wait"))
        #expect(try await season.does("issue", "show", "N-13", "--register", "again").contains("Summary 12"))
    }

    @Test(arguments: [0.3, 0.6, 0.9])
    func aFileCutShortGivesWhatIsLeft(share: Double) async throws {
        let season = try await prepared()
        for _ in 1...5 { try await season.raise() }
        let bytes = try [UInt8](season.scratch.bytes())
        let ran = try await salvage(season, Array(bytes.prefix(Int(Double(bytes.count) * share))), to: "again")
        // Either a register that holds, or what can be proved without one; never an invention.
        #expect([0, 65, 77].contains(ran.status), "\(ran.complaints)")
        let isRegister = FileManager.default.fileExists(
            atPath: season.scratch.folder.appending(path: "again/.lap/register.sqlite").path)
        if isRegister { #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: ")) }
        if share == 0.9 {
            #expect(ran.status == 0 || ran.output.hasPrefix("Salvaged 0 of "), "\(ran.complaints)")
        }
    }

    @Test func withoutTheFirstPageEverythingElseComesBack() async throws {
        let season = try await prepared()
        var bytes = try [UInt8](season.scratch.bytes())
        for index in 0..<4096 { bytes[index] = 0 }
        let ran = try await salvage(season, bytes, to: "again")
        #expect(ran.status == 0 && ran.output.contains("Nothing was lost."), "\(ran.output) \(ran.complaints)")
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        #expect(try await season.does("issue", "show", "N-1", "--register", "again").contains("Nine-month wait"))
    }

    /// Nobody is on record any more; what the other operations hold is written out.
    @Test func withoutTheFirstOperationWhatIsProvedIsWrittenOut() async throws {
        let season = try await prepared()
        try await season.scratch.sqlite(
            """
            DROP TRIGGER change_fixed; UPDATE change SET after = '{}' WHERE operation = 1 AND position = 1;
            UPDATE vault SET value = 'Forged' WHERE field = 'detail';
            """)
        let ran = try await salvage(season, [UInt8](season.scratch.bytes()), to: "again")
        // What is written out is no register.
        #expect(ran.status == 65 && ran.output.hasPrefix("Salvaged 0 of "), "\(ran.output) \(ran.complaints)")
        let place = season.scratch.folder.appending(path: "again/salvaged.jsonl")
        let text = try String(contentsOf: place, encoding: .utf8)
        #expect(text.contains("Nine-month wait") && !text.contains("Forged"))
        #expect(ran.complaints.contains("Lost: N-1: detail"))
        #expect(try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int == 0o600)
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "again/.lap").path))
    }

    @Test func ofAnythingElseNothingComes() async throws {
        let season = try await prepared()
        for bytes in [[], Array("no database".utf8), [UInt8](repeating: 13, count: 40_000)] {
            let ran = try await salvage(season, bytes, to: "again")
            #expect(ran.status == 65 && ran.complaints.contains("can be proved"), "\(ran.complaints)")
            #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "again").path))
        }
    }

    /// Bytes of the file overwritten at random: told, never a crash, and never anything that passes for sound and is not.
    @Test func randomDamageIsToldOrMended() async throws {
        let season = try await prepared()
        let sound = try [UInt8](season.scratch.bytes())
        var random = SplitMix(state: 11)
        var salvaged = 0
        for round in 0..<24 {
            var bytes = sound
            let start = Int(random.next() % UInt64(bytes.count - 600))
            for offset in 0..<Int(random.next() % 600) {
                bytes[start + offset] = UInt8(truncatingIfNeeded: random.next())
            }
            try Data(bytes).write(to: season.scratch.register)
            let folder = "again-\(round)"
            let checked = await season.scratch.run("fsck", "--as", "DCO North")
            let ran = await season.scratch.run(
                "restore", "--salvage", ".lap/register.sqlite", folder, "--as", "DCO North")
            #expect([0, 65, 70, 77, 78].contains(ran.status), "round \(round): \(ran.status) \(ran.complaints)")
            let isThere = FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: folder).path)
            #expect(isThere == (ran.status == 0 || ran.output.hasPrefix("Salvaged 0 of ")))
            guard ran.status == 0 else { continue }
            salvaged += 1
            guard
                FileManager.default.fileExists(
                    atPath: season.scratch.folder.appending(path: "\(folder)/.lap/register.sqlite").path)
            else { continue }
            let again = await season.scratch.run("fsck", "--register", folder, "--as", "DCO North")
            if ran.complaints.isEmpty { #expect(again.status == 0, "round \(round): \(again.complaints)") }
            if checked.status == 0 { #expect(ran.complaints.isEmpty) }
        }
        #expect(salvaged > 8)
    }

    /// Random numbers that are the same in every run.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
