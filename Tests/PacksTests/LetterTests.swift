import Partnership
import Testing
import Workflow

@testable import Packs

/// Each sentence of a letter names the fact that it rests on: without it, the sentence is not there.
@Suite struct LetterTests {
    private func words(_ answer: FamilyAnswer) throws -> String {
        try Pack.letter(answer).document(for: .public, acronyms: Acronyms(["ICB": "integrated care board"])).json()
    }

    private static let bare: FamilyAnswer = {
        var answer = Samples.letter
        (answer.why, answer.decidedBy, answer.decidedOn, answer.next, answer.reopenUntil) = (nil, nil, nil, nil, nil)
        answer.steps = []
        return answer
    }()

    private static let principle = DecisionLine.Principle(
        commitment: "U-1", subjectTo: "Kowari ICB", by: nil, outcome: .awaited)

    private static func with(_ change: (inout FamilyAnswer) -> Void) -> FamilyAnswer {
        var answer = bare
        change(&answer)
        return answer
    }

    private static let day = Samples.day("2020-03-05")

    private static func acknowledged(_ change: (inout FamilyAnswer.Acknowledgement) -> Void) -> FamilyAnswer {
        var told = FamilyAnswer.Acknowledgement()
        change(&told)
        return with { $0.acknowledgement = told }
    }

    static let sentences: [(String, FamilyAnswer)] = [
        ("decided this", with { $0.decidedBy = "the Board" }),
        ("provisional", with { $0.isProvisional = true }),
        ("no further action", with { $0.isNoFurtherAction = true }),
        ("It needs the decision of Kowari", with { $0.agreement = principle }),
        (
            "cannot be done without that",
            with { answer in
                answer.agreement = principle
                answer.agreement?.outcome = .refused(on: day, minute: nil, answer: nil)
            }
        ),
        ("We opened this again on 5 March 2020", with { $0.reopened = .init(on: day) }),
        ("What is new", with { $0.reopened = .init(on: day, because: "More of it") }),
        ("Who will do what", with { $0.steps = [.init(who: "Health", what: "Write")] }),
        (
            "is not done yet",
            with { answer in
                answer.steps = [.init(who: "Health", what: "Write", by: day)]
                answer.steps[0].isLate = true
            }
        ),
        (
            "if Kowari ICB agrees",
            with { answer in
                answer.steps = [.init(who: "Health", what: "Write", by: day)]
                answer.steps[0].needs = "Kowari ICB"
                answer.names = ["Kowari ICB"]
            }
        ),
        ("is to hear it on 5 March 2020", with { $0.next = .fixed(body: "Board", on: day) }),
        ("The day is not fixed yet", with { $0.next = .open(body: "Board") }),
        ("wants the Board to decide", with { $0.next = .proposed(by: "Forum", to: "Board") }),
        ("It is with the Forum again", with { $0.next = .returned(to: "Forum") }),
        ("This rests for now. We look at it again on 5 March 2020.", with { $0.rest = .init(until: day) }),
        (
            "This rests until the Board hears it on 5 March 2020. We look at it again on 6 March 2020.",
            with { answer in
                answer.rest = .init(until: day + 1)
                answer.next = .fixed(body: "Board", on: day)
            }
        ),
        ("You have agreed again to what you had taken back.", with { $0.renewedConsent = true }),
        ("that is still to be done", with { $0.rest = .init(until: day, isOver: true) }),
        ("was to hear it on 5 March 2020", with { $0.next = .passed(body: "Board", on: day) }),
        (
            "This was called off",
            with { answer in
                answer.steps = [.init(who: "Health", what: "Write", by: day)]
                answer.steps[0].isCalledOff = true
            }
        ),
        ("You will hear from us again by 5 March 2020", with { $0.hearsBy = day }),
        ("You were to hear from us by 5 March 2020. We are sorry that you did not.", with { $0.wasToHearBy = day }),
        ("What has changed", with { $0.impact = "They know" }),
        ("This is our full answer", with { $0.ending = .answered(on: day) }),
        ("Nothing more has to be done", with { $0.ending = .answered(on: day) }),
        ("You asked us on 5 March 2020", with { $0.ending = .withdrawn(asked: day, on: day) }),
        ("it did not come", with { $0.ending = .lapsed(on: day) }),
        (
            "This is for the advice line to answer",
            with { $0.ending = .sentOn(to: "the advice line", contact: nil, told: nil, on: nil) }
        ),
        (
            "We told you so on 5 March 2020",
            with { $0.ending = .sentOn(to: "the advice line", contact: nil, told: day, on: nil) }
        ),
        (
            "The contact that we gave you: Ring them",
            with { $0.ending = .sentOn(to: "the advice line", contact: "Ring them", told: nil, on: nil) }
        ),
        ("If you want to appeal, do so by 5 March 2020", with { $0.appeal = .init(until: day) }),
        ("the time to appeal ended on 5 March 2020", with { $0.appeal = .init(until: day, isOver: true) }),
        (
            "You took back on 5 March 2020 what you had agreed to. No meeting hears it",
            with { $0.withdrewConsent = .init(on: day, goesOn: false) }
        ),
        ("so it goes on without what is yours", with { $0.withdrewConsent = .init(on: day, goesOn: true) }),
        (
            "The Forum was to hear it on 5 March 2020, and time ran out",
            with { $0.passedOver = .init(body: "Forum", on: day) }
        ),
        ("The Forum answered on 5 March 2020", with { $0.reply = .init(who: "The Forum", on: day) }),
        ("Others told us the same", with { $0.carriedBy = "N-2" }),
        ("We told you this on 5 March 2020", with { $0.toldOn = day }),
        ("tell us by 5 March 2020", with { $0.reopenUntil = day }),
        ("We have what you told us", with { $0.acknowledgement = .init() }),
        ("neither a complaint nor an appeal", with { $0.acknowledgement = .init() }),
        ("You told us this on 5 March 2020.", with { $0.acknowledgement = .init(received: day) }),
        ("We need more about this by 5 March 2020.", acknowledged { $0.neededBy = day }),
        ("What we asked you for: A copy of the plan.", acknowledged { $0.missing = "A copy of the plan" }),
        ("unless you agree that it is discussed there", acknowledged { $0.needsConsent = true }),
        ("By 5 March 2020 we decide whether", acknowledged { $0.decidesBy = day }),
        ("taken this on, and the Chair deals with it", acknowledged { $0.dealtWithBy = "Chair" }),
        (
            "that can hear it on 5 March 2020 (the Oak School) at the earliest",
            acknowledged { $0.earliest = .init(body: "Forum", on: day, venue: "the Oak School") }
        ),
        (
            "to go to the Forum, the day is not fixed yet",
            acknowledged { $0.earliest = .init(body: "Forum") }
        ),
    ]

