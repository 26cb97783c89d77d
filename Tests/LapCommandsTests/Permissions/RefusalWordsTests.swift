import Foundation
import Testing

@testable import LapCommands

/// A refusal names the role and the place truly, and is about who asks before it is about anything else.
struct RefusalWordsTests {
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        return season
    }

    private func said(_ season: Season, _ words: String...) async -> String {
        let ran = await season.scratch.run(words)
        #expect(ran.status == 77, "\(words): \(ran.complaints)")
        return ran.complaints
    }

    @Test func aDistrictSaysWhoseItIs() async throws {
        let season = try await season()
        let raise = [
            "issue", "raise", "--raised-by", "school", "--channel", "email", "--received", "2019-07-02", "--theme",
            "salt", "--safeguarding", "no", "--parallel", "none", "--summary", "A wait",
        ]
        let south = await season.scratch.run(raise + ["--district", "preston"])
        #expect(south.status == 77 && south.complaints.contains("of South"), "\(south.complaints)")
        let neither = await season.scratch.run(raise)
        #expect(neither.status == 64 && neither.complaints.contains("Area is needed"), "\(neither.complaints)")
        let both = await season.scratch.run(raise + ["--area", "north", "--district", "preston"])
        #expect(both.status == 1 && both.complaints.contains("lies in another area"), "\(both.complaints)")
    }

    @Test func anActionSaysWhereItBelongs() async throws {
        let season = try await season()
        let add = ["action", "add", "--text", "Ask", "--owner", "SENCO North", "--due", "2019-09-02"]
        let ran = await season.scratch.run(add)
        #expect(ran.status == 64, "\(ran.complaints)")
        for said in ["not said where it belongs", "--area", "--issue", "--meeting"] {
            #expect(ran.complaints.contains(said), "\(ran.complaints)")
        }
        #expect(await season.scratch.run(add + ["--as", "SENCO North"]).status == 77)
    }

    @Test func groupsAreNamed() async throws {
        let season = try await season()
        let report = await said(season, "issue", "group-report", "N-1", "--report", "R", "--group-recommendation", "R")
        #expect(report.contains("group lead of a group, once it is given to one"), "\(report)")
        try await season.does("member", "add", "Group Lead", "--seat", "commissioning/group-lead")
        try await season.does(
            "meeting", "schedule", "commissioning", "--date", "2019-08-20", "--as", "Group Lead")
        let minute = await said(
            season, "minutes", "record", "commissioning-2019-08-20", "1", "--discussed", "Nothing")
        #expect(!minute.contains("Designated"), "\(minute)")
    }

    @Test func nobodyIsSentToTheBoardWithAnAction() async throws {
        let season = try await season()
        try await season.accept("N-1")
        try await season.does(
            "action", "add", "--issue", "N-1", "--text", "Ask", "--owner", "SENCO North", "--due", "2019-09-02")
        let told = await said(season, "action", "cancel", "A-1", "--reason", "Done", "--as", "Health North")
        #expect(!told.contains("Board") && told.contains("of North"), "\(told)")
    }

    @Test func whoMayNotIsNotToldWhenItChanged() async throws {
        let season = try await season()
        let told = await said(
            season, "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on",
            "2019-01-08", "--as", "SENCO North")
        #expect(!told.contains("last changed"))
        let own = await season.refusal(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-01-08")
        #expect(own.status == 65 && own.said.contains("last changed"))
    }

    /// Only what somebody may read tells them of its history.
    @Test func thePlanOfAnUpgradeTellsNoHistoryThatIsNotRead() async throws {
        let season = try await season()
        try await season.raise("--summary", "Another wait")
        try await season.does("issue", "rescreen", "N-2", "--safeguarding", "unsure", "--on", "2019-04-02")
        let file = Scratch.checkout.appending(path: "Workflows/issue.yaml")
        let changed = try String(contentsOf: file, encoding: .utf8).replacing(
            "lasts: 20 working days", with: "lasts: 21 working days")
        try FileManager.default.createDirectory(
            at: season.scratch.folder.appending(path: ".lap/workflows"), withIntermediateDirectories: true)
        try season.scratch.write(changed, to: ".lap/workflows/issue.yaml")
        let dco = try await season.does("workflow", "upgrade", "issue", "--json")
        #expect(dco.contains("N-1") && dco.contains("N-2"), "\(dco)")
        let member = try await season.does("workflow", "upgrade", "issue", "--json", "--as", "SENCO North")
        #expect(member.contains("N-1") && !member.contains("N-2"), "\(member)")
    }
}
