import Foundation
import Testing
import Workflow

@testable import LapCommands

/// A register in a folder of its own, made by `lap init` on 7 January 2019; the folder goes when the test ends. It is
/// always 1 August 2019, half past nine in England.
final class Scratch: Sendable {
    /// What a command line came to.
    struct Ran {
        let status: Int32
        let output: String
        let complaints: String
    }

    let folder: URL
    static let now = Date(timeIntervalSince1970: 1_564_648_200)
    static let day = Day(number: 18_109)
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardizedFileURL

    init(
        founder: String = "DCO North <dco.north@example.org>",
        seats: [String] = ["north/dco", "south/dco", "east/dco", "north/chair"]
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "lap-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let words = ["init", ".", "--as", founder, "--on", "2019-01-07"]
        let made = await run(words + seats.flatMap { ["--seat", $0] })
        try #require(made.status == 0, "\(made.complaints)")
    }

    /// A folder with nothing in it.
    init(empty: Void) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "lap-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// A copy of another's register, as it stands.
    init(copying other: Scratch) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "lap-test-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: other.folder, to: folder)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs a command line in the folder.
    ///
    /// - Parameter now: the moment it is.
    func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:], now: Date = Scratch.now
    ) async -> Ran {
        let console = TestConsole(input: input)
        let status = await Lap.run(arguments, context(console, environment: environment, now: now))
        return Ran(status: status, output: console.output, complaints: console.complaints)
    }

    func run(_ arguments: String...) async -> Ran { await run(arguments) }

    /// Runs a command line for somebody at a terminal.
    func run(
        _ arguments: [String], at terminal: TerminalConsole, environment: [String: String] = [:]
    ) async -> Ran {
        let status = await Lap.run(arguments, context(terminal, environment: environment))
        return Ran(status: status, output: terminal.output, complaints: terminal.complaints)
    }

    /// What a command knows that runs in the folder.
    func context(
        _ console: any Console, environment: [String: String] = [:], now: Date = Scratch.now
    ) -> Context {
        Context(
            console: console,
            environment: environment.merging([
                "LAP_SHARE": Scratch.checkout.path, "NO_COLOR": environment["NO_COLOR"] ?? "1",
            ]) { $1 },
            directory: URL(filePath: folder.path, directoryHint: .isDirectory), now: { now }, executable: nil)
    }

    /// Runs the real program in the folder, killed after a time unless it ends before. Returns how long it ran.
    func process(_ arguments: [String], killedAfter limit: Swift.Duration?) async throws -> Swift.Duration {
        let process = Process()
        process.executableURL = Scratch.checkout.appending(path: ".build/debug/lap")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["LAP_SHARE": Scratch.checkout.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        while process.isRunning {
            if let limit, clock.now - start > limit { kill(process.processIdentifier, SIGKILL) }
            try await Task.sleep(for: .milliseconds(1))
        }
        return clock.now - start
    }

    /// The register's file.
    var register: URL { folder.appending(path: ".lap/register.sqlite") }

    /// The journal and everything stored, to prove that nothing was changed.
    func bytes() throws -> Data { try Data(contentsOf: register) }

    /// Whether the register's file holds some words, as they are or in what is kept as base64.
    func holds(_ words: String) throws -> Bool {
        let bytes = try bytes()
        let word = Data(words.utf8)
        // Wherever the words begin among three bytes, the whole groups after that are the same characters.
        let groups = (0..<3).map { word.dropFirst($0) }.map { $0.prefix($0.count / 3 * 3).base64EncodedString() }
        return ([word] + groups.map { Data($0.utf8) }).contains { bytes.range(of: $0) != nil }
    }

    /// Writes a file into the folder.
    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }
}
