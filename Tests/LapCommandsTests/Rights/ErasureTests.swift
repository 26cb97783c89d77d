import Foundation
import Testing

@testable import LapCommands

/// What is erased on a request leaves nothing behind, and what stays still verifies.
struct ErasureTests {
    private static let traces = ["Quokkanen", "jane@example.org", "Tomasine", "555017"]

    private func bytes(_ season: Season) throws -> String {
        let file = season.scratch.folder.appending(path: ".lap/register.sqlite")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    @Test func whatIsErasedIsTakenOutOfEverythingElseToo() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        let request = try await season.approved("erasure", "--issues", "N-1")
        let before = try season.scratch.bytes()
        let foreseen = try await season.does("raiser", "erase", request, "--as", "Information Officer")
        #expect(foreseen.contains("N-2, detail") && foreseen.contains("N-2, remark") && foreseen.contains("--yes"))
        #expect(try season.scratch.bytes() == before)
        try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        for words in [["show", "N-1"], ["show", "N-2"], ["log", "N-1"], ["log", "N-2"], ["search", "Quokkanen"]] {
            let shown = try await season.does(words)
            for trace in ErasureTests.traces { #expect(!shown.contains(trace), "\(words): \(trace)") }
        }
        let kept = try bytes(season)
        for trace in ErasureTests.traces { #expect(!kept.contains(trace), "\(trace)") }
        #expect(try await season.does("show", "N-2").contains("[removed] told us of it"))
        #expect(try await season.does("show", "N-1").contains("Withdrawn"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func otherFamiliesAndWhatIsHeldAreLeftAsTheyAre() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        try await season.raise("--name", "Hans Quokkanen", "--child-name", "Lena Quokkanen", "--summary", "A wait")
        try await season.raise("--name", "Jane Quokkanen", "--contact", "jane@example.org", "--summary", "Another wait")
        try await season.does("issue", "remark", "N-4", "--remark", "Jane Quokkanen rang", "--on", "2019-04-02")
        try await season.does("request", "keep", "--issues", "N-4", "--because", "A tribunal")
        let request = try await season.approved("erasure", "--issues", "N-1")
        let done = try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        let other = try await season.does("show", "N-3")
        #expect(other.contains("Hans Quokkanen") && other.contains("Lena Quokkanen"))
        let held = try await season.does("show", "N-4")
        #expect(held.contains("Jane Quokkanen rang") && held.contains("jane@example.org"))
        #expect(done.contains("Look at these") && done.contains("N-4"))
        #expect(
            await season.refusal(
                "redact", "N-4", "--words", "rang", "--because", "named", "--yes", "--as", "Information Officer"
            ).status == 1
        )
    }

    @Test func aNumberIsTakenOutWhereverItStands() async throws {
        let season = try await Season()
        try await season.raise("--name", "Orla Quenby", "--contact", "07700 900777")
        for (number, text) in ["Ring 07700 900777", "Ring 07700900777 or +44 7700 900777", "Ask Orla Quenby"]
            .enumerated()
        {
            try await season.raise("--summary", "Matter \(number)", "--name", "Family \(number)")
            try await season.does("issue", "remark", "N-\(number + 2)", "--remark", text, "--on", "2019-04-02")
        }
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "Done", "--asked-on", "2019-04-03", "--on", "2019-04-03")
        let request = try await season.approved("erasure", "--issues", "N-1")
        try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        let kept = try bytes(season)
        for trace in ["900777", "Quenby"] { #expect(!kept.contains(trace), "\(trace)") }
        #expect(try await season.does("show", "N-3").contains("Ring [removed] or"))
    }

    @Test func onlyWhatIsLeftIsToBeLookedAtAndInItsOwnSpelling() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        // The first of these is gone when the name in it is taken out, since nothing shows it any more.
        try await season.does(
            "issue", "edit", "N-2", "--summary", "As Jane Quokkanen says, Ollerenshaw is late", "--on", "2019-04-04")
        try await season.does("issue", "edit", "N-2", "--summary", "Long waits again", "--on", "2019-04-04")
        try await season.does(
            "issue", "remark", "N-2", "--remark", "Jane Quokkanen and OLLERENSHAW rang", "--on", "2019-04-04")
        let request = try await season.approved("erasure", "--issues", "N-1")
        let done = try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        let commands = done.split(separator: "\n").filter { $0.contains("--words") }
        #expect(commands.contains { $0.hasSuffix("--words \"OLLERENSHAW\"") }, "\(done)")
        #expect(!done.contains("is late"), "\(done)")
        for command in commands {
            let parts = command.split(separator: "\"")
            let ref = try #require(parts.first?.split(separator: " ").dropFirst(2).first)
            let ran = await season.scratch.run(
                "redact", String(ref), "--words", String(parts[1]), "--because", "named", "--yes", "--as",
                "Information Officer")
            #expect(ran.status == 0, "\(command): \(ran.complaints)")
        }
    }

