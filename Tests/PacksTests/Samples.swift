import Foundation
import Partnership
import Workflow

@testable import Packs

/// Papers of made-up meetings: role names only.
enum Samples {
    /// The folder `Data` of the checkout that the tests are in.
    static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data").path

    /// A search that knows these secrets and what the samples' partnership is called.
    static func guarding(_ secrets: [Secret] = [], allowed: [String] = [], members: [String] = []) throws -> PackGuard {
        PackGuard(
            secrets: secrets,
            knowledge: PersonalSearch.Knowledge(
                try OrdinaryWords(data: data), words: ["Lancaster", "Preston", "North LAP", "SEND Partnership Board"],
                members: members, published: allowed))
    }

    static let acronyms = Acronyms([
        "DCO": "Designated Clinical Officer", "NHS": "National Health Service",
        "SALT": "speech and language therapy", "EHCP": "education, health and care plan",
        "SEND": "special educational needs and disabilities",
    ])

    static let north = Body(id: "north", title: "North LAP", kind: .lap, area: "north")
    static let board = Body(id: "board", title: "SEND Partnership Board", kind: .board)

    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    static let dco = PapersPerson(
        name: "DCO North", role: "Designated Clinical Officer", organisation: "NHS integrated care board")
    static let parentRep = PapersPerson(
        name: "Parent Rep North", role: "Parent carer representative", organisation: "Parent Carer Forum")
    static let commissioner = PapersPerson(
        name: "Commissioner Therapies", role: "Head of Children’s Commissioning",
        organisation: "NHS integrated care board")
    static let senco = PapersPerson(
        name: "SENCO Primary", role: "Special educational needs co-ordinator",
        organisation: "A primary school, Lancaster")

    static let therapy = IssueSheet(
        ref: "N-1", area: "North", theme: "Speech, language and communication therapy",
        summary: "Nine-month wait for a first therapy appointment", state: "On an agenda", scope: .systemic,
        families: 14,
        phase: "Primary", severity: 3, received: day("2019-12-02"), age: 43,
        services: "Community speech and language therapy, school nursing", agency: "Children’s commissioning",
        tried: "Asked the service for its waiting list in October; asked two schools to buy sessions of their own. "
            + "Neither shortened the wait", outcomeSought: "A first appointment within eighteen weeks",
        carries: 1, raisedBy: "Parent carer",
        criteria: [
            .init(code: "E1", text: "Needs a decision, money or commissioning beyond the LAP"),
            .init(code: "E4", text: "Carried forward twice"),
        ], ask: "Agree a waiting-time standard for SALT across the county, and say who reports on it",
        recommendation: "That the Board adopt eighteen weeks as the standard from April 2020",
        options: "Do nothing; a standard for the north only; a standard for the county",
        evidence: "Fourteen families and three schools told the same story between October and December",
        parentRepView: "Families would rather know the true wait than be given a date that moves",
        mayDiscussAnonymised: true)

    static let placement = IssueSheet(
        ref: "N-4", area: "North", theme: "School place",
        summary: "A school place was withdrawn a week before term", state: "On an agenda", scope: .individual,
        families: 1,
        phase: "Secondary", severity: 3, received: day("2019-12-09"), age: 36,
        services: "The one special school nearby",
        tried: "The family met the school twice", outcomeSought: "A place that lasts", raisedBy: "Parent carer",
        mayDiscussAnonymised: true)

    static let contract = IssueSheet(
        ref: "N-5", area: "North", theme: "Continence and equipment",
        summary: "A supplier of equipment is about to lose its contract", state: "On an agenda", scope: .systemic,
        families: 3,
        mayDiscussAnonymised: false, sharedWith: ["north"])

    static let unconsented = IssueSheet(
        ref: "N-6", area: "North", theme: "Transport", summary: "A long ride in a taxi without an escort",
        state: "On an agenda", scope: .individual, mayDiscussAnonymised: false)

    static let partTwo = PaperPart.two(PrivateGround(paragraph: .business), by: "north")
    static let boardPartTwo = PaperPart.two(PrivateGround(paragraph: .business), by: "board")

