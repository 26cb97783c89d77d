import Testing

@testable import Packs

/// By what somebody who rings is found.
@Suite struct SoughtTests {
    private func isFound(_ words: String, in values: String...) throws -> Bool {
        try Sought([words]).likeness(of: values) != nil
    }

    @Test(arguments: [
        "Siobhán O’Brien", "siobhan o'brien", "OBrien", "O Brien", "O'Brian", "Brien Siobhan", "Mrs O’Brien",
        "S O'Brien",
        "SIOBHAN OBRIEN", "Siobhan", "Siobhn O'Brien", "O’Bri*",
    ])
    func aNameIsFoundHoweverItIsSaid(_ words: String) throws {
        #expect(try isFound(words, in: "Mrs Siobhán O'Brien"))
    }

    @Test(arguments: [
        ("McDonald", "Jean MacDonald"), ("Mc Donald", "Jean McDonald"), ("Blezzard Holme", "Ann Blezzard-Holme"),
        ("BlezzardHolme", "Ann Blezzard-Holme"), ("Holme", "Ann Blezzard-Holme"), ("de la Cruz", "Ana Delacruz"),
        ("Delacruz", "Ana de la Cruz"), ("Łącka Zofia", "Zofia Lacka"), ("Anne-Marie", "Annemarie Farnworth"),
        ("Jane Farnworth", "J Farnworth"), ("J Farnworth", "Jane Farnworth"), ("Farnwroth", "Jane Farnworth"),
        ("Farnwort", "Jane Farnworth"), ("Farnworths", "Jane Farnworth"), ("Merwe van der", "van der Merwe, Ilse"),
    ])
    func aNameIsFoundHoweverItIsKept(_ words: String, _ kept: String) throws {
        #expect(try isFound(words, in: kept))
    }

    @Test(arguments: [
        ("Jane Farnworth", "Jane Hartley"), ("Lane", "Jane"), ("J F", "Jane Farnworth"), ("Farn", "Jane Farnworth"),
        ("Toby Jane Farnworth", "Jane Farnworth"), ("Fernwirth", "Jane Farnworth"), ("Example", "jane.f@example.org"),
        ("Family 07", "Family 27"),
    ])
    func anotherNameIsNot(_ words: String, _ kept: String) throws {
        // Initials alone are no name.
        #expect((try? isFound(words, in: kept)) != true)
    }

    @Test func aChildKeptByFirstNameIsFoundWithTheNameOfThoseWhoRaisedIt() throws {
        let found = try Sought(["Toby", "Farnworth"]).likeness(of: ["Jane Farnworth", "Toby"])
        #expect(found?.map(\.index) == [0, 1])
        // What holds all of it stands for itself.
        #expect(try Sought(["Farnworth"]).likeness(of: ["Jane Farnworth", "by e-mail"])?.map(\.index) == [0])
    }

    @Test func aSpellingOfItsOwnIsToldApart() throws {
        #expect(try Sought(["Farnworth"]).likeness(of: ["Jane Farnworth"])?.map(\.likeness) == [.written])
        #expect(try Sought(["Farnwarth"]).likeness(of: ["Jane Farnworth"])?.map(\.likeness) == [.misspelt])
    }

    @Test(arguments: [
        "07700 900123", "07700900123", "+44 7700 900123", "+44 (0)7700 900-123", "0044 7700/900123", "7700 900123",
        "900123", "00123 900123".replacing("00123 ", with: ""), "07700.900.123", "(07700) 900123",
    ])
    func aTelephoneNumberIsFoundInAnySpelling(_ words: String) throws {
        for kept in [
            "07700 900123", "+44 7700 900123", "07700/900123", "0044(0)7700900123", "mother: 07700-900 123, evenings",
            "01524 555000 07700 900123",
        ] {
            #expect(try isFound(words, in: "Jane Farnworth", kept), "\(words) in \(kept)")
        }
    }

    @Test func anotherNumberIsNot() throws {
        #expect(try !isFound("07700 900123", in: "07700 900124", "01524 900 12"))
        #expect(try !isFound("900123", in: "07700 9001234"))
        #expect(try isFound("01524 555123", in: "555123"))
        #expect(try !isFound("01524 555123", in: "01772 555123"))
    }

    @Test func anAddressIsFoundWholeOrByWhatStandsBeforeTheSign() throws {
        for words in ["jane.f@example.org", "JANE.F@Example.org", "jane.f@", "jane.f"] {
            #expect(try isFound(words, in: "e-mail: <Jane.F@example.org>."), "\(words)")
        }
        #expect(try !isFound("jane.f@example.com", in: "jane.f@example.org"))
        #expect(try !isFound("ane.f@example.org", in: "jane.f@example.org"))
    }

    @Test func allOfItHasToBeThere() throws {
        #expect(try isFound("Farnworth 900123", in: "Jane Farnworth", "07700 900123"))
        #expect(try !isFound("Hartley 900123", in: "Jane Farnworth", "07700 900123"))
        #expect(try isFound("12 Moor Lane", in: "12 Moor Lane, Lancaster"))
    }

    /// Some are called what others are addressed by.
    @Test(arguments: ["Begum", "Mrs Begum", "Shazia Begum", "begum shazia"])
    func aNameThatIsATitleTooIsFound(words: String) throws {
        #expect(try isFound(words, in: "Shazia Begum"))
    }

    @Test func whatTellsNobodyIsRefused() {
        for words in ["", " ", "Mrs", "*", "J"] {
            #expect(throws: Sought.Problem.nothing, "\(words)") { try Sought([words]) }
        }
        #expect(throws: Sought.Problem.fewDigits) { try Sought(["12345"]) }
        #expect(throws: Sought.Problem.tooMuch) { try Sought([String(repeating: "a b ", count: 40)]) }
        #expect(throws: Sought.Problem.tooMuch) { try Sought([String(repeating: "a", count: 201)]) }
    }
}
