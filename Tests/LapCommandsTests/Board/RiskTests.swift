import Foundation
import Testing

@testable import LapCommands

/// A risk: scored, scored again with a reason, looked at and closed; the highest are on the Board's agenda.
struct RiskTests {
    @discardableResult
    private func open(_ season: Season, _ cause: String, _ likelihood: Int, _ impact: Int, _ own: String...)
        async throws
        -> String
    {
        try await season.does(
            [
                "risk", "open", "board", "--cause", cause, "--effect", "Waits grow", "--likelihood", "\(likelihood)",
                "--impact", "\(impact)", "--target-likelihood", "1", "--target-impact", "2", "--mitigation",
                "Posts are advertised together", "--owner", "Director of Social Care", "--review-on", "2019-06-03",
                "--as", "Board Secretary", "--on", "2019-04-04",
            ] + own)
    }

    @Test func theHighestScoreComesFirstAndIsWorkedOut() async throws {
        let season = try await Season()
        try await open(season, "Therapists leave", 2, 3)
        try await open(season, "A contract ends", 4, 4)
        func list(_ own: String...) async throws -> String {
            try await season.does(["risk", "list", "--as", "Board Chair", "--on", "2019-04-05"] + own)
        }
        let first = try await list()
        #expect(
            first.hasPrefix("K-2\topen\t16\tred [!!]\t2\tboard\tDirector of Social Care\t2019-06-03\tA contract ends"),
            "\(first)")
        #expect(first.contains("\nK-1\topen\t6\tgreen [ ]\t2\t"), "\(first)")
        let typed = await season.refusal("risk", "assess", "K-1", "--score", "20", "--as", "Board Secretary")
        #expect(typed.status == 64, "\(typed)")
        try await season.does(
            "risk", "assess", "K-1", "--likelihood", "5", "--impact", "5", "--reason", "Two have left", "--as",
            "Director of Social Care", "--on", "2019-04-05")
        #expect(try await list().hasPrefix("K-1\topen\t25\tred [!!]"))
        let history = try await season.does("show", "K-1", "--as", "Board Chair", "--on", "2019-04-05")
        #expect(history.contains("Two have left") && history.contains("25 (5 × 5), red [!!]"), "\(history)")
        // What it was before is in its history.
        let log = try await season.does("log", "K-1", "--json", "--as", "Board Chair", "--on", "2019-04-05")
        #expect(log.contains("assess"), "\(log)")
        try await season.does("undo", "--as", "Director of Social Care", "--on", "2019-04-05")
        #expect(try await list().hasPrefix("K-2"))
        try await season.does(
            "risk", "close", "K-2", "--reason", "It was renewed", "--as", "Board Chair", "--on", "2019-04-05")
        #expect(try await !list().contains("K-2"))
        #expect(try await list("--all").contains("K-2\tclosed\t16"))
        #expect(try await list("--body", "north").isEmpty)
    }

    @Test func aScoreHasItsLimitsAndAnOwnerASeat() async throws {
        let season = try await Season()
        for (own, said) in [
            (["--likelihood", "6"], "1 to 5"), (["--target-likelihood", "5"], "more than it is now"),
            (["--review-on", "2019-04-04"], "lie ahead"),
        ] {
            let words = [
                "--cause", "A contract ends", "--effect", "Waits grow", "--likelihood", "4", "--impact", "4",
                "--target-likelihood", "2", "--target-impact", "2", "--mitigation", "It is renewed early", "--owner",
                "Board Chair", "--review-on", "2019-06-03",
            ]
            let kept = stride(from: 0, to: words.count, by: 2).filter { words[$0] != own[0] }.flatMap {
                words[$0...$0 + 1]
            }
            let refused = await season.refusal(
                ["risk", "open", "board", "--as", "Board Secretary", "--on", "2019-04-04"] + kept + own)
            #expect(refused.status != 0 && refused.said.contains(said), "\(refused)")
        }
        try await season.does("member", "add", "Somebody", "--on", "2019-04-03")
        try await open(season, "A contract ends", 4, 4)
        let unseated = await season.refusal(
            "risk", "reassign", "K-1", "--owner", "Somebody", "--reason", "Illness", "--as", "Board Secretary", "--on",
            "2019-04-05")
        #expect(unseated.status == 1 && unseated.said.contains("needs a seat"), "\(unseated)")
        #expect(await season.refusal("risk", "show", "K-1", "--as", "SENCO North").status == 66)
    }

    @Test func theBoardsAgendaPrintsTheHighestAndThePublicOneNobodysName() async throws {
        let season = try await Season()
        for (number, cause) in ["ends", "slips", "lapses", "fails", "closes", "moves"].enumerated() {
            try await open(season, "A contract \(cause)", 5, min(number + 2, 5))
        }
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--as", "Board Secretary", "--on", "2019-04-03")
        try await season.does("agenda", "build", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-08")
        func page(_ edition: String) async throws -> String {
            try await season.page(
                "agenda", "board-2019-05-22", "--edition", edition, "--as", "Board Secretary", "--on", "2019-05-08")
        }
        let openly = try await page("public")
        #expect(
            openly.contains(
                "K-4, 25 (5 × 5), red [!!], aimed at 2 (1 × 2), green [ ]: A contract fails. Waits grow. "
                    + "Done about it: Posts are advertised together. Seen to by"), "\(openly)")
        #expect(!openly.contains("Director of Social Care") && openly.contains("A contract slips"))
        // Five are printed, the lowest is not.
        #expect(!openly.contains("A contract ends"))
        #expect(try await page("members").contains("Seen to by Director of Social Care"))
    }
}
