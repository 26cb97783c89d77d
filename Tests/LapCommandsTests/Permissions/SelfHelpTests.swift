import Foundation
import Testing

@testable import LapCommands

/// What people tried to help themselves to, each driven through the program.
@Suite("Nobody helps themselves")
struct SelfHelpTests {
    private let scratch: Scratch
    private let state: EveryState

    init() async throws {
        state = try await EveryState.shared()
        scratch = try Scratch(copying: state.scratch)
    }

    private func run(_ line: String, as seat: String, on day: String? = nil) async throws -> Scratch.Ran {
        let words = try #require(state.words(line), "what \(line) names was not prepared")
        return await scratch.run(words + ["--as", Seatholder.named(seat)] + (day.map { ["--on", $0] } ?? []))
    }

    /// Expects that somebody may not, and that nothing is changed. The answer is what they are told.
    @discardableResult
    private func refused(
        _ line: String, as seat: String, on day: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let before = try scratch.bytes()
        let ran = try await run(line, as: seat, on: day)
        #expect(ran.status == 77, "\(seat): lap \(line): \(ran.complaints)", sourceLocation: sourceLocation)
        #expect(ran.output.isEmpty, "\(seat): lap \(line)", sourceLocation: sourceLocation)
        let isUntouched = try scratch.bytes() == before
        #expect(isUntouched, "\(seat): lap \(line)", sourceLocation: sourceLocation)
        // So that what follows is tried on the register as it was.
        if !isUntouched { try before.write(to: scratch.register) }
        return ran.complaints
    }

    private func may(
        _ line: String, as seat: String, on day: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let ran = try await run(line, as: seat, on: day)
        #expect(ran.status == 0, "\(seat): lap \(line): \(ran.complaints)", sourceLocation: sourceLocation)
    }

    @Test func aViewerCannotSeatThemselvesAndReadAFamilysContact() async throws {
        try await refused("member seat \"Viewer North\" --seat north/dco --from 2018-01-01", as: "own:viewer")
        let shown = try await run("show {logged}", as: "own:viewer")
        #expect(!shown.output.contains(EveryState.marks("logged", "name")[0]))
        #expect(!shown.output.contains("quokka@example.org"))
        for seat in ["registrar", "north/chair", "north/dco-admin", "board/information-officer"] {
            try await refused("member seat \"Viewer North\" --seat \(seat) --from 2018-01-01", as: "own:viewer")
        }
    }

    @Test func aSENCOCannotSeatABoardChair() async throws {
        try await refused("member seat \"SENCO North\" --seat board/board-chair --from 2019-08-01", as: "own:education")
        try await refused("member add \"A Friend\" --seat board/board-chair --from 2019-08-01", as: "own:education")
        try await refused("member seat \"Guest Speaker\" --seat board/board-chair", as: "own:education")
    }

    @Test func aParentRepresentativeCannotSeatTheBoardsChair() async throws {
        try await refused("member seat \"Board Parent Rep\" --seat board/board-chair", as: "board:parent-rep")
    }

    @Test func nobodyUnseatsTheDCO() async throws {
        for seat in ["own:viewer", "own:education", "own:chair", "other:dco", "board:board-chair"] {
            try await refused("member leave \"DCO North\" --seat north/dco --to 2019-07-31", as: seat)
        }
    }

    @Test(arguments: ["own:viewer", "own:education", "other:dco", "board:viewer", "group:education", "registrar"])
    func noOtherSeatKeepsTheRecordOfAMeeting(_ seat: String) async throws {
        try await refused("minutes record {north-held} 1 --discussed \"Nothing was said\"", as: seat)
        try await refused("minutes record {north-held} 1 --not-reached", as: seat)
        try await refused("meeting attend {north-held} --present \"Viewer North\"", as: seat)
        try await refused("meeting attend {north-held} --deputy \"DCO North=Viewer North\"", as: seat)
        try await refused("meeting declare {north-held} 1 --person \"DCO North\" --interest \"A share\"", as: seat)
        try await refused("agenda build {north-scheduled}", as: seat)
    }

    @Test(arguments: ["own:viewer", "own:education", "other:dco", "other:viewer", "group:education", "registrar"])
    func noOtherSeatMakesARestrictedPack(_ seat: String) async throws {
        for edition in ["restricted", "chair"] {
            for pack in ["agenda {north-main}", "minutes {north-main}", "board {board-main}", "agenda {board-main}"] {
                try await refused("pack \(pack) --format html --edition \(edition)", as: seat)
            }
        }
        let written = try? FileManager.default.contentsOfDirectory(
            atPath: scratch.folder.appending(path: "packs").path)
        #expect((written ?? []).isEmpty)
    }

    @Test func aViewerCannotUndoWhatAnotherDid() async throws {
        for operation in ["undo-raise", "undo-minutes", "undo-seat", "undo-table", "undo-remark"] {
            try await refused("undo {\(operation)}", as: "own:viewer")
        }
    }

    @Test func aChairFillsSeatsOfTheirOwnBodyThatReadNoMore() async throws {
        try await may("member seat \"Guest Speaker\" --seat north/health --from 2019-08-01", as: "own:chair")
        try await refused("member seat \"Guest Speaker\" --seat north/dco --from 2019-08-01", as: "own:chair")
        try await refused("member seat \"Guest Speaker\" --seat south/health --from 2019-08-01", as: "own:chair")
        try await refused("member seat \"Chair North\" --seat north/health --from 2019-08-01", as: "own:chair")
    }

