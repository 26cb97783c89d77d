import Ledger
import Partnership
import Register
import UseCases
import Workflow

/// One meeting for people: when and where, its agenda, who was there, what it decided.
struct MeetingPage {
    let reference: String

    func show(_ context: Context, _ options: CommonOptions) async throws {
        let shown = try Session(context, options).ask(ShowMeeting(reference))
        try await context.answer(Answer(text(of: shown), json: JSON(encoding: shown.meeting)), options)
    }

    private func text(of shown: ShownMeeting) -> String {
        let meeting = shown.meeting
        var lines = [
            "\(meeting.item.ref)  \(shown.bodyTitle)  \(shown.stateTitle)  (version \(meeting.item.version))"
        ]
        if let date = meeting.date {
            let place = [shown.time, shown.venue].compactMap(\.self)
            lines.append("  \(([date.wordsWithWeekday] + place).joined(separator: ", "))")
        }
        if let dates = shown.dates {
            let publish = "publish by \(dates.publishBy.words); minutes by \(dates.minutesBy.words)"
            lines.append("  Issues in by \(dates.cutOff.words); \(publish)")
        }
        lines += ["", meeting.agenda.isEmpty ? "No agenda yet: lap agenda build \(meeting.item.ref)" : "Agenda:"]
        lines += meeting.agenda.map(AgendaText.line)
        if !meeting.attendance.isEmpty { lines += ["", "Attendance:"] + meeting.attendance.map(line) }
        if let quorum = shown.quorum {
            lines += Sentence.quorum(quorum).split(separator: "\n").map { "  \($0)" }
        }
        if !meeting.decisions.isEmpty { lines += ["", "Decisions:"] + meeting.decisions.map(line) }
        if !meeting.undecided.isEmpty {
            lines += ["", "Without a decision: \(meeting.undecided.joined(separator: ", "))"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ record: AttendanceAnswer) -> String {
        "  \(Columns.pad(record.status, to: 11)) \(record.person)"
            + (record.deputy.map { ", for whom \($0) came" } ?? "")
            + (record.roles.isEmpty ? "" : " (\(record.roles.joined(separator: ", ")))")
            + [
                record.capacity, record.online ? "online" : nil, record.arrived.map { "from item \($0)" },
                record.departed.map { "left before item \($0)" },
            ].compactMap(\.self).map { ", \($0)" }.joined()
    }

    private func line(_ decision: DecisionAnswer) -> String {
        "  \(decision.ref)  \(decision.kind)\(decision.provisional ? " (provisional)" : "")"
            + "\(decision.issue.map { "  \($0)" } ?? "")  \(Printed.safe(decision.wording, limit: 100))"
    }
}

/// A line of an agenda, for people.
enum AgendaText {
    static func line(_ item: AgendaItemAnswer) -> String {
        var text = item.number.contains(".") ? "      " : "  "
        text += Columns.pad(item.number, to: 5) + item.title
        if let record = item.issue ?? item.matter { text += "  [\(record)]" }
        if item.private { text += "  (private)" }
        if item.supplement > 0 { text += "  (supplement \(item.supplement))" }
        if item.late != nil { text += "  (late)" }
        if item.discussed != nil { text += "  ✓" }
        if !item.reached { text += "  (not reached)" }
        return text
    }
}
