import Foundation
import Testing

@testable import LapCommands

/// What is read behind "Resolved:" is a sentence of its own, also where nobody worded the decision.
struct BoardWordsTests {
    private let board = "board-2019-05-22"

    private func decision(_ event: String, _ own: String...) async throws -> String {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        try await season.openBoard()
        try await season.does(
            ["issue", event, "N-1", "--meeting", board, "--as", "Board Chair", "--on", "2019-05-22"] + own)
        let listed = try await season.does("decision", "list", board, "--as", "Board Chair")
        return listed.split(separator: "\n").last?.split(separator: "\t").last.map(String.init) ?? ""
    }

    @Test func noFurtherActionSaysSoAndWhy_R14() async throws {
        #expect(
            try await decision("board-nfa", "--reason", "The service has begun")
                == "That no further action be taken, for this reason: The service has begun")
    }

    @Test func whoCommissionsItIsNamed_R14() async throws {
        #expect(
            try await decision(
                "board-commission", "--commissioner", "Kowari Health Trust", "--authority-granted", "To see the books",
                "--milestone", "A report in May", "--due", "2019-06-30", "--owner", "Director of Social Care")
                == "That this be commissioned, by this milestone: A report in May. Commissioner: Kowari Health Trust. "
                + "Authority granted: To see the books")
    }

    @Test func adviceIsReturnedToTheLAP_R14() async throws {
        #expect(
            try await decision("board-return", "--advice", "Ask them once more", "--authority-granted", "To ask")
                == "That this be returned to the North LAP, with this advice: Ask them once more. Authority granted: To ask"
        )
    }

    @Test(arguments: [
        ("two more therapists be engaged", "That two more therapists be engaged"),
        ("That two be engaged", "That two be engaged"),
        ("Kowari Health Trust pay once", "Kowari Health Trust pay once"),
    ])
    func whatGoesOnFromResolvedHasItsThat(words: String, wording: String) async throws {
        #expect(
            try await decision(
                "board-own", "--decision", words, "--owner", "Director of Social Care", "--due", "2019-06-30",
                "--measure", "Waits") == wording)
    }

    @Test func theBriefTellsHowFarWhatWasSetToBeDoneHasCome_R12() async throws {
        let season = try await Season.heard()
        try await season.assign()
        try await season.does(
            "issue", "propose-escalation", "N-1", "--criteria", "E1", "--ask", "Direct one", "--options", "Leave it",
            "--recommendation", "Direct it", "--evidence", "Eleven accounts", "--parent-rep-view", "It cannot wait",
            "--on", "2019-04-30")
        try await season.table("N-1")
        try await season.does("agenda", "build", board, "--as", "Board Secretary", "--on", "2019-05-08")
        try await season.does(
            "pack", "board", board, "--draft", "--format", "html", "--to", "packs", "--as", "Board Secretary", "--on",
            "2019-05-08")
        let folder = season.scratch.folder.appending(path: "packs")
        let file = try #require(
            FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).first)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("Actions so far") && text.contains("A-1: open, due 14 June 2019."))
    }

    @Test func aRecommendationThatBeginsWithThatHasItOnce() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        #expect(
            try await season.does("decision", "list", "north-2019-04-30").contains(
                "That it be recommended to the SEND Partnership Board that the Board directs it"))
    }
}
