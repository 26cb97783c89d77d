import Foundation
import Partnership
import Testing
import Workflow

@testable import Packs

/// What counts as found (rule R9).
@Suite struct LeakSearchTests {
    private func findings(_ text: String, _ secrets: [Secret], allowed: [String] = [], members: [String] = []) throws
        -> [PersonalFinding]
    {
        let guarding = try Samples.guarding(secrets, allowed: allowed, members: members)
        let search = PersonalSearch([SearchedText("the text", text)], guarding.knowledge)
        return search.findings(of: secrets) + search.patternFindings()
    }

    private func leaks(_ text: String, _ secrets: [Secret], allowed: [String] = [], members: [String] = []) throws
        -> [String]
    {
        try findings(text, secrets, allowed: allowed, members: members).filter { $0.weight == .hard }.map(\.kind)
    }

    private func finds(_ value: String, as kind: Secret.Kind = .text, in text: String) throws -> Bool {
        try !leaks(text, [.words(value, as: kind, ref: "N-1", section: "contact")]).isEmpty
    }

    @Test(arguments: [
        "said Zofia Łącka, twice", "ZOFIA ŁĄCKA", "zofia lacka", "Zofia  Łącka", "Zofia\nŁącka",
        "Zo\u{200B}fia Łąc\u{00AD}ka",
        "Zofia Ła\u{328}cka", "Zofia Łącka’s letter", "(Zofia-Łącka)", "Ｚｏｆｉａ Łącka",
    ])
    func aValueIsFoundHoweverItIsWritten(_ text: String) throws {
        #expect(try finds("Zofia Łącka", in: text))
    }

    @Test func aValueIsNotFoundInsideOtherWords() throws {
        #expect(try !finds("Ann", as: .name, in: "the annual review of Annabel"))
        #expect(try !finds("A", in: "A review"))
        #expect(try !finds("Zofia Lacka", in: "Zofia came, and Lacka did not"))
    }

    @Test(arguments: [
        "Zofia Lacka", "Lacka, Zofia", "Z. Lacka", "Mrs Lacka", "Ms. Lacka", "ZOFIA MARIA LACKA", "the Lacka twins",
        "Łąc-\nka",
    ])
    func aNameIsFoundInTheWaysThatPeopleWriteIt(_ text: String) throws {
        #expect(try finds("Zofia Maria Lacka", as: .name, in: text))
    }

    @Test func aFamilyNameAloneOfAnIssueFarAwayIsForSomebodyToLookAt() throws {
        let far = Secret.words("Zofia Lacka", as: .name, ref: "N-1", section: "name", isNear: false)
        #expect(try findings("the Lacka twins", [far]).map(\.weight) == [.suspect])
        #expect(try leaks("Mrs Lacka, and Zofia Lacka", [far]) == ["name", "name"])
    }

