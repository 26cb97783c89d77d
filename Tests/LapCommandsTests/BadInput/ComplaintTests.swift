import Testing

@testable import LapCommands

/// What a command complains of never drives the terminal, and never repeats what may be somebody's.
@Suite("Complaints")
struct ComplaintTests {
    private static let escape = "\u{1B}]0;x\u{7}\u{9B}31m"

    @Test(arguments: [
        ["show"], ["log"], ["issue", "show"], ["meeting", "show"], ["pack", "agenda"], ["agenda", "build"],
        ["minutes", "record"], ["undo"], ["status", "--color"], ["search", "--limit"], ["issue", "acknowledge"],
        ["member", "add", "Somebody", "--seat"], ["import", "--all"], ["restore"], ["backup", "--register"],
        ["help"], [], ["status", "--on"], ["issue", "list", "--json-fields"], ["workflow", "show"],
    ])
    func noControlCharacterReachesTheTerminal(words: [String]) async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run(words + [ComplaintTests.escape, "8.1"])
        let said = ran.complaints + ran.output
        #expect(ran.status != 0 || words == ["status", "--on"], "\(words)")
        #expect(!said.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
    }

    @Test(arguments: [
        ["issue", "acknowledge", "N-1", "Secret Name"], ["issue", "show", "N-1", "Secret Name"],
        ["issue", "raise", "--detail=\u{301}Secret Name"], ["issue", "list", "--limit", "Secret Name"],
        ["status", "--nowhere=Secret Name"], ["status", "--nowhere=\u{301}Secret Name"],
        ["undo", "Secret Name"], ["log", "N-1", "--limit=Secret Name"],
    ])
    func noValueIsRepeated(words: [String]) async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run(words)
        #expect(ran.status != 0)
        #expect(!ran.complaints.contains("Secret"), "\(ran.complaints)")
    }

    @Test(arguments: ["9223372036854775807", "0", "-1"])
    func aLimitBeyondAllSenseDoesNoHarm(limit: String) async throws {
        let scratch = try await Scratch()
        for words in [
            ["search", "x"], ["log"], ["issue", "list"], ["action", "list"], ["meeting", "list"], ["breach", "list"],
        ] {
            let ran = await scratch.run(words + ["--limit=\(limit)"])
            #expect([0, 64].contains(ran.status), "\(words): \(ran.complaints)")
        }
    }

    @Test func nobodyIsTakenForTheRegisterOrForAnother() async throws {
        let scratch = try await Scratch()
        for name in ["System", "The register", "Ѕystem", "SYSTEM", "the  Register"] {
            #expect(await scratch.run("member", "add", name).status == 65, "\(name)")
        }
        #expect(await scratch.run("member", "add", "Chair <DCO.NORTH@example.org>").status == 65)
        let alike = await scratch.run("member", "add", "DCО North")
        #expect(alike.status == 0)
        #expect(alike.complaints == "Looks like DCO North, who is somebody else on record.\n")
    }
}
