import Foundation
import Partnership
import Testing
import Workflow

@testable import Packs

/// What each audience is given (DOMAIN 8; rules R7, R8, R10).
@Suite struct EditionTests {
    private func json(_ pack: Pack, _ edition: Edition) throws -> String {
        try pack.document(for: edition, acronyms: Acronyms([:])).json()
    }

    @Test func partTwoItemsHaveANeutralTitleAndTheirParagraphInPublic_R10() throws {
        let text = try json(.agenda(Samples.meeting), .public)
        #expect(text.contains("An item taken without the press and public"))
        #expect(text.contains("Schedule 12A to the Local Government Act 1972, paragraph 3"))
        for secret in ["supplier", "second bidder", "Continence"] {
            #expect(!text.contains(secret))
        }
    }

    @Test func partTwoLeavesNoTraceInPublicMinutes_R10() throws {
        let text = try json(.minutes(Samples.heldMeeting), .public)
        #expect(text.contains("An item taken without the press and public"))
        for secret in ["supplier", "eight per cent", "D-2020-2", "the offer"] {
            #expect(!text.contains(secret))
        }
        #expect(text.contains("An interest in this item"))
    }

    @Test func partTwoLeavesNoTraceInThePublicBoardPack_R10() throws {
        let text = try json(.board(Samples.boardPapers), .public)
        #expect(text.contains("An item taken without the press and public"))
        #expect(!text.contains("supplier"))
    }

    @Test func membersSeeAPartTwoItemWhenConsentCoversThem() throws {
        let text = try json(.agenda(Samples.meeting), .members)
        #expect(text.contains("A supplier of equipment is about to lose its contract"))
        #expect(text.contains("Ask the supplier for its terms"))
        // No issue and so no consent: its own pack only.
        #expect(!text.contains("second bidder"))
        // Consent for the North LAP is no consent for the Board.
        #expect(try !json(.board(Samples.boardPapers), .members).contains("supplier"))
    }

    @Test func theRestrictedEditionHoldsPartTwoAlone_R10() throws {
        let text = try json(.agenda(Samples.meeting), .restricted)
        #expect(text.contains("second bidder"))
        #expect(!text.contains("Nine-month wait"))
        #expect(!text.contains("anxious children"))
    }

    @Test func whatTheAgendaTakesInPartTwoIsPartTwoInEveryLineAboutIt_R10() throws {
        var papers = Samples.heldMeeting
        papers.actions[3].part = .one
        papers.actions[3].mayDiscussAnonymised = true
        papers.minutes[2].part = .one
        papers.minutes[2].mayDiscussAnonymised = true
        papers.escalations.append(EscalationLine(issue: Samples.contract, to: "SEND Partnership Board"))
        papers.notReached.append(NotReached(number: "12.1", title: Samples.contract.summary))
        for pack in [Pack.minutes(papers), .agenda(papers)] {
            let text = try json(pack, .public)
            #expect(!text.contains("supplier") && !text.contains("eight per cent"))
        }
    }

    @Test func whoHoldsAMatterOfTheBoardHasNoNameInPublic() throws {
        var papers = Samples.boardPapers
        papers.overdue[0].holder = "Commissioner Therapies"
        papers.overdue[0].holderRole = "Head of Commissioning"
        #expect(try json(.board(papers), .members).contains("Commissioner Therapies"))
        #expect(try !json(.board(papers), .public).contains("Commissioner Therapies"))
        #expect(try json(.board(papers), .public).contains("\"Head of Commissioning\""))
    }

    @Test func anIssueWithoutConsentIsNotEvenNamed() throws {
        for edition in [Edition.public, .members] {
            let text = try json(.agenda(Samples.meeting), edition)
            #expect(text.contains("A matter that is not published"))
            #expect(!text.contains("escort") && !text.contains("N-6"))
        }
    }

    @Test func onlyTheChairGetsNotesAndTimings() throws {
        for edition in Edition.allCases {
            let text = try json(.agenda(Samples.meeting), edition)
            #expect(text.contains("Let the parent representative speak first") == (edition == .chair))
            #expect(text.contains("\"From\"") == (edition == .chair))
            #expect(text.contains("10.25am") == (edition == .chair))
        }
    }

