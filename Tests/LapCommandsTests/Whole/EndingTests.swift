import Foundation
import Testing

@testable import LapCommands

/// The real program, when the world outside does not do as it should.
@Suite("Endings")
struct EndingTests {
    private static let program = Scratch.checkout.appending(path: ".build/debug/lap").path

    /// Runs a shell's line in the folder, in which `lap` is the program.
    private func shell(_ line: String, in scratch: Scratch) throws -> (status: Int32, said: String, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "lap() { \(EndingTests.program) \"$@\"; }; program=\(EndingTests.program); \(line)"]
        process.currentDirectoryURL = scratch.folder
        process.environment = [
            "LAP_SHARE": Scratch.checkout.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
        ]
        let (said, output) = (scratch.folder.appending(path: "said"), scratch.folder.appending(path: "output"))
        for file in [said, output] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardError = try FileHandle(forWritingTo: said)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, try String(contentsOf: said, encoding: .utf8),
            try String(contentsOf: output, encoding: .utf8)
        )
    }

    @Test(arguments: ["status", "issue list --json", "fsck", "help", "--help", "help issue", "log", "export -"])
    func whatCannotBeWrittenIsToldAsThat(words: String) async throws {
        let scratch = try await Scratch(seats: ["north/dco", "board/information-officer"])
        let ran = try shell("lap \(words) > /dev/full", in: scratch)
        #expect(ran.status == 73, "\(ran.said)")
        #expect(ran.said.hasPrefix("lap: What was to be printed could not be written."), "\(ran.said)")
        #expect(ran.said.hasSuffix("Nothing was changed.\n"), "\(ran.said)")
    }

    @Test func whatIsDoneAllTheSameIsToldAsThat() async throws {
        let scratch = try await Scratch(seats: ["north/dco", "board/information-officer"])
        let stored = try shell("lap member add 'Chair North' > /dev/full", in: scratch)
        #expect(stored.status == 73 && stored.said.contains("is stored as operation 2"), "\(stored.said)")
        let made = try shell("lap backup monday > /dev/full", in: scratch)
        #expect(made.status == 73 && made.said.contains("What was to be made is there."), "\(made.said)")
    }

    /// A program that the system ends says nothing.
    @Test func aBackupThatMayNotGrowIsToldAsOneThatCannotBeWritten() async throws {
        let scratch = try await Scratch(seats: ["north/dco", "board/information-officer"])
        let ran = try shell(
            "printf '#!/bin/sh\\nkill -XFSZ $$\\n' > tar; chmod +x tar; PATH=.:$PATH; export PATH; $program backup monday",
            in: scratch)
        #expect(ran.status == 73 && !ran.said.contains("said nothing"), "\(ran.status) \(ran.said)")
    }

    @Test func whoeverClosesThePipeEndsItQuietly() async throws {
        let scratch = try await Scratch()
        let ran = try shell("lap help issue | head -n 1 > /dev/null", in: scratch)
        #expect(ran.status == 0)
        #expect(ran.said.isEmpty)
    }

    /// Whatever others may do with what somebody makes, nobody else can write to a register's folder.
    @Test func aRegistersFolderIsItsOwners() async throws {
        let scratch = try Scratch(empty: ())
        let ran = try shell("umask 000; lap init a/b --as Somebody", in: scratch)
        #expect(ran.status == 0, "\(ran.said)")
        for (path, mode) in [("a", 0o755), ("a/b", 0o755), ("a/b/.lap", 0o700), ("a/b/.lap/register.sqlite", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: scratch.folder.appending(path: path).path)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
        }
    }

    @Test func aCommandLineThatIsNotUTF8IsRefused() async throws {
        let scratch = try await Scratch()
        let before = try scratch.bytes()
        let ran = try shell(#"lap member add "$(printf 'Ren\351e North')""#, in: scratch)
        #expect(ran.status == 64)
        #expect(ran.said.hasPrefix("lap: The command line is not UTF-8 text."), "\(ran.said)")
        #expect(try scratch.bytes() == before)
    }

    @Test func aFileThatMayNotGrowIsNoContradiction() async throws {
        let scratch = try await Scratch()
        let before = try scratch.bytes()
        let ran = try shell("ulimit -f 0; lap member add 'Chair North' --seat north/chair", in: scratch)
        #expect([73].contains(ran.status), "\(ran.status) \(ran.said)")
        #expect(!ran.said.contains("contradicts"))
        #expect(try scratch.bytes() == before)
    }

    private static let traces: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/strace")
        process.arguments = ["-o", "/dev/null", "true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// A disk that fails at one call: what is said is what is so.
    @Test(
        .enabled(if: EndingTests.traces, "strace is not there, or may not be used"), arguments: ["fdatasync", "unlink"])
    func adiskThatFailsIsToldAsThat(call: String) async throws {
        var stored = 0
        for number in 1...8 {
            let scratch = try await Scratch()
            let ran = try shell(
                "strace -f -o trace -e trace=\(call) -e inject=\(call):error=EIO:when=\(number) "
                    + "$program member add 'Chair North' --seat north/chair --on 2019-01-07", in: scratch)
            let people = await scratch.run("member", "list", "--as", "DCO North")
            let isThere = people.output.contains("Chair North")
            switch ran.status {
            case 0: #expect(isThere)
            case 73 where ran.said.contains("It is stored as operation 2"):
                stored += 1
                #expect(isThere)
            case 73 where ran.said.contains("nothing was changed"): #expect(!isThere)
            case 73: #expect(ran.said.contains("does not say whether"))
            default: Issue.record("\(call) \(number): \(ran.status) \(ran.said)")
            }
            #expect(!ran.said.contains("contradicts"))
            #expect(await scratch.run(["fsck"], now: Date()).status == 0)
            if ran.status == 0,
                try !String(
                    contentsOf: scratch.folder.appending(path: "trace"), encoding: .utf8
                ).contains("INJECTED")
            {
                break
            }
        }
        if call == "fdatasync" { #expect(stored > 0) }
    }

    @Test func aFolderThatWasDeletedIsToldAndNotSearchedForEver() throws {
        let scratch = try Scratch(empty: ())
        for words in ["status", "init", "init a/b --as Somebody", "issue show N-1"] {
            let ran = try shell("mkdir gone; cd gone; rmdir ../gone; timeout 20 \"$program\" \(words)", in: scratch)
            #expect(ran.status == 66, "\(words): \(ran.status) \(ran.said)")
            #expect(ran.said.contains("lap: The folder you are in is not there any more."), "\(ran.said)")
        }
    }
}
