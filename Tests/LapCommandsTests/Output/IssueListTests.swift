import Foundation
import Ledger
import Testing

@testable import LapCommands

/// Issues are listed by what their workflow has fields for.
struct IssueListTests {
    /// N-1 on an agenda, systemic; N-2 acknowledged, of Wyre; N-3 logged by a school.
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise("--child-name", "Toby")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.raise("--district", "wyre", "--theme", "camhs", on: "2019-04-02")
        try await season.raise("--raised-by", "school", "--summary", "=cmd|' /C calc'!A0", on: "2019-04-03")
        try await season.does(
            "issue", "acknowledge", "N-2", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-05")
        return season
    }

    private func listed(_ season: Season, _ words: String..., as who: String = "DCO North") async throws -> String {
        try await season.does(["issue", "list", "--columns", "ref", "--as", who] + words).split(separator: "\n").joined(
            separator: " ")
    }

    @Test func fieldsOfTheWorkflowAreOptions() async throws {
        let season = try await season()
        #expect(try await listed(season, "--scope", "systemic") == "N-1")
        #expect(try await listed(season, "--scope", "none") == "N-3 N-2")
        #expect(try await listed(season, "--raised-by", "school,forum") == "N-3")
        #expect(try await listed(season, "--raised-by=Parent or carer") == "N-2 N-1")
        #expect(try await listed(season, "--district", "wyre") == "N-2")
        #expect(try await listed(season, "--severity", "2..") == "N-1")
        #expect(try await listed(season, "--severity", "..2,4") == "")
        #expect(try await listed(season, "--families", "10..20", "--phase", "primary") == "N-1")
        #expect(try await listed(season, "--screened-on", "2019-04-02..2019-04-03") == "N-3 N-2")
        #expect(try await listed(season, "--where", "severity=3") == "N-1")
        try await season.does(
            "issue", "suspend", "N-2", "--suspended-because", "An illness", "--review-on", "2019-05-02", "--on",
            "2019-04-05")
        #expect(try await listed(season, "--suspended") == "N-2")
        #expect(try await listed(season, "--suspended", "no") == "N-3 N-1")
    }

    @Test func groupsOfStatesAreNamesOfStates() async throws {
        let season = try await season()
        #expect(try await listed(season, "--state", "intake") == "N-3 N-2")
        #expect(try await listed(season, "--state", "logged,local") == "N-3 N-1")
        #expect(try await listed(season, "--state", "open") == "N-3 N-2 N-1")
        #expect(try await listed(season, "--state", "ended") == "")
        let refused = await season.refusal("issue", "list", "--state", "opne")
        #expect(refused.status == 65 && refused.said.contains("Did you mean “open”?"))
    }

    @Test func itIsListedForWhomItWaits() async throws {
        let season = try await season()
        #expect(try await listed(season, "--waiting-for", "chair") == "N-1")
        #expect(try await listed(season, "--waiting-for", "DCO administrator") == "N-3")
        #expect(try await listed(season, "--waiting-for", "Deputy DCO North") == "N-3 N-2")
        #expect(try await listed(season, "--waiting-for", "me", as: "SENCO North") == "")
        #expect(try await listed(season, "--waiting-for", "me") == "N-3 N-2 N-1")
        #expect(await season.refusal("issue", "list", "--waiting-for", "Nemo").status == 65)
    }

    @Test func theyStandInTheOrderOfAColumn() async throws {
        let season = try await season()
        #expect(try await listed(season, "--sort", "ref") == "N-1 N-2 N-3")
        #expect(try await listed(season, "--sort", "theme") == "N-2 N-3 N-1")
        // What has none comes last.
        #expect(try await listed(season, "--sort", "severity") == "N-1 N-3 N-2")
        #expect(try await listed(season, "--sort", "state", "--limit", "1") == "N-3")
        #expect(try await listed(season, "--reverse") == "N-1 N-2 N-3")
    }

    @Test func aColumnAskedForTwiceIsShownOnce() async throws {
        let season = try await Season()
        try await season.raise()
        for format in [[], ["--json"], ["--csv"]] {
            func list(_ columns: String) async throws -> String {
                try await season.does(["issue", "list", "--columns", columns] + format)
            }
            #expect(try await list("ref,summary,title,ref") == list("ref,title"), "\(format)")
        }
    }

