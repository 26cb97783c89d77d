import Foundation
import Testing

@testable import LapCommands

/// Later changes of an agenda are told where they stand (issue 12): of the items that it had, and of those that came since.
struct SupplementTests {
    private let april = "north-2019-04-30"

    private func correct(_ season: Season, _ issue: String, _ summary: String, on day: String) async throws {
        try await season.does("issue", "edit", issue, "--summary", summary, "--on", day)
    }

    /// It is a paper for everybody, as the agenda is.
    @Test func aSupplementOfWhichNoPublicPaperCouldBeMadeIsNotIssued() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--summary", "A second wait", "--name", "Mrs Bilby")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.agenda(with: "N-1")
        try await season.does(
            "issue", "schedule", "N-2", "--meeting", april, "--late-reason", "Mrs Bilby wrote", "--on", "2019-04-12")
        try await season.does("agenda", "build", april, "--on", "2019-04-12")
        let supplement = ["meeting", "supplement", april, "--late-reason", "One came late", "--on", "2019-04-12"]
        for more in [["--dry-run"], []] {
            let refused = await season.scratch.run(supplement + more)
            #expect(refused.status == 1, "\(refused)")
            #expect(
                refused.complaints.contains("No public paper could be made of this agenda"), "\(refused.complaints)")
            #expect(!refused.complaints.contains("Bilby"))
        }
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "redact", "N-2", "--words", "Mrs Bilby", "--because", "named", "--yes", "--as", "Information Officer",
            "--on",
            "2019-04-12")
        try await season.does(supplement)
        let agenda = try await season.page("agenda", april, "--on", "2019-04-12")
        #expect(agenda.contains("Supplement 1") && !agenda.contains("Bilby"))
    }

    /// Whatever else has changed since it went out first is told by its place, and that words are not there is explained.
    @Test func whatAPaperMadeAgainSaysOtherwiseIsTold() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--summary", "A second wait", "--name", "Family Bilby")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.agenda(with: "N-1")
        try await season.does(
            "action", "add", "--text", "Write to the Lorikeets", "--owner", "Health North", "--due", "2019-05-20",
            "--meeting", april, "--on", "2019-04-03")
        let first = try await season.page("agenda", april, "--on", "2019-04-10")
        #expect(!first.contains("Otherwise than before") && first.contains("Write to the Lorikeets"))
        try await season.does(
            "redact", "A-1", "--words", "Lorikeets", "--because", "named", "--yes", "--as", "Information Officer",
            "--on", "2019-04-11")
        #expect(try await season.page("agenda", april, "--on", "2019-04-11").contains("Redacted 1"))
        try await season.does(
            "issue", "schedule", "N-2", "--meeting", april, "--late-reason", "It is urgent", "--on", "2019-04-12")
        try await season.does("agenda", "build", april, "--on", "2019-04-12")
        try await season.does("meeting", "supplement", april, "--late-reason", "It came late", "--on", "2019-04-13")
        let second = try await season.page("agenda", april, "--on", "2019-04-13")
        #expect(
            second.contains(
                "Against the paper that was issued on 10 April 2019, these are new or read otherwise: Agenda; N-2: Speech, language and communication therapy."
            ), "\(second)")
        #expect(
            second.contains("Where it says [removed], words were taken out of the record.")
                && second.contains("Write to the [removed]"))
        // That only time has passed is no difference.
        #expect(!second.contains("N-1: Speech, language and communication therapy;"))
    }

    @Test func changedLinesAreMarkedInThemselves() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--summary", "A second wait", "--name", "Family Bilby")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.agenda(with: "N-1")
        #expect(!(try await season.page("agenda", april, "--on", "2019-04-10")).contains("Printed with a correction."))
        try await correct(season, "N-1", "Ten-month wait for a first appointment", on: "2019-04-11")
        try await season.does(
            "issue", "schedule", "N-2", "--meeting", april, "--late-reason", "It is urgent", "--on", "2019-04-12")
        try await season.does("agenda", "build", april, "--on", "2019-04-12")
        // What nobody has given notice of yet is a draft.
        let early = try await season.does(
            "pack", "agenda", april, "--format", "html", "--to", "packs", "--on", "2019-04-12")
        #expect(early.contains("-draft.html"), "\(early)")
        try await season.does("meeting", "supplement", april, "--late-reason", "It came late", "--on", "2019-04-13")
        let first = try await season.page("agenda", april, "--on", "2019-04-13")
        #expect(first.contains("Supplement 1, issued 13 April 2019"))
        #expect(first.contains("Item 8.1 is printed with a correction."), "\(first)")
        #expect(first.components(separatedBy: "Printed with a correction.").count == 2)
        // What came in the supplement was printed with it, and is told of since then.
        try await correct(season, "N-2", "A third wait", on: "2019-04-15")
        let second = try await season.page("agenda", april, "--on", "2019-04-15")
        #expect(second.contains("Items 8.1 and 8.2 are printed with corrections."), "\(second)")
        #expect(second.components(separatedBy: "Printed with a correction.").count == 3)
    }

    /// Until a supplement is issued that holds it, what came late can be taken off again.
    @Test func whatNoSupplementHasTakenOutYetCanComeOff() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--summary", "A second wait")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.agenda(with: "N-1")
        let late = [
            "issue", "schedule", "N-2", "--meeting", april, "--late-reason", "It is urgent", "--on", "2019-04-12",
        ]
        for isLaidOut in [false, true] {
            try await season.does(late)
            if isLaidOut { try await season.does("agenda", "build", april, "--on", "2019-04-12") }
            try await season.does("issue", "unschedule", "N-2", "--reason", "They are away", "--on", "2019-04-12")
        }
        let fixed = await season.refusal(
            "issue", "unschedule", "N-1", "--reason", "They are away", "--on", "2019-04-12")
        #expect(fixed.status == 1 && fixed.said.contains("Notice has been given of it"), "\(fixed)")
        try await season.does(late)
        try await season.does("agenda", "build", april, "--on", "2019-04-12")
        try await season.does("meeting", "supplement", april, "--late-reason", "One came late", "--on", "2019-04-12")
        let gone = await season.refusal("issue", "unschedule", "N-2", "--reason", "They are away", "--on", "2019-04-12")
        #expect(gone.status == 1 && gone.said.contains("Notice has been given of it"), "\(gone)")
    }
}