    @Test(arguments: [
        ("Mrs Carol Young", ["Mrs Young came", "Ms Young came", "Carol Young came", "C. Young came", "Young, Carol"]),
        ("Young", ["Mr Young came", "the boy Toby Young came"]),
        ("Mr & Mrs T. Lane", ["Mrs Lane came", "Thomas Lane came", "T Lane came"]),
        ("Grace and Will Price", ["Grace Price came", "Will Price came", "Miss Price came"]),
    ])
    func aClosedFamilyWhoseNameIsAWordIsFoundByMoreThanAnInitial(name: String, texts: [String]) throws {
        let far = Secret.words(name, as: .name, ref: "N-1", section: "name", isNear: false)
        for text in texts { #expect(try !findings("Then \(text) and spoke.", [far]).isEmpty, "\(text)") }
        for text in ["Young people were asked.", "Mill Lane is closed.", "The Price per mile rose."] {
            #expect(try findings(text, [far]).allSatisfy { $0.weight == .suspect }, "\(text)")
        }
    }

    @Test(arguments: [
        "01632 960 111", "(01632) 960111", "01632-960-111", "+44 1632 960111", "0044 1632 960 111", "01632\n960111",
    ])
    func aNumberIsFoundHoweverItsDigitsAreGrouped(_ text: String) throws {
        #expect(try finds("01632 960111", as: .contact, in: "Ring \(text) today"))
        #expect(try finds("+441632960111", as: .contact, in: "Ring \(text) today"))
    }

    @Test(arguments: [
        "31 August 2003", "31st August 2003", "31/08/2003", "31.8.03", "2003-08-31", "August 31, 2003", "31 Aug 2003",
    ])
    func aDateOfBirthIsFoundHoweverItIsWritten(_ text: String) throws {
        func secret(_ day: String) -> Secret { .birth(Samples.day(day), ref: "N-1", section: "date of birth") }
        #expect(try leaks("The child (\(text)) waits.", [secret("2003-08-31")]) == ["date of birth"])
        #expect(try leaks("The child (\(text)) waits.", [secret("2003-08-30")]).isEmpty)
        #expect(try findings("The Act of \(text) applies.", [secret("2003-08-31")]).map(\.weight) == [.suspect])
    }

    @Test func aLongNarrativeIsFoundByAnyOfItsSentences() throws {
        let story = "We moved here in March. The school told my son he would have to wait outside the hall. So it went."
        #expect(
            try finds(
                story, in: "Minutes: the school told my son he would\nhave to wait outside the hall, it was said."))
        #expect(try !finds(story, in: "So it went."))
    }

    @Test func patternsThatLookPersonalAreFound() throws {
        // 943 476 5919 is the NHS Data Dictionary's example; the pupil number is made up, with the letter that fits.
        #expect(try leaks("NHS 943 476 5919", []) == ["an NHS number"])
        #expect(try findings("no 943 476 5918 here", []).map(\.weight) == [.suspect])
        #expect(try leaks("Pupil H801200001001 moved", []) == ["a unique pupil number"])
        #expect(try leaks("Pupil A801200001001 moved", []).isEmpty)
        #expect(try leaks("of LA1 1YN, Lancaster", []) == ["a postcode"])
        #expect(try leaks("write to anna@example.org", []) == ["an e-mail address"])
        #expect(try leaks("ring 01632 960 222", []) == ["a telephone number"])
        #expect(try leaks("ring +44 (0)1632 960222", []) == ["a telephone number"])
        #expect(try leaks("with AB 12 34 56 C", []) == ["a National Insurance number"])
    }

    @Test func ordinaryTextHasNoPatterns() throws {
        let text =
            "N-7, A-12, D-2020-3, IP-3.6, E1 2nd time, 2020-01-14, 1 September 2019 to 31 August 2020, 10.25am, 94 actions"
        #expect(try findings(text, []).isEmpty)
    }

    @Test func whatIsMeantToBePublishedIsAllowed() throws {
        let text = "Write to access.north@example.org, ring 01632 960 001, come to LA1 1YN."
        #expect(try leaks(text, []).count == 3)
        let allowed = ["access.north@example.org", "+44 1632 960001", "la1 1yn"]
        #expect(try leaks(text, [], allowed: allowed).isEmpty)
        // The same address given as a contact is no secret then either.
        let secret = Secret.words("access.north@example.org", as: .contact, ref: "N-1", section: "contact")
        #expect(try leaks("access.north@example.org", [secret], allowed: ["access.north@example.org"]).isEmpty)
    }

    @Test func aMembersNameIsSuspectWhereARaiserHasIt() throws {
        let secret = Secret.words("Jane Holt", as: .name, ref: "N-1", section: "name")
        let found = try findings("Jane Holt said that her son has waited", [secret], members: ["Jane Holt"])
        #expect(found.map(\.weight).allSatisfy { $0 == .suspect } && !found.isEmpty)
    }

    @Test(arguments: [
        "Mrs Whittaker spoke", "Mr Whitacker spoke", "Decclan Whittaker spoke", "The Whittakers spoke",
        "WHITKAER spoke",
        "Whitake’s letter", "Mr Whitakar spoke", "It was Hhitaker",
    ])
    func aNameThatIsALetterOutIsForSomebodyToLookAt(_ text: String) throws {
        let near = Secret.words("Declan Whitaker", as: .name, ref: "N-1", section: "name")
        let found = try findings("Then \(text) of waits.", [near])
        #expect(found.map(\.weight) == [.suspect], "\(found)")
        let far = Secret.words("Declan Whitaker", as: .name, ref: "N-1", section: "name", isNear: false)
        #expect(try findings("Then \(text) of waits.", [far]).isEmpty)
    }

