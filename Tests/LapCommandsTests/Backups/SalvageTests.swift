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
        #expect(said.contains("Nothing was lost."), "\(said)")
        #expect(try await season.does("issue", "show", "N-1", "--json", "--register", "again") == shown)
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        #expect(try await season.does("log", "--register", "again", "--limit", "1").contains("\tsalvage\t"))
        #expect(try await season.does("search", "appointment", "--register", "again").contains("N-1"))
    }

    @Test func whatIsProvedComesBack() async throws {
        let season = try await prepared()
        _ = try await season.scratch.sqlite(
            """
            DROP TRIGGER change_fixed; UPDATE change SET after = '{}' WHERE operation = 12 AND position = 1;
            DELETE FROM vault WHERE field = 'summary'; DELETE FROM seat;
            """)
        let before = try season.scratch.bytes()
        let said = try await season.does(
            "restore", "--salvage", ".lap/register.sqlite", "again", "--as", "DCO North")
        #expect(said.contains("Salvaged 11 of "), "\(said)")
        #expect(try season.scratch.bytes() == before)
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
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
            #expect([0, 70, 77, 78].contains(ran.status), "round \(round): \(ran.status) \(ran.complaints)")
            let isThere = FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: folder).path)
            #expect(isThere == (ran.status == 0))
            guard ran.status == 0 else { continue }
            salvaged += 1
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

extension Scratch {
    /// Runs statements on the register's file.
    fileprivate func sqlite(_ statements: String) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", register.path, statements]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
