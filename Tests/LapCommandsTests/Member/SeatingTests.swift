import Foundation
import Testing

@testable import LapCommands

/// Who seats whom, and what becomes of whoever seats people.
@Suite("Seating")
struct SeatingTests {
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "Chair North", "--seat", "north/chair")
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        return season
    }

    /// Expects that somebody may not, and that nothing is changed.
    private func refused(
        _ season: Season, as person: String, status: Int32 = 77, _ words: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let before = try season.scratch.bytes()
        let ran = await season.scratch.run(words + ["--as", person])
        #expect(ran.status == status, "\(ran.complaints)", sourceLocation: sourceLocation)
        #expect(try season.scratch.bytes() == before, sourceLocation: sourceLocation)
        return ran.complaints
    }

    @Test func aSeatThatBeginsLaterIsListedAndCanBeEnded() async throws {
        let season = try await season()
        try await season.does("member", "add", "Next DCO", "--seat", "north/dco", "--from", "2019-09-02")
        #expect(try await season.does("member", "list").contains("Next DCO"))
        let told = try await season.does("member", "leave", "Next DCO", "--seat", "north/dco")
        #expect(told == "Next DCO does not take north/dco.\n")
        #expect(try await !season.does("member", "list").contains("Next DCO"))
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    /// Whose an address is, they are told who may see addresses.
    @Test func anAddressThatIsKnownTellsNoName() async throws {
        let season = try await season()
        let add = ["member", "add", "New SENCO <dco.north@example.org>", "--seat", "north/education"]
        let chair = await season.scratch.run(add + ["--as", "Chair North"])
        #expect(chair.status == 65 && chair.complaints.contains("Somebody with that address"), "\(chair.complaints)")
        #expect(!chair.complaints.contains("DCO North"))
        #expect(await season.scratch.run(add).complaints.contains("DCO North is in the register already."))
    }

    @Test func theArticleFitsTheRole() async throws {
        let season = try await season()
        let ran = await season.refusal("member", "add", "Somebody", "--seat", "commissioning/information-officer")
        #expect(ran.said.contains("no seat of an "), "\(ran.said)")
    }

    @Test func aChairFillsAndEndsSeatsOfTheirOwnBodyThatReadNoMore() async throws {
        let season = try await season()
        for words in [
            ["member", "add", "New SENCO", "--seat", "north/education"],
            ["member", "seat", "New SENCO", "--seat", "north/viewer"],
            ["member", "leave", "New SENCO", "--seat", "north/education"],
        ] {
            try await season.does(words + ["--as", "Chair North"])
        }
        let more = try await refused(season, as: "Chair North", "member", "add", "Another", "--seat", "north/dco")
        #expect(more.contains("reads more than"))
        _ = try await refused(season, as: "Chair North", "member", "add", "Another", "--seat", "board/board-member")
        _ = try await refused(season, as: "Chair North", "member", "add", "Another")
        _ = try await refused(
            season, as: "Chair North", "member", "add", "Another", "--seat", "north/health", "--seat", "north/dco")
        _ = try await refused(season, as: "Chair North", "member", "seat", "Chair North", "--seat", "north/health")
        _ = try await refused(season, as: "Chair North", "member", "leave", "DCO North", "--seat", "north/dco")
        _ = try await refused(season, as: "Chair North", "member", "seat", "SENCO North", "--seat", "registrar")
        _ = try await refused(
            season, as: "Board Secretary", "member", "add", "Another", "--seat", "board/information-officer")
    }

    @Test func whoeverSeatsNobodyIsToldWhoDoes() async throws {
        let season = try await season()
        let said = try await refused(
            season, as: "Viewer North", "member", "seat", "Viewer North", "--seat", "north/dco")
        #expect(said.contains("Seating people is for the registrar"))
    }

    @Test func theLastRegistrarStays() async throws {
        let season = try await season()
        let said = try await refused(
            season, as: "DCO North", status: 1, "member", "leave", "DCO North", "--seat", "registrar")
        #expect(said.contains("the last registrar cannot leave"))
        // One whose last day is set is none to rely on.
        try await season.does("member", "seat", "SENCO North", "--seat", "registrar", "--to", "2019-12-31")
        _ = try await refused(
            season, as: "DCO North", status: 1, "member", "leave", "DCO North", "--seat", "registrar")
        try await season.does("member", "seat", "Health North", "--seat", "registrar")
        let seated = try await season.does("log", "--limit", "1", "--json=operation").filter(\.isNumber)
        try await season.does("member", "leave", "DCO North", "--seat", "registrar", "--to", "2019-07-31")
        // Nor by taking back what made the other one.
        _ = try await refused(season, as: "Health North", status: 1, "undo", seated)
        try await season.does("member", "add", "Newcomer", "--seat", "south/viewer", "--as", "Health North")
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    /// What undoing would be refused for, its dry run is refused for too.
    @Test func aDryRunForetellsThatAnAreaWouldBeLeftToNobody() async throws {
        let season = try await Season()
        try await season.does(
            "member", "add", "DCO South", "--seat", "south/dco", "--from", "2019-01-07", "--on", "2019-01-07")
        for words in [["undo", "-n"], ["undo"]] {
            let ran = await season.scratch.run(words)
            #expect(ran.status == 1 && ran.complaints.contains("would be left without anybody"), "\(words): \(ran)")
        }
        try await season.does(
            "member", "add", "Deputy South", "--seat", "south/dco", "--from", "2019-01-07", "--on", "2019-01-07")
        #expect(await season.scratch.run(["undo", "-n"]).status == 0)
    }

    @Test func addressesAreForThoseWhoWriteToPeople() async throws {
        let season = try await season()
        try await season.does("member", "add", "Writer <writer@example.org>", "--seat", "north/viewer")
        #expect(try await season.does("member", "list").contains("writer@example.org"))
        #expect(try await !season.does("member", "list", "--as", "Writer").contains("writer@example.org"))
        try await season.does("member", "add", "Passer By")
        _ = try await refused(season, as: "Passer By", "member", "list")
    }

    @Test func whatAPersonMayIsListedWithWhere() async throws {
        let season = try await season()
        let said = try await season.does("member", "may", "Chair North", "--as", "Viewer North")
        #expect(said.contains("north/chair\tchair\tevent\tissue\tassign\tAssign\tin North\n"))
        #expect(said.contains("north/chair\tchair\tread\tissue\tdetail\tDetail\tin North, when safeguarding == no\n"))
        #expect(
            said.contains("north/chair\tchair\tpermission\t\tminute\tRecording minutes\tat the North LAP\n"), "\(said)")
        #expect(!said.contains("\tcontact\t"))
        let role = try await season.does("member", "may", "--role", "dco", "--json=seat,role,name")
        #expect(role.contains(#"{"name":"submit","role":"dco","seat":"lap/dco"}"#))
        #expect(role.contains(#""role":"board-member","seat":"board/dco""#))
        let registrar = try await season.does("member", "may", "--role", "registrar")
        #expect(registrar.contains("registrar\tregistrar\tpermission\t\tseat\tSeating people\teverywhere\n"))
        #expect(!registrar.contains("\tread\t"))
        #expect(await season.scratch.run("member", "may").status == 64)
        #expect(await season.scratch.run("member", "may", "--role", "doc").status == 65)
    }

    /// Who seats people reads nothing by that: not even by seating themselves for a minute (the first seats come with `init`).
    @Test func nobodySeatsThemselves() async throws {
        let season = try await season()
        let said = try await refused(
            season, as: "DCO North", "member", "seat", "DCO North", "--seat", "board/information-officer")
        #expect(said.contains("Nobody fills a seat of their own") && said.contains("Another"))
        try season.scratch.write("name,seat\nDCO North,board/information-officer\n", to: "members.csv")
        _ = try await refused(season, as: "DCO North", status: 65, "member", "import", "members.csv")
        try await season.does("member", "seat", "Chair North", "--seat", "registrar")
        try await season.does(
            "member", "seat", "DCO North", "--seat", "board/information-officer", "--as", "Chair North")
        try await season.does("member", "leave", "DCO North", "--seat", "north/dco")
    }
}
