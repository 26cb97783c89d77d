import Foundation
import Testing

@testable import LapCommands

/// What is given for a field is refused with its own message, and nothing is changed.
@Suite("Bad fields")
struct BadFieldTests {
    private static let good = [
        "--area", "north", "--received", "2019-07-02", "--channel", "email", "--raised-by", "parent-carer",
        "--safeguarding", "no", "--theme", "salt", "--parallel", "none", "--summary", "Nine-month wait",
    ]

    private func raising(_ option: String, _ value: String) -> [String] {
        var words = BadFieldTests.good
        if let index = words.firstIndex(of: option) {
            words[index + 1] = value
        } else {
            words += [option, value]
        }
        return ["issue", "raise"] + words
    }

    /// Runs a command that must fail and change nothing.
    private func refused(
        _ scratch: Scratch, _ words: [String], status: Int32, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let before = try scratch.bytes()
        let ran = await scratch.run(words)
        #expect(ran.status == status, "\(ran.complaints)", sourceLocation: sourceLocation)
        #expect(ran.output.isEmpty, sourceLocation: sourceLocation)
        #expect(try scratch.bytes() == before, sourceLocation: sourceLocation)
        return ran.complaints
    }

    @Test func raisesWhatIsGood() async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run(["issue", "raise"] + BadFieldTests.good)
        #expect(ran.status == 0, "\(ran.complaints)")
    }

    @Test func whatIsRaisedWithoutANameHasNone() async throws {
        let scratch = try await Scratch()
        for (option, value) in [("--name", "Family Quokka"), ("--contact", "quokka@example.org")] {
            let said = try await refused(scratch, raising(option, value) + ["--anonymous"], status: 1)
            #expect(said.contains("kept without one") && !said.contains("uokka"), "\(said)")
        }
        #expect(await scratch.run(raising("--name", "Family Quokka")).status == 0)
        let said = try await refused(scratch, ["issue", "edit", "N-1", "--anonymous"], status: 1)
        #expect(said.contains("lap issue strike-contact N-1 --anonymous"), "\(said)")
        #expect(await scratch.run("issue", "strike-contact", "N-1", "--anonymous").status == 0)
        // What is on record stands: nothing else of it is held up.
        #expect(await scratch.run("issue", "edit", "N-1", "--summary", "A ten-month wait").status == 0)
    }

    /// Several things may be under way beside it; that nothing is goes with none of them.
    @Test func severalParallelProcessesAreTaken() async throws {
        let scratch = try await Scratch()
        #expect(await scratch.run(raising("--parallel", "complaint,tribunal")).status == 0)
        let shown = await scratch.run("show", "N-1").output
        #expect(shown.contains(/Parallel process +Complaint, Tribunal/), "\(shown)")
        let said = try await refused(scratch, raising("--parallel", "complaint,none"), status: 1)
        #expect(said.contains("Either something else is under way, or nothing is."), "\(said)")
        let twice = try await refused(
            scratch, raising("--parallel", "complaint") + ["--parallel", "legal"], status: 64)
        #expect(twice.contains("Give it once, several with commas."), "\(twice)")
        let themes = try await refused(scratch, raising("--theme", "ot") + ["--theme", "adhd"], status: 64)
        #expect(themes.contains("Give it once.") && !themes.contains("commas"), "\(themes)")
    }

    @Test func aThemeIsSuggestedByItsWords() async throws {
        let scratch = try await Scratch()
        for word in ["speech", "Speach"] {
            let said = try await refused(scratch, raising("--theme", word), status: 65)
            #expect(said.contains("Perhaps salt (Speech, language and communication therapy)"), "\(said)")
        }
        let title = raising("--theme", "Speech, language and communication therapy")
        #expect(await scratch.run(title).status == 0)
    }

    @Test func aCorrectionOfNothingIsRefused() async throws {
        let scratch = try await Scratch()
        #expect(await scratch.run(raising("--name", "Family Quokka")).status == 0)
        #expect(
            await scratch.run("meeting", "schedule", "north", "--date", "2019-09-17", "--time", "10:00").status == 0)
        for words in [["issue", "edit", "N-1"], ["meeting", "edit", "north-2019-09-17"]] {
            for also in [[], ["-n"]] {
                #expect(try await refused(scratch, words + also, status: 64).contains("Nothing was given to change."))
            }
        }
        #expect(await scratch.run("issue", "edit", "N-1", "--theme", "salt").status == 0)
    }

    @Test(arguments: [
        ("--theem", "salt", Int32(64), "There is no option --theem here.", "Did you mean “--theme”?"),
        ("--theme", "slat", 65, "There is no theme called “slat”.", "Did you mean “salt”?"),
        ("--area", "nroth", 65, "There is no area called “nroth”.", "Did you mean “north”?"),
        ("--district", "lancastre", 65, "There is no district called “lancastre”.", "Did you mean “lancaster”?"),
        ("--screened-by", "DCO Nroth", 65, "There is nobody called “DCO Nroth”", "Did you mean “DCO North”?"),
        ("--plan", "IP-99", 66, "There is no IP-99 in this register.", "The latest of its kind is IP-"),
        ("--received", "2019-02-29", 65, "That is no day of the calendar.", "Days are written 2 December 2019"),
        ("--received", "31/06/2019", 65, "That is no day of the calendar.", "2/12/2019"),
        ("--received", "2019-08-02", 1, "The day it was received lies ahead.", "Give --received."),
        ("--received", "1929-07-02", 1, "The day it was received is more than 25 years ago.", "Give --received."),
        ("--born", "2019-08-02", 1, "The date of birth lies ahead.", "Give --born."),
        (
            "--decided-on", "2019-08-02", 1, "The day of the decision, or of the certificate, lies ahead.",
            "--decided-on"
        ),
        ("--channel", "pigeon", 65, "Channel is one of email, phone", ""),
        ("--consent", "record,everything", 65, "Agreement to share is any of record", ""),
        ("--families", "many", 65, "Families affected is a whole number", ""),
    ])
    func eachGetsItsOwnMessage(
        option: String, value: String, status: Int32, sentence: String, hint: String
    ) async throws {
        let said = try await refused(Scratch(), raising(option, value), status: status)
        #expect(said.contains(sentence), "\(said)")
        #expect(hint.isEmpty || said.contains(hint), "\(said)")
    }

    @Test func tenMegabytesAreTooLong() async throws {
        let scratch = try await Scratch()
        let text = String(repeating: "ten bytes ", count: 1_048_576)
        #expect(
            try await refused(scratch, raising("--summary", text), status: 65).contains(
                "Summary is too long: at most 280 characters."))
        #expect(
            try await refused(scratch, raising("--detail", text), status: 65).contains("Detail is too long"))
        #expect(try await refused(scratch, raising("--theme", text), status: 65).count < 2_000)
        #expect(try await refused(scratch, raising("--area", text), status: 65).count < 2_000)
        #expect(try await refused(scratch, raising("--screened-by", text), status: 65).count < 2_000)
        #expect(try await refused(scratch, raising("--received", text), status: 65).count < 2_000)
    }

    @Test(arguments: [
        ("\u{0}", "a NUL character"), ("\u{7}", "a control character"), ("\u{1B}[2J", "a control character"),
        ("\u{85}", "a control character"), ("\n", "a line break"), ("\u{202E}", "the writing direction"),
        ("\u{2066}", "the writing direction"), ("\u{2028}", "a line separator"), ("\u{FEFF}", "a byte-order mark"),
        ("\u{E0041}", "an invisible control character"),
    ])
    func whatHidesInTextIsRefused(text: String, named: String) async throws {
        let said = try await refused(Scratch(), raising("--summary", "a\(text)b"), status: 65)
        #expect(said.contains("Summary contains \(named), which a record cannot hold.") || said.contains(named))
        #expect(!said.contains(text) || text == "\n")
    }

    @Test func emojiAndOtherAlphabetsAreKept() async throws {
        let scratch = try await Scratch()
        let summary = "Długo czekamy 👩‍👧 منتظرون"
        #expect(await scratch.run(raising("--summary", summary)).status == 0)
        #expect(await scratch.run("issue", "show", "N-1", "--json").output.contains(summary))
    }

    @Test func editingIsAsStrictAsRaising() async throws {
        let scratch = try await Scratch()
        #expect(await scratch.run(["issue", "raise"] + BadFieldTests.good).status == 0)
        for (option, value, status, sentence) in [
            ("--theme", "slat", Int32(65), "There is no theme called “slat”."),
            ("--summary", "a\u{0}b", 65, "a NUL character"), ("--born", "2019-02-30", 65, "no day of the calendar"),
            ("--summray", "x", 64, "There is no option --summray here."),
        ] {
            let said = try await refused(scratch, ["issue", "edit", "N-1", option, value], status: status)
            #expect(said.contains(sentence), "\(said)")
        }
        let missing = try await refused(scratch, ["issue", "edit", "N-9", "--theme", "ot"], status: 66)
        #expect(missing.contains("There is no N-9 in this register."))
    }

    @Test func everyProblemIsToldAtOnce() async throws {
        var words = raising("--received", "2019-02-29")
        words[words.count - 1] = "a\u{202E}b"
        let said = try await refused(Scratch(), words + ["--families", "many"], status: 65)
        #expect(said.components(separatedBy: "lap: ").count == 4)
    }
}
