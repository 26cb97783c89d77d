import Foundation
import Testing

@testable import LapCommands

/// Issued means kept: what went out is given out again as it was, and nothing but an erasure on record changes it.
struct IssuedTests {
    private let april = "north-2019-04-30"

    private func heard() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        return season
    }

    private func contents(_ season: Season, _ path: String) throws -> Data {
        try Data(contentsOf: season.scratch.folder.appending(path: path))
    }

    private func pack(
        _ season: Season, _ kind: String, _ ref: String? = nil, to folder: String, on day: String
    ) async throws -> String {
        try await season.does("pack", kind, ref ?? april, "--format", "html", "--to", folder, "--on", day)
    }

    private func issued(_ season: Season, _ ref: String? = nil) async throws -> [[String: Any]] {
        let said = try await season.does("pack", "issued", ref ?? april, "--json")
        return try #require(try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [[String: Any]])
    }

    /// Whether words stand in the register's file, as they are or within what is kept as base64.
    private func holds(_ words: String, _ season: Season) throws -> Bool {
        let bytes = try season.scratch.bytes()
        if bytes.range(of: Data(words.utf8)) != nil { return true }
        return (0..<3).contains { shift in
            let padded = Data(repeating: 0x20, count: shift) + Data(words.utf8)
            let whole = padded.prefix(padded.count / 3 * 3).base64EncodedString()
            return bytes.range(of: Data(whole.dropFirst(shift == 0 ? 0 : 4).utf8)) != nil
        }
    }

    @Test func anAgendaIsGivenOutAsItWasWhateverHappenedSince() async throws {
        let season = try await heard()
        let made = try await pack(season, "agenda", to: "first", on: "2019-04-10")
        #expect(!made.contains("as issued"))
        try await season.attend()
        try await season.assign()
        let again = try await pack(season, "agenda", to: "second", on: "2019-05-20")
        #expect(again.contains("as issued on 10 April 2019"), "\(again)")
        let name = "\(april)-agenda-public.html"
        #expect(try contents(season, "first/\(name)") == contents(season, "second/\(name)"))
        let rows = try await issued(season)
        #expect(rows.count == 1 && rows[0]["number"] as? Int == 1)
        #expect((rows[0]["head"] as? String)?.contains("-2019-08-01") == true)
        #expect(rows[0]["recorded"] as? String == "2019-08-01T08:30:00Z")
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func whatWasPutRightBeforeTheMeetingIsTheNextPaper() async throws {
        let season = try await heard()
        _ = try await pack(season, "agenda", to: "packs", on: "2019-04-10")
        try await season.does("issue", "edit", "N-1", "--summary", "A wait for a first visit", "--on", "2019-04-11")
        let said = try await pack(season, "agenda", to: "packs", on: "2019-04-11")
        #expect(!said.contains("as issued"))
        #expect(try await issued(season).compactMap { $0["number"] as? Int } == [1, 2])
        #expect(try await pack(season, "agenda", to: "packs", on: "2019-04-12").contains("as issued on 11 April 2019"))
    }

    /// Circulated minutes with an item that was not reached, and an action.
    private func circulated() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--theme", "physio", "--summary", "Another wait", on: "2019-04-01")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.agenda(with: "N-1", "N-2")
        try await season.attend()
        for day in ["2019-05-28", "2019-06-18"] {
            try await season.does("meeting", "schedule", "north", "--date", day, "--on", "2019-04-30")
        }
        try await season.assign()
        try await season.does("minutes", "record", april, "8.2", "--discussed", "A long talk.", "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "8.1", "--not-reached", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        return season
    }

    @Test func minutesThatWereCirculatedAndAgreedDoNotRewriteThemselves() async throws {
        let season = try await circulated()
        _ = try await pack(season, "minutes", to: "circulated", on: "2019-05-03")
        let name = "\(april)-minutes-public.html"
        let first = try String(decoding: contents(season, "circulated/\(name)"), as: UTF8.self)
        #expect(first.contains("the meeting on 28 May 2019"), "\(first)")
        // The next meeting does not reach it either, and agrees the minutes.
        let may = "north-2019-05-28"
        try await season.does("agenda", "build", may, "--on", "2019-05-10")
        try await season.does("meeting", "publish", may, "--on", "2019-05-10")
        let present = ["DCO North", "Parent Rep North", "SENCO North", "Health North", "Social Care North"]
        try await season.does(
            ["meeting", "attend", may, "--on", "2019-05-28"] + present.flatMap { ["--present", $0] })
        try await season.does("meeting", "hold", may, "--on", "2019-05-28")
        #expect(try await pack(season, "minutes", to: "kept", on: "2019-05-28").contains("as issued on 3 May 2019"))
        try await season.does("meeting", "agree-minutes", april, "--agreed-at", may, "--on", "2019-05-28")
        let agenda = try await season.does("agenda", "show", may, "--json")
        let number = try #require(agenda.firstMatch(of: /"issue":"N-2"[^}]*?"number":"([0-9.]+)"/)).output.1
        try await season.does("minutes", "record", may, String(number), "--not-reached", "--on", "2019-05-28")
        try await season.does("meeting", "conclude", may, "--on", "2019-05-28")
        // The agreed paper is made once, however late, and says what was so when it was circulated.
        let made = try await pack(season, "minutes", to: "agreed", on: "2019-07-20")
        #expect(!made.contains("as issued"))
        let agreed = try String(decoding: contents(season, "agreed/\(name)"), as: UTF8.self)
        #expect(agreed.contains("the meeting on 28 May 2019") && !agreed.contains("the meeting on 18 June 2019"))
        #expect(!agreed.contains("Overdue") && !agreed.contains("overdue by"))
        #expect(try await pack(season, "minutes", to: "later", on: "2019-07-30").contains("as issued on 20 July 2019"))
        #expect(try contents(season, "later/\(name)") == contents(season, "agreed/\(name)"))
        #expect(try await issued(season).compactMap { $0["number"] as? Int } == [1, 2])
    }

    @Test func aLetterIsAnotherOnceItSaysSomethingElse() async throws {
        let season = try await heard()
        try await season.attend()
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "the service writes to every family", "--on",
            "2019-04-30")
        _ = try await pack(season, "letter", "N-1", to: "packs", on: "2019-05-01")
        let before = try contents(season, "packs/n-1-letter.html")
        try await season.does("issue", "remark", "N-1", "--remark", "Rang twice", "--on", "2019-05-02")
        let again = try await pack(season, "letter", "N-1", to: "packs", on: "2019-05-06")
        #expect(again.contains("as issued on 1 May 2019"), "\(again)")
        #expect(try contents(season, "packs/n-1-letter.html") == before)
    }

    @Test func aFileIsKnownByWhatItHolds() async throws {
        let season = try await heard()
        _ = try await pack(season, "agenda", to: "packs", on: "2019-04-10")
        #expect(
            try await season.does("pack", "verify", "packs").contains("number 1, issued on 10 April 2019. It stands."))
        try season.scratch.write("another", to: "packs/other.html")
        let none = await season.scratch.run("pack", "verify", "packs")
        #expect(none.status == 1 && none.output.contains("other.html: no paper that was issued"))
        #expect(none.output.contains("It stands."))
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: "packs/other.html"))
        try FileManager.default.copyItem(
            at: season.scratch.folder.appending(path: "packs/\(april)-agenda-public.html"),
            to: season.scratch.folder.appending(path: "old.html"))
        try await season.does("issue", "edit", "N-1", "--summary", "A wait for a first visit", "--on", "2019-04-11")
        _ = try await pack(season, "agenda", to: "packs", on: "2019-04-11")
        #expect(
            try await season.does("pack", "verify", "old.html").contains("\(april)-agenda-public.html replaces it."))
        let copy = try contents(season, "old.html")
        try await season.does("pack", "recall", "old.html", "--because", "It went astray", "--on", "2019-04-12")
        try season.scratch.write([UInt8](copy), to: "old.html")
        let recalled = try await season.does("pack", "verify", "old.html")
        #expect(recalled.contains("It was recalled on 12 April 2019."), "\(recalled)")
    }

    @Test func whatMayBeInNoPaperAnyMoreIsNotGivenOutAgain() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        try await season.does(
            "issue", "accept", "N-1", "--scope", "individual", "--phase", "primary", "--severity", "3", "--tried",
            "Asked", "--services", "Therapy", "--outcome-sought", "A date", "--on", "2019-04-03")
        try await season.agenda(with: "N-1")
        _ = try await pack(season, "agenda", to: "packs", on: "2019-04-10")
        let digest = try #require(try await issued(season).first?["sha256"] as? String)
        try await season.does("pack", "copy", digest, "--to", "before")
        // The family's consent goes when the meeting is over, and its papers are no longer to be made again.
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-05-02")
        #expect(await season.refusal("pack", "copy", digest).status == 77)
        let said = try await pack(season, "agenda", to: "after", on: "2019-05-20")
        #expect(!said.contains("as issued"), "\(said)")
        let html = try String(decoding: contents(season, "after/\(april)-agenda-public.html"), as: UTF8.self)
        #expect(!html.contains("Nine-month"))
    }

    @Test func aRefusalLeavesWhatWasIssued() async throws {
        let season = try await heard()
        _ = try await pack(season, "agenda", to: "packs", on: "2019-04-10")
        let before = try contents(season, "packs/\(april)-agenda-public.html")
        try await season.does(
            "issue", "edit", "N-1", "--summary", "Nine months, says Family Quokka", "--on", "2019-04-11")
        let refused = await season.refusal("pack", "agenda", april, "--format", "html", "--on", "2019-04-11")
        #expect(refused.status == 1)
        #expect(try contents(season, "packs/\(april)-agenda-public.html") == before)
        #expect(try await season.does("pack", "verify", "packs").contains("It stands."))
    }

    // Erasing.

    @Test func whatIsErasedIsTakenOutOfIssuedPapersToo() async throws {
        let season = try await Season()
        try await season.raise("--summary", "Wombatson has waited for nine months")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        _ = try await pack(season, "agenda", to: "packs", on: "2019-04-10")
        #expect(try holds("Wombatson has waited", season))
        // Only now it turns out whose name that is.
        try await season.does("issue", "edit", "N-1", "--name", "Jane Wombatson", "--on", "2019-05-02")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-05-02", "--on",
            "2019-05-02")
        let request = try await season.approved("erasure", "--issues", "N-1")
        let before = try season.scratch.bytes()
        let foreseen = try await season.does("raiser", "erase", request, "--as", "Information Officer")
        #expect(foreseen.contains("set anew when they are asked for next:\n  \(april)-agenda-public"), "\(foreseen)")
        #expect(try season.scratch.bytes() == before)
        try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        #expect(try !holds("Wombatson", season))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
        #expect(try await season.does("pack", "verify", "packs").contains("destroy this copy"))
        let said = try await pack(season, "agenda", to: "packs", on: "2019-05-20")
        #expect(said.contains("set from what was issued on 10 April 2019"), "\(said)")
        let html = try String(decoding: contents(season, "packs/\(april)-agenda-public.html"), as: UTF8.self)
        #expect(html.contains("[removed]") && html.contains("Redacted 1") && !html.contains("Wombatson"))
        let rows = try await issued(season)
        #expect(rows.map { $0["isErased"] as? Bool } == [true, false])
        #expect(rows.map { $0["number"] as? Int } == [1, 1])
        #expect(Set(rows.compactMap { $0["sha256"] as? String }).count == 2)
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func wordsThatAreRedactedGoFromIssuedPapersAndThatIsNotUndone() async throws {
        let season = try await circulated()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        _ = try await pack(season, "minutes", to: "packs", on: "2019-05-03")
        let foreseen = try await season.does(
            "redact", april, "--words", "long talk", "--because", "named", "--as", "Information Officer")
        #expect(foreseen.contains("  \(april)-minutes-public"), "\(foreseen)")
        try await season.does(
            "redact", april, "--words", "long talk", "--because", "named", "--yes", "--as", "Information Officer")
        #expect(try !holds("long talk", season))
        let refused = await season.refusal("undo", "--as", "Information Officer")
        #expect(refused.status != 0, "\(refused)")
        let said = try await pack(season, "minutes", to: "packs", on: "2019-05-06")
        #expect(said.contains("set from what was issued on 3 May 2019"), "\(said)")
        let html = try String(decoding: contents(season, "packs/\(april)-minutes-public.html"), as: UTF8.self)
        #expect(html.contains("A [removed].") && !html.contains("long talk"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func aLetterGoesWithWhatItsFamilyTold() async throws {
        let season = try await heard()
        try await season.attend()
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "the lorikeet service writes", "--on",
            "2019-04-30")
        _ = try await pack(season, "letter", "N-1", to: "packs", on: "2019-05-01")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-05-02", "--on",
            "2019-05-02")
        let request = try await season.approved("erasure", "--issues", "N-1")
        let said = try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        #expect(said.contains("nothing is left:\n  n-1-letter"), "\(said)")
        #expect(try await issued(season, "N-1").map { $0["isErased"] as? Bool } == [true])
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func papersTellOfNoIssueThatIsNotThereForWhoeverAsks() async throws {
        let season = try await heard()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--on", "2019-04-03")
        _ = try await pack(season, "agenda", to: "packs", on: "2019-04-10")
        let listed = ["pack", "issued", april, "--json", "--as", "Viewer North"]
        #expect(try await season.does(listed).contains("\"N-1\""))
        try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "X-1", "--on",
            "2019-04-11")
        let missing = await season.refusal("show", "N-1", "--as", "Viewer North")
        let named = await season.refusal("pack", "issued", "N-1", "--as", "Viewer North")
        #expect(named.status == missing.status && named.said == missing.said, "\(named.said)")
        let said = try await season.does(listed)
        #expect(!said.contains("N-1"), "\(said)")
        let digest = try #require(said.firstMatch(of: /"sha256":"([0-9a-f]+)"/)).output.1
        let copied = await season.refusal("pack", "copy", String(digest), "--as", "Viewer North")
        #expect(copied.status == 77 && !copied.said.contains("recalled"), "\(copied.said)")
    }
}
