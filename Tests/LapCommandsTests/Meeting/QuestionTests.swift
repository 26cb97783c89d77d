import Foundation
import Testing

@testable import LapCommands

/// What members of the Board ask and note about an issue before its meeting (issue and brief: the members' alone).
struct QuestionTests {
    private let clerk = ["--as", "Board Secretary"]
    private let rep = ["--as", "Board Parent Rep"]
    private let may = "board-2019-05-22"

    /// N-1 is before the Board of 22 May.
    private func tabled(_ more: String...) async throws -> Season {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        try await season.does(["meeting", "schedule", "board", "--date", "2019-05-22", "--on", "2019-05-03"] + clerk)
        try await season.does(["issue", "table", "N-1", "--meeting", may, "--on", "2019-05-03"] + more + clerk)
        return season
    }

    private func ask(_ season: Season, _ more: String...) async throws -> String {
        try await season.does(
            ["question", "ask", "N-1", "--text", "What did the bilby trial cost last year?", "--on", "2019-05-10"]
                + rep + more)
    }

    @Test func theDCOAnswersBeforeTheMeetingWhereverThatMoves() async throws {
        let season = try await tabled()
        let asked = try await ask(season)
        #expect(asked.contains("Q-1: Asked. Answer before the meeting by 21 May 2019."), "\(asked)")
        let moved = try await season.does(
            ["meeting", "reschedule", may, "--date", "2019-05-29", "--reason", "Half term", "--on", "2019-05-13"]
                + clerk)
        #expect(moved.contains("Q-1 and N-1 come along."), "\(moved)")
        let status = try await season.does("status", "--on", "2019-05-20")
        #expect(status.contains("2019-05-28  lap question answer Q-1"), "\(status)")
        let others = await season.refusal(
            "question", "answer", "Q-1", "--answer", "Nothing", "--as", "Director of Social Care", "--on",
            "2019-05-20")
        #expect(others.status == 77, "\(others)")
        let answered = try await season.does(
            "question", "answer", "Q-1", "--answer", "Nine thousand wombat pounds", "--on", "2019-05-21")
        #expect(answered.contains("Q-1: Asked → Answered."), "\(answered)")
        let listed = try await season.does(["question", "list", "--all", "--issue", "N-1"] + clerk)
        #expect(listed.contains("Q-1\tanswered\tN-1\tBoard Parent Rep\t\t\tWhat did the bilby trial"), "\(listed)")
        try await season.does("undo", "--on", "2019-05-21")
        #expect(try await season.does(["question", "list"] + clerk).contains("Q-1\tasked"))
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func onlyWhatTheBoardHasBeforeItIsAskedAbout() async throws {
        let season = try await Season.heard()
        try await season.does(["meeting", "schedule", "board", "--date", "2019-05-22", "--on", "2019-05-03"] + clerk)
        let early = await season.refusal(["question", "ask", "N-1", "--text", "Why?", "--on", "2019-05-10"] + rep)
        #expect(early.status == 77 && early.said.contains("once it has gone to the Board"), "\(early)")
        let before = try await tabled()
        for who in ["SENCO North", "Parent Rep North", "DCO North"] {
            let refused = await before.refusal(
                "question", "ask", "N-1", "--text", "Why?", "--as", who, "--on", "2019-05-10")
            #expect(refused.status == 77, "\(who): \(refused)")
        }
        let late = await before.refusal(
            ["question", "ask", "N-1", "--text", "Why?", "--before", may, "--on", "2019-05-22"] + rep)
        #expect(late.status == 1 && late.said.contains("not ahead any more"), "\(late)")
    }

    @Test func oneMembersQuestionIsNotAnothersToWithdraw() async throws {
        let season = try await tabled()
        _ = try await ask(season)
        let other = await season.refusal(
            "question", "withdraw", "Q-1", "--reason", "It is in the brief", "--as", "Director of Social Care", "--on",
            "2019-05-11")
        #expect(other.status == 1 && other.said.contains("another member"), "\(other)")
        try await season.does(
            ["question", "withdraw", "Q-1", "--reason", "It is in the brief", "--on", "2019-05-11"] + rep)
    }

    /// Where something is typed it is said that it may have to be released.
    @Test func itIsSaidThatItMayHaveToBeReleased() async throws {
        let season = try await tabled()
        for event in ["ask", "note", "answer"] {
            let help = try await season.does("question", event, "--help")
            #expect(help.contains("may have to release it"), "\(help)")
        }
    }

    @Test func theBriefHasThemForMembersAndNotForThePublic() async throws {
        let season = try await tabled()
        _ = try await ask(season)
        try await season.does(
            [
                "question", "note", "N-1", "--stance", "concern", "--text", "East would lose its only numbat therapist",
                "--as", "Director of Social Care", "--on", "2019-05-10",
            ])
        try await season.does(
            "question", "answer", "Q-1", "--answer", "Nine thousand wombat pounds", "--on", "2019-05-13")
        try await season.does(["agenda", "build", may, "--on", "2019-05-13"] + clerk)
        let members = try await season.page(["board", may, "--edition", "members", "--on", "2019-05-13"] + clerk)
        for told in ["bilby trial", "wombat pounds", "numbat therapist", "Q-1", "Concern", "Board Parent Rep"] {
            #expect(members.contains(told), "\(told)")
        }
        let publicly = try await season.page(["board", may, "--edition", "public", "--on", "2019-05-13"] + clerk)
        for told in ["bilby", "wombat", "numbat", "Q-1"] { #expect(!publicly.contains(told), "\(told)") }
        try await season.does(
            ["question", "withdraw", "Q-2", "--reason", "Answered since", "--on", "2019-05-14"] + clerk)
        let later = try await season.page(["board", may, "--edition", "members", "--on", "2019-05-14"] + clerk)
        #expect(later.contains("bilby trial") && !later.contains("numbat therapist"))
    }

    /// What is asked about an issue that the Board takes in private is as private.
    @Test func aPrivateIssuesQuestionIsPrivate() async throws {
        let season = try await tabled("--private", "--private-because", "It is about money")
        _ = try await ask(season)
        try await season.does(
            "question", "answer", "Q-1", "--answer", "Nine thousand wombat pounds", "--on", "2019-05-13")
        try await season.does("member", "add", "Chair of North", "--seat", "north/chair", "--from", "2019-01-07")
        for who in ["SENCO North", "Chair of North"] {
            let shown = await season.refusal("show", "Q-1", "--as", who)
            #expect(shown.status == 66 && !shown.said.contains("bilby"), "\(who): \(shown)")
            #expect(!(try await season.does("search", "bilby", "--as", who)).contains("bilby"), "\(who)")
            #expect(!(try await season.does("question", "list", "--all", "--as", who)).contains("Q-1"), "\(who)")
        }
        #expect(try await season.does("show", "Q-1", "--as", "Board Chair").contains("wombat"))
        try await season.does(["agenda", "build", may, "--on", "2019-05-13"] + clerk)
        let members = try await season.page(["board", may, "--edition", "members", "--on", "2019-05-13"] + clerk)
        for told in ["bilby", "wombat", "Q-1"] { #expect(!members.contains(told), "\(told)") }
        // Its words typed elsewhere are asked about.
        try await season.openBoard(publishing: "2019-05-13")
        let said = await season.refusal(
            [
                "minutes", "record", may, "1", "--discussed", "What did the bilby trial cost last year?", "--on",
                "2019-05-22",
            ] + clerk)
        #expect(said.status == 1 && said.said.contains("R10"), "\(said)")
    }

    /// A worry found later: nothing more is written.
    @Test func aWorryIsNotAskedAbout() async throws {
        let season = try await tabled()
        _ = try await ask(season)
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-05-12")
        let refused = await season.refusal("question", "answer", "Q-1", "--answer", "Soon", "--on", "2019-05-13")
        #expect(refused.status == 1 && refused.said.contains("screen"), "\(refused)")
        #expect(await season.refusal("show", "Q-1", "--as", "Board Parent Rep").status == 66)
    }

    /// A copy for the family holds what was asked about its issue.
    @Test func aQuestionIsAmongWhatIsHeldOnItsIssue() async throws {
        let season = try await tabled()
        _ = try await ask(season)
        let request = try await season.approved("access", "--issues", "N-1")
        try await season.does("raiser", "export", request, "--to", "out", "--looked-at")
        let copy = season.scratch.folder.appending(path: "out/\(request).json")
        #expect(try String(contentsOf: copy, encoding: .utf8).contains("bilby trial"))
    }
}
