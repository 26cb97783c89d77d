import Foundation
import Testing

@testable import LapCommands
@testable import Ledger
@testable import Register

/// Everything goes out and comes in again the same; and what somebody changed on the way is noticed, here and by the script
/// that knows nothing of lap.
@Suite("lap export and import --all")
struct ExportTests {
    private func prepared() async throws -> Season {
        let season = try await Season()
        try await season.does(
            "member", "add", "Information Officer", "--seat", "board/information-officer", "--on", "2019-01-07")
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does("pack", "agenda", "north-2019-04-30", "--format", "html", "--on", "2019-04-10")
        try await season.raise("--summary", "Another wait")
        try await season.does(
            "issue", "divert", "N-2", "--destination", "childrens-services", "--external-reference", "CS-1")
        return season
    }

    private static let officer = ["--as", "Information Officer"]

    /// The script's exit status, and what it says.
    private func verify(_ season: Season, _ file: String, against head: String? = nil) throws -> (
        status: Int32, said: String
    ) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "python3", Scratch.checkout.appending(path: "script/verify-journal.py").path,
            ] + (head.map { ["--against", $0] } ?? []) + [
                season.scratch.folder.appending(path: file).path
            ]
        let said = season.scratch.folder.appending(path: "verify.log")
        _ = FileManager.default.createFile(atPath: said.path, contents: nil)
        process.standardError = try FileHandle(forWritingTo: said)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOf: said, encoding: .utf8))
    }

    @Test func whatGoesOutComesInAgainTheSame() async throws {
        let season = try await prepared()
        let said = try await season.does(["export", "all.jsonl"] + ExportTests.officer)
        #expect(said.contains("not encrypted"))
        let path = season.scratch.folder.appending(path: "all.jsonl").path
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        try await season.does(["import", "--all", "all.jsonl", "again"] + ExportTests.officer)
        let exported = try await season.does(["export", "-"] + ExportTests.officer)
        // All of it, and that it is not known what was erased since.
        let again = Set(
            try await season.does(["export", "-", "--register", "again"] + ExportTests.officer).split(separator: "\n"))
        #expect(exported.split(separator: "\n").dropFirst().allSatisfy(again.contains))
        #expect(try await season.does("log", "--register", "again", "--limit", "1").contains("\timport\t"))
        #expect(try String(contentsOf: season.scratch.folder.appending(path: "all.jsonl"), encoding: .utf8) == exported)
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        let shown = try await season.does("issue", "show", "N-1", "--as", "DCO North")
        #expect(try await season.does("issue", "show", "N-1", "--as", "DCO North", "--register", "again") == shown)
        let found = try await season.does("search", "appointment", "--as", "DCO North")
        #expect(!found.isEmpty)
        #expect(try await season.does("search", "appointment", "--as", "DCO North", "--register", "again") == found)
        // Work goes on, with keys that nothing had.
        try await season.does("member", "add", "Somebody New", "--register", "again", "--as", "DCO North")
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        #expect(try verify(season, "all.jsonl").status == 0)
        // That everything was opened is logged.
        let log = season.scratch.folder.appending(path: ".lap/opened/2019-08.jsonl")
        #expect(try String(contentsOf: log, encoding: .utf8).contains("everything"))
    }

    @Test func nothingIsReplacedAndNobodyElseMay() async throws {
        let season = try await prepared()
        try await season.does(["export", "all.jsonl"] + ExportTests.officer)
        #expect(await season.scratch.run(["export", "all.jsonl"] + ExportTests.officer).status == 73)
        for who in ["DCO North", "Board Chair"] {
            for file in ["other.jsonl", "-"] {
                let ran = await season.scratch.run("export", file, "--as", who)
                #expect(ran.status == 77)
                #expect(ran.output.isEmpty)
            }
        }
        #expect(await season.scratch.run(["import", "--all", "all.jsonl", "."] + ExportTests.officer).status == 73)
        #expect(await season.scratch.run(["import", "all.jsonl", "again"] + ExportTests.officer).status == 64)
        #expect(await season.scratch.run("import", "--all", "all.jsonl", "again", "--as", "Board Chair").status == 77)
        let dry = await season.scratch.run(["import", "--all", "all.jsonl", "again", "-n"] + ExportTests.officer)
        #expect(dry.output.hasPrefix("Would import"), "\(dry.complaints)")
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "again").path))
    }

    /// How an export can be forged: what is done to its lines.
    private static let forgeries: [(String, @Sendable ([String]) -> [String])] = [
        (
            "a row of a table changed",
            replacing(#""table":"term"}"#, #""since":"2019-01-07""#, #""since":"2018-01-07""#)
        ),
        ("a sealed value changed", replacing(#""table":"vault"}"#, "Nine-month wait", "Three-week wait")),
        ("a sealed value gone", without(#"Nine-month wait"#)),
        ("a commitment gone", without(#""table":"seal"}"#)),
        ("a commitment to another value", replacing(#""table":"seal"}"#, #""id":1}"#, #""id":100000}"#)),
        ("an operation's day changed", replacing(#""command":"issue log""#, "2019-04-01", "2019-03-01")),
        ("an operation gone", without(#""command":"issue log""#)),
        ("an event's actor changed", replacing(#""name":"accept""#, #""capacity":"dco""#, #""capacity":"chair""#)),
        ("an event gone", without(#""name":"accept""#)),
        ("a change gone", without(#""relation":"agenda_item""#)),
        ("an erasure taken back", without(#""table":"erased"}"#)),
        ("a row of a table gone", without(#""table":"agenda_item"}"#)),
        ("a text taken out of reach", replacing("Nine-month wait", #""findable":1"#, #""findable":0"#)),
        ("a text put within reach", replacing(#""field":"name""#, #""findable":0"#, #""findable":1"#)),
        ("a value with two owners", replacing("Nine-month wait", #""person":null"#, #""person":"dco-north""#)),
        ("a row that is there twice", doubling("Nine-month wait")),
        ("a head of another schema", replacing(#""ledger":"#, #""schema":1"#, #""schema":7"#)),
        ("a column too many", replacing(#""table":"operation"}"#, #"{"row":{"#, #"{"row":{"aside":1,"#)),
        ("a name that stands twice", replacing(#""table":"seat"}"#, #"{"row":{"#, #"{"row":{"id":1,"#)),
        ("a NUL", replacing("Nine-month wait", "Nine-month", #"Nine\u0000month"#)),
        ("a header with something more", replacing(#""ledger":"#, #"{"head""#, #"{"aside":1,"head""#)),
        ("a header of text", replacing(#""ledger":"#, #""schema":1"#, #""schema":"1""#)),
        ("a header with a part", replacing(#""ledger":"#, #""schema":1"#, #""schema":1.0"#)),
        ("a header of another kind", replacing(#""ledger":"#, #""ledger":1279348818"#, #""ledger":1279348819"#)),
        ("a line with something more", replacing(#""table":"area"}"#, #"{"row":"#, #"{"aside":null,"row":"#)),
        ("a flag for a number", replacing("Nine-month wait", #""findable":1"#, #""findable":true"#)),
        ("a flag that is none", replacing(#""table":"agenda_item"}"#, #""private":0"#, #""private":false"#)),
        ("a number with a part", replacing(#""table":"operation"}"#, #""id":1,"#, #""id":1.0,"#)),
        ("a number with a power", replacing(#""table":"area"}"#, #""position":1"#, #""position":1e0"#)),
        ("a number as a text", replacing(#""table":"operation"}"#, #""id":1,"#, #""id":"1","#)),
        ("a text as a number", replacing(#""table":"operation"}"#, #""effective":"2019-01-07""#, #""effective":2019"#)),
        ("a key as a text", replacing(#""table":"theme"}"#, #""position":1,"#, #""position":"1","#)),
        ("a numbered key as a text", replacing(#""table":"concern"}"#, #""number":1,"#, #""number":"1","#)),
        ("a zero in front", replacing(#""table":"area"}"#, #""position":1"#, #""position":01"#)),
        ("a zero below nothing", replacing(#""table":"area"}"#, #""position":0"#, #""position":-0"#)),
        ("a number too great", replacing(#""table":"area"}"#, #""position":0"#, #""position":18446744073709551616"#)),
        ("an empty column gone", replacing(#""table":"seat"}"#, #""closed":null,"#, "")),
        ("an empty column more", replacing(#""table":"seat"}"#, #""closed":null,"#, #""closed":null,"aside":null,"#)),
        ("an empty text for nothing", replacing(#""table":"operation"}"#, #""key":null"#, #""key":"""#)),
        ("a table that there is not", replacing(#""table":"area"}"#, #""table":"area""#, #""table":"place""#)),
        ("a character that is to be escaped", replacing("Nine-month wait", "Nine-month", "Nine\tmonth")),
        ("half a character", replacing("Nine-month wait", "Nine-month", #"Nine\ud800month"#)),
        ("an empty line", { $0 + [""] }),
        ("the end cut off", { Array($0.dropLast(3)) }),
        ("a head that is another", replacing(#""ledger":"#, #""operations":"#, #""operations":1"#)),
    ]

    private static func replacing(
        _ mark: String, _ old: String, _ new: String
    ) -> @Sendable ([String]) -> [String] {
        { lines in
            var lines = lines
            if let index = lines.firstIndex(where: { $0.contains(mark) && $0.contains(old) }) {
                lines[index] = lines[index].replacing(old, with: new, maxReplacements: 1)
            }
            return lines
        }
    }

    private static func doubling(_ mark: String) -> @Sendable ([String]) -> [String] {
        { lines in lines.flatMap { $0.contains(mark) ? [$0, $0] : [$0] } }
    }

    private static func without(_ mark: String) -> @Sendable ([String]) -> [String] {
        { lines in
            var lines = lines
            if let index = lines.firstIndex(where: { $0.contains(mark) }) { lines.remove(at: index) }
            return lines
        }
    }

    @Test func whatWasForgedIsNoticedByBoth() async throws {
        let season = try await prepared()
        let exported = try await season.does(["export", "-"] + ExportTests.officer)
        let lines = exported.split(separator: "\n").map(String.init)
        for (what, forge) in ExportTests.forgeries {
            let forged = forge(lines)
            #expect(forged != lines, "\(what): nothing was found to change")
            try season.scratch.write(forged.joined(separator: "\n") + "\n", to: "forged.jsonl")
            let imported = await season.scratch.run(["import", "--all", "forged.jsonl", "again"] + ExportTests.officer)
            #expect([65, 70, 78].contains(imported.status), "\(what): \(imported.status) \(imported.output)")
            #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "again").path))
            let verified = try verify(season, "forged.jsonl")
            #expect([1, 65].contains(verified.status), "\(what): \(verified)")
            #expect(!verified.said.contains("wait"))
        }
        try season.scratch.write("{}\n", to: "forged.jsonl")
        #expect(
            await season.scratch.run(["import", "--all", "forged.jsonl", "again"] + ExportTests.officer).status == 65)
        #expect(try verify(season, "forged.jsonl").status == 65)
        try season.scratch.write("", to: "forged.jsonl")
        #expect(try verify(season, "forged.jsonl").status == 65)
        #expect(try verify(season, "nowhere.jsonl").status == 66)
    }

    /// Somebody with the program's own means does what no deed does, with hashes that fit.
    @Test func whatNoDeedDoesIsNoticedByBoth() async throws {
        let season = try await prepared()
        let sound = try season.scratch.bytes()
        let engine = try SQLiteEngine(path: season.scratch.register.path, schema: .register)
        let actor = try engine.read { try $0.row("SELECT actor FROM operation WHERE id = 2")?.word("actor") ?? "" }
        let key = try engine.read {
            try $0.row("SELECT min(id) AS id FROM vault WHERE item IS NOT NULL")?.count("id") ?? 0
        }
        let forgeries: [(String, (Entry) throws -> Void)] = [
            ("nothing", { _ in }),
            ("a paper of another day", { try $0.update(.issued, key: 1, ["day": "2019-01-01"]) }),
            ("a paper under another name", { try $0.update(.issued, key: 1, ["name": "other.html", "cites": ""]) }),
            ("a line of an agenda under another number", { try $0.update(.agendaItem, key: 1, ["number": "99"]) }),
            ("a seat with another role", { try $0.update(.seat, key: 1, ["role": "viewer"]) }),
            ("a setting that is another", { try $0.update(.setting, key: "title", ["value": "Other"]) }),
            ("a setting that is gone", { try $0.delete(.setting, key: "title") }),
            ("a counter that goes back", { try $0.update(.counter, key: "issue north", ["last": 1]) }),
            ("a counter that runs ahead", { try $0.update(.counter, key: "issue north", ["last": 400]) }),
            ("a counter that is gone", { try $0.delete(.counter, key: "issue north") }),
            (
                "a number that no counter gave",
                { try $0.insert(.term, key: 4_000, [1, .text(actor), .null, .null, .null]) }
            ),
            ("a value that nobody erased", { try $0.erase(value: key) }),
        ]
        for (what, forge) in forgeries {
            try engine.write { connection in
                let entry = try Entry(
                    on: connection, by: actor, effective: "2019-07-01", recorded: "2019-08-01T00:00:00Z",
                    command: "pack agenda")
                entry.isKept = true
                try forge(entry)
                try entry.finish()
            }
            let checked = await season.scratch.run(["fsck"] + ExportTests.officer)
            #expect(checked.status == (what == "nothing" ? 0 : 70), "\(what): \(checked.output) \(checked.complaints)")
            try await season.does(["export", "forged.jsonl"] + ExportTests.officer)
            let verified = try verify(season, "forged.jsonl")
            #expect(verified.status == (what == "nothing" ? 0 : 1), "\(what): \(verified)")
            for name in ["forged.jsonl", ".lap/unsound"] {
                try? FileManager.default.removeItem(at: season.scratch.folder.appending(path: name))
            }
            try sound.write(to: season.scratch.register)
        }
    }

    /// A clock that was fast for one write, and is right again.
    @Test func aClockThatWasFastIsNoDamage() async throws {
        let season = try await prepared()
        _ = try await season.said(on: "2020-09-04", "issue", "remark", "N-1", "--remark", "One")
        try await season.raise("--summary", "A third wait")
        let checked = try await season.does(["fsck"] + ExportTests.officer)
        #expect(checked.hasPrefix("Sound: ") && checked.contains("ahead by this machine's clock"), "\(checked)")
        try await season.does(["export", "all.jsonl"] + ExportTests.officer)
        #expect(try verify(season, "all.jsonl").status == 0)
        try await season.does(["import", "--all", "all.jsonl", "again"] + ExportTests.officer)
        try await season.does(
            ["restore", "--salvage", ".lap/register.sqlite", "saved"] + ExportTests.officer)
        #expect(try await season.does("fsck", "--register", "saved").hasPrefix("Sound: "))
        try await season.does("fsck", "--rebuild")
    }

    /// The last operation rolled away: what is left is sound, and not what was.
    @Test func theScriptHoldsAnExportAgainstAHead() async throws {
        let season = try await prepared()
        let before = try await season.does(["fsck"] + ExportTests.officer)
        let head = String(try #require(before.split(separator: "\n").last { $0.hasPrefix("Head: ") }).dropFirst(6))
        try await season.does(["export", "all.jsonl"] + ExportTests.officer)
        #expect(try verify(season, "all.jsonl", against: head).status == 0)
        try await season.does("member", "add", "Somebody New")
        try await season.does(["export", "later.jsonl"] + ExportTests.officer)
        #expect(try verify(season, "later.jsonl", against: head).status == 0)
        let other = head.replacing(try Regex("-[0-9a-f]{4}"), with: "-0000")
        let refused = try verify(season, "all.jsonl", against: other)
        #expect(refused.status == 1 && refused.said.contains("does not hold the head"), "\(refused)")
    }

    @Test func whatWasErasedSinceTheExportMayBeHereAgainAndThatIsTold() async throws {
        let season = try await prepared()
        try await season.does(["export", "all.jsonl"] + ExportTests.officer)
        let said = try await season.does(["import", "--all", "all.jsonl", "again"] + ExportTests.officer)
        #expect(said.contains("may be here again"), "\(said)")
        #expect(try await season.does("fsck", "--register", "again").contains("what was erased since 2019-08-01"))
        #expect(try await season.does("status", "--register", "again").contains("erased since"))
        // A list made later goes on from the export, and ends it.
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-30", "--on",
            "2019-04-30")
        let request = try await season.approved("erasure", "--issues", "N-1")
        try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        var later = season
        later.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        try await later.does("backup", "monday")
        #expect(try await season.does("issue", "show", "N-1", "--register", "again").contains("Family Quokka"))
        try await season.does("erasures", "monday.erasures.jsonl", "--register", "again")
        #expect(try await !season.does("issue", "show", "N-1", "--register", "again").contains("Family Quokka"))
        let checked = try await season.does("fsck", "--register", "again")
        #expect(checked.hasPrefix("Sound: ") && checked.contains("erased since"))
        try await season.does("erasures", "--settled", "--register", "again", "--as", "Information Officer")
        #expect(try await !season.does("fsck", "--register", "again").contains("erased since"))
    }

    @Test func noRegisterIsMadeWithinAnother() async throws {
        let season = try await prepared()
        try await season.does(["export", "all.jsonl"] + ExportTests.officer)
        let refused = await season.scratch.run(["import", "--all", "all.jsonl", ".lap/again"] + ExportTests.officer)
        #expect(refused.status == 64 && refused.complaints.contains("register's own folder"), "\(refused.complaints)")
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: ".lap/again").path))
    }

    @Test func noneIsMadeWhereOthersCouldPutAnotherInItsPlace() async throws {
        let season = try await prepared()
        try await season.does(["export", "all.jsonl"] + ExportTests.officer)
        let open = season.scratch.folder.appending(path: "open")
        try FileManager.default.createDirectory(at: open, withIntermediateDirectories: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: open.path)
        for words in [
            ["import", "--all", "all.jsonl", "open"], ["restore", "--salvage", ".lap/register.sqlite", "open"],
        ] {
            let refused = await season.scratch.run(words + ExportTests.officer)
            #expect(refused.status == 78 && refused.complaints.contains("Others can write to"), "\(refused.complaints)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: open.path) == [])
    }
}
