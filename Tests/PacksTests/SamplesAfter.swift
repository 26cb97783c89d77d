import Partnership
import Workflow

@testable import Packs

extension Samples {
    /// The same meeting afterwards.
    static var heldMeeting: MeetingPapers {
        var papers = meeting
        papers.asOf = day("2020-01-20")
        papers.status = .circulated(day("2020-01-20"))
        let quorum = QuorumFinding(
            ["chair", "health", "education", "local authority"].map { QuorumFinding.Need($0, present: 1) },
            lacksParentRep: true)
        papers.quorum = quorum
        papers.itemQuorums = papers.agenda.map { ItemQuorum(number: $0.number, there: quorum, deciding: quorum) }
        papers.parentRep = .absent
        papers.attendance = [
            AttendanceLine(person: dco, status: .present),
            AttendanceLine(
                person: PapersPerson(name: "Deputy Commissioner", role: "Commissioning manager", organisation: "NHS"),
                status: .deputised, deputyFor: commissioner),
            AttendanceLine(person: senco, status: .present),
            AttendanceLine(person: parentRep, status: .apologies),
            AttendanceLine(person: PapersPerson(name: "", role: "Headteacher representative"), status: .vacant),
        ]
        papers.declarations = [
            DeclarationLine(person: senco, interest: "Her school buys therapy of its own", item: "8.1"),
            DeclarationLine(
                person: senco, interest: "Works for the supplier at weekends", item: "12.1", withdrew: true),
        ]
        papers.minutes = [
            MinuteEntry(
                number: "4", title: "Action log", discussed: "The log was gone through. Two actions were closed."),
            MinuteEntry(
                number: "8.1", title: therapy.summary, issue: "N-1",
                discussed: """
                    The DCO told the meeting that the wait for a first appointment had grown to nine months. \
                    Schools said that children reach them without the reports that an EHCP needs.

                    Commissioning said that no standard exists for the wait, and that the county could set one.
                    """,
                decisions: [
                    DecisionLine(
                        ref: "D-2020-1", kind: .agreed, text: "That the Board be asked to:",
                        limbs: [
                            "set a standard of eighteen weeks;", "name who reports on it; and",
                            "publish the wait each quarter.",
                        ], isProvisional: true)
                ], actions: ["A-3"]),
            MinuteEntry(
                number: "12.1", title: contract.summary, part: partTwo, issue: "N-5", mayDiscussAnonymised: false,
                sharedWith: ["north"], discussed: "The supplier asked for eight per cent more.",
                decisions: [DecisionLine(ref: "D-2020-2", kind: .deferred, text: "the offer be looked at again")],
                actions: ["A-4"]),
        ]
        papers.escalations = [
            EscalationLine(issue: therapy, to: "SEND Partnership Board", sent: day("2020-01-17"))
        ]
        papers.feedbackOwed = [
            FeedbackOwed(ref: "N-2", theme: "Early help", due: day("2020-01-17"), by: "Designated Clinical Officer"),
            FeedbackOwed(ref: "N-4", theme: "School place", due: day("2020-01-24"), by: "Designated Clinical Officer"),
        ]
        papers.notReached = [
            NotReached(number: "10", title: "Themes and trends", carriedTo: "the meeting on 11 February 2020")
        ]
        return papers
    }

