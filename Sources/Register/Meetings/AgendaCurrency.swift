import Partnership
import Workflow

extension View {
    /// Whether an issue has no business on an agenda that is still to be taken: it has come to an end, or it is one family's
    /// and they no longer agree to its being talked about.
    func isOff(_ issue: StoredItem) -> Bool {
        guard issue.isOpen else { return true }
        return !issue.issue.isSystemic && !issue.issue.mayBeDiscussed && !issue.issue.mayBeShared
    }

    /// The agenda of a meeting that has not been held, with what has left it since: its line keeps its number, and says no
    /// more than that it was withdrawn.
    public func withoutWithdrawn(_ agenda: [AgendaItem], of meeting: StoredItem) throws -> [AgendaItem] {
        guard meeting.isOpen, try attendance(of: meeting).isEmpty else { return agenda }
        return try agenda.map { line in
            guard let issue = line.issue, line.feed != StandingItem.Feed.answers.rawValue,
                try isOff(item(id: issue.id))
            else { return line }
            return line.withheld("Withdrawn")
        }
    }

    /// Whether an agenda that notice is still to be given of no longer holds what is brought to the meeting, as it is
    /// brought: something came, left or is to be taken otherwise.
    func isAgendaStale(of meeting: StoredItem) throws -> Bool {
        guard meeting.meeting.publishedOn == nil else { return false }
        let agenda = try agenda(of: meeting)
        guard !agenda.isEmpty else { return false }
        let now = try matters(for: meeting, of: body(of: meeting)).values.joined()
        let brought = Set(now.map { [$0.issue, $0.title, $0.ground.map { "\($0)" }, $0.lateReason] })
        let laidOut = Set(
            agenda.filter { !$0.isHeading }.map {
                [$0.issue?.reference, $0.title, $0.isPrivate ? "\($0.ground)" : nil, $0.lateReason]
            })
        return brought != laidOut
    }
}