    @Test func aChildsFirstNameThatIsALetterOutIsLookedAtAndARaisersIsNot() throws {
        let child = Secret.words("Declan Lee", as: .child, ref: "N-1", section: "name of the child")
        #expect(try findings("Then Decclan came, and Lea.", [child]).map(\.weight) == [.suspect])
        let raiser = Secret.words("Declan Lee", as: .name, ref: "N-1", section: "name")
        #expect(try findings("Then Decclan came, and Lea.", [raiser]).isEmpty)
    }

    @Test(arguments: [
        "Then whittaker spoke", "Then Mrs Whittacker spoke", "Then Whiter walls were asked for", "Bert Whittaker spoke",
        "Councillor Whittaker spoke",
    ])
    func whatIsMoreThanALetterOutOrAMembersIsNot(_ text: String) throws {
        let near = Secret.words("Declan Whitaker", as: .name, ref: "N-1", section: "name")
        let members = text.contains("Whittaker") ? ["Councillor Bert Whittaker"] : []
        #expect(try findings(text, [near], members: members).isEmpty)
    }

    @Test(arguments: ["Chorley", "Parents", "Marches", "Thanked", "Prestons"])
    func anOrdinaryWordThatIsALetterFromANameIsNobodys(_ word: String) throws {
        for name in ["Chorle", "Parenta", "Marchez", "Thankes", "Prestom"] {
            let near = Secret.words("Declan \(name)", as: .name, ref: "N-1", section: "name")
            #expect(try findings("It was said that \(word) helped.", [near]).isEmpty)
        }
    }

