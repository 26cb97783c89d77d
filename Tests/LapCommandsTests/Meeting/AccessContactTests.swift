import Foundation
import Testing

@testable import LapCommands

/// How to reach whoever sees to access needs is printed in every paper, unless it is a family's own.
struct AccessContactTests {
    private let april = "north-2019-04-30"

    private func scheduled(_ contact: String) async throws -> Season {
        let season = try await Season()
        try await season.raise("--contact", "07700 900456, quokka@mail.example")
        try await season.accept("N-1")
        try await season.does(
            "meeting", "schedule", "north", "--date", "2019-04-30", "--access-contact", contact, "--on", "2019-04-03")
        try await season.does("issue", "schedule", "N-1", "--meeting", april, "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        return season
    }

    @Test func aFamilysNumberIsNobodysContact() async throws {
        for contact in ["Office, 07700 900456", "quokka@mail.example"] {
            let season = try await scheduled(contact)
            let refused = await season.refusal("meeting", "publish", april, "--on", "2019-04-10")
            #expect(refused.status == 1 && refused.said.contains("N-1, contact"), "\(refused.said)")
            #expect(!refused.said.contains("900456") && !refused.said.contains("quokka@"))
        }
    }

    @Test func anOfficesIsPrinted() async throws {
        let season = try await scheduled("Office, 01524 555 700")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        #expect(try await season.page("agenda", april, "--on", "2019-04-10").contains("01524 555 700"))
    }
}
