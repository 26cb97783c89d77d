import Foundation
import Partnership
import Testing

@testable import Packs

/// Files really written: these need typst, pdftotext, pdfinfo and qpdf, which script/bootstrap brings.
@Suite struct PackFilesTests {
    /// A folder that goes away with the test; `LAP_LOOK` names one that stays, to look at what was written.
    static func withFolder<T>(_ work: (String) async throws -> T) async throws -> T {
        let kept = ProcessInfo.processInfo.environment["LAP_LOOK"]
        let folder = kept ?? FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { if kept == nil { try? FileManager.default.removeItem(atPath: folder) } }
        return try await work(folder)
    }

    static let packs: [Pack] = [
        .agenda(Samples.meeting), .minutes(Samples.heldMeeting), .board(Samples.boardPapers), .letter(Samples.letter),
        .notice(Samples.noticed), .briefing(Samples.heldMeeting), .news(Samples.heldMeeting, after: []),
        .news(Samples.heldMeeting, after: [Samples.earlierMeeting]),
        .page(Samples.noticed, told: [Samples.heldMeeting]), .log(Samples.meeting, of: nil),
    ]

    @Test func aLongPackIsWrittenToo() async throws {
        try await Self.withFolder { folder in
            let written = try await PackWriter(data: Samples.data).write(
                .agenda(Samples.longMeeting), edition: .chair, formats: [.html, .pdf], to: folder,
                guarding: Samples.guarding())
            #expect(written.files.count == 2)
        }
    }

    @Test(arguments: packs, [Edition.public, .members])
    func everyPackIsWrittenInEveryFormat(_ pack: Pack, _ edition: Edition) async throws {
        let formats = PackWriter.Format.allCases.filter { $0 != .calendar || pack.kind == .notice }
        try await Self.withFolder { folder in
            let written = try await PackWriter(data: Samples.data).write(
                pack, edition: edition, formats: formats, to: folder, guarding: Samples.guarding())
            #expect(written.files.map(\.format) == formats)
            for file in written.files { #expect(file.size > 500) }
        }
    }
}
