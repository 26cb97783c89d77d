import Ledger
import Partnership
import Workflow

extension View {
    /// What becomes of what nothing has come of yet.
    ///
    /// - Parameter received: the day on which the family that is written to told it.
    func acknowledgement(
        of course: IssueCourse, _ answer: FamilyAnswer, received: Day?, on day: Day
    ) throws -> FamilyAnswer.Acknowledgement {
        let issue = course.issue
        // A clock that rests counts no day.
        func due(_ meaning: String) -> Day? {
            issue.definition.clocks(meaning: meaning).lazy.compactMap { clock in
                issue.item.clocks[clock.name].flatMap { $0.pausedOn == nil ? $0.due : nil }
            }.first
        }
        var told = FamilyAnswer.Acknowledgement(received: received)
        told.decidesBy = due("triage").flatMap { $0 < day ? nil : $0 }
        let lap = try issue.issue.area.flatMap(reference.lap(ofArea:))
        if answer.carriedBy == nil {
            if due("information") != nil {
                told.neededBy = issue.issue.neededBy
                told.missing = issue.issue.missing
            }
            told.needsConsent = lap != nil && !issue.issue.mayBeDiscussed && answer.withdrewConsent == nil
        }
        if let owner = try issue.issue.owner.map({ try person(id: $0) }) {
            // Of several seats, the one that answers families.
            let seats = try seats(of: owner, on: day)
            let answering = try reference.roles(with: .answers)
            let seat = seats.first { answering.contains($0.role) } ?? seats.first
            told.dealtWithBy = try seat.map { try roleTitle($0.role) }
        }
        guard let lap, try issue.issue.mayBeDiscussed && hearing(of: course, on: day) == nil else { return told }
        var next = try nextMeeting(of: lap.id, after: day)
        while let meeting = next, let date = meeting.meeting.date, try dates(of: lap, meetingOn: date).cutOff < day {
            next = try nextMeeting(of: lap.id, after: date)
        }
        told.earliest = .init(body: lap.title, on: next?.meeting.date, venue: next?.meeting.venue)
        return told
    }
}
