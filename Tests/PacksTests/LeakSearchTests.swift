import Foundation
import Partnership
import Testing
import Workflow

@testable import Packs

/// What counts as found (rule R9).
@Suite struct LeakSearchTests {
    private func leaks(_ text: String, _ secrets: [Secret], allowed: [String] = []) -> [Leak] {
        LeakSearch([WrittenText("the text", text)]).leaks(of: secrets, allowed: allowed)
    }

    private func finds(_ value: String, in text: String) -> Bool {
        !leaks(text, [.text(value, ref: "N-1", section: "contact")]).isEmpty
    }

    @Test(arguments: [
        "said Zofia Łącka, twice", "ZOFIA ŁĄCKA", "zofia lacka", "Zofia  Łącka", "Zofia\nŁącka",
        "Zo\u{200B}fia Łąc\u{00AD}ka",
        "Zofia Ła\u{328}cka", "Zofia Łącka’s letter", "(Zofia-Łącka)", "Ｚｏｆｉａ Łącka", "Zofia Łąc-\nka",
    ])
    func aValueIsFoundHoweverItIsWritten(_ text: String) {
        #expect(finds("Zofia Łącka", in: text))
    }

    @Test func aValueIsNotFoundInsideOtherWords() {
        #expect(!finds("Ann", in: "the annual review of Annabel"))
        #expect(!finds("A", in: "A review"))
        #expect(!finds("Zofia Lacka", in: "Zofia came, and Lacka did not"))
    }

    @Test(arguments: ["Zofia Lacka", "Lacka, Zofia", "Z. Lacka", "Mrs Lacka", "Ms. Lacka", "ZOFIA MARIA LACKA"])
    func aNameIsFoundInTheWaysThatPeopleWriteIt(_ text: String) {
        #expect(!leaks(text, [.name("Zofia Maria Lacka", ref: "N-1", section: "contact")]).isEmpty)
    }

    @Test(arguments: [
        "01632 960 111", "(01632) 960111", "01632-960-111", "+44 1632 960111", "0044 1632 960 111", "01632\n960111",
    ])
    func aNumberIsFoundHoweverItsDigitsAreGrouped(_ text: String) {
        #expect(finds("01632 960111", in: "Ring \(text) today"))
        #expect(finds("+441632960111", in: "Ring \(text) today"))
    }

    @Test(arguments: [
        "31 August 2003", "31st August 2003", "31/08/2003", "31.8.03", "2003-08-31", "August 31, 2003", "31 Aug 2003",
    ])
    func aDateOfBirthIsFoundHoweverItIsWritten(_ text: String) {
        #expect(!leaks("Born \(text).", [.day(Samples.day("2003-08-31"), ref: "N-1", section: "child")]).isEmpty)
        #expect(leaks("Born \(text).", [.day(Samples.day("2003-08-30"), ref: "N-1", section: "child")]).isEmpty)
    }

    @Test func aLongNarrativeIsFoundByAnyOfItsSentences() {
        let story = "We moved here in March. The school told my son he would have to wait outside the hall. So it went."
        #expect(
            finds(story, in: "Minutes: the school told my son he would\nhave to wait outside the hall, it was said."))
        #expect(!finds(story, in: "So it went."))
    }

    @Test func patternsThatLookPersonalAreFound() {
        // 943 476 5919 is the NHS Data Dictionary's example; the pupil number is made up, with the letter that fits.
        #expect(leaks("NHS 943 476 5919", []).map(\.section) == ["an NHS number"])
        #expect(leaks("no 943 476 5918 here", []).isEmpty)
        #expect(leaks("Pupil H801200001001 moved", []).map(\.section) == ["a unique pupil number"])
        #expect(leaks("Pupil A801200001001 moved", []).isEmpty)
        #expect(leaks("of LA1 1YN, Lancaster", []).map(\.section) == ["a postcode"])
        #expect(leaks("write to anna@example.org", []).map(\.section) == ["an e-mail address"])
        #expect(leaks("ring 01632 960 222", []).map(\.section) == ["a telephone number"])
        #expect(leaks("ring +44 (0)1632 960222", []).map(\.section) == ["a telephone number"])
    }

    @Test func ordinaryTextHasNoPatterns() {
        let text =
            "N-7, A-12, D-2020-3, IP-3.6, E1 2nd time, 2020-01-14, 1 September 2019 to 31 August 2020, 10.25am, 94 actions"
        #expect(leaks(text, []).isEmpty)
    }

    @Test func whatIsMeantToBePublishedIsAllowed() {
        let text = "Write to access.north@example.org, ring 01632 960 001, come to LA1 1YN."
        #expect(leaks(text, []).count == 3)
        #expect(leaks(text, [], allowed: ["access.north@example.org", "+44 1632 960001", "la1 1yn"]).isEmpty)
        // The same address given as a contact is no secret then either.
        let secret = Secret.text("access.north@example.org", ref: "N-1", section: "contact")
        #expect(leaks("access.north@example.org", [secret], allowed: ["access.north@example.org"]).isEmpty)
    }

    @Test func attributesCommentsAndEntitiesAreRead() {
        let html = "<p title=\"Zofia &#321;&#x105;cka\">x</p><!-- Anna Kowal --><b>Jan</b>ek Nowak"
        let search = LeakSearch(HTMLText.texts(html))
        for name in ["Zofia Łącka", "Anna Kowal", "Janek Nowak"] {
            #expect(!search.leaks(of: [.text(name, ref: "N-1", section: "contact")], allowed: []).isEmpty, "\(name)")
        }
    }

    @Test func neitherASecretNorALeakEverPrintsItsValue() {
        let secret = Secret.text("Zofia Lacka", ref: "N-1", section: "contact")
        var dumped = ""
        dump(secret, to: &dumped)
        let leak = leaks("Zofia Lacka", [secret])
        let problem = PackProblem.leak(pack: "the agenda", leak)
        for text in [
            "\(secret)", String(reflecting: secret), dumped, "\(leak)", problem.sentence, "\(problem)",
            "\(problem.remedies)",
        ] {
            #expect(!text.lowercased().contains("lacka"))
        }
        #expect(problem.sentence.contains("N-1, contact (the text)"))
    }

    @Test func aHundredThousandSecretsAreSearchedInSeconds() throws {
        let html = try HTMLTests.html(.board(Samples.boardPapers), .members)
        let search = LeakSearch(HTMLText.texts(html))
        let secrets = (0..<100_000).map { number in
            number.isMultiple(of: 2)
                ? Secret.text("Person \(number) Surname", ref: "N-\(number)", section: "contact")
                : Secret.text("0163\(1_000_000 + number)", ref: "N-\(number)", section: "contact")
        }
        let time = ContinuousClock().measure {
            #expect(search.leaks(of: secrets, allowed: []).map(\.section) != ["contact"])
        }
        // About a second when optimised; this build is not, and the machine may be busy.
        #expect(time < .seconds(30))
    }
}
