import Partnership
import Workflow

@testable import Packs

extension Samples {
    /// The same meeting as a notice has it, and two that come after it.
    static var noticed: MeetingPapers {
        var papers = meeting
        papers.agenda = []
        papers.calendar = [
            CalendarMeeting(
                id: "lap:sample:north-2020-01-14", day: day("2020-01-14"), starts: ClockTime("10:00"),
                ends: ClockTime("12:30"), venue: papers.venue, bringBy: day("2020-01-06"), isNoticed: true, changes: 1),
            CalendarMeeting(
                id: "lap:sample:north-2020-06-09", day: day("2020-06-09"), starts: ClockTime("10:00"),
                ends: ClockTime("12:30"), venue: "A high school, Fleetwood; the hall", bringBy: day("2020-06-01")),
            CalendarMeeting(
                id: "lap:sample:north-2020-07-14", day: day("2020-07-14"), bringBy: day("2020-07-06"), isNoticed: true,
                isCalledOff: true, changes: 2),
        ]
        return papers
    }

    /// A meeting before it, of which one thing is told.
    static var earlierMeeting: MeetingPapers {
        var papers = MeetingPapers(
            body: north, ref: "north-2019-12-10", date: day("2019-12-10"), asOf: day("2019-12-12"))
        papers.status = .agreed(day("2020-01-14"))
        papers.minutes = [
            MinuteEntry(
                number: "8.1", title: "Short breaks", discussed: "Families asked for shorter forms.",
                decisions: [DecisionLine(ref: "D-2019-9", kind: .agreed, text: "That the form be shortened.")],
                actions: ["A-1"])
        ]
        papers.actions = [
            ActionLine(
                ref: "A-1", text: "Shorten the form", lead: senco, due: day("2020-02-03"), meeting: papers.ref,
                item: "8.1")
        ]
        return papers
    }
}
