import Foundation
import Testing

@testable import LapCommands

/// What clerks do for the meetings of their own body, and nobody else does.
struct MeetingDeedTests {
    private func season() async throws -> Season {
        let season = try await Season()
        for (name, seat) in [("Viewer North", "north/viewer"), ("DCO South", "south/dco")] {
            try await season.does("member", "add", name, "--seat", seat)
        }
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        return season
    }

    @Test func othersRecordNothing() async throws {
        let season = try await season()
        let before = try season.scratch.bytes()
        for words in [
            ["agenda", "build", "north-2019-04-30"],
            ["meeting", "attend", "north-2019-04-30", "--apologies", "SENCO North"],
            [
                "meeting", "declare", "north-2019-04-30", "8.1", "--person", "SENCO North", "--interest",
                "A governor there",
            ],
            ["minutes", "record", "north-2019-04-30", "8.1", "--discussed", "Nothing was said"],
            ["minutes", "record", "north-2019-04-30", "8.1", "--not-reached"],
        ] {
            for other in ["Viewer North", "SENCO North", "DCO South", "Board Secretary"] {
                let ran = await season.scratch.run(words + ["--as", other])
                #expect(ran.status == 77, "\(words), \(other)")
                #expect(ran.complaints.contains("of the North LAP is for its"), "\(ran.complaints)")
            }
        }
        #expect(try season.scratch.bytes() == before)
    }

    @Test func anInterestIsDeclaredAndAnItemMinuted() async throws {
        let season = try await season()
        #expect(
            try await season.does(
                "meeting", "declare", "north-2019-04-30", "8.1", "--person", "SENCO North", "--interest",
                "A governor there", "--withdraws")
                == "Declared by SENCO North for item 8.1, and withdrew.\n")
        #expect(
            try await season.does(
                "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "A long talk", "--json")
                == "{\"carried\":null,\"item\":\"8.1\",\"reached\":true,\"replaces\":false,\"warnings\":[]}\n")
        #expect(try await season.does("minutes", "show", "north-2019-04-30").contains("          A long talk\n"))
        #expect(
            await season.refusal("minutes", "record", "north-2019-04-30", "8.1", "--not-reached").said.contains(
                "something is minuted under it"))
        #expect(
            try await season.does("minutes", "record", "north-2019-04-30", "9", "--not-reached")
                == "Item 9 was not reached; the minutes will say so.\n")
    }

    @Test func textOfMeetingsIsHeldToWhatAllTextIs() async throws {
        let season = try await season()
        for words in [
            ["minutes", "record", "north-2019-04-30", "8.1", "--discussed", "a\u{1B}[2Jb"],
            ["meeting", "declare", "north-2019-04-30", "8.1", "--person", "SENCO North", "--interest", " "],
        ] {
            #expect(await season.scratch.run(words).status == 65, "\(words)")
        }
    }

    /// Who may not read of the worry is not told that it is one.
    @Test func nothingIsWrittenUnderAnItemAboutAWorry() async throws {
        let season = try await season()
        try await season.does("member", "add", "Chair North", "--seat", "north/chair")
        let record = ["minutes", "record", "north-2019-04-30", "8.1", "--discussed"]
        let declare = ["meeting", "declare", "north-2019-04-30", "8.1", "--person", "SENCO North", "--interest", "Kin"]
        try await season.does(record + ["A long talk", "--as", "Chair North"])
        try await season.does(declare)
        for (event, options) in [
            ("rescreen", ["--safeguarding", "unsure"]),
            ("divert", ["--destination", "police", "--external-reference", "P-1"]),
        ] {
            try await season.does(["issue", event, "N-1", "--on", "2019-04-30"] + options)
            let before = try season.scratch.bytes()
            for words in [record + ["Nothing"], record.dropLast() + ["--not-reached"], declare] {
                let chair = await season.scratch.run(words + ["--as", "Chair North"])
                #expect(chair.status == 77 && !chair.complaints.contains("screen"), "\(chair.complaints)")
                let dco = await season.scratch.run(words + ["--as", "Deputy DCO North"])
                #expect(dco.status == 1 && dco.complaints.contains("(R1)"), "\(dco.complaints)")
            }
            #expect(try season.scratch.bytes() == before)
        }
        try await season.does("pack", "minutes", "north-2019-04-30", "--edition", "chair", "--format", "html")
        let papers = try FileManager.default.subpathsOfDirectory(atPath: season.scratch.folder.path)
            .filter { $0.hasSuffix(".html") }
        #expect(!papers.isEmpty)
        for paper in papers {
            let text = try String(contentsOf: season.scratch.folder.appending(path: paper), encoding: .utf8)
            #expect(!text.contains("Kin"))
        }
    }

    @Test func aPublishedAgendaIsNotPublishedNext() async throws {
        let season = try await season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-08-20", "--on", "2019-07-03")
        let laid = try await season.does("agenda", "build", "north-2019-08-20", "--on", "2019-07-03")
        #expect(laid.hasSuffix("Next: lap meeting publish north-2019-08-20\n"))
        try await season.does("meeting", "publish", "north-2019-08-20", "--on", "2019-07-04")
        let again = try await season.does("agenda", "build", "north-2019-08-20", "--on", "2019-07-05")
        #expect(!again.contains("Next:"))
    }

    @Test func editionsAreForThoseWhomTheTableNames() async throws {
        let season = try await season()
        func make(_ edition: String, as name: String) async -> Int32 {
            await season.scratch.run([
                "pack", "agenda", "north-2019-04-30", "--format", "html", "--edition", edition, "--as", name,
            ]).status
        }
        for (name, able) in [
            ("Viewer North", ["public"]), ("SENCO North", ["public", "members"]),
            ("DCO North", ["public", "members", "restricted", "chair"]), ("DCO South", []), ("Board Secretary", []),
        ] {
            for edition in ["public", "members", "restricted", "chair"] {
                #expect(await make(edition, as: name) == (able.contains(edition) ? 0 : 77), "\(name), \(edition)")
            }
        }
    }

    @Test func lettersAreWrittenByTheDCOSideOfTheArea() async throws {
        let season = try await season()
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "the service writes to every family", "--on",
            "2019-04-30")
        for other in ["SENCO North", "DCO South", "Board Secretary"] {
            let refused = await season.refusal("pack", "letter", "N-1", "--format", "html", "--as", other)
            #expect(refused.status == 77)
            #expect(refused.said.contains("of North"))
        }
        try await season.does("pack", "letter", "N-1", "--format", "html", "--as", "Deputy DCO North")
    }
}
