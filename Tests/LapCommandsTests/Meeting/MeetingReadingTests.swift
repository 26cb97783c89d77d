import Foundation
import Testing

@testable import LapCommands

/// Who reads a meeting's agenda, minutes and decisions, and how much of them.
struct MeetingReadingTests {
    private static let neutral = "A private item"

    private func season() async throws -> Season {
        let season = try await Season()
        for (name, seat) in [
            ("Viewer North", "north/viewer"), ("DCO South", "south/dco"), ("Board Viewer", "board/viewer"),
        ] {
            try await season.does("member", "add", name, "--seat", seat)
        }
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        return season
    }

    /// The Board has decided N-1 in private, and North hears of it on 16 July.
    private func decidedInPrivate() async throws -> Season {
        let season = try await season()
        try await season.attend()
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        for words in [
            ["meeting", "schedule", "board", "--date", "2019-05-22", "--on", "2019-05-03"],
            [
                "issue", "table", "N-1", "--meeting", "board-2019-05-22", "--private", "--private-because",
                "It is about a contract", "--on", "2019-05-03",
            ],
        ] {
            try await season.does(words + ["--as", "Board Secretary"])
        }
        try await season.openBoard()
        try await season.does(
            "minutes", "record", "board-2019-05-22", "15.1", "--discussed", "The quoll contract", "--on", "2019-05-22",
            "--as", "Board Secretary")
        try await season.does(
            "issue", "board-own", "N-1", "--decision", "The potoroo provider is paid once", "--owner",
            "Director of Social Care", "--due", "2019-07-05", "--measure", "One bill", "--plan", "IP-1.6", "--as",
            "Board Chair", "--on",
            "2019-05-22")
        return season
    }

    @Test func anotherBodysMeetingIsNotShown() async throws {
        let season = try await season()
        for words in [
            ["meeting", "show", "north-2019-04-30"], ["show", "north-2019-04-30"],
            ["agenda", "show", "north-2019-04-30"], ["minutes", "show", "north-2019-04-30"],
            ["decision", "list", "north-2019-04-30"], ["decision", "list", "N-1"],
        ] {
            for other in ["DCO South", "Board Secretary", "Director of Social Care"] {
                let ran = await season.scratch.run(words + ["--as", other])
                #expect(ran.status == 77, "\(words), \(other)")
                #expect(ran.output.isEmpty && !ran.complaints.contains("Nine-month"))
            }
            _ = try await season.does(words + ["--as", "Viewer North"])
        }
        let refused = await season.refusal("minutes", "show", "north-2019-04-30", "--as", "DCO South")
        #expect(refused.said.contains("of the North LAP"))
    }

