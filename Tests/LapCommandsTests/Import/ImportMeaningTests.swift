import Foundation
import Testing

@testable import LapCommands

/// A log that was kept elsewhere is taken in as it was written.
struct ImportMeaningTests {
    private static let header = "received,channel,raised-by,area,theme,summary,safeguarding,parallel,consent"

    private func file(_ season: Season, _ rows: String..., header: String = Self.header) throws {
        try season.scratch.write(([header] + rows).joined(separator: "\n") + "\n", to: "log.csv")
    }

    @Test func theSameTwiceIsRefusedByItsContent() async throws {
        let season = try await Season()
        try file(season, "2019-04-01,email,school,north,salt,A long wait,no,none,record")
        try await season.does("issue", "import", "log.csv")
        // In another file, with another row beside it.
        try file(
            season, "2019-04-02,email,school,north,salt,Another wait,no,none,record",
            "1 April 2019,phone,school,north,salt,A long wait,no,none,record")
        let before = try season.scratch.bytes()
        let refused = await season.refusal("issue", "import", "log.csv")
        #expect(
            refused.status == 65 && refused.said.contains("Row 3: it says what N-1 says already."), "\(refused.said)")
        #expect(refused.said.contains("--keep-good") && refused.said.contains("--again"))
        #expect(try season.scratch.bytes() == before)
        let kept = await season.scratch.run("issue", "import", "log.csv", "--keep-good")
        #expect(kept.output.contains("1 issue logged: N-2."), "\(kept.output)")
        #expect(try await season.does("issue", "import", "log.csv", "--again").contains("N-3 to N-4"))
    }

    @Test func whatIsWrittenMeansWhatIsMapped() async throws {
        let season = try await Season()
        try file(
            season, "01/04/2019,E-mail,Parent,North,Speech,A long wait,N,,record",
            header: "Date,channel,raised-by,area,theme,summary,safeguarding,parallel,consent")
        let maps = [
            "Date=received", "channel:E-mail=email", "raised-by:Parent=parent-carer", "theme:Speech=salt",
            "safeguarding:N=no", "parallel:blank=none",
        ]
        #expect(await season.refusal("issue", "import", "log.csv", "--map", maps[0]).status == 65)
        try await season.does(
            ["issue", "import", "log.csv", "-n", "--save-mapping", "map.txt"] + maps.flatMap { ["--map", $0] })
        #expect(try await season.does("issue", "import", "log.csv", "--mapping", "map.txt").contains("N-1"))
        #expect(try await season.does("issue", "list", "--columns", "theme,parallel", "--json").contains("salt"))
        let lost = await season.refusal("issue", "import", "log.csv", "--mapping", "map.txt", "--map", "team:A=b")
        #expect(lost.status == 65 && lost.said.contains("no column “team”"))
        #expect(await season.refusal("issue", "import", "log.csv", "--mapping", "none.txt").status == 66)
    }

    @Test func aSummaryOfSeveralLinesBecomesTheDetail() async throws {
        let season = try await Season()
        let long = String(repeating: "wait ", count: 80)
        try file(
            season, "2019-04-01,email,school,north,salt,\"A long wait\nTold at the gate\",no,none,record",
            "2019-04-01,email,school,north,salt,\(long),no,none,record")
        try await season.does("issue", "import", "log.csv")
        let shown = try await season.does("show", "N-1")
        #expect(shown.contains("\nA long wait\n") && shown.contains("Told at the gate"), "\(shown)")
        #expect(try await season.does("show", "N-2").contains("wait…"))
    }

    /// What was mapped is kept though a row is refused, with what is left out.
    @Test func aMappingIsSavedWhateverBecomesOfTheRows() async throws {
        let season = try await Season()
        let header = "Day," + Self.header.split(separator: ",").dropFirst().joined(separator: ",") + ",Notes"
        let row = "email,school,north,salt,A long wait,no,none,record,x"
        try file(season, "31/02/2019," + row, header: header)
        let refused = await season.refusal(
            "issue", "import", "log.csv", "--map", "Day=received", "--ignore", "Notes", "--save-mapping", "m.txt")
        #expect(refused.status == 65, "\(refused.said)")
        try file(season, "28/02/2019," + row, header: header)
        #expect(try await season.does("issue", "import", "log.csv", "--mapping", "m.txt").contains("1 issue logged"))
    }

    @Test func whatIsOverComesWithItsDayAndItsOutcome() async throws {
        let season = try await Season()
        try file(
            season,
            "2018-04-02,email,school,north,salt,A long wait,no,none,2018-06-01,A second clinic,phone,That there is one",
            "2019-04-01,email,school,north,ot,Another wait,no,none,,,,",
            "2018-04-02,email,school,north,salt,A short wait,no,none,2018-03-01,A clinic,phone,That there is one",
            header: "received,channel,raised-by,area,theme,summary,safeguarding,parallel,closed-on,outcome,method,told")
        let refused = await season.refusal("issue", "import", "log.csv")
        #expect(
            refused.status == 65 && refused.said.contains("Row 4: It was closed before it was received."),
            "\(refused.said)")
        let kept = await season.scratch.run("issue", "import", "log.csv", "--keep-good")
        #expect(kept.output.contains("2 issues logged: N-1 to N-2."), "\(kept.output) \(kept.complaints)")
        let shown = try await season.does("show", "N-1")
        #expect(
            shown.hasPrefix("N-1  Dealt with before") && shown.contains("A second clinic")
                && shown.contains("2018-06-01"))
        #expect(kept.output.contains("Next: lap issue acknowledge N-2, and lap status"), "\(kept.output)")
        #expect(try await season.does("issue", "list", "--columns", "ref", "--state", "logged") == "N-2\n")
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func threeAlikeAreToldInTheEnd() async throws {
        let season = try await Season()
        try file(
            season, "2019-07-01,email,school,north,salt,One,no,none,record,individual",
            "2019-07-02,email,school,north,salt,Two,no,none,record,individual",
            "2019-07-03,email,school,north,salt,Three,no,none,record,individual", header: Self.header + ",scope")
        let ran = await season.scratch.run("issue", "import", "log.csv")
        #expect(ran.status == 0 && ran.complaints.contains("3 alike in North within 90 days"), "\(ran.complaints)")
    }
}
