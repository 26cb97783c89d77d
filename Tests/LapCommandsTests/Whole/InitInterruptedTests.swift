import Foundation
import Ledger
import Register
import Synchronization
import Testing

@testable import LapCommands
@testable import UseCases

/// Whoever makes a register and is interrupted, or is not alone, loses nothing that was there and leaves nothing that stands
/// in the way.
@Suite("An interrupted init")
struct InitInterruptedTests {
    private static let own = "other/.lap/templates/own.txt"

    /// A folder in which somebody has put a template of their own already, or an empty one.
    private func folder(withOwn: Bool) throws -> Scratch {
        let scratch = try Scratch(empty: ())
        guard withOwn else { return scratch }
        let folder = scratch.folder.appending(path: "other/.lap/templates")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try scratch.write("Our own", to: InitInterruptedTests.own)
        return scratch
    }

    private func found(
        _ scratch: Scratch, as person: String = "First Person",
        before: @escaping @Sendable (NewRegister.Step) async throws -> Void
    ) async throws {
        let founding = FoundRegister(
            in: scratch.folder.appending(path: "other"), profile: .named("lancashire"), person: person, seats: [])
        _ = try await founding.perform(
            with: Share(scratch.context(TestConsole())), remembering: { "user: \"\($0)\"\n" }, now: { Scratch.now },
            before: before)
    }

    private func files(_ scratch: Scratch) -> [String] {
        let root = scratch.folder.path
        return ((try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []).sorted()
    }

    private func isWhole(_ scratch: Scratch, withOwn: Bool) async throws {
        let ran = await scratch.run("fsck", "--register", "other")
        #expect(ran.status == 0, "\(ran.complaints)")
        let expected = ["config.yaml", "register.sqlite"] + (withOwn ? ["templates", "templates/own.txt"] : [])
        #expect(files(scratch) == (["other", "other/.lap"] + expected.map { "other/.lap/\($0)" }).sorted())
    }

    /// What lies in the folder before each step is what a kill there would leave: the next init has to cope with it.
    @Test(arguments: [false, true])
    func canBeRepeatedWhereverItWasKilled(withOwn: Bool) async throws {
        let scratch = try folder(withOwn: withOwn)
        let left = FileManager.default.temporaryDirectory.appending(path: "lap-left-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: left) }
        try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
        let count = Mutex(0)
        let source = scratch.folder
        try await found(scratch) { _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            try FileManager.default.copyItem(at: source, to: left.appending(path: "\(number)"))
        }
        try await isWhole(scratch, withOwn: withOwn)
        let points = count.withLock { $0 }
        #expect(points >= (withOwn ? 8 : 6))
        for point in 1...points {
            let killed = try Scratch(empty: ())
            try FileManager.default.removeItem(at: killed.folder)
            try FileManager.default.copyItem(at: left.appending(path: "\(point)"), to: killed.folder)
            let ran = await killed.run("init", "other", "--as", "Second Person", "--on", "2019-01-07")
            if ran.status == 73 {
                // It was in its place already, whole.
                #expect(await killed.run("fsck", "--register", "other", "--as", "First Person").status == 0)
            } else {
                #expect(ran.status == 0, "point \(point): \(ran.complaints)")
                try await isWhole(killed, withOwn: withOwn)
            }
        }
    }

    @Test(arguments: [false, true], NewRegister.Step.allCases)
    func whatFailsLeavesWhatWasThere(withOwn: Bool, step: NewRegister.Step) async throws {
        let scratch = try folder(withOwn: withOwn)
        let before = files(scratch)
        do {
            try await found(scratch) { if $0 == step { throw LedgerError.full } }
            #expect(step == .placeFile && !withOwn)
        } catch  where error is FullDisk || error as? LedgerError == .full {
            guard step != .confirm, step != .done else { return try await isWhole(scratch, withOwn: withOwn) }
            #expect(files(scratch) == before)
        }
    }

    /// The other's register is made whole, and used, at each moment of the first one's making.
    @Test(arguments: [false, true], [NewRegister.Step.fill, .sync, .place, .placeFile])
    func ofTwoAtOnceOneWinsAndLosesNothing(withOwn: Bool, step: NewRegister.Step) async throws {
        let scratch = try folder(withOwn: withOwn)
        let isDone = Mutex(false)
        await #expect(throws: RegisterExists.self) {
            try await found(scratch, as: "First Person") { reached in
                guard reached == step || (step == .placeFile && !withOwn && reached == .place),
                    isDone.withLock({ done in
                        defer { done = true }
                        return !done
                    })
                else { return }
                for words in [
                    ["init", "other", "--as", "Second Person"],
                    ["member", "add", "Third Person", "--register", "other"],
                ] {
                    let ran = await scratch.run(words + ["--on", "2019-01-07"])
                    #expect(ran.status == 0, "\(words): \(ran.complaints)")
                }
            }
        }
        let people = await scratch.run("member", "may", "Third Person", "--register", "other")
        #expect(people.status == 0, "\(people.complaints)")
        #expect(!files(scratch).contains { $0.contains(".lap-new-") })
        if withOwn { #expect(files(scratch).contains(InitInterruptedTests.own)) }
    }

    /// What an interrupted write of a register that is gone left would be rolled back into the new one.
    @Test(arguments: ["register.sqlite-journal", "register.sqlite-wal"])
    func besideAJournalNoRegisterIsMade(name: String) async throws {
        let scratch = try Scratch(empty: ())
        let home = scratch.folder.appending(path: ".lap")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: false)
        try Data("a journal".utf8).write(to: home.appending(path: name))
        let ran = await scratch.run("init", ".", "--as", "Somebody")
        #expect(ran.status == 73 && ran.complaints.contains(name), "\(ran.complaints)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == [name])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == [".lap"])
    }

    @Test func whereNoFolderCanBeNothingIsMade() async throws {
        let scratch = try Scratch(empty: ())
        try scratch.write("a file", to: ".lap")
        #expect(await scratch.run("init", ".", "--as", "Somebody").status == 73)
        #expect(await scratch.run("init", "", "--as", "Somebody").status == 64)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == [".lap"])
        try FileManager.default.createSymbolicLink(
            at: scratch.folder.appending(path: "linked"), withDestinationURL: scratch.folder)
        let link = try Scratch(empty: ())
        try FileManager.default.createDirectory(
            at: link.folder.appending(path: "elsewhere"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            at: link.folder.appending(path: ".lap"), withDestinationURL: link.folder.appending(path: "elsewhere"))
        #expect(await link.run("init", ".", "--as", "Somebody").status == 73)
        #expect(try FileManager.default.contentsOfDirectory(atPath: link.folder.path + "/elsewhere").isEmpty)
    }
}