    @Test(arguments: sentences)
    func aSentenceRestsOnAFact(sentence: String, answer: FamilyAnswer) throws {
        #expect(try words(answer).contains(sentence))
        #expect(!(try words(Self.bare)).contains(sentence))
    }

    /// Whoever was sent on, or has a day to appeal by, has something to do.
    @Test func whoeverHasToActIsNotToldThatTheyNeedNot() throws {
        let idle = "You need not do anything."
        #expect(try words(Self.bare).contains(idle))
        let acting = [
            Self.with { $0.ending = .sentOn(to: "the tribunal", contact: nil, told: nil, on: nil) },
            Self.with { $0.appeal = .init(until: Self.day) },
            Self.with { answer in
                answer.appeal = .init(until: Self.day)
                answer.ending = .withdrawn(asked: Self.day, on: nil)
            },
        ]
        for answer in acting { #expect(!(try words(answer).contains(idle))) }
    }

    @Test func itIsNoFullAnswerWhileSomethingIsToFollow() throws {
        let following: [(inout FamilyAnswer) -> Void] = [
            { $0.isProvisional = true }, { $0.agreement = Self.principle },
            { $0.steps = [.init(who: "Health", what: "Write")] },
        ]
        for change in following {
            let answer = Self.with { answer in
                answer.ending = .answered(on: Self.day)
                change(&answer)
            }
            let text = try words(answer)
            #expect(!text.contains("full answer") && text.contains("We closed this on 5 March 2020"))
        }
    }

    @Test func limbsDoNotRunTogether() throws {
        let answer = Self.with {
            $0.steps = [
                .init(who: "Health", what: "That one form be used for a term\nthe council answers it\nWho asks is told")
            ]
        }
        #expect(try words(answer).contains("for a term; the council answers it. Who asks is told."))
        var meeting = Samples.meeting
        meeting.actions[0].text = "That one form be used for a term\nthe council answers it"
        let log = try Pack.agenda(meeting).document(for: .members, acronyms: Acronyms([:])).json()
        #expect(log.contains("for a term; the council answers it"))
    }

    @Test func namesKeepTheirShortFormsAndOtherWordsDoNot() throws {
        let answer = Self.with { answer in
            answer.decided = "The ICB pays. Kowari ICB confirmed it (minute ICB 12/26)."
            answer.names = ["Kowari ICB", "ICB 12/26"]
        }
        #expect(
            try words(answer).contains(
                "The integrated care board pays. Kowari ICB confirmed it (minute ICB 12"))
    }
}
