import Foundation
import StrictYAML
import Synchronization
import Testing
import Workflow

@testable import LapCommands
@testable import UseCases

/// What was read of text files is kept beside a register.
@Suite("Kept readings")
struct KeptReadingsTests {
    private let season: Season

    init() async throws { season = try await Season() }

    private var folder: URL { season.scratch.folder.appending(path: ".lap/read") }

    private func kept() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

    /// Which texts a command reads that has no memory of earlier ones, as in a process of its own.
    private func texts(_ words: String...) async -> (read: [String], ran: Scratch.Ran) { await texts(words) }

    private func texts(_ words: [String]) async -> (read: [String], ran: Scratch.Ran) {
        let read = Mutex<[String]>([])
        let ran = await Share.$memory.withValue(ReadMemory()) {
            await YAMLDocument.$counter.withValue({ name in read.withLock { $0.append(name) } }) {
                await season.scratch.run(words)
            }
        }
        return (read.withLock { $0.sorted() }, ran)
    }

    @Test func aDailyCommandReadsNoYAML() async throws {
        try await season.raise()
        let config = season.scratch.folder.appending(path: ".lap/config.yaml")
        try (String(contentsOf: config, encoding: .utf8) + "# changed\n").write(
            to: config, atomically: false, encoding: .utf8)
        _ = await texts("issue", "edit", "N-1", "--severity", "3", "--on", "2019-04-02")
        for words in [
            ["status"], ["show", "N-1"], ["issue", "show", "N-1"], ["issue", "list"],
            ["issue", "edit", "N-1", "--severity", "2", "--on", "2019-04-02"],
        ] {
            _ = await texts(words)
            let again = await texts(words)
            #expect(again.read == [] && again.ran.status == 0, "\(words) \(again.read) \(again.ran.complaints)")
        }
        let raise = [
            "issue", "raise", "--area", "north", "--raised-by", "parent-carer", "--channel", "email", "--received",
            "2019-04-01", "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--consent",
            "record,discuss-anonymised", "--summary", "A nine-month wait", "--name", "Family Quokka", "--contact",
            "quokka@example.org", "--detail", "Told at the gate",
        ]
        let again = await texts(raise)
        #expect(again.ran.status == 0, "\(again.ran.complaints)")
        #expect(again.read == [])
    }

