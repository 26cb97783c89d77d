import Foundation
import StrictYAML
import Testing
import Workflow

@testable import ProfileFile

/// One mistake at a time in the shipped profile: each is found, at its place.
@Suite("A profile's files")
struct ProfileFileTests {
    /// Everything wrong once a text of one file has been replaced.
    private func problems(in file: String, replacing old: String, with new: String) throws -> [String] {
        let sources = try Shipped.sources("lancashire").map { source in
            guard source.name == file, let range = source.text.range(of: old) else { return source }
            return SourceText(name: file, text: source.text.replacingCharacters(in: range, with: new))
        }
        guard case .failure(let problems) = ProfileFile.read(sources, calendars: ["england-and-wales"]) else {
            return []
        }
        return problems.files.flatMap { file in
            file.problems.map { "\(file.name):\($0.line):\($0.column): \($0.sentence)" }
        }
    }

    @Test(
        "tell a broken reference with its place",
        arguments: [
            Mistake("areas.yaml", "area: south\n", "area: sooth\n", "areas.yaml:33:11: There is no area “sooth”."),
            Mistake("themes.yaml", "concern: 3\n", "concern: 13\n", "themes.yaml:6:14: There is no concern 13."),
            Mistake("bodies.yaml", "area: east", "area: west", "There is no area “west”."),
            Mistake("bodies.yaml", "agenda: board", "agenda: bored", "There is no agenda “bored”."),
            Mistake(
                "bodies.yaml", "    cut-off: 10\n", "    cut-off: 10\n    officer: nobody\n",
                "There is no contact “nobody”."),
            Mistake(
                "bodies.yaml", "    cut-off: 10\n", "    cut-off: 10\n    publishes: all\n",
                "Publishes should be one of"),
            Mistake(
                "bodies.yaml", "standard: partnership", "standard: statutory\n    online-counts: yes",
                "At a statutory body only who is in the room counts."),
            Mistake("concerns.yaml", "IP-2.6", "IP-2.7", "concerns.yaml:16:20: There is no plan action “IP-2.7”."),
            Mistake(
                "profile.yaml", "england-and-wales", "england", "profile.yaml:8:11: There is no calendar “england”."),
            Mistake("seats.yaml", "  south:", "  sooth:", "There is no body “sooth”."),
            Mistake("agendas.yaml", "lead: dco\n", "lead: doc\n", "is led by “doc”, and no body has such a seat."),
            Mistake("bodies.yaml", "[health]", "[helth]", "The quorum of North LAP asks for “helth”"),
            Mistake("agendas.yaml", "feed: actions", "feed: action", "The feed should be one of"),
        ])
    func tellABrokenReference(mistake: Mistake) throws {
        let found = try problems(in: mistake.file, replacing: mistake.old, with: mistake.new)
        #expect(found.contains { $0.contains(mistake.sentence) }, "\(found)")
    }

    @Test func refuseAPlanWhoseCountsDoNotAddUp() throws {
        let found = try problems(in: "plans.yaml", replacing: "on-track: 46", with: "on-track: 47")
        #expect(found == ["plans.yaml:18:7: The counts add up to 95, the total is 94."])
    }

    @Test func refuseALetterThatBeginsOtherReferences() throws {
        let found = try problems(in: "areas.yaml", replacing: "letter: N", with: "letter: A")
        #expect(
            found.first?.hasPrefix(
                "areas.yaml:4:13: An area's letter is one capital other than A, B, D, M, Q, R and U.")
                == true
        )
    }

    @Test func refuseALetterThatAnotherAreaHas() throws {
        let found = try problems(in: "areas.yaml", replacing: "letter: S", with: "letter: N")
        #expect(found == ["areas.yaml:7:13: North has the letter N already."])
    }

    @Test func refuseAnAliasThatMeansAnotherTheme() throws {
        let found = try problems(in: "themes.yaml", replacing: "aliases: [occupational]", with: "aliases: [SLT]")
        #expect(found == ["themes.yaml:11:15: “slt” means the theme “salt” already."])
    }

    @Test func refuseAnAreaWithoutAMeeting() throws {
        let found = try problems(in: "bodies.yaml", replacing: "kind: lap", with: "kind: group")
        #expect(
            found.contains(
                "areas.yaml:3:3: The area “north” has no body of the kind “lap” or “caseload”; it needs one."))
        #expect(found.contains { $0.hasSuffix("Only a body of the kind “lap” or “caseload” has an area.") })
    }

    @Test func refuseACaseloadThatSaysWhenItMeets() throws {
        let found = try problems(
            in: "bodies.yaml", replacing: "kind: caseload\n", with: "kind: caseload\n    meets: '10:00'\n")
        #expect(found.contains { $0.contains("A caseload has no key “meets”") }, "\(found)")
    }

    @Test func suggestTheKeyThatWasMeant() throws {
        let sources = try Shipped.sources("lancashire") + [SourceText(name: "more.yaml", text: "theems: 1\nareas: 2")]
        guard case .failure(let problems) = ProfileFile.read(sources, calendars: ["england-and-wales"]) else {
            Issue.record("It was read.")
            return
        }
        #expect(
            problems.description == """
                more.yaml:1:1: A profile has no part “theems”.
                  Hint: Did you mean “themes”?
                more.yaml:2:1: “areas” stands in areas.yaml already.
                """)
    }

    @Test func nameThePartsThatAreMissing() throws {
        let sources = try Shipped.sources("lancashire").filter { $0.name != "plans.yaml" && $0.name != "areas.yaml" }
        guard case .failure(let problems) = ProfileFile.read(sources, calendars: ["england-and-wales"]) else {
            Issue.record("It was read.")
            return
        }
        #expect(problems.description.contains("The profile's files together lack “areas”, “districts”, “plans”."))
    }

    @Test func tellWhatIsWrongWithTheirForm() throws {
        let found = try problems(in: "areas.yaml", replacing: "title: North", with: "title: North: again")
        #expect(found.contains { $0.hasPrefix("areas.yaml:5:") })
    }
}

/// A replacement in one file, and what should be told of it.
struct Mistake: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let sentence: String

    init(_ file: String, _ old: String, _ new: String, _ sentence: String) {
        self.file = file
        self.old = old
        self.new = new
        self.sentence = sentence
    }

    var testDescription: String { "\(new) in \(file)" }
}