    @Test func thePublicEditionNamesNobody() throws {
        let names = [
            "DCO North", "Parent Rep North", "Commissioner Therapies", "SENCO Primary", "Deputy Commissioner",
            "Board Chair",
        ]
        for pack in [Pack.agenda(Samples.meeting), .minutes(Samples.heldMeeting), .board(Samples.boardPapers)] {
            let text = try json(pack, .public)
            for name in names { #expect(!text.contains("\(name)\"") && !text.contains("\(name) (")) }
        }
        #expect(try json(.minutes(Samples.heldMeeting), .members).contains("Parent Rep North"))
    }

    @Test func oneFamilysStoryIsCutInPublic() throws {
        let open = try json(.agenda(Samples.meeting), .public)
        let members = try json(.agenda(Samples.meeting), .members)
        for detail in ["The one special school nearby", "The family met the school twice", "9 December 2019"] {
            #expect(!open.contains(detail))
            #expect(members.contains(detail))
        }
    }

    @Test func fewerThanFiveFamiliesAreNeverCountedInPublic_R21() throws {
        var papers = Samples.meeting
        var sheet = Samples.therapy
        for families in 1...5 {
            sheet.families = families
            papers.agenda = [AgendaEntry(number: "8.1", title: "Wait", purpose: .decision, issue: sheet)]
            let text = try json(.agenda(papers), .public)
            #expect(text.contains("fewer than 5 families") == (families < 5))
            #expect(text.contains("at least 5 families") == (families == 5))
            #expect(
                try json(.agenda(papers), .members).contains(families == 1 ? "about 1 family" : "about \(families) "))
        }
    }

    @Test func everyEditionButThePublicSaysNotForPublication() {
        for edition in Edition.allCases {
            let document = Pack.agenda(Samples.meeting).document(for: edition, acronyms: Acronyms([:]))
            #expect(document.marking == (edition == .public ? nil : "NOT FOR PUBLICATION"))
        }
    }

    @Test func aLateItemPrintsTheChairsReason_R7() throws {
        #expect(
            try json(.agenda(Samples.meeting), .public).contains("Late item. The place was withdrawn after the cut-off")
        )
    }

    @Test func theReasonForALatePartTwoItemIsNotPublic_R10() throws {
        var papers = Samples.meeting
        papers.agenda = [
            AgendaEntry(
                number: "12", title: "Award", purpose: .decision, part: Samples.partTwo,
                lateReason: "The bidder withdrew", supplement: 1)
        ]
        #expect(try !json(.agenda(papers), .public).contains("bidder"))
    }

    @Test func aMeetingWithoutAParentRepresentativeSaysSoAndThatItsDecisionsAreProvisional_R8() throws {
        let minutes = Pack.minutes(Samples.heldMeeting).document(for: .public, acronyms: Acronyms([:]))
        #expect(
            minutes.notices.contains {
                $0.tone == .warning && $0.text.contains("No parent carer representative was present")
            })
        #expect(try minutes.json().contains("Provisional, because no parent carer representative was present."))
        var papers = Samples.meeting
        papers.parentRep = .notExpected
        let agenda = Pack.agenda(papers).document(for: .public, acronyms: Acronyms([:]))
        #expect(agenda.notices.contains { $0.text.contains("will be provisional") })
    }

    @Test func aCompliantMeetingSaysThatToo_R8() throws {
        var papers = Samples.heldMeeting
        papers.parentRep = .present
        papers.quorum?.lacksParentRep = false
        papers.itemQuorums = []
        let document = Pack.minutes(papers).document(for: .public, acronyms: Acronyms([:]))
        #expect(document.notices.isEmpty)
        #expect(try document.json().contains("A parent carer representative was present, as every meeting needs."))
    }

    @Test func emptySectionsSayThatTheyAreEmpty() throws {
        let bare = MeetingPapers(
            body: Samples.north, ref: "north-2020-01-14", date: Samples.day("2020-01-14"),
            asOf: Samples.day("2020-01-06"))
        let agenda = try json(.agenda(bare), .public)
        for sentence in [
            "The agenda has not been drawn up yet.", "No action is printed in the action log.",
            "No issue sheets are in this edition.",
            "No answers on issues that were closed since the last agenda are printed here.",
            "No background papers are on record.",
            "No further meetings are fixed yet.", "Not yet fixed",
        ] { #expect(agenda.contains(sentence)) }
        let minutes = try json(.minutes(bare), .members)
        for sentence in [
            "Attendance has not been recorded yet.", "No interests were declared.", "Nothing has been minuted yet.",
            "The meeting set no actions.", "No escalation is printed here.",
            "No outcome has still to be told to whoever raised the matter.",
            "No item is recorded here as not reached.",
        ] { #expect(minutes.contains(sentence)) }
        let board = try json(.board(BoardPapers(meeting: bare, undecidedBoards: 2)), .members)
        for sentence in ["No issue has been sent to this meeting.", "There are no open issues to count."] {
            #expect(board.contains(sentence))
        }
    }

    @Test(arguments: PackFilesTests.packs, Edition.allCases)
    func theModelReadsBackAsItWasWritten(_ pack: Pack, _ edition: Edition) throws {
        let document = pack.document(for: edition, acronyms: Samples.acronyms)
        #expect(try JSONDecoder().decode(PackDocument.self, from: Data(document.json().utf8)) == document)
    }
}
