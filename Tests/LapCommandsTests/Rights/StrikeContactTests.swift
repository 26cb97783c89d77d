import Foundation
import Testing

@testable import LapCommands

/// A contact that was recorded on the wrong issue, or that is not wanted any more.
struct StrikeContactTests {
    @Test func whoRaisedItIsTakenBackAndStaysGuardedUntilItIsAMistake() async throws {
        let season = try await Season()
        try await season.raise("--name", "Jane Quokkaworth", "--contact", "jane@example.org")
        try await season.does("issue", "strike-contact", "N-1", "--anonymous", "yes", "--on", "2019-04-02")
        let shown = try await season.does("issue", "show", "N-1", "--json")
        #expect(!shown.contains("Quokkaworth") && !shown.contains("jane@example.org"), "\(shown)")
        let told = await season.scratch.run(
            "issue", "edit", "N-1", "--summary", "The Quokkaworths wait", "--on", "2019-04-02")
        #expect(told.complaints.contains("N-1, name"), "\(told.complaints)")
        try await season.does("issue", "mistaken", "N-1", "name", "--on", "2019-04-02")
        let after = await season.scratch.run(
            "issue", "edit", "N-1", "--summary", "Quokkaworths wait", "--on", "2019-04-02")
        #expect(!after.complaints.contains("N-1, name"), "\(after.complaints)")
        let other = await season.refusal("issue", "strike-contact", "N-1", "--as", "SENCO North")
        #expect(other.status == 77)
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }
}