    @Test func whatIsKeptIsForItsOwnerAlone() async throws {
        try await season.raise()
        #expect(try !kept().isEmpty)
        for path in try [""] + kept() {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)[
                .posixPermissions]
            #expect(mode as? Int == (path.isEmpty ? 0o700 : 0o600))
        }
    }

    @Test func whatIsDamagedCountsForNothing() async throws {
        try await season.raise()
        let right = await texts("issue", "show", "N-1").ran.output
        for name in try kept() {
            let file = folder.appending(path: name)
            var data = try Data(contentsOf: file)
            data[data.count / 2] ^= 1
            try data.write(to: file)
        }
        let again = await texts("issue", "show", "N-1")
        #expect(again.read.contains("issue.yaml"))
        #expect(again.ran.status == 0 && again.ran.output == right && again.ran.complaints == "")
        #expect(await !texts("issue", "show", "N-1").read.contains("issue.yaml"))
    }

    @Test func itCanBeDeletedAndIsKeptNowhereElse() async throws {
        try await season.raise()
        let right = await texts("issue", "show", "N-1").ran.output
        try FileManager.default.removeItem(at: folder)
        // A file of that name keeps everything from being kept, and nobody is told.
        try Data().write(to: folder)
        let again = await texts("issue", "show", "N-1")
        #expect(again.ran.status == 0 && again.ran.output == right && again.ran.complaints == "")
    }

    @Test func aCheckReadsTheTextAndTellsOfWhatIsKeptOtherwise() async throws {
        try await season.raise()
        _ = await texts("issue", "show", "N-1")
        #expect(await texts("fsck").ran.complaints == "")
        let readings = KeptReadings(of: season.scratch.folder.appending(path: ".lap"))
        let text = try String(
            contentsOf: Scratch.checkout.appending(path: "Workflows/issue.yaml"), encoding: .utf8)
        // Another value under the right name: its sum fits, what it says does not.
        #expect(readings.removes("workflow issue", of: [text], unless: Calendars([])))
        _ = try readings.value("workflow issue", of: [text]) {
            try Share.definitionAnew(text.replacing("title: Issue", with: "title: Forged"), "issue")
        }
        let told = await texts("fsck").ran
        #expect(told.status == 70)
        #expect(told.complaints.contains("What was kept of the workflow issue was not what the text says."))
        let later = await texts("fsck").ran
        #expect(later.status == 0, "\(later.complaints)")
    }

    @Test func aChangedTextIsReadAgain() async throws {
        try await season.raise()
        let edit = ["issue", "edit", "N-1", "--on", "2019-04-02", "--severity"]
        _ = await texts(edit + ["3"])
        #expect(await texts(edit + ["4"]).read == [])
        let own = season.scratch.folder.appending(path: ".lap/workflows")
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        let text = try String(
            contentsOf: Scratch.checkout.appending(path: "Workflows/issue.yaml"), encoding: .utf8)
        try Data((text + "# changed\n").utf8).write(to: own.appending(path: "issue.yaml"))
        let changed = await texts(edit + ["2"])
        #expect(changed.read == ["issue.yaml"], "\(changed)")
    }

    /// Puts other texts in place of what is kept, with the sum made anew; nil leaves it.
    private func forge(_ change: ([String]) -> [String]?) throws -> Int {
        var forged = 0
        for name in try kept() {
            let file = folder.appending(path: name)
            let text = String(decoding: try Data(contentsOf: file).dropFirst(ByteSum.length), as: UTF8.self)
            var rest = text.utf8.drop { $0 != 0x0A }.dropFirst()
            let texts = text.prefix { $0 != "\n" }.split(separator: " ").map { count in
                defer { rest = rest.dropFirst(Int(count) ?? 0) }
                return String(decoding: rest.prefix(Int(count) ?? 0), as: UTF8.self)
            }
            guard let changed = change(texts), changed != texts else { continue }
            forged += 1
            let counts = changed.map { "\($0.utf8.count)" }.joined(separator: " ")
            let content = counts + "\n" + changed.joined()
            try Data((ByteSum.of(Data(content.utf8)) + content).utf8).write(to: file)
        }
        return forged
    }

    /// Turns a comparison of a rule round in everything that is kept; its words stay as they are.
    private func forge() throws -> Int {
        try forge { $0.map { $0.replacing("7 compare6 atMost", with: "7 compare4 more") } }
    }

    @Test func aForgedRuleIsNotFollowed() async throws {
        try await season.raise()
        _ = await texts("issue", "show", "N-1")
        #expect(try forge() > 0)
        // The day it was asked for is before the day it is done, which the forged rule would not let happen.
        let done = await texts(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-03", "--on",
            "2019-04-04")
        #expect(done.ran.status == 0 && done.read.contains("issue.yaml"), "\(done.ran.complaints)")
        // What was forged and not used yet is told once.
        _ = await texts("fsck")
        #expect(await texts("fsck").ran.status == 0)
    }

    @Test func nothingBeginsUnderAForgedRule() async throws {
        try await season.raise()
        _ = await texts("issue", "show", "N-1")
        #expect(try forge() > 0)
        let raised = await texts(
            "issue", "raise", "--area", "north", "--raised-by", "parent-carer", "--channel", "email", "--received",
            "2019-04-01", "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--consent",
            "record,discuss-anonymised", "--summary", "A wait", "--name", "Family Quokka", "--contact",
            "quokka@example.org", "--detail", "Told at the gate")
        #expect(raised.ran.status == 0, "\(raised.ran.complaints)")
        // A workflow that the register has used nothing of yet: what it will be known by is read from the text.
        #expect(try forge() >= 0)
        let opened = await texts(
            "action", "open", "--text", "Telephone", "--owner", "Parent Rep North", "--due", "2019-05-01", "--issue",
            "N-1", "--on", "2019-04-02")
        let again = await texts(
            "action", "open", "--text", "Telephone", "--owner", "Parent Rep North", "--due", "2019-05-01", "--issue",
            "N-1", "--on", "2019-04-02")
        #expect(opened.ran.status == 0 || again.ran.status == 0, "\(opened.ran.complaints) \(again.ran.complaints)")
        // What was forged and not used yet is told once.
        _ = await texts("fsck")
        #expect(await texts("fsck").ran.status == 0)
    }

    /// A forged calendar would move what falls due: nothing is a holiday, or everything is.
    @Test func aForgedCalendarIsNotFollowed() async throws {
        try await season.raise()
        try await season.does(
            "meeting", "schedule", "north", "--date", "2019-04-30", "--time", "10:00", "--on", "2019-04-03")
        let shown = ["meeting", "show", "north-2019-04-30"]
        let right = await texts(shown).ran.output
        #expect(await texts(shown).read == [])
        let forged = try forge { texts in
            // Good Friday and Easter Monday are ordinary days.
            Calendars(kept: texts).map { calendars in
                Calendars(
                    calendars.names.compactMap { calendars[$0] }.map {
                        WorkingCalendar(name: $0.name, holidays: [], covers: $0.years)
                    }
                ).kept
            }
        }
        #expect(forged == 1)
        let again = await texts(shown)
        #expect(again.ran.output == right && again.read.contains("england-and-wales.yaml"), "\(again)")
        #expect(await texts(shown).read == [])
        #expect(await texts("fsck").ran.status == 0)
    }

    @Test func nothingIsKeptOfTheConfiguration() async throws {
        try await season.raise()
        let config = season.scratch.folder.appending(path: ".lap/config.yaml")
        try "user: dco-north\nbackup:\n  recipients:\n    - age1abc\n".write(
            to: config, atomically: false, encoding: .utf8)
        _ = await texts("status")
        for name in try kept() {
            #expect(try !String(contentsOf: folder.appending(path: name), encoding: .utf8).contains("age1abc"))
        }
    }

    @Test(arguments: [
        ("", true), ("# only this\n", true), ("user: \"p-1\"\n", true), ("user: DCO-North\n", true),
        ("user: \"DCO North\"\n\nbackup:\n  recipients:\n    - age1abc\n    - age1def\n", true),
        ("user: yes\n", false), ("user: DCO North # me\n", false), ("user: \"a\\n\"\n", false),
        ("backup: {recipients: age1abc}\n", false), ("user: a\nuser: b\n", false), ("backup:\n", false),
        ("user: 12\n", false), ("user: 'a'\n", false), ("other: a\n", false),
        ("backup:\n  recipients:\n    - x\n", false),
    ]) func aPlainConfigurationIsReadAsYAMLWouldBe(text: String, isPlain: Bool) throws {
        let plain = Config.plain(text)
        #expect((plain != nil) == isPlain)
        if let plain { #expect(try plain == (text.contains(":") ? Config.config(text) : Config())) }
    }
}
