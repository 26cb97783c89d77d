import Testing

@testable import Packs

/// Names that are everyday words, and everyday words that are no names (rule R9).
@Suite struct EverydayNamesTests {
    /// - Parameter issue: what the text is about.
    private func weights(
        _ text: String, _ value: String, as kind: Secret.Kind, about issue: String? = "N-1"
    ) throws -> [PersonalFinding.Weight] {
        let secret = Secret.words(value, as: kind, ref: "N-1", section: "name")
        var knowledge = try Samples.guarding([secret]).knowledge
        knowledge.issues = ["N-1"]
        return PersonalSearch([SearchedText("the text", issue: issue, text)], knowledge).findings(of: [secret]).map(
            \.weight)
    }

    @Test(arguments: [
        ("Lily Tattersall", "Lily has no school place"), ("Daisy Ormerod", "Daisy, aged seven, goes home at noon"),
        ("Ruby Haworth", "Ruby rides alone."), ("Grant Pilkington", "Grant needs a review."),
        ("April Bath", "In April's taxi there is no escort"), ("Robin Long", "Robin (7) waits"),
    ])
    func aChildsNameThatIsAWordIsLookedAtInItsOwnIssue(_ name: String, _ text: String) throws {
        #expect(try !weights(text, name, as: .child).isEmpty)
    }

    /// Who is on record by a first name is called by the family's name too.
    @Test(arguments: [
        ("Grace", "Ms Ann Chorley", "Grace Chorley could not come up"), ("Joy", "Tom Price", "Joy Price waits"),
        ("Mark", "Mr David Preston", "Then Preston, Mark was late."), ("Hope", "Jo Church-Hall", "Hope Church-Hall"),
        ("Bill", "Ann Banks; Mr Young", "it was Bill Young"),
    ])
    func aChildsFirstNameBesideTheFamilysIsAWholeName(_ name: String, _ family: String, _ text: String) throws {
        for issue in ["N-1", "N-2", nil] {
            let secret = Secret.words(name, as: .child, ref: "N-1", section: "name").called(after: [family])
            var knowledge = try Samples.guarding([secret]).knowledge
            knowledge.issues = ["N-1"]
            let search = PersonalSearch([SearchedText("the text", issue: issue, text)], knowledge)
            #expect(search.findings(of: [secret]).map(\.weight) == [.hard], "\(text), about \(issue ?? "none")")
        }
    }

    @Test func theSameWordInAnotherIssueIsAWord() throws {
        #expect(try weights("April is the month of the review", "April Bath", as: .child, about: "N-2").isEmpty)
        #expect(try weights("Daisy chains of waiting lists", "Daisy Ormerod", as: .child, about: "N-2").isEmpty)
    }

    @Test(arguments: [
        ("Hope Ormerod", "Hope hides under the table"), ("April Bath", "April is out of school"),
        ("Summer Pye", "Summer has had no escort"), ("Rose Kay", "Hours for Rose. Rose refuses school"),
    ])
    func inATextAboutNoIssueWhatItDoesTells(_ name: String, _ text: String) throws {
        #expect(try weights(text, name, as: .child, about: nil) == [.suspect])
    }

    @Test(arguments: [
        ("April Bath", "April is the month of reviews"), ("April Bath", "April reviews and May reviews"),
        ("Grace Ormerod", "Grace periods are short"), ("Summer Pye", "Summer clubs are full"),
        ("Hope Kay", "Hope for a better year"),
    ])
    func inATextAboutNoIssueAWordIsAWord(_ name: String, _ text: String) throws {
        #expect(try weights(text, name, as: .child, about: nil).isEmpty)
    }

    @Test(arguments: [
        ("Grace Young", "grace young asked twice"), ("Daisy-May Fielding", "then daisy-may fielding spoke"),
        ("Robin Long", "the case of robin long"), ("Mark Power", "seen with mark power"),
    ])
    func aWholeNameInSmallLettersIsLookedAt(_ name: String, _ text: String) throws {
        for issue in ["N-1", "N-2"] {
            #expect(try Set(weights(text, name, as: .name, about: issue)) == [.suspect], "\(issue)")
        }
    }

    @Test func ofAnIssueThatIsOpenButNotInThePaperToo() throws {
        let secret = Secret.words("Daisy-May Fielding", as: .name, ref: "N-1", section: "name")
        var knowledge = try Samples.guarding([secret]).knowledge
        knowledge.issues = ["N-7"]
        let search = PersonalSearch([SearchedText("the text", issue: nil, "We met daisy-may fielding")], knowledge)
        #expect(search.findings(of: [secret]).contains { $0.weight == .suspect })
    }

    @Test func manyAreNobody() throws {
        #expect(try weights("we hope young people come", "Hope Young", as: .name, about: "N-2").isEmpty)
        #expect(try !weights("we hope young people come", "Hope Young", as: .name).isEmpty)
    }

    @Test(arguments: [
        "Preston family has had no review", "Preston family not seen", "Preston called twice", "Preston, N. waits",
    ])
    func aFamilyThatIsCalledLikeATownIsLookedAt(_ text: String) throws {
        #expect(try weights(text, "Norma Preston", as: .name) == [.suspect])
    }

    @Test(arguments: ["Preston family hub has had no review", "Preston has no clinic", "Preston, Chorley and Wyre"])
    func aTownIsATown(_ text: String) throws {
        #expect(try weights(text, "Norma Preston", as: .name).isEmpty)
    }

    @Test(arguments: [
        ("Educational psychologist", "The new Educational Psychologist came"),
        ("Health visitor", "A Health Visitor in each school"), ("Foster carers", "Foster carers asked"),
        ("Parent of a child in Year 5", "A Parent of a child in Year 5 asked"), ("Dad by phone", "Dad by phone"),
        ("Coffee Morning", "The Coffee Morning of May"), ("Teaching assistant", "Every Teaching Assistant"),
        ("Community nurse", "A Community Nurse is wanted"), ("Portage worker", "Each Portage Worker is full"),
        ("Stepdad", "Stepdad asked"),
    ])
    func whatSomebodyIsIsNoName(_ name: String, _ text: String) throws {
        #expect(try weights(text, name, as: .name).isEmpty)
    }

    @Test(arguments: [
        ("Mother of Zofia Lacka", "Zofia Lacka waits"), ("Mother of Grace Young", "Grace Young waits"),
        ("Penny Parent", "Penny Parent asked"),
    ])
    func whoIsNamedBesideThatIsFound(_ name: String, _ text: String) throws {
        #expect(try weights(text, name, as: .name) == [.hard])
    }

    @Test(arguments: [
        "St Mary’s Primary School", "POWAR", "Moorside", "Dallas Road", "Ripley St Thomas Academy", "Mencap",
        "Head of Moorside Primary School",
    ])
    func anOrganisationThatRaisesIsNobody(_ name: String) throws {
        #expect(try weights("\(name) asked for a meeting", name, as: .organisation).isEmpty)
    }

    @Test func whoeverIsNamedBesideAnOrganisationIsLookedAt() throws {
        let name = "Jane Blezzard, Moorside School"
        #expect(try weights("Jane Blezzard asked for Moorside", name, as: .organisation).contains(.suspect))
    }
}
