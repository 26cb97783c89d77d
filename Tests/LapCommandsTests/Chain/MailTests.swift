import Foundation
import Testing

@testable import LapCommands

/// Messages with issued papers: prepared, never sent, and on record for whom.
struct MailTests {
    private let april = "north-2019-04-30"

    private func issued(_ editions: String...) async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        for (name, address) in [("SENCO North", "senco@example.org"), ("Parent Rep North", "parent@example.org")] {
            try await season.does("member", "edit", name, "--email", address, "--on", "2019-04-03")
        }
        for edition in editions {
            try await season.does(
                "pack", "agenda", april, "--edition", edition, "--format", "html,md", "--on", "2019-04-10")
        }
        return season
    }

    private func file(_ season: Season, _ name: String) throws -> Data {
        try Data(contentsOf: season.scratch.folder.appending(path: "packs/\(name)"))
    }

    /// A message's headers, unfolded, and its parts: each a header and what its base64 holds.
    private func read(_ data: Data) throws -> (headers: [String: String], parts: [(header: String, contents: Data)]) {
        let text = try #require(String(validating: data, as: UTF8.self)).replacing("\r\n", with: "\n")
        func headers(_ text: Substring) -> [String: String] {
            let lines = String(text).replacing("\n ", with: " ").split(separator: "\n")
            return Dictionary(
                uniqueKeysWithValues: lines.map { line in
                    let colon = line.firstIndex(of: ":") ?? line.endIndex
                    return (String(line[..<colon]), line[colon...].dropFirst(2).description)
                })
        }
        let head = try #require(text.firstRange(of: "\n\n"))
        let parts = text[head.upperBound...].components(separatedBy: "--=_lap_parts").dropFirst().dropLast()
        #expect(text.hasSuffix("--=_lap_parts--\n"))
        return (
            headers(text[..<head.lowerBound]),
            try parts.map { part in
                let end = try #require(part.firstRange(of: "\n\n"))
                let base64 = part[end.upperBound...].filter { !$0.isWhitespace }
                return (String(part[..<end.lowerBound]), try #require(Data(base64Encoded: String(base64))))
            }
        )
    }

    @Test func thoseWhoMayHaveAnEditionGetWhatWasIssuedUnseenByOneAnother() async throws {
        let season = try await issued("public", "members")
        let said = try await season.does("pack", "mail", april, "--edition", "members", "--on", "2019-04-11")
        #expect(said.contains("packs/\(april)-agenda-members.eml") && said.contains("Nothing was sent"))
        #expect(said.contains("Health North"), "no address: \(said)")
        let (headers, parts) = try read(file(season, "\(april)-agenda-members.eml"))
        #expect(headers["From"] == "dco.north@example.org" && headers["To"] == "undisclosed-recipients:;")
        let unseen = try #require(headers["Bcc"]).components(separatedBy: ", ")
        #expect(unseen.contains("senco@example.org") && unseen.contains("parent@example.org"))
        #expect(headers["Cc"] == nil && headers["Subject"]?.isEmpty == false && headers["X-Unsent"] == "1")
        #expect(parts.count == 3)
        let text = String(decoding: parts[0].contents, as: UTF8.self)
        #expect(text.contains("NOT FOR PUBLICATION") && !text.contains("Quokka"))
        for (part, format) in zip(parts.dropFirst(), ["html", "md"]) {
            #expect(part.header.contains("filename=\"\(april)-agenda-members.\(format)\""))
            #expect(try part.contents == file(season, "\(april)-agenda-members.\(format)"))
        }
    }

    @Test func forWhomIsOnRecordOnce() async throws {
        let season = try await issued("members")
        let first = try await season.does("pack", "mail", april, "--on", "2019-04-11")
        #expect(first.contains("Undo with"))
        #expect(try await !season.does("pack", "mail", april, "--on", "2019-04-12").contains("Undo with"))
        let rows = try await season.does("pack", "issued", april, "--json")
        #expect(rows.contains("\"SENCO North\"") && !rows.contains("senco@example.org"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
        // Others who came to be entitled are recorded too.
        try await season.does("member", "edit", "Health North", "--email", "health@example.org", "--on", "2019-04-12")
        #expect(try await season.does("pack", "mail", april, "--on", "2019-04-12").contains("Undo with"))
        #expect(try await season.does("pack", "issued", april, "--json").contains("\"Health North\""))
        let operation = try #require(
            try await season.does("log").firstMatch(of: /(\d+)\s[^\n]*mail-pack/)?.output.1)
        try await season.does("undo", String(operation))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func nothingIsPreparedOfWhatWasNotIssuedOrStandsNoMore() async throws {
        let season = try await issued()
        let none = await season.refusal("pack", "mail", april, "--on", "2019-04-11")
        #expect(none.status == 1 && none.said.contains("lap pack agenda \(april)"), "\(none)")
        try await season.does("pack", "agenda", april, "--format", "html", "--on", "2019-04-11")
        try await season.does("issue", "edit", "N-1", "--summary", "A wait for a first visit", "--on", "2019-04-12")
        #expect(await season.refusal("pack", "mail", april, "--on", "2019-04-12").status == 1)
        try await season.does("pack", "agenda", april, "--format", "html", "--on", "2019-04-12")
        try await season.does("pack", "mail", april, "--on", "2019-04-12")
        try await season.does(
            "pack", "recall", "packs/\(april)-agenda-public.html", "--because", "It told too much.", "--on",
            "2019-04-12")
        #expect(await season.refusal("pack", "mail", april, "--on", "2019-04-12").status == 1)
    }

    @Test func whoMaySeeNoAddressesPreparesNone() async throws {
        let season = try await issued("members")
        let refused = await season.refusal("pack", "mail", april, "--as", "SENCO North", "--on", "2019-04-11")
        #expect(refused.status == 77 && !refused.said.contains("@example.org"), "\(refused)")
        let wrong = await season.refusal("pack", "mail", april, "--kind", "letter", "--on", "2019-04-11")
        #expect(wrong.status == 64)
    }
}