    @Test func oneSeatNotAllowedMakesTheWholeSeatingNotAllowed() async throws {
        try await refused(
            "member add \"A Friend\" --seat north/education --seat north/dco --from 2019-08-01", as: "own:chair")
    }

    @Test func aRegistrarReadsNothing() async throws {
        for line in ["show {logged}", "issue list --json", "log {logged}", "search zq* --json"] {
            let ran = try await run(line, as: "registrar")
            #expect(!ran.output.localizedCaseInsensitiveContains("zq"), "lap \(line)")
        }
    }

    @Test func theLastRegistrarCannotLeave() async throws {
        try await may("member leave Registrar --seat registrar --to 2019-07-31", as: "registrar")
        let before = try scratch.bytes()
        let left = await scratch.run(
            "member", "leave", "Founder", "--seat", "registrar", "--to", "2019-08-01", "--as", "Founder")
        #expect(left.status == 1, "\(left.complaints)")
        #expect(try scratch.bytes() == before)
    }

    @Test func aRehearsalIsRefusedLikeTheDeed() async throws {
        try await refused("issue acknowledge {logged} --method email --reply-by 2019-08-20 -n", as: "own:viewer")
        try await refused("issue import north.csv --dry-run", as: "other:dco")
        try await refused("undo {undo-raise} -n", as: "own:viewer")
        try await refused("tick -n", as: "own:viewer")
    }

    /// Seats are asked of the moment of recording: `--on` only dates what happened.
    @Test func whoseSeatHasEndedCannotActOnAnEarlierDay() async throws {
        try await may(
            "member add \"Former DCO\" --seat north/dco --from 2019-03-16 --to 2019-07-31", as: "Founder")
        let line = "issue acknowledge {logged} --method email --reply-by 2019-08-20"
        for day in ["2019-07-31", "2019-05-01"] { try await refused(line, as: "Former DCO", on: day) }
        try await refused("minutes record {north-held} 1 --discussed \"Once more\"", as: "Former DCO", on: "2019-03-12")
        try await refused("undo {undo-raise}", as: "Former DCO", on: "2019-07-30")
        let shown = try await run("issue show {logged} --json", as: "Former DCO", on: "2019-05-01")
        #expect(!shown.output.contains(EveryState.marks("logged", "name")[0]))
    }

    @Test func whoseSeatHasBegunRecordsWhatHappenedBefore() async throws {
        try await may("member add \"New DCO\" --seat north/dco --from 2019-08-01", as: "Founder")
        try await may(
            "issue acknowledge {logged} --method email --reply-by 2019-08-20", as: "New DCO", on: "2019-05-01")
    }

    @Test func whoseSeatIsYetToBeginCannotAct() async throws {
        try await may("member add \"Next DCO\" --seat north/dco --from 2019-08-02", as: "Founder")
        try await refused("issue acknowledge {logged} --method email --reply-by 2019-08-20", as: "Next DCO")
    }

    /// A DCO must never be told that this is for a DCO.
    @Test func aRefusalNamesTheRoleAndTheArea() async throws {
        let acknowledging = try await refused(
            "issue acknowledge {logged} --method email --reply-by 2019-08-20", as: "other:dco")
        #expect(acknowledging.contains("Designated Clinical Officer") && acknowledging.contains("of North"))
        let logging = try await refused(
            """
            issue raise --area south --raised-by school --channel email --received 2019-07-30 --theme salt \
            --safeguarding no --parallel none --summary Waits
            """, as: "own:dco")
        #expect(logging.contains("Designated Clinical Officer") && logging.contains("of South"))
        let tabling = try await refused("issue table {escalated} --meeting {board-scheduled}", as: "own:chair")
        #expect(tabling.contains("Board secretary"))
        let reporting = try await refused(
            "issue group-report {delegated} --report Done --group-recommendation None", as: "other-group:group-lead")
        #expect(reporting.contains("group lead") && reporting.contains("Joint Commissioning Group"))
    }

    @Test func aRefusalNamesTheBody() async throws {
        let minuting = try await refused("minutes record {north-held} 1 --discussed Nothing", as: "other:chair")
        #expect(minuting.contains("North LAP"))
        let building = try await refused("agenda build {commissioning-scheduled}", as: "other-group:group-lead")
        #expect(building.contains("Joint Commissioning Group"))
        let packing = try await refused(
            "pack agenda {board-main} --format html --edition restricted", as: "own:dco")
        #expect(packing.contains("SEND Partnership Board"))
    }

    /// The sections of a family are not told by the refusal either.
    @Test func aRefusalTellsNothingOfTheIssue() async throws {
        for line in [
            "issue acknowledge {logged} --method email --reply-by 2019-08-20", "pack letter {closed} --format html",
            "issue divert {worry} --destination childrens-services --external-reference CS-1",
        ] {
            let said = try await refused(line, as: "other:viewer")
            #expect(!said.localizedCaseInsensitiveContains("zq"), "lap \(line)")
        }
    }
}
