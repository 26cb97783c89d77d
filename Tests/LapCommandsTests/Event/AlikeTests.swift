import Testing

@testable import LapCommands

/// Three individual issues of one theme and area ask for one systemic issue (DOMAIN section 3).
@Suite("Alike")
struct AlikeTests {
    @Test func threeAlikeAreToldWhenTheThirdIsAccepted() async throws {
        let season = try await Season()
        var said = ""
        for number in 1...3 {
            try await season.raise()
            try await season.does(
                "issue", "acknowledge", "N-\(number)", "--method", "email", "--reply-by", "2019-04-08", "--on",
                "2019-04-02")
            let ran = await season.scratch.run(
                "issue", "accept", "N-\(number)", "--scope", "individual", "--phase", "primary", "--severity", "3",
                "--tried", "Asked", "--services", "Therapy", "--outcome-sought", "A date", "--on", "2019-04-03")
            #expect(ran.status == 0, "\(ran.complaints)")
            #expect(ran.complaints.contains("individual issues") == (number == 3))
            said = ran.complaints
        }
        #expect(said.contains("3 individual issues of this theme and area in 90 days (N-3, N-2, N-1)"))
    }
}
