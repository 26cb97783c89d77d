import Partnership
import Testing
import Workflow

@testable import Packs

@Suite struct MinutesTests {
    private func document(_ papers: MeetingPapers, _ edition: Edition = .members) -> PackDocument {
        Pack.minutes(papers).document(for: edition, acronyms: Acronyms([:]))
    }

    @Test func minutesCarryTheDraftBannerUntilTheyAreAgreed_R23() {
        var papers = Samples.heldMeeting
        for status in [MinutesStatus.draft, .circulated(papers.asOf)] {
            papers.status = status
            #expect(document(papers).draft?.hasPrefix("DRAFT") == true)
            #expect(document(papers).title.contains("draft minutes"))
        }
        for status in [MinutesStatus.agreed(papers.asOf), .signed(agreed: papers.asOf, signed: papers.asOf + 1)] {
            papers.status = status
            #expect(document(papers).draft == nil)
            #expect(!document(papers).title.contains("draft"))
        }
    }

    @Test func theDayMinutesWereAgreedAndSignedIsPrinted_R23() throws {
        var papers = Samples.heldMeeting
        papers.status = .signed(agreed: Samples.day("2020-02-11"), signed: Samples.day("2020-02-12"))
        papers.corrections = ["In 8.1, for nine read ten"]
        let text = try document(papers).json()
        #expect(text.contains("Agreed on 11 February 2020, signed on 12 February 2020."))
        #expect(text.contains("In 8.1, for nine read ten."))
    }

    @Test func minutesThatWereAgreedStandWithTheirCorrectionsWhereTheyWere() throws {
        var papers = Samples.heldMeeting
        papers.minutes[0].discussed = nil
        papers.minutes[0].decisions = []
        papers.minutes[0].actions = []
        papers.minutes[0].agreed = [
            AgreedMinutes(
                ref: "north-2019-12-10", of: Samples.day("2019-12-10"), corrections: "Item 6: two reports",
                privateCorrections: "The numbat left")
        ]
        for edition in [Edition.public, .members, .chair] {
            let text = try document(papers, edition).json()
            #expect(text.contains("The minutes of 10 December 2019 were agreed, with"), "\(edition)")
            #expect(text.contains("Item 6: two reports."), "\(edition)")
            #expect(text.contains("numbat") == (edition == .chair), "\(edition)")
        }
        // A find in them names the meeting that they are kept with.
        let typed = Pack.minutes(papers).typed.filter { $0.field.contains("corrections") }
        #expect(typed.map(\.reference) == ["north-2019-12-10", "north-2019-12-10"])
    }

    /// That something was taken in private is not said where nothing was.
    @Test func aPrivateHeadingWithNothingUnderItSaysSoInEveryEdition() throws {
        var papers = Samples.heldMeeting
        let part = PaperPart.two(PrivateGround(reason: "It is about one family"), by: papers.body.id)
        papers.minutes = [
            MinuteEntry(number: "6", title: "Report", discussed: "It was heard"),
            MinuteEntry(number: "14", title: "Private items", part: part),
        ]
        for edition in [Edition.public, .members, .chair] {
            let text = try document(papers, edition).json()
            #expect(text.contains("Nothing was taken in private."), "\(edition)")
            #expect(!text.contains("Taken in private"), "\(edition)")
        }
    }

    @Test func decisionsReadResolvedThatWithTheirLimbs() throws {
        let sections = document(Samples.heldMeeting).sections.first { $0.id == "items" }?.sections ?? []
        let resolutions = sections.flatMap(\.blocks).compactMap { if case .resolution(let it) = $0 { it } else { nil } }
        #expect(resolutions.first?.ref == "D-2020-1")
        #expect(resolutions.first?.text == "That the Board be asked to:")
        #expect(resolutions.first?.limbs.count == 3)
        #expect(resolutions.last?.text == "the offer be looked at again")
        #expect(resolutions.last?.provisional == nil)
    }

    @Test func aDecisionsWordsStandAsTheyWereSaid() throws {
        var papers = Samples.heldMeeting
        func text(_ said: String) throws -> String {
            papers.minutes[1].decisions[0].text = said
            let sections = document(papers).sections.first { $0.id == "items" }?.sections ?? []
            for case .resolution(let resolution) in sections.flatMap(\.blocks) where resolution.ref == "D-2020-1" {
                return resolution.text
            }
            return ""
        }
        #expect(try text("Lancashire Care Trust pay once") == "Lancashire Care Trust pay once")
        #expect(try text("That Lancaster be asked") == "That Lancaster be asked")
        #expect(try text("The offer be looked at again") == "The offer be looked at again")
    }