    static var boardPapers: BoardPapers {
        var meeting = MeetingPapers(
            body: board, ref: "board-2020-01-30", date: day("2020-01-30"), asOf: day("2020-01-16"))
        meeting.starts = ClockTime("14:00")
        meeting.ends = ClockTime("16:30")
        meeting.venue = "County Hall, Preston"
        meeting.access = AccessContact(title: "the Board’s secretary", email: "secretary@example.org")
        meeting.chair = PapersPerson(name: "Board Chair", role: "Chair of the Board")
        meeting.actions = [
            ActionLine(
                ref: "A-9", text: "Report on short breaks assessments",
                lead: PapersPerson(name: "Director Social Care"),
                due: day("2020-01-10"))
        ]
        meeting.agenda = [
            AgendaEntry(number: "1", title: "Welcome and quorum", purpose: .information, lead: "Chair", minutes: 5),
            AgendaEntry(
                number: "6", title: "Issues sent by locality meetings", purpose: .decision, lead: "Chair", minutes: 40),
            AgendaEntry(
                number: "6.1", title: therapy.summary, purpose: .decision, lead: "Designated Clinical Officer",
                issue: therapy),
        ]
        var papers = BoardPapers(meeting: meeting, undecidedBoards: 2)
        papers.briefs = [
            BoardBrief(
                issue: therapy, item: "6.1", sentBy: "North LAP", sentOn: day("2020-01-14"),
                concerns: [
                    Concern(number: 11, text: "The inequalities of provision based on location"),
                    Concern(
                        number: 3,
                        text: "Weak joint commissioning arrangements that are not well developed or evaluated"),
                ],
                planActions: [
                    .init(ref: "IP-3.6", title: "Re-commission Speech and Language and Occupational Therapy Services")
                ], deferrals: 1),
            BoardBrief(issue: contract, item: "13", part: boardPartTwo, sentBy: "North LAP", sentOn: day("2020-01-14")),
        ]
        papers.returned = [
            BoardFollowUp(
                issue: placement, note: "Sent back with authority to spend on transport", holder: "North LAP",
                day: day("2019-12-19"))
        ]
        papers.overdue = [
            BoardFollowUp(
                issue: therapy, note: "Commissioning plan awaited", holder: "Head of Children’s Commissioning",
                day: day("2020-01-10"))
        ]
        papers.themes = ThemeCounts(
            areas: ["North", "South", "East"],
            rows: [
                .init(theme: "Speech, language and communication therapy", counts: [14, 9, 2]),
                .init(theme: "Autism and neurodevelopmental pathway", counts: [12, 17, 8]),
                .init(theme: "Short breaks", counts: [3, 6, 0]),
                .init(theme: "Transport", counts: [0, 0, 0]),
                .init(theme: "EHCP timeliness", counts: [7, 11, 21]),
            ])
        papers.received = ThemeCounts(
            areas: ["North", "South", "East"],
            rows: [
                .init(theme: "Speech, language and communication therapy", counts: [14, 9, 2]),
                .init(theme: "Autism and neurodevelopmental pathway", counts: [12, 17, 8]),
                .init(theme: "Short breaks", counts: [3, 1, 0]),
                .init(theme: "EHCP timeliness", counts: [7, 11, 21]),
            ])
        papers.exceptions = [
            BoardException(
                issue: placement, boards: 2,
                deferrals: [
                    .init(day: day("2019-11-21"), reason: "no time"),
                    .init(day: day("2019-12-19"), reason: "the owner was away"),
                ])
        ]
        return papers
    }

    static var letter: FamilyAnswer {
        FamilyAnswer(
            ref: "N-1", theme: "Speech, language and communication therapy", area: "North", date: day("2020-02-03"),
            from: "Designated Clinical Officer, North LAP",
            heard:
                "You told us that children wait nine months for a first appointment with SALT, and that nobody says how "
                + "long it will take.",
            decided: "The Board agreed that no child should wait longer than eighteen weeks, from April 2020.",
            why:
                "Fourteen families and three schools told us the same. The Board thought that the wait was too long, and "
                + "that it should not depend on where you live.",
            decidedBy: "the SEND Partnership Board", decidedOn: day("2020-01-30"),
            steps: [
                .init(
                    who: "The head of children’s commissioning", what: "Write the standard into the NHS contract",
                    by: day("2020-03-31")),
                .init(who: "The therapy service", what: "Publish how long families wait, each quarter"),
            ], next: .fixed(body: "North LAP", on: day("2020-06-16")),
            disagree: ["The information, advice and support service can help you say so, free of charge"],
            reopenUntil: day("2021-02-03"),
            contact: AccessContact(
                title: "the North DCO office", email: "access.north@example.org", phone: "01632 960 001"))
    }
}
