import Foundation
import Testing

@testable import LapCommands

/// Families of an area that has no LAP belong to a DCO all the same (DOMAIN section 2).
struct CaseloadTests {
    /// P-1 of Blackpool is logged, and so is N-1.
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "DCO Blackpool", "--seat", "blackpool/dco")
        try await season.raise()
        try await raise(season)
        return season
    }

    private func raise(_ season: Season) async throws {
        try await season.does(
            "issue", "raise", "--district", "blackpool", "--raised-by", "parent-carer", "--channel", "phone",
            "--received", "2019-04-01", "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--consent",
            "record,discuss-anonymised", "--name", "Family Wombat", "--contact", "wombat@example.org", "--summary",
            "No report came", "--as", "DCO Blackpool")
    }

    @discardableResult
    private func does(_ season: Season, _ words: String..., on day: String) async throws -> String {
        try await season.does(["issue"] + words + ["--as", "DCO Blackpool", "--on", day])
    }

    private func accept(_ season: Season) async throws {
        try await does(
            season, "acknowledge", "P-1", "--method", "email", "--reply-by", "2019-04-08", on: "2019-04-02")
        try await does(
            season, "accept", "P-1", "--scope", "individual", "--phase", "primary", "--severity", "2", "--tried",
            "Asked", "--services", "Clinic", "--outcome-sought", "A report", on: "2019-04-03")
    }

    @Test func theyAreTakenInAndCountedApart() async throws {
        let season = try await season()
        #expect(try await season.does("issue", "list", "--area", "blackpool", "--columns", "ref") == "P-1\n")
        #expect(try await season.does("issue", "list", "--area", "north", "--columns", "ref") == "N-1\n")
        let status = try await season.does("status", "--as", "DCO Blackpool", "--on", "2019-04-02")
        #expect(status.contains("Blackpool caseload\n") && status.contains("lap issue acknowledge P-1"), "\(status)")
        #expect(try await !season.does("status", "--on", "2019-04-02").contains("P-1"))
        #expect(try await season.does("find", "Wombat", "--as", "DCO Blackpool").contains("P-1"))
        let (code, refused) = await season.refusal("issue", "remark", "P-1", "--remark", "Rang")
        #expect(code == 77 && !refused.contains("Wombat"), "\(refused)")
    }

    @Test func whatIsRaisedIsToldThatNoLapHearsIt() async throws {
        let season = try await season()
        try await season.agenda()
        let raised = try await does(
            season, "raise", "--area", "blackpool", "--raised-by", "school", "--channel", "phone", "--received",
            "2019-04-03", "--theme", "ot", "--safeguarding", "no", "--parallel", "none", "--summary", "A wait",
            "--anonymous", on: "2019-04-03")
        #expect(raised.contains("Blackpool has no LAP: it is settled one to one, or handed to its own partnership."))
        #expect(!raised.contains("meets on"), "\(raised)")
        try await accept(season)
        let text = try await season.page("letter", "P-1", "--as", "DCO Blackpool", "--on", "2019-04-03")
        #expect(text.contains("Designated Clinical Officer, Blackpool") && !text.contains("LAP"), "\(text)")
        #expect(!text.contains("meeting"), "\(text)")
    }

    @Test func itIsSettledOneToOne() async throws {
        let season = try await season()
        try await accept(season)
        #expect(
            try await does(season, "edit", "P-1", "--agency", "Clinic", on: "2019-04-03").contains(
                "Next: lap issue start-early-resolution P-1"))
        try await does(
            season, "start-early-resolution", "P-1", "--service-contacted", "The clinic", on: "2019-04-04")
        try await does(
            season, "resolve-early", "P-1", "--outcome", "It came", "--outcome-evidence", "A letter", "--raiser-view",
            "Content", on: "2019-04-05")
        let closed = try await does(
            season, "feed-back", "P-1", "--method", "phone", "--said", "No report came", "--did", "It was written",
            on: "2019-04-08")
        #expect(closed.contains("→ Closed"))
        #expect(try await !season.does("show", "P-1", "--as", "DCO Blackpool").contains("LAP told on"))
    }

    @Test func itIsHandedToItsOwnPartnership() async throws {
        let season = try await season()
        let sent = try await does(
            season, "redirect", "P-1", "--destination", "blackpool-partnership", "--contact-given", "Their Local Offer",
            "--told-on", "2019-04-02", on: "2019-04-02")
        #expect(sent.contains("→ Redirected"))
    }

    @Test func whatNeedsALapIsRefusedWithWhatToDo() async throws {
        let season = try await season()
        try await season.agenda()
        try await accept(season)
        let (status, refused) = await season.refusal(
            "issue", "schedule", "P-1", "--meeting", "north-2019-04-30", "--as", "DCO Blackpool", "--on", "2019-04-03")
        #expect(status == 1 && refused.contains("Its area has no LAP: it is settled one to one"), "\(refused)")
        #expect(refused.contains("lap issue start-early-resolution P-1") && refused.contains("lap issue redirect P-1"))
        let next = try await season.does("issue", "next", "P-1", "--as", "DCO Blackpool", "--on", "2019-04-03")
        #expect(!next.contains("chair of Blackpool"))
        let (_, meeting) = await season.refusal(
            "meeting", "schedule", "blackpool", "--date", "2019-05-01", "--as", "DCO Blackpool", "--on", "2019-04-03")
        #expect(meeting.contains("Nobody meets there: it sees to the families of an area that has no LAP."))
        let (_, intake) = await season.refusal("intake", "--as", "DCO Blackpool")
        #expect(
            intake.contains("Blackpool has no LAP, so nothing of it comes before a meeting.")
                && intake.contains("lap status --area blackpool"))
    }

    /// What a LAP deals with stays with one.
    @Test func onlyWhatNoLapDealsWithMovesThere() async throws {
        let season = try await season()
        try await season.raise()
        try await season.does("member", "seat", "DCO Blackpool", "--seat", "north/dco", "--as", "DCO North")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        let (_, refused) = await season.refusal("issue", "edit", "N-1", "--area", "blackpool", "--on", "2019-04-11")
        #expect(refused.contains("A LAP deals with it, and that area has none."), "\(refused)")
        try await season.does("issue", "edit", "N-2", "--area", "blackpool", "--on", "2019-04-02")
        #expect(try await season.does("issue", "list", "--area", "blackpool", "--columns", "ref").contains("N-2"))
    }

    /// A theme there is no LAP's, and three alike ask nobody for a systemic issue.
    @Test func noLapCountsThem() async throws {
        let season = try await season()
        for _ in 1...3 { try await raise(season) }
        let raised = try await season.does(
            "issue", "list", "--area", "blackpool", "--columns", "ref", "--as", "DCO Blackpool")
        #expect(raised.split(separator: "\n").count == 4)
        let intake = try await season.does("intake", "north", "--on", "2019-04-02")
        #expect(!intake.contains("elsewhere") && !intake.contains("Blackpool"), "\(intake)")
    }
}
