import Partnership
import Workflow

extension View {
    /// What became of the issues that reached the Board, for its papers: of those under way on a day, and those that ended since
    /// the papers of its last meeting.
    ///
    /// - Parameters:
    ///   - past: the day as of whose end they are told; nil for as they are.
    ///   - date: the day on which people hold the seats that they are told with.
    func trackedForBoard(since: Day?, asOf past: Day?, on date: Day) throws -> [BoardTracked] {
        let boards = try Set(reference.bodies.filter { $0.kind == .board }.map(\.id))
        return try tracked(endedFrom: since, asOf: past).map { tracked in
            let issue = tracked.issue
            var line = BoardTracked(
                issue: try sheet(of: issue, for: nil, on: date), part: try part(of: item(id: issue.id)),
                isOpen: issue.isOpen)
            line.raisedOn = try tracked.raisedAt.flatMap { try item($0).meeting.date }
            if tracked.raisedAt == nil {
                line.sentBy = try issue.issue.area.flatMap { try reference.lap(ofArea: $0)?.title }
            }
            line.reached = tracked.reached
            line.decision = try decisions(on: issue).last { decision in
                guard boards.contains(decision.body), !decision.isDeferral else { return false }
                let taken = try item(decision.meeting).meeting.date
                return past.map { day in taken.map { $0 <= day } ?? true } ?? true
            }.map { try self.line($0, asOf: past) }
            if let holder = tracked.owner {
                line.holder = holder.name
                line.holderRole = try paperPerson(holder, seats: seats(of: holder, on: date)).role
            }
            line.due = tracked.due
            // What was decided stands there already.
            line.latest = tracked.latest.flatMap {
                $0.text == line.decision?.text
                    ? nil : BoardTracked.Update(on: $0.on, ref: $0.reference, deed: $0.event, text: $0.text)
            }
            line.outcome = tracked.outcome
            line.evidence = tracked.evidence
            line.release = tracked.release.map {
                BoardTracked.Release(on: $0.on, by: $0.by, role: $0.capacity)
            }
            line.told = tracked.told
            line.changed = tracked.reviews
            return line
        }
    }
}
