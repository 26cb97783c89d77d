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
        let json = try JSON(encoding: shown.meeting).adding("due", JSON(encoding: shown.due)).adding(
            "missing", JSON(encoding: shown.missing)
        ).adding("terms", JSON(encoding: shown.terms)).adding("change", JSON(encoding: shown.change))
        try await context.answer(Answer(text(of: shown), json: json), options)
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
        if let change = shown.change {
            let what = change.movedFrom.map { "Moved from \($0.words)" } ?? "Does not take place"
            let why = change.reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            lines.append("  \(what)\(why.map { ": \(Printed.safe($0, limit: 400))" } ?? "")")
        }
        if let terms = shown.terms {
            let due = terms.isDue ? ", which is past" : ""
            lines.append(
                "  Terms of reference: version \(terms.version), agreed on \(terms.agreed.words), "
                    + "review by \(terms.review.words)\(due)")
        }
        if !shown.due.isEmpty { lines += ["", "Due:"] + shown.due.map(line) }
        if !shown.missing.isEmpty {
            lines += ["", "Missing:"] + shown.missing.map { "  \(FindingText.line($0, of: meeting.item.ref))" }
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

    private func line(_ due: ShownMeeting.Due) -> String {
        let what =
            switch due.what {
            case .call: "call for items"
            case .cutOff: "items, issues and papers in"
            case .paper: "paper of \(due.ref ?? "") (\(due.title ?? ""))"
            case .publish: "agenda out"
            case .minutes: "draft minutes and actions out"
            }
        let from = due.from.isEmpty ? "" : ", from \(Sentences.list(due.from, "or"))"
        let done = due.done.map { "; done on \($0.words)" } ?? ""
        let count = due.byDefault.map { " (default: \($0) working days before the cut-off)" } ?? ""
        return "  \(Columns.pad(due.day.wordsWithWeekday, to: 28)) \(what)\(count)\(from)\(done)"
    }

    private func line(_ record: AttendanceAnswer) -> String {
        "  \(Columns.pad(record.status, to: 11)) \(record.person)"
            + (record.deputy.map { ", for whom \($0) came" } ?? "")
            + (record.roles.isEmpty ? "" : " (\(record.roles.joined(separator: ", ")))")
            + [
                record.capacity ?? (record.status == "present" && record.roles.isEmpty ? "guest" : nil),
                record.online ? "online" : nil, record.arrived.map { "from item \($0)" },
                record.departed.map { "left before item \($0)" },
            ].compactMap(\.self).map { ", \($0)" }.joined()
    }

    private func line(_ decision: DecisionAnswer) -> String {
        "  \(decision.ref)\(decision.kind.map { "  \($0)" } ?? "")\(decision.principle.map { " in principle, \($0.outcome)" } ?? "")"
            + (decision.followUp.map { ", \($0)" } ?? "") + "\(decision.provisional ? " (provisional)" : "")"
            + "\(decision.issue.map { "  \($0)" } ?? "")  \(Printed.safe(decision.wording, limit: 100))"
    }
}

/// A line of an agenda, for people.
enum AgendaText {
    static func line(_ item: AgendaItemAnswer) -> String {
        var text = item.number.contains(".") ? "      " : "  "
        if let starts = item.starts { text += starts + "  " }
        text += Columns.pad(item.number, to: 5) + item.title
        if let record = item.issue ?? item.matter { text += "  [\(record)]" }
        if item.private { text += "  (private)" }
        if item.supplement > 0 { text += "  (supplement \(item.supplement))" }
        if item.late != nil { text += "  (late)" }
        if item.discussed != nil { text += "  ✓" }
        if !item.reached { text += "  (not reached)" }
        if let alike = item.alike {
            text += "\n            alike, consider one systemic issue: \(alike.joined(separator: ", "))"
        }
        if let elsewhere = item.elsewhere {
            let places = elsewhere.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
            text += "\n            the same theme in another area (E6): \(places.joined(separator: ", "))"
        }
        return text
    }
}
