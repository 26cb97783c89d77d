import Foundation
import Testing

@testable import LapCommands

/// What is set to be done or promised under a private item is as private as the item is (R10).
struct PrivateActionsTests {
    private static let meeting = "north-2019-04-30"
    private static let text = "Tell the potoroo owners that the lease ends"

    /// North takes a matter in private, 16.1, and has held its meeting.
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("issue", "schedule", "N-1", "--meeting", Self.meeting, "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", Self.meeting, "--under", "11", "--title", "A lease of rooms", "--private",
            "--private-because", "It is about money", "--on", "2019-04-03")
        try await season.does("agenda", "build", Self.meeting, "--on", "2019-04-03")
        try await season.does("meeting", "publish", Self.meeting, "--on", "2019-04-10")
        try await season.attend()
        return season
    }

    private func setting(_ more: String...) -> [String] {
        [
            "action", "add", "--text", Self.text, "--owner", "Health North", "--due", "2019-06-10", "--meeting",
            Self.meeting, "--on", "2019-04-30",
        ] + more
    }

    private func seen(_ season: Season, as name: String) async throws -> String {
        var said = ""
        for door in [["show", "A-1"], ["search", "potoroo"], ["action", "list"], ["action", "list", "--json"]] {
            said += await season.scratch.run(door + ["--as", name]).output
        }
        return said
    }

    @Test func whatIsSetUnderAPrivateItemIsNoOneElsesUntilItIsReleased() async throws {
        let season = try await season()
        let refused = await season.scratch.run(setting())
        #expect(refused.status == 64 && refused.complaints.contains("--item"), "\(refused.complaints)")
        let unknown = await season.scratch.run(setting("--item", "99"))
        #expect(unknown.complaints.contains("has no such item"), "\(unknown.complaints)")
        try await season.does(setting("--item", "16.1"))
        try await season.does(
            "commitment", "open", "--meeting", Self.meeting, "--item", "16.1", "--text", "Send the potoroo figures",
            "--asked-by", "Scrutiny", "--owner", "Health North", "--due", "2019-06-20", "--on", "2019-04-30")
        #expect(!(try await seen(season, as: "Viewer North")).contains("potoroo"))
        #expect(await season.refusal("show", "U-1", "--as", "Viewer North").status != 0)
        #expect(try await seen(season, as: "SENCO North").contains("potoroo"))
        for paper in ["minutes", "agenda"] {
            let open = try await season.page(paper, Self.meeting, "--draft", "--on", "2019-05-01")
            #expect(!open.contains("potoroo") && !open.contains("A-1") && !open.contains("U-1"), "\(paper)")
        }
        let restricted = try await season.page(
            "minutes", Self.meeting, "--edition", "restricted", "--draft", "--on", "2019-05-01")
        #expect(restricted.contains("potoroo"))
        let moved = await season.refusal("action", "place", "A-1", "--item", "1", "--on", "2019-05-01")
        #expect(moved.said.contains("stays private until that is released"), "\(moved.said)")
        try await season.does(
            "agenda", "release", Self.meeting, "16.1", "--because", "It is settled", "--as", "Information Officer",
            "--on", "2019-05-01")
        #expect(try await seen(season, as: "Viewer North").contains("potoroo"))
    }

    @Test func anActionThatTellsOfAPrivateMatterIsAskedAboutAndCanBePlacedUnderItLater() async throws {
        let season = try await season()
        try await season.does(
            "minutes", "record", Self.meeting, "16.1", "--discussed", "The potoroo owners want the lease to end",
            "--on", "2019-04-30")
        let refused = await season.scratch.run(setting("--item", "1"))
        #expect(refused.status == 1 && refused.complaints.contains("--in-public"), "\(refused.complaints)")
        try await season.does(setting("--item", "1", "--in-public"))
        try await season.does("minutes", "record", Self.meeting, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, Self.meeting, "--on", "2019-05-02")
        }
        let stopped = await season.refusal("pack", "minutes", Self.meeting, "--format", "html", "--on", "2019-05-03")
        #expect(stopped.status == 1 && stopped.said.contains("A-1"), "\(stopped.said)")
        try await season.does("action", "place", "A-1", "--item", "16.1", "--on", "2019-05-03")
        #expect(!(try await season.page("minutes", Self.meeting, "--on", "2019-05-03")).contains("potoroo"))
    }

    /// Whatever is typed for many: with an event of a public issue, of the meeting, or of what is brought to it.
    @Test func whateverIsTypedForManyIsAskedAbout() async throws {
        let season = try await season()
        try await season.does(
            "minutes", "record", Self.meeting, "16.1", "--discussed", "The potoroo owners want the lease to end",
            "--on", "2019-04-30")
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-02")
        let told = "The lease of the potoroo was seen"
        for words in [
            [
                "issue", "assign", "N-1", "--owner", "Health North", "--agency", "Trust", "--due", "2019-06-28",
                "--measure", "Seen", "--action", told, "--on", "2019-04-30",
            ],
            ["meeting", "edit", "north-2019-05-28", "--how-to-join", told, "--on", "2019-05-02"],
            ["agenda", "add", "north-2019-05-28", "--under", "11", "--title", told, "--on", "2019-05-02"],
            ["issue", "edit", "N-1", "--agency", told, "--on", "2019-05-02"],
        ] {
            let refused = await season.scratch.run(words)
            #expect(refused.status == 1 && refused.complaints.contains("(R10)"), "\(words): \(refused.complaints)")
            #expect(refused.complaints.contains("--in-public"), "\(refused.complaints)")
            #expect(!refused.complaints.contains("16.1") && !refused.complaints.contains("potoroo"))
            #expect(await season.scratch.run(words + ["--dry-run"]).status == 1, "\(words)")
            let no = TerminalConsole(answers: ["n"])
            #expect(await season.scratch.run(words, at: no).status == 1, "\(words)")
            #expect(no.asked == ["Is it for the public? [y/N] "] && no.complaints.contains("for everybody"))
            guard words[0] == "issue" else {
                try await season.does(words + ["--in-public"])
                continue
            }
            let yes = TerminalConsole(answers: ["y"])
            #expect(await season.scratch.run(words, at: yes).status == 0, "\(yes.complaints)")
        }
    }

    /// Whoever may read what was taken in private is asked, and what somebody wrote who may not when others go on with it.
    @Test func evidenceThatMayTellIsAskedAbout() async throws {
        let season = try await season()
        try await season.does(
            "minutes", "record", Self.meeting, "16.1", "--discussed", "The potoroo owners want the lease to end",
            "--on", "2019-04-30")
        try await season.does(
            "action", "add", "--text", "Open the clinic", "--owner", "Health North", "--due", "2019-06-10", "--area",
            "north", "--on", "2019-05-02")
        for (event, field) in [("start", "progress"), ("report", "progress"), ("propose-done", "evidence")] {
            let words = [
                "action", event, "A-1", "--\(field)", "The lease of the potoroo was seen", "--as", "Health North",
            ]
            let asked = await season.scratch.run(words + ["--on", "2019-05-20"])
            #expect(asked.status == 1 && asked.complaints.contains("may tell of something"), "\(asked.complaints)")
        }
        try await season.does(
            "action", "reassign", "A-1", "--owner", "Viewer North", "--reason", "They asked", "--on", "2019-05-20")
        try await season.does(
            "action", "propose-done", "A-1", "--evidence", "The lease of the potoroo was seen", "--as",
            "Viewer North", "--on", "2019-05-20")
        let refused = await season.scratch.run("action", "complete", "A-1", "--on", "2019-05-21")
        #expect(refused.status == 1 && refused.complaints.contains("“Evidence” may tell"), "\(refused.complaints)")
        try await season.does("action", "complete", "A-1", "--evidence", "It is open", "--on", "2019-05-21")
    }

    @Test func whatTellsOfAPrivateMatterIsAskedAboutWithoutAMeetingToo() async throws {
        let season = try await season()
        try await season.does(
            "minutes", "record", Self.meeting, "16.1", "--discussed", "The potoroo owners want the lease to end",
            "--on", "2019-04-30")
        let action = [
            "action", "add", "--text", Self.text, "--owner", "Health North", "--due", "2019-06-10", "--area", "north",
            "--on", "2019-05-02",
        ]
        let promise = [
            "commitment", "open", "--body", "north", "--text", Self.text, "--asked-by", "Scrutiny", "--owner",
            "Health North", "--due", "2019-06-20", "--on", "2019-05-02",
        ]
        for words in [action, promise] {
            let refused = await season.scratch.run(words)
            #expect(refused.status == 1 && refused.complaints.contains("(R10)"), "\(refused.complaints)")
            #expect(refused.complaints.contains("--in-public"), "\(refused.complaints)")
            try await season.does(words + ["--meeting", Self.meeting, "--item", "16.1"])
            try await season.does(words + ["--in-public"])
        }
        try await season.does(
            "action", "add", "--text", "Count the ramps", "--owner", "Health North", "--due", "2019-06-10", "--area",
            "north", "--on", "2019-05-02")
    }

    /// A release opens what the meeting took, and nothing that was set afterwards, while it was private still.
    @Test func whatWasSetLaterStaysPrivateWhenTheItemIsReleased() async throws {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", Self.meeting, "--private", "--private-because",
            "It is about one family", "--on", "2019-04-03")
        try await season.does("agenda", "build", Self.meeting, "--on", "2019-04-03")
        try await season.does("meeting", "publish", Self.meeting, "--on", "2019-04-10")
        try await season.attend()
        func set(_ text: String, on day: String, _ more: String...) async throws {
            try await season.does(
                ["action", "add", "--text", text, "--owner", "Health North", "--due", "2019-06-28", "--issue", "N-1"]
                    + ["--on", day] + more)
        }
        try await set("Count the numbats", on: "2019-04-30", "--meeting", Self.meeting)
        try await set("Ask the bandicoot team", on: "2019-05-10")
        try await season.does(
            "agenda", "release", Self.meeting, "16.1", "--because", "It is settled", "--as", "Information Officer",
            "--on", "2019-05-20")
        try await set("Write to the wombats", on: "2019-05-20")
        let seen = try await season.does("action", "list", "--as", "Viewer North")
        #expect(seen.contains("numbats") && seen.contains("wombats") && !seen.contains("bandicoot"), "\(seen)")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-20")
        try await season.does("agenda", "build", "north-2019-06-18", "--on", "2019-05-24")
        let open = try await season.page("agenda", "north-2019-06-18", "--draft", "--on", "2019-05-24")
        #expect(open.contains("numbats") && open.contains("wombats") && !open.contains("bandicoot"))
        // Placed under the item that was released, it is as open as that.
        let other = await season.refusal("action", "place", "A-2", "--meeting", Self.meeting, "--item", "1")
        #expect(other.said.contains("stays private until that is released"), "\(other.said)")
        try await season.does(
            "action", "place", "A-2", "--meeting", Self.meeting, "--item", "16.1", "--on", "2019-05-25")
        #expect(try await season.does("action", "list", "--as", "Viewer North").contains("bandicoot"))
    }

    @Test func whatPrivateActionsAndDecisionsSayIsAskedAboutInPublic() async throws {
        let season = try await season()
        try await season.does(
            "minutes", "resolve", Self.meeting, "16.1", "--that", "the clinician apologise", "--on", "2019-04-30")
        try await season.does(
            "action", "add", "--text", "Ring the mother", "--owner", "Health North", "--due", "2019-06-10",
            "--meeting", Self.meeting, "--item", "16.1", "--on", "2019-04-30")
        let refused = await season.refusal(
            "minutes", "record", Self.meeting, "14", "--discussed",
            "DCO North asked that the mother be rung today about the apology.", "--on", "2019-04-30")
        #expect(refused.status == 1 && refused.said.contains("(R10)"), "\(refused.said)")
    }

    @Test func whatWasCancelledIsToldOnceMore() async throws {
        let season = try await season()
        try await season.does(
            "action", "add", "--text", "Count the ramps", "--owner", "Health North", "--due", "2019-06-10",
            "--meeting", Self.meeting, "--item", "1", "--on", "2019-04-30")
        try await season.does("action", "cancel", "A-1", "--reason", "There are none", "--on", "2019-05-03")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-03")
        try await season.does("agenda", "build", "north-2019-06-18", "--on", "2019-05-24")
        try await season.does("meeting", "publish", "north-2019-06-18", "--on", "2019-05-24")
        let next = try await season.page("agenda", "north-2019-06-18", "--on", "2019-05-24")
        #expect(next.contains("Count the ramps") && next.contains("Cancelled"), "\(next)")
    }

    /// Whoever may read nothing of it would learn by the question what is private: neither a viewer nor another LAP's clerk is
    /// asked.
    @Test func whoeverMayNotReadItIsNotAsked() async throws {
        let season = try await season()
        try await season.does(
            "minutes", "record", Self.meeting, "16.1", "--discussed", "The potoroo owners want the lease to end",
            "--on", "2019-04-30")
        try await season.does(
            "action", "add", "--text", "Count the ramps", "--owner", "Viewer North", "--due", "2019-06-10", "--area",
            "north", "--on", "2019-05-02")
        let reporting = ["action", "report", "A-1", "--progress", "The lease of the potoroo", "--on", "2019-05-03"]
        #expect(await season.scratch.run(reporting).status == 1)
        try await season.does(reporting + ["--as", "Viewer North", "--dry-run"])
        try await season.does("member", "add", "DCO South", "--seat", "south/dco", "--seat", "south/chair")
        try await season.does(
            "action", "add", "--text", "Count the potoroo, whose owners want the lease to end", "--owner", "DCO South",
            "--due", "2019-06-10", "--area", "south", "--as", "DCO South", "--on", "2019-05-02")
    }

    /// A resolution there would be printed for everybody.
    @Test func nothingIsResolvedUnderTheHeadingOfThePrivateItems() async throws {
        let season = try await season()
        for kind in [
            ["noted"], ["agreed"], ["delegated", "--to", "Health North", "--by", "2019-06-10"],
            ["deferred", "--to", "next"],
        ] {
            let refused = await season.scratch.run(
                ["minutes", "resolve", Self.meeting, "16", "--that", "the potoroo be moved", "--kind"] + kind
                    + ["--on", "2019-04-30"])
            #expect(refused.status == 1 && refused.complaints.contains("heading of the private items"))
        }
        try await season.does("minutes", "exclude", Self.meeting, "--on", "2019-04-30")
    }

    @Test func whatComesNextIsToldOnlyOfWhatIsShown() async throws {
        let season = try await season()
        try await season.does(setting("--item", "16.1"))
        #expect(await season.scratch.run(["action", "next", "A-1", "--as", "Viewer North"]).status == 66)
        try await season.does("action", "next", "A-1")
    }
}
