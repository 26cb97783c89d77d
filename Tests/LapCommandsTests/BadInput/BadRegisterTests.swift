import Foundation
import Register
import UseCases
import Synchronization
import Testing

@testable import LapCommands

/// A register that cannot be used says why, each case in its own words, and stays as it is.
@Suite("Bad registers")
struct BadRegisterTests {
    private func refused(
        _ scratch: Scratch, _ words: [String], status: Int32, _ sentence: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try scratch.bytes()
        let ran = await scratch.run(words)
        #expect(ran.status == status, sourceLocation: sourceLocation)
        #expect(ran.complaints.hasPrefix("lap: \(sentence)"), "\(ran.complaints)", sourceLocation: sourceLocation)
        #expect(ran.complaints.contains("\nHint: "), sourceLocation: sourceLocation)
        #expect(ran.output.isEmpty, sourceLocation: sourceLocation)
        #expect(try scratch.bytes() == before, sourceLocation: sourceLocation)
    }

    private static let adding = ["member", "add", "Chair North <chair@example.org>", "--seat", "north/chair"]

    @Test(arguments: [[UInt8]("no database, only text\n".utf8), [UInt8](repeating: 0xFF, count: 8_192)])
    func whatIsNoDatabase(bytes: [UInt8]) async throws {
        let scratch = try await Scratch()
        try Data(bytes).write(to: scratch.register)
        try await refused(scratch, ["status"], status: 78, "That file is not a register.")
        try await refused(scratch, BadRegisterTests.adding, status: 78, "That file is not a register.")
    }

    @Test func aDatabaseOfAnotherProgram() async throws {
        let scratch = try await Scratch()
        try scratch.patch(at: 68, with: [0, 0, 0, 0])
        try await refused(scratch, ["status"], status: 78, "That file is not a register.")
    }

    @Test func anEmptyFile() async throws {
        let scratch = try await Scratch()
        try Data().write(to: scratch.register)
        try await refused(scratch, ["status"], status: 78, "That file is not a register.")
    }

    @Test func aNewerRegister() async throws {
        let scratch = try await Scratch()
        try scratch.patch(at: 60, with: [0, 0, 3, 231])
        try await refused(
            scratch, ["status"], status: 78,
            "This register was written by a newer lap (schema 999; this one knows 1).")
    }

    @Test func aTruncatedRegister() async throws {
        let scratch = try await Scratch()
        try Data(scratch.bytes().prefix(20_000)).write(to: scratch.register)
        let before = try scratch.bytes()
        let ran = await scratch.run(BadRegisterTests.adding)
        #expect(ran.status == 70)
        #expect(ran.complaints.hasPrefix("lap: The register's file is damaged."))
        #expect(try scratch.bytes() == before)
    }

    @Test func noRegisterAtAll() async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run("status", "--register", "nowhere")
        #expect(ran.status == 66)
        #expect(ran.complaints.hasPrefix("lap: There is no register in that folder.\n"))
    }

    @Test func anInitOverARegister() async throws {
        let scratch = try await Scratch()
        try await refused(
            scratch, ["init", ".", "--as", "DCO South <dco.south@example.org>", "--seat", "south/dco"], status: 73,
            "There is a register in that folder already.")
    }

    @Test(arguments: [
        (["--profile", "lancashrie", "--seat", "north/dco"], "There is no profile called “lancashrie”."),
        (["--seat", "nroth/dco"], "There is no body called “nroth”."),
        (["--seat", "north/doc"], "There is no role called “doc”."),
        (["--seat", "north/dco", "--on", "2019-02-29"], "“2019-02-29” is no day of the calendar."),
    ])
    func anInitWithUnknownWordsMakesNothing(words: [String], sentence: String) async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run(["init", "other", "--as", "DCO South <dco.south@example.org>"] + words)
        #expect(ran.status == 65, "\(ran.complaints)")
        #expect(ran.complaints.hasPrefix("lap: \(sentence)"), "\(ran.complaints)")
        #expect(!FileManager.default.fileExists(atPath: scratch.folder.appending(path: "other").path))
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may write to anything"))
    func aRegisterThatIsReadOnly() async throws {
        let scratch = try await Scratch()
        let files = FileManager.default
        try files.setAttributes([.posixPermissions: 0o400], ofItemAtPath: scratch.register.path)
        try await refused(scratch, BadRegisterTests.adding, status: 73, "This register cannot be written to.")
        #expect(await scratch.run("status").status == 0)
    }

    @Test func aRegisterThatAnotherLapIsWritingTo() async throws {
        let scratch = try await Scratch()
        let holder = try LockHolder(scratch)
        await holder.hold()
        try await refused(
            scratch, BadRegisterTests.adding, status: 75, "Another lap is writing to this register.")
        holder.letGo()
        #expect(await scratch.run(BadRegisterTests.adding).status == 0)
    }
}

extension Scratch {
    /// Overwrites bytes of the register's file.
    func patch(at offset: Int, with patch: [UInt8]) throws {
        var bytes = [UInt8](try bytes())
        bytes.replaceSubrange(offset..<offset + patch.count, with: patch)
        try Data(bytes).write(to: register)
    }
}

/// Keeps the write lock of a register on a thread of its own.
private final class LockHolder: Sendable {
    private let register: Register
    private let release = DispatchSemaphore(value: 0)
    private let released = DispatchSemaphore(value: 0)

    init(_ scratch: Scratch) throws {
        let context = Context(
            console: TestConsole(), environment: ["LAP_SHARE": Scratch.checkout.path], directory: scratch.folder,
            now: { Scratch.now }, executable: nil)
        register = try Register.open(
            path: scratch.register.path, rulebook: Share(context).rulebook(), now: { Scratch.now })
    }

    /// Returns once the lock is held.
    func hold() async {
        await withCheckedContinuation { (held: CheckedContinuation<Void, Never>) in
            Thread.detachNewThread { [self] in
                try? register.write(by: "DCO North", on: Scratch.day, deed: "hold") { _, _ in
                    held.resume()
                    release.wait()
                }
                released.signal()
            }
        }
    }

    /// Returns once the lock is free.
    func letGo() {
        release.signal()
        released.wait()
    }
}