    static var meeting: MeetingPapers {
        var papers = MeetingPapers(
            body: north, ref: "north-2020-01-14", date: day("2020-01-14"), asOf: day("2020-01-06"))
        papers.number = 12
        papers.starts = ClockTime("10:00")
        papers.ends = ClockTime("12:30")
        papers.venue = "A primary school, Lancaster"
        papers.joining = "Come to the school’s office and ask for the hall. There is parking for those who need it."
        papers.access = AccessContact(
            title: "the North DCO office", email: "access.north@example.org", phone: "01632 960 001")
        papers.chair = dco
        papers.issued = day("2020-01-06")
        papers.supplements = [Supplement(number: 1, issued: day("2020-01-09"))]
        papers.agenda = agenda
        papers.actions = actions
        papers.answers = [
            YouSaidWeDid(
                ref: "N-2", theme: "Early help", said: "Parents of anxious children do not know whom to ask",
                did: "Primary Mental Health Workers come to the parents’ events that are planned for spring",
                impact: "Three events, each with two workers", answered: day("2019-12-17")),
            YouSaidWeDid(
                ref: "N-3", theme: "Short breaks", said: "Assessments for short breaks ask what nobody can answer",
                did: "The Acting Director of Social Care follows up each one that was not right",
                answered: day("2019-12-19"), answeredBy: "SEND Partnership Board"),
        ]
        papers.background = [
            BackgroundPaper(
                title: "Waiting times of the therapy services, autumn 2019", place: "on request", item: "8.1"),
            BackgroundPaper(title: "Letter of the supplier", place: "on request", item: "12.1"),
        ]
        papers.nextDates = [
            NextDate(title: "Last day to bring issues to the next meeting", day: day("2020-01-28")),
            NextDate(
                title: "Next meeting", day: day("2020-02-11"), time: ClockTime("10:00"),
                venue: "A high school, Fleetwood"),
        ]
        return papers
    }

    private static var agenda: [AgendaEntry] {
        [
            AgendaEntry(
                number: "1", title: "Welcome, introductions and apologies", purpose: .information, lead: "Chair",
                minutes: 10),
            AgendaEntry(
                number: "2", title: "Declarations of interest", purpose: .information, lead: "Chair", minutes: 5),
            AgendaEntry(
                number: "3", title: "Notes of the last meeting and matters arising", purpose: .decision, lead: "Chair",
                minutes: 10),
            AgendaEntry(number: "4", title: "Action log", purpose: .discussion, lead: "Chair", minutes: 15),
            AgendaEntry(
                number: "5", title: "You said, we did", purpose: .information, lead: "Designated Clinical Officer",
                minutes: 10),
            AgendaEntry(
                number: "8", title: "New issues, by theme", purpose: .discussion, lead: "Designated Clinical Officer",
                minutes: 45),
            AgendaEntry(
                number: "8.1", title: therapy.summary, purpose: .decision, lead: "Head of Children’s Commissioning",
                issue: therapy, chairNotes: "Let the parent representative speak first"),
            AgendaEntry(
                number: "8.2", title: placement.summary, purpose: .discussion, lead: "Designated Clinical Officer",
                lateReason: "The place was withdrawn after the cut-off, and term begins before the next meeting",
                supplement: 1,
                issue: placement),
            AgendaEntry(
                number: "8.3", title: unconsented.summary, purpose: .discussion, lead: "Transport lead",
                issue: unconsented),
            AgendaEntry(number: "12", title: "Proposed escalations", purpose: .decision, lead: "Chair", minutes: 15),
            AgendaEntry(
                number: "12.1", title: contract.summary, purpose: .decision, lead: "Head of Children’s Commissioning",
                part: partTwo, note: "The supplier has asked for confidence", issue: contract),
            AgendaEntry(
                number: "12.2", title: "Award of the therapy contract to the second bidder", purpose: .decision,
                lead: "Head of Children’s Commissioning", part: partTwo),
            AgendaEntry(number: "15", title: "Next meeting", purpose: .information, lead: "Chair", minutes: 5),
        ]
    }

    private static var actions: [ActionLine] {
        [
            ActionLine(
                ref: "A-1", text: "Publish the waiting times of each therapy service", lead: commissioner,
                supporters: [dco], agency: "NHS integrated care board", due: day("2019-12-20"),
                dueHistory: [
                    .init(
                        from: day("2019-11-29"), changedOn: day("2019-11-28"),
                        reason: "figures for one service were wrong")
                ], status: .open, state: "In progress", issue: "N-1", meeting: "north-2019-11-12", item: "8.1"),
            ActionLine(
                ref: "A-2", text: "Bring a Primary Mental Health Worker to the spring events", lead: dco,
                due: day("2019-12-31"), status: .done, state: "Done", closedOn: day("2019-12-17"),
                evidence: "the programme of the events names them", issue: "N-2", meeting: "north-2019-11-12"),
            ActionLine(
                ref: "A-3", text: "Supply the number of annual reviews that are late, by school", lead: senco,
                due: day("2020-02-07"), meeting: "north-2020-01-14", item: "9"),
            ActionLine(
                ref: "A-4", text: "Ask the supplier for its terms", lead: commissioner, due: day("2020-01-31"),
                issue: "N-5",
                meeting: "north-2020-01-14", part: partTwo, mayDiscussAnonymised: false, sharedWith: ["north"]),
        ]
    }
}
