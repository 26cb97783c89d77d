import Foundation
import Testing

@testable import LapCommands

/// A command that is repeated under its key is done once.
@Suite("--key")
struct KeyTests {
    private static let raising = [
        "issue", "raise", "--area", "north", "--raised-by", "parent-carer", "--channel", "email", "--received",
        "2019-04-01", "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--consent", "record",
        "--summary", "A long wait", "--on", "2019-04-01",
    ]

    @Test func aRepeatedCommandIsDoneOnce() async throws {
        let scratch = try await Scratch()
        let first = await scratch.run(KeyTests.raising + ["--key", "3f0a"])
        #expect(first.status == 0, "\(first.complaints)")
        let before = try scratch.bytes()
        let second = await scratch.run(KeyTests.raising + ["--key", "3f0a"])
        #expect(second.status == 0, "\(second.complaints)")
        #expect(second.output == "N-1: already done as operation 2.\n")
        let third = await scratch.run(KeyTests.raising + ["--key=3f0a", "--json"])
        #expect(third.output == #"{"alreadyDone":true,"operation":2,"ref":"N-1","refs":["N-1"]}"# + "\n")
        #expect(try scratch.bytes() == before)
    }

    @Test func anotherCommandUnderTheKeyIsRefused() async throws {
        let scratch = try await Scratch()
        _ = await scratch.run(KeyTests.raising + ["--key", "3f0a"])
        let before = try scratch.bytes()
        for words in [
            KeyTests.raising.map { $0 == "salt" ? "ot" : $0 }, ["member", "add", "Chair North"],
            KeyTests.raising.dropLast() + ["2019-04-02"],
        ] {
            let ran = await scratch.run(words + ["--key", "3f0a"])
            #expect(ran.status == 1, "\(ran.output)")
            #expect(ran.complaints.hasPrefix("lap: Operation 2 did something else under that key."))
        }
        #expect(try scratch.bytes() == before)
    }

    /// Not an event: any command that writes has it, and finds it before it is asked anything else.
    @Test func everyWriteHasIt() async throws {
        let scratch = try await Scratch()
        for (number, words) in [
            ["member", "add", "Chair North <chair@example.org>", "--seat", "north/chair"], ["undo", "2"],
            ["member", "add", "SENCO North"], ["member", "seat", "SENCO North", "--seat", "south/chair"],
        ].enumerated() {
            let first = await scratch.run(words + ["--key", "key-\(number)"])
            #expect(first.status == 0, "\(words): \(first.complaints)")
            let before = try scratch.bytes()
            let second = await scratch.run(words + ["--key", "key-\(number)"])
            #expect(second.output.hasPrefix("Already done as operation "), "\(words): \(second.complaints)")
            #expect(try scratch.bytes() == before)
        }
        #expect(await scratch.run("fsck").status == 0)
    }

    @Test func whatWasUndoneSinceIsNotCalledDone() async throws {
        let scratch = try await Scratch()
        _ = await scratch.run(KeyTests.raising + ["--key", "3f0a"])
        #expect(await scratch.run("undo", "2").status == 0)
        let before = try scratch.bytes()
        for more in [["--key", "3f0a"], ["--key", "3f0a", "--json"]] {
            let ran = await scratch.run(KeyTests.raising + more)
            #expect(ran.status == 1 && ran.output.isEmpty)
            let said =
                "lap: Operation 2 did it under that key, and was undone since by operation 3.\nHint: To do it again"
            #expect(ran.complaints.hasPrefix(said), "\(ran.complaints)")
        }
        #expect(try scratch.bytes() == before)
    }

    @Test func noneIsKeptOfTheKeyItself() async throws {
        let scratch = try await Scratch()
        _ = await scratch.run(KeyTests.raising + ["--key", "a-very-secret-key"])
        #expect(try scratch.bytes().range(of: Data("a-very-secret-key".utf8)) == nil)
    }

    @Test func theLastOperationIsNamedUnderAKey() async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run("undo", "--key", "3f0a")
        #expect(ran.status == 64)
        #expect(await scratch.run("status", "--key", "").status == 64)
    }
}