    @Test func columnsAreFieldsInWords() async throws {
        let season = try await season()
        let shown = try await season.does(
            "issue", "list", "--columns", "ref,raised-by,district,waits-for,child-name", "--state", "intake")
        #expect(
            shown == """
                N-3	School		Designated Clinical Officer, DCO administrator	
                N-2	Parent or carer	Wyre	Designated Clinical Officer	

                """)
        let json = try await season.does(
            "issue", "list", "--columns", "ref,child-name", "--scope", "systemic", "--json")
        #expect(json == #"[{"child-name":"Toby","ref":"N-1"}]"# + "\n")
    }

    @Test func whatOneMayNotReadIsNeitherShownNorAskedFor() async throws {
        let season = try await season()
        let folder = season.scratch.folder.appending(path: ".lap/opened")
        try FileManager.default.removeItem(at: folder)
        let shown = try await season.does(
            "issue", "list", "--columns", "ref,child-name,name,severity", "--scope", "systemic", "--as", "SENCO North")
        #expect(shown == "N-1\t\t\t3\n")
        // The Board knows of nothing but what it is about until it is escalated.
        #expect(try await listed(season, "--scope", "systemic", as: "Board Secretary") == "")
        #expect(try await listed(season, "--scope", "none", as: "Board Secretary") == "")
        #expect(try await listed(season, as: "Board Secretary") == "N-3 N-2 N-1")
        #expect(!FileManager.default.fileExists(atPath: folder.path))
        // Whoever is shown a name stands in the log for it.
        try await season.does("issue", "list", "--columns", "ref,child-name")
        #expect(FileManager.default.fileExists(atPath: folder.path))
        for field in ["name", "detail", "summary"] {
            #expect(await season.refusal("issue", "list", "--" + field, "x").status == 65)
            #expect(await season.refusal("issue", "list", "--sort", "name").status == 65)
        }
    }

    @Test func theyAreListedAsTheyWereOnAPastDay() async throws {
        let season = try await season()
        #expect(try await listed(season, "--as-of", "2019-04-02", "--state", "intake") == "N-2 N-1")
        #expect(try await listed(season, "--as-of", "2019-04-02", "--scope", "systemic") == "")
        #expect(try await listed(season, "--as-of", "2019-04-03", "--scope", "systemic", "--sort", "ref") == "N-1")
        #expect(try await listed(season, "--as-of", "2019-04-02", "--waiting-for", "dco-admin") == "N-2")
    }

    @Test func peopleReadTitlesAndProgramsIds() async throws {
        let season = try await season()
        let text = try await season.does("issue", "list", "--columns", "state,area,theme", "--district", "wyre")
        #expect(text == "Acknowledged\tNorth\tCAMHS and emotional wellbeing\n")
        let json = try await season.does(
            "issue", "list", "--columns", "state,area,theme", "--district", "wyre", "--json")
        #expect(json == #"[{"area":"north","state":"acknowledged","theme":"camhs"}]"# + "\n")
    }

    @Test func anEmptyListSaysSoAtATerminal() async throws {
        let season = try await Season()
        let console = TerminalConsole(answers: [])
        let ran = await season.scratch.run(["issue", "list", "--as", "DCO North"], at: console)
        #expect(ran.status == 0 && ran.output.isEmpty)
        #expect(ran.complaints.contains("nothing like that"), "\(ran.complaints)")
    }

    @Test func aSpreadsheetTakesNothingForAFormula() async throws {
        let season = try await season()
        let salt = "\"Speech, language and communication therapy\""
        let sheet = try await season.does("issue", "list", "--csv", "--columns", "ref,state,area,theme,raised-by,title")
        #expect(
            sheet.split(separator: "\r\n") == [
                "\u{FEFF}Ref,State,Area,Theme,Raised by,Summary",
                "N-3,Logged,North,\(salt),School,'=cmd|' /C calc'!A0",
                "N-2,Acknowledged,North,CAMHS and emotional wellbeing,Parent or carer,Nine-month wait for a first appointment",
                "N-1,On an agenda,North,\(salt),Parent or carer,Nine-month wait for a first appointment",
            ])
        #expect(sheet.hasSuffix("\r\n"))
        #expect(await season.refusal("issue", "list", "--csv", "--json").status == 64)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a, b", "\"a, b\""), ("say \"it\"", "\"say \"\"it\"\"\""), ("=1+1", "'=1+1"),
        ("+44", "'+44"), ("-1", "'-1"), ("@sum", "'@sum"), ("\tx", "\"'\tx\""), ("\rx", "'·x"), ("a\nb", "\"a\nb\""),
        ("a=b", "a=b"), ("=\"x\"", "\"'=\"\"x\"\"\""),
    ])
    func everyCellIsWrittenByTheStandard(_ text: String, _ cell: String) {
        let table = Table([.init(header: "A", key: "a")], rows: [[.string(text)]])
        #expect(table.csv == "\u{FEFF}A\r\n\(cell)\r\n")
    }

    @Test func whatIsMistypedIsSaid() async throws {
        let season = try await season()
        for (words, said) in [
            (["--severity", "x"], "Severity is a whole number from 1 to 4."), (["--severity", ".."], "no limits"),
            (["--scope"], "--scope needs a value."), (["--where", "scope"], "--where needs a field and a value."),
            (["--where", "scpoe=x"], "Did you mean “scope”?"), (["--columns", "sevrity"], "Did you mean “severity”?"),
            (["--sort", "sevrity"], "Did you mean “severity”?"), (["--district", "wire"], "Did you mean “wyre”?"),
            (["--severity", ","], "Severity is given no value."),
        ] {
            let refused = await season.refusal(["issue", "list"] + words)
            #expect([64, 65].contains(refused.status) && refused.said.contains(said), "\(words): \(refused.said)")
        }
    }
}