    @Test func whoeverIsNotNamedIsToldHowToBe() async throws {
        let season = try await season()
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: ".lap/config.yaml"))
        let refused = await season.refusal("agenda", "show", "north-2019-04-30")
        #expect(refused.status == 77)
        #expect(refused.said.hasSuffix("Hint: Name yourself with --as, or set LAP_AS.\n"))
    }

    @Test func whatIsTakenInPrivateGoesByANeutralTitle() async throws {
        let season = try await decidedInPrivate()
        for words in [
            ["agenda", "show", "board-2019-05-22"], ["minutes", "show", "board-2019-05-22"],
            ["meeting", "show", "board-2019-05-22"], ["meeting", "show", "board-2019-05-22", "--json"],
        ] {
            let shown = try await season.does(words + ["--as", "Board Viewer"])
            #expect(shown.contains(Self.neutral))
            for secret in ["Nine-month", "quoll", "potoroo", "N-1"] { #expect(!shown.contains(secret), "\(words)") }
            let whole = try await season.does(words + ["--as", "Board Parent Rep"])
            #expect(whole.contains("Nine-month wait for a first appointment") && whole.contains("N-1"))
        }
        let listed = try await season.does("decision", "list", "board-2019-05-22", "--as", "Board Viewer")
        #expect(listed == "D-board-2019-1\t\tboard-2019-05-22\t\tyes\t\t\tTaken in private\n")
    }

    @Test func aPrivateDecisionIsForThoseWhoseIssueItIs() async throws {
        let season = try await decidedInPrivate()
        for reader in ["Board Parent Rep", "DCO North"] {
            #expect(
                try await season.does("show", "D-board-2019-1", "--as", reader).contains(
                    "Resolved: The potoroo provider is paid once"))
            #expect(try await season.does("decision", "list", "N-1", "--as", reader).contains("potoroo"))
        }
        for other in ["Board Viewer", "SENCO North", "Viewer North", "DCO South"] {
            let refused = await season.refusal("show", "D-board-2019-1", "--as", other)
            #expect(refused.status == 77)
            #expect(!refused.said.contains("potoroo"))
        }
        #expect(
            await season.refusal("show", "D-board-2019-1", "--as", "Board Viewer").said.contains(
                "Reading what is taken in private of the SEND Partnership Board"))
        // What the LAP decided in public before stays readable there.
        let before = try await season.does("decision", "list", "N-1", "--as", "Viewer North")
        #expect(before.contains("D-north-2019-1") && !before.contains("D-board") && !before.contains("potoroo"))
        #expect(await season.refusal("decision", "list", "IP-1.6").status == 65)
    }

    @Test func anAnswerThatIsHeardElsewhereStaysPrivate() async throws {
        let season = try await decidedInPrivate()
        try await season.does("meeting", "schedule", "north", "--date", "2019-07-16", "--on", "2019-07-03")
        let built = try await season.does("agenda", "build", "north-2019-07-16", "--on", "2019-07-03")
        #expect(built.contains("16.1 Answer of the SEND Partnership Board: a matter that it took in private  [N-1]"))
        #expect(!built.contains("Nine-month"))
        let shown = try await season.does("agenda", "show", "north-2019-07-16", "--as", "Viewer North")
        #expect(shown.contains("16.1 A private item") && !shown.contains("Nine-month") && !shown.contains("N-1"))
    }

    @Test func whatIsAboutAnIssueIsForThoseWhoMayReadTheIssue() async throws {
        let season = try await season()
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-04-12")
        let own = try await season.does("agenda", "show", "north-2019-04-30")
        #expect(own.contains("Nine-month"))
        for words in [["agenda", "show"], ["minutes", "show"], ["meeting", "show"]] {
            let shown = try await season.does(words + ["north-2019-04-30", "--as", "SENCO North"])
            #expect(shown.contains("8.1  Taken off this agenda"))
            #expect(!shown.contains("Nine-month") && !shown.contains("N-1"))
        }
        #expect(await season.refusal("decision", "list", "N-1", "--as", "SENCO North").status == 77)
    }

    @Test func whatWasTakenAndMayNotBeReadAnyMoreIsNotSaidToHaveBeenTakenOff() async throws {
        let season = try await season()
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "It was heard", "--on", "2019-04-30")
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-05-02")
        let shown = try await season.does("minutes", "show", "north-2019-04-30", "--as", "SENCO North")
        #expect(shown.contains("8.1  A matter that is no longer printed"), "\(shown)")
        #expect(!shown.contains("It was heard") && !shown.contains("N-1"))
    }

    @Test func aMeetingHasTheSameMembersInJSON() async throws {
        let season = try await season()
        try await season.attend()
        let shown = try await season.does("meeting", "show", "north-2019-04-30", "--json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any])
        #expect(
            object.keys.sorted() == [
                "agenda", "area", "attendance", "body", "change", "clocks", "date", "decisions", "due", "dueFor",
                "fields",
                "kept", "missing", "next", "open", "ref", "state", "terms", "title", "undecided", "version", "workflow",
            ])
        let lines = try #require(object["agenda"] as? [[String: Any]])
        #expect(
            lines.first?.keys.sorted() == [
                "alike", "discussed", "elsewhere", "issue", "late", "lead", "matter", "minutes", "number", "private",
                "purpose", "reached", "starts", "supplement", "title",
            ])
        let attendance = try #require(object["attendance"] as? [[String: Any]])
        #expect(
            attendance.first?.keys.sorted() == [
                "arrived", "capacity", "departed", "deputy", "online", "person", "roles", "status",
            ])
        #expect(object["undecided"] as? [String] == ["N-1"])
    }
}
