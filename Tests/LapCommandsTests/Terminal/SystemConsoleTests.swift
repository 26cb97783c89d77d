import Foundation
import Testing

@testable import LapCommands

/// The real program at a real terminal, or nearly.
@Suite("The system's terminal")
struct SystemConsoleTests {
    private func run(
        _ arguments: [String], in scratch: Scratch, typing lines: [String] = [], columns: Int = 100, rows: Int = 50,
        _ environment: [String: String] = [:]
    ) async throws -> PseudoTerminal.Ran {
        let usual = ["LAP_SHARE": Scratch.checkout.path, "PATH": "/usr/bin:/bin", "TERM": "dumb"]
        return try await PseudoTerminal(columns: columns, rows: rows).run(
            Scratch.checkout.appending(path: ".build/debug/lap"), arguments, in: scratch.folder, typing: lines,
            environment: usual.merging(environment) { $1 })
    }

    @Test func itAsksAndIsAnswered() async throws {
        let scratch = try await Scratch()
        let ran = try await run(
            ["issue", "raise"], in: scratch,
            typing: [
                "no", "", "2019-07-02", "fax", "email", "school", "", "", "", "", "north", "salt", "A long wait",
                "none", "", "",
            ])
        #expect(ran.status == 0, "\(ran.shown)")
        #expect(ran.shown.contains("Safeguarding screen: "))
        #expect(ran.shown.contains("N-1: Logged."))
        #expect(ran.shown.contains("Undo with: lap undo "))
    }

    @Test func theEndOfInputEndsIt() async throws {
        let scratch = try await Scratch()
        let ran = try await run(["issue", "raise"], in: scratch, typing: ["no", ""])
        #expect(ran.status == 130, "\(ran.shown)")
        #expect(ran.shown.hasSuffix("nothing was changed.\nHint: Give it with --received.\n"))
    }

    /// The editor gets a file of its own, which only its owner reads and which goes again.
    @Test func theEditorWritesTheText() async throws {
        let season = try await Season()
        try await season.raise()
        try season.scratch.write(
            """
            stat -c '%a' "$(dirname "$1")" "$1" > rights
            echo "$1" > place
            cat "$1" > sheet
            sed -i '1i Told the family by phone' "$1"

            """, to: "editor.sh")
        let ran = try await run(
            ["issue", "remark", "N-1"], in: season.scratch,
            ["EDITOR": "sh ./editor.sh"])
        #expect(ran.status == 0, "\(ran.shown)")
        func file(_ name: String) throws -> String {
            try String(contentsOf: season.scratch.folder.appending(path: name), encoding: .utf8)
        }
        #expect(try file("rights") == "700\n600\n")
        #expect(try file("place").contains("/.lap/.lap-editing-"))
        #expect(try file("sheet").hasPrefix("\n\n# Remark\n# For colleagues"))
        #expect(try await season.does("log", "N-1", "--json").contains("Told the family by phone"))
        #expect(texts(of: season.scratch).isEmpty)
    }

    /// The folders and files of editors in `.lap`.
    private func texts(of scratch: Scratch) -> [String] {
        let home = scratch.folder.appending(path: ".lap").path
        return ((try? FileManager.default.subpathsOfDirectory(atPath: home)) ?? []).filter {
            $0.hasPrefix(".lap-editing-") && $0.hasSuffix(".txt")
        }
    }

    /// Whoever closes the terminal leaves nothing behind; nor does a command that was killed, once another one is run.
    @Test(arguments: ["INT", "HUP", "TERM", "KILL"])
    func whatIsInterruptedLeavesNoText(signal: String) async throws {
        let season = try await Season()
        try await season.raise()
        try season.scratch.write("kill -\(signal) $PPID\n", to: "editor.sh")
        let ran = try await run(["issue", "remark", "N-1"], in: season.scratch, ["EDITOR": "sh ./editor.sh"])
        #expect(ran.status != 0)
        #expect(texts(of: season.scratch).isEmpty == (signal != "KILL"), "\(texts(of: season.scratch))")
        try await season.does("status")
        #expect(texts(of: season.scratch).isEmpty)
    }

    @Test func anEditorThatIsNotThereIsNamed() async throws {
        let season = try await Season()
        try await season.raise()
        let ran = try await run(
            ["issue", "remark", "N-1"], in: season.scratch, typing: ["Told the family", "."],
            ["EDITOR": "no-such-editor"])
        #expect(ran.status == 0, "\(ran.shown)")
        #expect(ran.shown.contains("There is no editor “no-such-editor” here"))
        #expect(try await season.does("log", "N-1", "--json").contains("Told the family"))
    }

    @Test(arguments: [
        // Long output goes through the pager, and all of it.
        (10, "sed s/^/paged:/", true), (200, "sed s/^/paged:/", false),
        // One that is not there, or that stops reading, costs nothing.
        (10, "no-such-pager", false), (10, "sed -n '1s/^/paged:/p;1q'", true),
    ])
    func longOutputIsPaged(rows: Int, pager: String, isPaged: Bool) async throws {
        let scratch = try await Scratch()
        let ran = try await run(["theme", "list"], in: scratch, rows: rows, ["LAP_PAGER": pager])
        #expect(ran.status == 0, "\(ran.shown)")
        #expect(ran.shown.contains("paged:") == isPaged)
        #expect(ran.shown.contains("transport") == !pager.hasSuffix("q'"))
    }

    @Test func tablesFitTheTerminal() async throws {
        let season = try await Season()
        try await season.raise("--summary", String(repeating: "A long wait. ", count: 12))
        let narrow = try await run(["issue", "list", "--no-pager"], in: season.scratch, columns: 90)
        #expect(narrow.shown.contains("…"))
        #expect(narrow.shown.split(separator: "\n").allSatisfy { $0.count <= 90 }, "\(narrow.shown)")
        let wide = try await run(
            ["issue", "list", "--no-pager"], in: season.scratch, columns: 90, ["COLUMNS": "300"])
        #expect(!wide.shown.contains("…"))
    }
}
