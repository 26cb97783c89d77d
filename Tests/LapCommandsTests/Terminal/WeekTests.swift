import Foundation
import Testing

@testable import LapCommands

/// A week of a DCO, telephone in hand, with the real program at a terminal.
@Suite("The week of a DCO")
struct WeekTests {
    private let season: Season

    init() async throws { season = try await Season() }

    /// A command line of theirs on a day of August, and what they type at its questions.
    private func at(
        _ day: Int, _ words: String..., typing lines: [String] = [], status: Int32 = 0
    ) async throws -> String {
        let ran = try await PseudoTerminal(columns: 120, rows: 500).run(
            Scratch.checkout.appending(path: ".build/debug/lap"), words + ["--on", "2019-08-0\(day)"],
            in: season.scratch.folder, typing: lines,
            environment: ["LAP_SHARE": Scratch.checkout.path, "PATH": "/usr/bin:/bin", "TERM": "dumb"])
        #expect(ran.status == status, "lap \(words.joined(separator: " ")): \(ran.shown)")
        return ran.shown
    }

    @Test func noSpreadsheetIsNeededBesideIt() async throws {
        // Monday: a family that needs an interpreter rings. One answer is refused, and the next question waits for it.
        let rung = try await at(
            5, "issue", "raise",
            typing: [
                "no", "later", "5 August 2019", "pigeon", "phone", "parent-carer", "Family Quokka", "07700 900123",
                "interpreter", "urdu", "", "north", "salt", "A long wait", "none", "record,discuss-anonymised", "",
            ])
        #expect(rung.contains("Channel is one of") && rung.contains("N-1: Logged."), "\(rung)")

        // Tuesday: the door bell goes in the middle of a call, and the call is gone on with afterwards.
        let stopped = try await at(
            6, "issue", "raise", typing: ["no", "", "6 August 2019", "phone", "parent-carer", "Family Numbat"],
            status: 130)
        #expect(stopped.contains("lap issue raise --draft DRAFT-1"), "\(stopped)")
        #expect(try await at(6, "status").contains("1 draft (lap drafts)"))
        let resumed = try await at(
            6, "issue", "raise", "--draft", "DRAFT-1",
            typing: [
                "", "numbat@example.org", "", "", "north", "ot", "No therapist", "none", "record,discuss-anonymised",
                "",
            ])
        #expect(resumed.contains("Name: Family Numbat") && resumed.contains("N-2: Logged."), "\(resumed)")
        #expect(try await at(6, "drafts").contains("You have no draft."))

        // Wednesday: somebody rings about their case. They are found, and what was written down wrongly is put right.
        #expect(try await at(7, "find", "Quoka").contains("N-1"))
        let told = try await at(7, "issue", "acknowledge", "N-1", typing: ["phone", "12 August 2019"])
        #expect(told.contains("They need: Interpreter, Urdu."), "\(told)")
        _ = try await at(7, "issue", "edit", "N-1", "--contact", "07700 900456")
        #expect(try await at(7, "find", "07700/900 456").contains("Family Quokka"))
        _ = try await at(
            7, "issue", "accept", "N-1", "--scope", "individual", "--phase", "primary", "--severity", "2", "--tried",
            "Asked twice", "--services", "Therapy", "--outcome-sought", "A date")

        // Thursday: it is a complaint too, as they have decided by now.
        #expect(try await at(8, "status").contains("2019-08-12  lap issue answer-complaint N-1"))
        _ = try await at(8, "issue", "answer-complaint", "N-1", typing: ["yes"])
        #expect(try await at(8, "status").contains("2019-08-09  lap issue hand-over-complaint N-1"))

        // Friday: it is handed over, and then all that is left, because somebody goes on leave.
        _ = try await at(9, "issue", "hand-over-complaint", "N-1", "--complaint-to", "council-complaints", "--yes")
        #expect(try await !at(9, "status").contains("hand-over-complaint"))
        let gone = try await at(9, "issue", "handover", "DCO North", "Deputy DCO North")
        #expect(gone.contains("Family Quokka, 07700 900456  They need: Interpreter, Urdu."), "\(gone)")
        #expect(try await at(9, "log", "N-1").contains("hand-over-complaint"))
        #expect(try await at(9, "fsck").contains("Sound"))
    }
}