    // What is said of nothing is said only where the record says so.

    @Test func everyItemWasReachedOnlyWhereEachIsMinuted() throws {
        var papers = Samples.heldMeeting
        papers.notReached = []
        let sentence = "Every item was reached."
        #expect(try !document(papers).json().contains(sentence))
        papers.minutes = papers.agenda.filter { $0.number != "8" && $0.number != "12" }.map {
            MinuteEntry(number: $0.number, title: $0.title, part: $0.part, discussed: "Taken")
        }
        #expect(try document(papers).json().contains(sentence))
        // What is not printed has to have been reached too.
        papers.minutes.removeAll { $0.number == "12.2" }
        #expect(try !document(papers, .public).json().contains(sentence))
        papers.minutes.append(MinuteEntry(number: "12.2", title: "x", part: Samples.partTwo, discussed: "Taken"))
        papers.notReached = [NotReached(number: "12.2", title: "x", part: Samples.partTwo)]
        #expect(try !document(papers, .restricted).json().contains(sentence))
    }

    @Test func nothingWasMinutedOnlyWhereNothingWas() throws {
        var papers = Samples.heldMeeting
        papers.minutes = []
        papers.status = .draft
        #expect(try document(papers).json().contains("Nothing has been minuted yet."))
        papers.status = .agreed(papers.asOf)
        #expect(try document(papers).json().contains("Nothing was minuted."))
        papers.minutes = [MinuteEntry(number: "1", title: "Welcome", discussed: "Welcome")]
        let restricted = try document(papers, .restricted).json()
        #expect(restricted.contains("Nothing that was minuted is for this edition."))
        #expect(!restricted.contains("Nothing was minuted."))
    }

    @Test func nothingWasSentOnlyWhereNothingWasReferredOrDelegated() throws {
        var papers = Samples.heldMeeting
        papers.escalations = []
        papers.isNothingSent = true
        #expect(try document(papers).json().contains("Nothing was sent to another body."))
        papers.isNothingSent = false
        #expect(try !document(papers).json().contains("Nothing was sent to another body."))
    }

    @Test func whomTheBoardAskedIsNotToldOfWhatItTookInPrivate() throws {
        var papers = Samples.heldMeeting
        var line = EscalationLine(issue: Samples.contract, to: "The bettong commission", part: Samples.partTwo)
        line.isElsewhere = true
        papers.escalations = [line]
        #expect(try !document(papers, .public).json().contains("bettong"))
        #expect(try document(papers, .chair).json().contains("bettong"))
    }

    @Test func noBackgroundPapersAreOnRecordOnlyWhereNoneIs() throws {
        var papers = Samples.meeting
        func agenda(_ edition: Edition) throws -> String {
            try Pack.agenda(papers).document(for: edition, acronyms: Acronyms([:])).json()
        }
        papers.background = [BackgroundPaper(title: "Letter of the supplier", item: "12.1")]
        let openly = try agenda(.public)
        #expect(openly.contains("No background papers are on record for what this edition prints."))
        #expect(!openly.contains("Letter of the supplier"))
        papers.background = []
        #expect(try agenda(.public).contains("No background papers are on record."))
    }

    @Test func nobodyWaitsOnlyWhereNothingIsOwedAndNeverForAGroup() throws {
        var papers = Samples.heldMeeting
        let sentence = "No outcome has still to be told to whoever raised the matter."
        #expect(try !document(papers).json().contains(sentence))
        papers.feedbackOwed = []
        #expect(try document(papers).json().contains(sentence))
        papers.body = Body(id: "equal-partners", title: "Equal Partners", kind: .group)
        #expect(document(papers).sections.allSatisfy { $0.id != "feedback" })
    }

    @Test func theActionLogOpensWithItsCounts_R24() throws {
        // The one in Part II is counted where it is not printed, but in public.
        for (edition, open) in [(Edition.public, 2), (.restricted, 3), (.chair, 3)] {
            let document = Pack.agenda(Samples.meeting).document(for: edition, acronyms: Acronyms([:]))
            let section = try #require(document.sections.first { $0.id == "actions" })
            guard case .figures(let figures) = section.blocks.first else {
                Issue.record("The action log opens with something else.")
                return
            }
            #expect(figures.items == [.init(1, "closed"), .init(open, "open"), .init(1, "overdue")])
        }
    }

