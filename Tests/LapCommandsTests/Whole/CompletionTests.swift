import Foundation
import Testing

@testable import LapCommands

@Suite("lap completion")
struct CompletionTests {
    private let scratch: Scratch
    private let season: Season

    init() async throws {
        season = try await Season()
        scratch = season.scratch
    }

    private func offered(_ words: String...) async -> [String] {
        let ran = await scratch.run(["complete", "--"] + words)
        #expect(ran.status == 0 && ran.complaints.isEmpty, "\(ran.complaints)")
        return ran.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    }

    @Test func commandsVerbsAndOptionsAreOffered() async throws {
        #expect(await offered("iss") == ["issue"])
        #expect(await offered("").contains("status"))
        #expect(await !offered("").contains("complete"))
        #expect(await offered("issue", "acc") == ["accept"])
        #expect(await offered("issue", "ra") == ["raise"])
        #expect(await offered("issue", "list", "--overd") == ["--overdue"])
        #expect(await offered("issue", "raise", "--child-n") == ["--child-name"])
        #expect(await offered("pack", "agenda", "--edition", "m") == ["members"])
        #expect(await offered("completion", "") == ["bash", "zsh", "fish"])
        #expect(await offered("help", "exit") == ["exit-codes"])
        // A word that is no command leads nowhere, and nothing is said.
        #expect(await offered("nonsense", "").isEmpty)
    }

    @Test func whatIsOnRecordIsOfferedToWhomItIsFor() async throws {
        try await season.raise()
        try await season.raise()
        try await season.accept("N-1")
        #expect(await offered("issue", "request-info", "") == [])
        try await season.does(
            "issue", "acknowledge", "N-2", "--method", "email", "--reply-by", "2019-04-09", "--on", "2019-04-02")
        #expect(await offered("issue", "request-info", "") == ["N-2"])
        #expect(await offered("show", "N-").sorted() == ["N-1", "N-2"])
        #expect(await offered("issue", "raise", "--theme", "sal") == ["salt"])
        #expect(await offered("issue", "list", "--as", "senco").contains("SENCO North"))
        #expect(await offered("--as", "senco").contains("SENCO North"))
        // Whoever holds no seat is offered nothing of what is on record.
        #expect(await offered("--as", "Nobody", "show", "N-").isEmpty)
        // What stands already is not offered again.
        #expect(await !offered("issue", "list", "--overdue", "--").contains("--overdue"))
    }

    @Test func whatIsBroughtToAMeetingIsOffered() async throws {
        try await season.does("meeting", "schedule", "north", "--date", "2019-08-27")
        try await season.does(
            "agenda", "add", "north-2019-08-27", "--under", "11", "--title", "Posts for therapists")
        #expect(await offered("agenda", "edit", "") == ["M-1"])
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func eachShellGetsAScriptThatAsksTheProgram(shell: String) async throws {
        let script = await scratch.run("completion", shell).output
        #expect(script.contains("lap complete --"), "\(script)")
    }

    @Test func bashCompletesByTheScript() async throws {
        let program = Scratch.checkout.appending(path: ".build/debug").path
        let script = """
            eval "$(lap completion bash)"
            COMP_WORDS=(lap issue acc) COMP_CWORD=2
            _lap
            printf '%s\n' "${COMPREPLY[@]}"
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = scratch.folder
        process.environment = [
            "LAP_SHARE": Scratch.checkout.path, "PATH": program + ":/usr/bin:/bin",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(said == "accept\n")
    }
}
