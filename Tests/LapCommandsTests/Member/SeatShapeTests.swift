import Foundation
import Testing

@testable import LapCommands

/// The seats of a body: which one somebody fills, and that they are made, renamed and closed.
struct SeatShapeTests {
    private func scratch() async throws -> Scratch { try await Scratch(seats: ["north/dco"]) }

    @Test func whoIsSeatedIsToldInWhichSeatAndWhatElseIsVacant() async throws {
        let scratch = try await scratch()
        let head = await scratch.run("member", "add", "Head North", "--seat", "north/education")
        #expect(head.output.contains("Head North added: north/education (SENCO of a school)."))
        #expect(head.output.contains("Vacant still: Headteacher of a school."))
        let told = await scratch.run(
            "member", "add", "Real Head North", "--seat", "north/education", "--organisation", "Headteacher of a school"
        )
        #expect(told.output == "Real Head North added: north/education (Headteacher of a school).\n")
    }

    @Test func seatsAreMadeRenamedAndClosed() async throws {
        let scratch = try await scratch()
        let made = await scratch.run(
            "seat", "open", "north/education", "--organisation", "A nursery", "--from", "2019-07-01")
        #expect(made.output.contains("north/education (A nursery) is there, and vacant."))
        let several = await scratch.run("seat", "edit", "north/education", "--become", "A college")
        #expect(several.status == 65)
        #expect(several.complaints.contains("It is one of: A nursery; Headteacher of a school; SENCO of a school."))
        let renamed = await scratch.run(
            "seat", "edit", "north/education", "--organisation", "A nursery", "--become", "A college")
        #expect(renamed.output == "It is north/education (A college) now.\n")
        #expect(await scratch.run("member", "list", "--body", "north").output.contains("A college"))
        let closed = await scratch.run(
            "seat", "close", "north/education", "--organisation", "A college", "--to", "2019-07-30", "--on",
            "2019-07-31")
        #expect(closed.status == 0, "\(closed.complaints)")
        #expect(await scratch.run("member", "list", "--body", "north", "--on", "2019-08-01").status == 0)
        let gone = await scratch.run(
            "seat", "close", "north/education", "--organisation", "A college", "--on", "2019-08-01")
        #expect(gone.status == 66)
        #expect(await scratch.run("seat", "open", "north/captain").status == 65)
        #expect(await scratch.run("seat", "open", "registrar").status == 65)
        #expect(await scratch.run("fsck").output.hasPrefix("Sound:"))
    }

    @Test func nobodyShapesSeatsWhoMayNotFillThem() async throws {
        let scratch = try await scratch()
        #expect(await scratch.run("member", "add", "Viewer North", "--seat", "north/viewer").status == 0)
        for words in [
            ["seat", "open", "north/education"], ["seat", "close", "north/education"],
            ["seat", "edit", "north/education", "--become", "X"],
        ] {
            #expect(await scratch.run(words + ["--as", "Viewer North"]).status == 77)
        }
    }

    @Test func aSpreadsheetSeatsEverybodyOrNobody() async throws {
        let scratch = try await scratch()
        try scratch.write(
            """
            Name,Email,Seat,Organisation,From
            Head North,head@example.org,north/education,Headteacher of a school,02/07/2019
            Parent North,,north/parent-rep,,
            Deputy North,,north/chair,,
            """, to: "members.csv")
        #expect(await scratch.run("member", "add", "Deputy North").status == 0)
        let bad = "Nobody,,north/captain,,\nSomebody,,,,31/02/2020\n"
        let good = try String(contentsOf: scratch.folder.appending(path: "members.csv"), encoding: .utf8)
        try scratch.write(good + "\n" + bad, to: "bad.csv")
        let before = try scratch.bytes()
        let refused = await scratch.run("member", "import", "bad.csv")
        #expect(refused.status == 65)
        #expect(refused.complaints.contains("Row 5: There is no role called “captain”."))
        #expect(refused.complaints.contains("Row 6: It names no seat."))
        #expect(refused.complaints.contains("Nothing was imported: 2 of 5 rows cannot be."))
        #expect(try scratch.bytes() == before)
        let done = await scratch.run("member", "import", "members.csv")
        #expect(done.output.hasPrefix("2 added, 1 given a seat.\n"), "\(done.complaints)")
        #expect(await scratch.run("member", "list").output.contains("Headteacher of a school"))
        #expect(await scratch.run("member", "import", "members.csv").output.hasPrefix("3 seated already.\n"))
        try scratch.write("name,place\nX,north/dco\n", to: "other.csv")
        #expect(
            await scratch.run("member", "import", "other.csv").complaints.contains(
                "The columns are not those of members."))
    }
}