    @Test func anErasureIsNotTakenBack() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        let request = try await season.approved("erasure", "--issues", "N-1")
        try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        let operation = try #require(
            try await season.does("log").split(separator: "\n").first { $0.contains("raiser erase") }?
                .split(separator: "\t").first.map(String.init))
        let refused = await season.refusal("undo", operation, "--as", "Information Officer")
        #expect(refused.status == 1)
    }

    @Test func whatHasToBeKeptIsNotErased_R25() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        let request = try await season.approved("erasure", "--issues", "N-1")
        try await season.does("request", "keep", "--issues", "N-1", "--because", "A tribunal asked for it")
        let held = await season.refusal("raiser", "erase", request, "--yes", "--as", "Information Officer")
        #expect(held.status == 1 && held.said.contains("has to be kept"))
        try await season.does("request", "release", "R-2")
        try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
    }

    @Test func anOpenIssueIsNotErased() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "request", "receive", "--kind", "erasure", "--issues", "N-1", "--asked-by", "A parent", "--relation", "self"
        )
        try await season.does("request", "check-identity", "R-1", "--identity", "A passport")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let refused = await season.refusal("request", "approve", "R-1", "--as", "Information Officer")
        #expect(refused.status == 1 && refused.said.contains("still open"))
    }

    @Test func onlyTheInformationOfficerErases() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        let request = try await season.approved("erasure", "--issues", "N-1")
        for person in ["DCO North", "SENCO North", "Board Chair"] {
            #expect(await season.refusal("raiser", "erase", request, "--yes", "--as", person).status == 77)
        }
    }

    /// What a member was called before goes with them.
    @Test func aFormerNameIsTakenOutToo() async throws {
        let season = try await Season.heard()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "member", "add", "Hester Lorikeet", "--seat", "north/viewer", "--from", "2019-01-07", "--to", "2019-05-01")
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "Hester Lorikeet reported", "--on",
            "2019-04-30")
        try await season.does("member", "edit", "Hester Lorikeet", "--name", "Hester Pillow")
        let request = try await season.approved("erasure", "--person", "Hester Pillow", "--area", "north")
        try await season.does("member", "erase", request, "--yes", "--as", "Information Officer")
        #expect(try await season.does("minutes", "show", "north-2019-04-30").contains("[removed] reported"))
        #expect(try !bytes(season).contains("Lorikeet"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func aMembersNameIsTakenOutOfWhatWasWritten() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "issue", "remark", "N-1", "--remark", "Asked Lorikeet Vance to call", "--on", "2019-04-02")
        try await season.does("member", "add", "Lorikeet Vance <lorikeet@example.org>")
        let request = try await season.approved("erasure", "--person", "Lorikeet Vance", "--area", "north")
        let early = await season.refusal("request", "answer", request, "--answer", "Done")
        #expect(early.said.contains("lap member erase \(request)"), "\(early.said)")
        try await season.does("member", "erase", request, "--yes", "--as", "Information Officer")
        #expect(try await season.does("log").contains("\tmember erase\t"))
        #expect(try await season.does("show", "N-1").contains("Asked [removed] to call"))
        #expect(try !bytes(season).contains("Lorikeet"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    /// An organisation is nobody, and a sole trader is somebody.
    @Test func anOrganisationThatIsAMembersOwnNameGoesWithThem() async throws {
        let season = try await Season()
        let from = ["--from", "2019-07-01", "--on", "2019-07-01"]
        try await season.does(
            ["seat", "open", "north/education", "--organisation", "Thistlewick Consulting"] + from)
        try await season.does(
            ["seat", "open", "south/education", "--organisation", "Thistlewick and Daughters"] + from)
        try await season.does(
            [
                "member", "add", "Tom Thistlewick <tom@example.org>", "--seat", "north/education", "--organisation",
                "Thistlewick Consulting", "--to", "2019-07-30",
            ] + from)
        #expect(
            try await season.does("member", "list", "--json", "--on", "2019-07-01").contains("Thistlewick Consulting"))
        let copy = try await season.approved("access", "--person", "Tom Thistlewick", "--area", "north")
        try await season.does("member", "export", copy, "--to", "out", "--looked-at")
        let held = season.scratch.folder.appending(path: "out/\(copy).json")
        #expect(try String(contentsOf: held, encoding: .utf8).contains("for Thistlewick Consulting"))
        let request = try await season.approved("erasure", "--person", "Tom Thistlewick", "--area", "north")
        let said = try await season.does("member", "erase", request, "--yes", "--as", "Information Officer")
        #expect(
            said.contains("north/education, organisation") && said.contains("lap seat edit south/education"), "\(said)")
        let exported = try await season.does("export", "-", "--as", "Information Officer")
        for kept in [try bytes(season), exported] {
            #expect(!kept.contains("Thistlewick Consulting"))
            #expect(kept.contains("Thistlewick and Daughters"))
        }
        // What another seat's is called is for people to judge, and gone once it is corrected.
        try await season.does(
            "seat", "edit", "south/education", "--organisation", "Thistlewick and Daughters", "--become", "A school")
        #expect(try !bytes(season).contains("Thistlewick"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }
}