    @Test func attributesCommentsAndEntitiesAreRead() throws {
        let html =
            "<style>p { color: red } /* Eva Novakova */</style><p title=\"Zofia &#321;&#x105;cka\">x</p><!-- Anna Kowal --><b>Jan</b>ek Nowak"
        let knowledge = try Samples.guarding().knowledge
        let search = PersonalSearch(HTMLText.texts(html).flatMap(\.pages), knowledge)
        func finds(_ name: String) -> Bool {
            !search.findings(of: [.words(name, as: .name, ref: "N-1", section: "name")]).isEmpty
        }
        for name in ["Zofia Łącka", "Anna Kowal", "Janek Nowak"] { #expect(finds(name), "\(name)") }
        // A style sheet says nothing.
        #expect(!finds("Eva Novakova"))
    }

    @Test func neitherASecretNorAFindingEverPrintsItsValue() throws {
        let secret = Secret.words("Zofia Lacka", as: .name, ref: "N-1", section: "name")
        var dumped = ""
        dump(secret, to: &dumped)
        let found = try findings("Then Zofia Lacka came", [secret])
        dump(found, to: &dumped)
        let problem = PackProblem.found(pack: "the agenda", paper: nil, found)
        let json = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
        for text in [
            "\(secret)", String(reflecting: secret), dumped, "\(found)", problem.sentence, "\(problem.remedies)", json,
        ] {
            #expect(!text.lowercased().contains("lacka"))
        }
        #expect(problem.sentence.contains("N-1, name (the text): “Then Z••• L••• came”"))
    }

    /// A number in letters: `baf`.
    private func letters(_ number: Int) -> String {
        String(String(number).map { Character(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.wholeNumberValue ?? 0))) })
    }

    @Test func thousandsOfOthersDetailsStopNothing() throws {
        let html = try HTMLTests.html(.board(Samples.boardPapers), .members)
        let search = PersonalSearch(HTMLText.texts(html).flatMap(\.pages), try Samples.guarding().knowledge)
        let secrets = (0..<10_000).map { number in
            number.isMultiple(of: 2)
                ? Secret.words("Person Quokka\(letters(number))", as: .name, ref: "N-\(number)", section: "name")
                : Secret.words("0163\(1_000_000 + number)", as: .contact, ref: "N-\(number)", section: "contact")
        }
        #expect(search.findings(of: secrets).isEmpty)
    }

    @Test func whereSeveralWordsOfWhatWasSaidInPrivateAreSaidAgainSomebodyLooks() throws {
        let said = Secret.words(
            "The second report described the railway bridge and the night walks; two panels had not read it.",
            as: .text, ref: "south-2024-02-15", section: "item 16.1, taken in private"
        ).ofPrivateMatter
        let brief = Secret.words("A nurture place from Easter on", as: .said, ref: "N-2", section: "decision")
            .ofPrivateMatter
        for text in [
            "It was said that the railway bridge and the night walks went on.",
            "They asked for a nurture place from Easter.",
        ] {
            let found = try findings(text, [said, brief])
            #expect(found.map(\.weight) == [.suspect] && found.allSatisfy(\.namesMatter), "\(text): \(found)")
        }
        // Fewer words, and what every meeting says.
        let standing = Secret.words(
            "The chair thanked the members. The LAP asks the service to report to the next meeting in May.",
            as: .text, ref: "N-2", section: "item 16.1, taken in private"
        ).ofPrivateMatter
        for text in [
            "The railway and a lift are closed.", "The LAP asks the service to report to the next meeting.",
        ] { #expect(try findings(text, [said, brief, standing]).isEmpty, "\(text)") }
    }

    @Test func whatTheRegisterPutsBeforeATextIsNobodysWords() throws {
        let told = Secret.words(
            "That this be recommended to the SEND Partnership Board: The night walks are to be looked into",
            as: .passage,
            ref: "N-2", section: "left out of this edition"
        ).ofPrivateMatter
        #expect(
            try findings("That this be recommended to the SEND Partnership Board: A border agreement", [told]).isEmpty)
        #expect(try !leaks("Resolved: The night walks are to be looked into.", [told]).isEmpty)
    }

    @Test func everyPlaceIsToldAtOnceAndOnlyTheValueIsMasked() throws {
        let name = Secret.words("Zofia Lacka", as: .name, ref: "N-1", section: "name")
        let told = Secret.words(
            "The bus that Zofia Lacka takes was late for the third time", as: .text, ref: "N-2", section: "detail")
        let text = "The bus that Zofia Lacka takes was late for the third time. Ms Lacka rang. Lacka, Z. wrote."
        let found = try findings(text, [name, told]).filter { $0.issue == "N-1" && $0.weight == .hard }
        #expect(found.count == 3, "\(found)")
        #expect(found.first?.around == "The bus that Z••• L••• takes was late for …")
    }

    @Test func aChildsFirstNameAloneIsCertainOnlyWhereTheirIssueIsSpokenOf() throws {
        let secret = Secret.words("Marnie Nowell", as: .child, ref: "N-1", section: "name of the child")
        let knowledge = try Samples.guarding([secret]).knowledge
        for (issue, weight) in [("N-1", PersonalFinding.Weight.hard), ("N-2", .suspect)] {
            let search = PersonalSearch(
                [
                    SearchedText(
                        "item 8.1, discussed", reference: "north", issue: issue, "Toby, Marnie and others spoke.")
                ],
                knowledge)
            #expect(search.findings(of: [secret]).map(\.weight) == [weight])
        }
    }

    @Test(arguments: [
        ("He throws his shoes at the gate whenever a stranger waves at him.", PersonalFinding.Weight.hard),
        ("We heard: she throws her shoes at the gate whenever a stranger waves at her, often.", .hard),
        ("Toby’s mother said that Toby throws his shoes at the gate whenever a stranger waves at Toby.", .hard),
        ("The shoes at the gate whenever a stranger waves were seen.", .suspect),
        ("She cries on the bus to Morecambe.", .suspect), ("They slide off the bench at lunch each day.", .suspect),
    ])
    func whatWasToldInConfidenceIsFoundOfWhomeverItIsSaid(_ text: String, _ weight: PersonalFinding.Weight) throws {
        let told = Secret.words(
            """
            Michael throws his shoes at the gate whenever a stranger waves at him. Michael cries on the bus to Morecambe. On
            Mondays they slide off the bench at lunch.
            """, as: .text, ref: "N-1", section: "detail", isNear: false)
        let found = try findings(text, [told])
        #expect(found.map(\.weight) == [weight], "\(found)")
        #expect(found.allSatisfy { $0.isSentence })
    }

    @Test(arguments: [
        "A stranger waves at the gate.", "He has to be on the bus to the school.",
        "She said that it was for him and for her.",
        "Shoes are left at the gate.",
    ])
    func whatRepeatsFewWordsOfItIsNot(_ text: String) throws {
        let told = Secret.words(
            """
            Michael throws his shoes at the gate whenever a stranger waves at him. He said that it was for them and for us. He
            has to be on the bus to Leyland.
            """, as: .text, ref: "N-1", section: "detail", isNear: false)
        #expect(try findings(text, [told]).isEmpty)
    }

    @Test(arguments: [
        ("Michael", "Michael Gove was Secretary of State then."), ("Michael", "We thanked Michael McDonald."),
        ("Joseph Michael O’Donnell", "Michael Marsh attended for the council."),
        ("Joseph Michael O’Donnell", "Mr Joseph of the NHS attended."),
        ("Joseph Michael O’Donnell", "Mr Michael Gove came."),
        ("Aaliyah Choudhury", "Aaliyah Patel, the new therapist, introduced herself."),
    ])
    func aFirstNameBesideAnotherFamilyNameIsForSomebodyToLookAt(_ child: String, _ text: String) throws {
        let secret = Secret.words(child, as: .child, ref: "N-1", section: "name of the child")
        let found = try findings(text, [secret])
        #expect(!found.isEmpty && found.allSatisfy { $0.weight == .suspect }, "\(found)")
    }

    @Test(arguments: [
        "Michael Throws his shoes.", "Michael Hit a boy.", "Michael Angry At Lunch", "MICHAEL GOVE",
        "Michael EHCP meeting",
        "Michael Lancaster", "Michael, Gove", "For Michael. Gove came.", "Michael, Marsh of the council",
        "Michael Obafemi came.",
        "Master Michael came.", "michael Gove", "Michael Monday of each week", "Michael SEND of the council",
    ])
    func nothingElseBehindAFirstNameIs(_ text: String) throws {
        let secrets = [
            Secret.words("Michael", as: .child, ref: "N-1", section: "name of the child"),
            Secret.words("Quentin Obafemi", as: .name, ref: "N-1", section: "name"),
        ]
        #expect(try leaks(text, secrets).contains("name of the child"))
    }

    @Test func titlesAndMailboxesAreNobodys() throws {
        let told: [Secret] = [
            .words("Mrs Khatun of the council rang", as: .text, ref: "N-1", section: "detail"),
            .words("office@school.example", as: .contact, ref: "N-2", section: "contact"),
        ]
        #expect(try findings("Mrs Taylor thanked the forum. The transport office moves.", told).isEmpty)
        #expect(try findings("Khatun was there.", told).map(\.weight) == [.suspect])
    }

    /// In minutes, words of what was told are those of who was there, where they are their full name.
    @Test func theFullNameOfWhoeverWasThereIsTheirs() throws {
        let told = [Secret.words("Helen Prizeman told her to wait", as: .text, ref: "N-1", section: "detail")]
        let guarding = try Samples.guarding(told, members: ["Helen Prizeman"])
        func found(_ text: String, there: Set<String>) -> [PersonalFinding] {
            PersonalSearch([SearchedText("discussed", isMinutes: true, text)], guarding.knowledge)
                .findings(of: told, belonging: there)
        }
        #expect(found("Helen Prizeman gave the figures.", there: ["Helen Prizeman"]).isEmpty)
        #expect(!found("Helen Prizeman gave the figures.", there: []).isEmpty)
        #expect(!found("Prizeman gave the figures.", there: ["Helen Prizeman"]).isEmpty)
    }
}