    @Test func anActionShowsItsOneLeadAndTheDatesItHad_R24() throws {
        let text = try Pack.agenda(Samples.meeting).document(for: .members, acronyms: Acronyms([:])).json()
        #expect(text.contains("was 29 Nov 2019: figures for one service were wrong"))
        #expect(text.contains("\"Commissioner Therapies\""))
        #expect(text.contains("by 17 days"))
    }

    @Test func overdueIsCountedFromTheDayOfThePapers() {
        let action = ActionLine(ref: "A-1", text: "Do", lead: Samples.dco, due: Samples.day("2020-01-06"))
        #expect(!action.isOverdue(on: Samples.day("2020-01-06")))
        #expect(action.isOverdue(on: Samples.day("2020-01-07")))
        var done = action
        done.status = .done
        #expect(!done.isOverdue(on: Samples.day("2020-01-07")))
    }

    @Test func attendanceCountsDeputiesAndLeavesVacantSeatsApart() throws {
        let text = try document(Samples.heldMeeting).json()
        #expect(text.contains("3 of 4 filled seats attended or sent a deputy (75%)."))
        #expect(text.contains("Headteacher representative"))
    }

    @Test func itemsNotReachedAreListedWithWhereTheyGo() throws {
        #expect(
            try document(Samples.heldMeeting).json().contains(
                "10 Themes and trends: carried to the meeting on 11 February 2020."))
    }

    @Test func theBoardsBriefPutsTheAskFirst() throws {
        let document = Pack.board(Samples.boardPapers).document(for: .public, acronyms: Acronyms([:]))
        let brief = try #require(document.sections.first { $0.id == "briefs" }?.sections.first)
        guard case .notice(let ask) = brief.blocks.first else {
            Issue.record("The brief opens with something else.")
            return
        }
        #expect(ask.tone == .ask)
        #expect(ask.text.hasPrefix("Agree a waiting-time standard"))
    }

    @Test func anIssueUndecidedAfterTwoBoardsIsAnException_R15() throws {
        let document = Pack.board(Samples.boardPapers).document(for: .members, acronyms: Acronyms([:]))
        #expect(
            document.notices.contains {
                $0.title == "Undecided after 2 meetings" && $0.text == "1 issue: see “Exceptions”."
            })
        #expect(try document.json().contains("21 Nov 2019: no time."))
    }

    @Test func aLetterSaysHowToDisagree() throws {
        let text = try Pack.letter(Samples.letter).document(for: .public, acronyms: Samples.acronyms).json()
        #expect(text.contains("If you disagree"))
        #expect(text.contains("by 3 February 2021"))
        for short in ["SALT", "NHS", "SEND", "LAP", "DCO"] { #expect(!text.contains(short)) }
    }

    @Test func whatIsOwedAndToComeIsOfTheDayOnWhichTheMinutesAreMade() {
        var papers = Samples.heldMeeting
        papers.asOf = papers.date + 40
        let titles = Pack.minutes(papers).document(for: .public, acronyms: Samples.acronyms).sections.map(\.title)
        #expect(titles.contains("Feedback owed, on \(papers.asOf.words)"))
        #expect(titles.contains("Dates to come, on \(papers.asOf.words)"))
        papers.asOf = papers.date
        let same = Pack.minutes(papers).document(for: .public, acronyms: Samples.acronyms).sections.map(\.title)
        #expect(same.contains("Feedback owed") && same.contains("Dates to come"))
    }

    @Test func whereNothingMoreIsDoneNothingIsSaidNotToBeAgreed() {
        let decision = DecisionLine(
            ref: "D-2020-3", kind: .notAgreed, text: "The officer has left", limbs: [], isProvisional: false)
        #expect(Resolution(decision).kind == "No further action")
    }

    @Test func whatWasTakenInPrivateSinceIsInNoPublicPaperAndInItsMembers() throws {
        var papers = Samples.heldMeeting
        let item = try #require(papers.minutes.firstIndex { $0.discussed != nil && $0.part == .one && $0.issue != nil })
        papers.minutes[item].part = .closedSince
        papers.minutes[item].discussed = "The bandicoot bus"
        for (edition, isShown) in [(Edition.public, false), (.members, true), (.chair, true)] {
            let text = "\(Pack.minutes(papers).document(for: edition, acronyms: Samples.acronyms))"
            #expect(text.contains("bandicoot") == isShown, "\(edition)")
        }
    }

    /// What others were given by the same words, papers may say.
    @Test func whatIsDecidedInTheUsualWordsIsNoSecret() throws {
        var papers = Samples.heldMeeting
        let item = try #require(papers.minutes.firstIndex { $0.discussed != nil && $0.issue != nil })
        papers.minutes[item].part = Samples.partTwo
        let group = "Plans, Data and Quality Group"
        let words = DecisionLine.Kind.delegated.usualWording(group: group)
        papers.minutes[item].decisions = [DecisionLine(ref: "D-2020-3", kind: .delegated, text: words)]
        func secrets(_ groups: [String]) -> [String] {
            WithheldText(.minutes(papers), for: .public, groups: groups).secrets.compactMap {
                if case .words(_, let text) = $0.content { text } else { nil }
            }
        }
        #expect(secrets([]).contains(words))
        #expect(!secrets([group]).contains(words))
    }

    @Test func whatWasConfirmedIsNamedOnlyToThoseWhoMayReadWhatItWas_R8() throws {
        var papers = Samples.heldMeeting
        papers.confirmed = [
            ProvisionalDecision(ref: "D-2019-8", taken: Samples.day("2019-12-10")),
            ProvisionalDecision(ref: "D-2019-9", taken: Samples.day("2019-12-10"), part: Samples.partTwo),
        ]
        let openly = try document(papers, .public).json()
        #expect(openly.contains("Of the meeting of 10 December 2019: D-2019-8."))
        #expect(!openly.contains("D-2019-9"))
        #expect(try document(papers, .chair).json().contains("D-2019-8 and D-2019-9"))
        papers.confirmed.removeFirst()
        #expect(!document(papers, .public).sections.contains { $0.id == "confirmed" })
    }

    @Test func aQuorumIsToldFromItemToItem_R8() {
        let whole = QuorumFinding([.init("chair", present: 1), .init("education", present: 2)])
        let less = QuorumFinding([.init("chair", present: 1), .init("education", present: 0)])
        func words(_ opening: QuorumFinding, _ items: [(QuorumFinding, QuorumFinding)]) -> QuorumWords {
            QuorumWords(
                opening: opening,
                items: items.enumerated().map { ItemQuorum(number: "\($0 + 1)", there: $1.0, deciding: $1.1) },
                parentTitle: "parent carer representative")
        }
        #expect(words(whole, [(whole, whole)]).course == "quorate")
        #expect(words(less, [(less, less)]).course == "not quorate")
        let lost = words(whole, [(whole, less), (whole, whole), (less, less), (whole, whole)])
        #expect(
            lost.course
                == "quorate when it opened, not quorate from item 3, quorate again from item 4 and not quorate for item 1, without those who withdrew"
        )
        #expect(
            lost.arithmetic == [
                "When it opened, 2 of the 2 whom a quorum needs were there: chair (1), education (2).",
                "For item 1, without those who withdrew, 1 of the 2 whom a quorum needs was there: chair (1), education (nobody).",
                "From item 3, 1 of the 2 whom a quorum needs was there: chair (1), education (nobody).",
                "From item 4, 2 of the 2 whom a quorum needs were there: chair (1), education (2).",
            ])
        #expect(lost.reason(at: "2") == nil)
        #expect(
            lost.reason(at: "3")
                == "the meeting was not quorate for it (1 of the 2 whom a quorum needs; missing: education)")
    }

    @Test func nothingIsOverdueOnlyWhereTheActionLogSaysSoToo() throws {
        var papers = Samples.boardPapers
        papers.overdue = []
        let text = try Pack.board(papers).document(for: .members, acronyms: Acronyms([:])).json()
        #expect(
            text.contains(
                "No issue past its date is printed here. 1 line of the action log is."))
        papers.meeting.actions = []
        let none = try Pack.board(papers).document(for: .members, acronyms: Acronyms([:])).json()
        #expect(none.contains("past its date is printed here.\""))
    }
}
