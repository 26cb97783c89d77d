import Partnership
import Register
import Workflow

/// A meeting's agenda, in order. Whoever builds it may see it; when each item begins, and what else is open like an issue, is
/// for those who make the chair's edition.
public struct ShowAgenda: Question {
    public let meeting: String

    public init(of meeting: String) { self.meeting = meeting }

    public func answer(from view: View, as standing: Standing) throws -> [AgendaItemAnswer] {
        let reading = try MeetingReading(of: meeting, from: view, as: standing)
        if !standing.may(.buildAgenda, at: .of(reading.body)) { try reading.must() }
        var agenda = try reading.agenda()
        guard standing.may(.packChair, at: .of(reading.body)) else { return agenda }
        if let start = (reading.meeting.meeting.time ?? reading.body.meets).flatMap({ ClockTime($0) }) {
            let starts = AgendaTimes.starts(agenda.map(\.minutes), from: start)
            for index in agenda.indices { agenda[index].starts = starts[index]?.written }
        }
        for index in agenda.indices {
            // Of what is decided already the chair decides nothing.
            guard let issue = try agenda[index].issue.map({ try view.item($0) }), issue.isOpen,
                let likeness = try view.likeness(of: issue)
            else { continue }
            if likeness.alike > 0, let theme = issue.issue.theme, let area = issue.issue.area {
                let days = view.today - likeness.days...view.today
                agenda[index].alike = try view.individualIssues(theme: theme, area: area, in: days).filter { name in
                    let other = try view.item(name)
                    return try other.issue.isScreenClear && view.privateMeetings(of: other.id).isEmpty
                        && view.mayRead(other, at: reading.body, as: standing)
                }
            }
            let elsewhere = likeness.elsewhere.map { ($0.area, $0.count) }
            if !elsewhere.isEmpty { agenda[index].elsewhere = Dictionary(elsewhere) { $0 + $1 } }
        }
        return agenda
    }
}
