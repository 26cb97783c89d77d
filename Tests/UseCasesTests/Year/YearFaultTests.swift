import Register
import Testing
import UseCases
import Workflow

/// What the year found, each as the shortest course that leads there.
struct YearFaultTests {
    private func meeting(of body: String = "north", _ date: String, in place: TestPlace) throws -> String {
        try place.does(
            CauseEvent(
                "schedule", of: "meeting", given: ["body": .text(body), "date": .day(Day(iso: date)!)]),
            on: "2019-04-03"
        ).answer.reference
    }

    private func attends(_ meeting: String, on day: String, in place: TestPlace) throws {
        _ = try place.does(
            Attend(meeting: meeting, entries: [.present("DCO North"), .present("Parent Rep North")]), on: day)
    }

    private func reasons(_ body: () throws -> Void) throws -> [Reason] {
        do {
            try body()
            return []
        } catch RegisterError.refused(let reasons) {
            return reasons
        }
    }

    /// It was neither taken nor carried nor told of, and what was decided on it stood in no minutes.
    @Test func noMeetingOpensWithoutWhatCameSinceItsAgendaWasLaidOut() async throws {
        let place = try await TestPlace()
        let first = try place.raises()
        let late = try place.raises()
        for issue in [first, late] { try place.accepts(issue) }
        let meeting = try place.meets(with: first)
        try place.causes(
            "schedule", on: late, ["meeting": .text(meeting), "late-reason": .text("It cannot wait")], on: "2019-04-11")
        try attends(meeting, on: "2019-04-30", in: place)
        let refused = try reasons { try place.causes("hold", on: meeting, of: "meeting", on: "2019-04-30") }
        #expect(refused.map(\.remedies) == [[.deed("build-agenda")]])
        _ = try place.does(BuildAgenda(of: meeting), on: "2019-04-30")
        try place.causes("hold", on: meeting, of: "meeting", on: "2019-04-30")
        try place.causes(
            "note", on: late, ["noted-as": .text("answered"), "outcome": .text("It was explained")], on: "2019-04-30")
        #expect(try place.asks(ShowAgenda(of: meeting)).contains { $0.issue == late })
    }

    /// What was put off to a meeting and came after its agenda was laid out is on it, too, before it opens.
    @Test func noMeetingOpensWithoutWhatWasPutOffToIt() async throws {
        let place = try await TestPlace()
        let issue = try place.raises()
        try place.accepts(issue)
        let first = try place.meets(with: issue)
        let second = try meeting("2019-05-14", in: place)
        _ = try place.does(BuildAgenda(of: second), on: "2019-04-03")
        try place.causes("publish", on: second, of: "meeting", on: "2019-04-30")
        try place.causes(
            "defer", on: issue, ["deferred-because": .text("owner-absent"), "next-meeting": .text(second)],
            on: "2019-04-30")
        #expect(try place.asks(ShowAgenda(of: first)).contains { $0.issue == issue })
        try attends(second, on: "2019-05-14", in: place)
        let refused = try reasons { try place.causes("hold", on: second, of: "meeting", on: "2019-05-14") }
        #expect(refused.map(\.remedies) == [[.deed("build-agenda")]])
        #expect(try place.does(BuildAgenda(of: second), on: "2019-05-14").answer.carried == [issue])
        try place.causes("hold", on: second, of: "meeting", on: "2019-05-14")
    }

    /// Laying the agenda out again put it on again, as it does with what was carried while there was no meeting.
    @Test func whatTheChairTookOffAnAgendaStaysOffIt() async throws {
        let place = try await TestPlace()
        let issue = try place.raises()
        try place.accepts(issue)
        _ = try place.meets(with: issue)
        let second = try meeting("2019-05-14", in: place)
        try place.causes(
            "defer", on: issue, ["deferred-because": .text("owner-absent"), "next-meeting": .text(second)],
            on: "2019-04-30")
        #expect(try place.does(BuildAgenda(of: second), on: "2019-04-30").answer.carried == [issue])
        try place.causes("unschedule", on: issue, ["reason": .text("The owner is away")], on: "2019-05-01")
        #expect(try place.does(BuildAgenda(of: second), on: "2019-05-01").answer.carried.isEmpty)
        #expect(try place.asks(ShowItem(issue)).item.state == "accepted")
    }
}
