import Packs
import Register
import UseCases
import Workflow

/// One meeting for people: when and where, its agenda, who was there, what it decided.
struct MeetingPage {
    let reference: String

    func show(_ context: Context, _ options: CommonOptions) async throws {
        let workplace = try Session(context, options)
        let answer = try workplace.read { view, standing in
            try standing.mustHoldSeat(toRead: "Agendas and minutes")
            let meeting = try view.item(reference, workflow: "meeting")
            return Answer(
                try text(of: meeting, as: standing, in: view),
                json: try json(of: meeting, as: standing, in: view, on: workplace.day))
        }
        try await context.answer(answer, options)
    }

    private func text(of meeting: StoredItem, as standing: Standing, in view: View) throws -> String {
        let body = try view.body(of: meeting)
        var lines = ["\(meeting.reference)  \(body.title)  \(meeting.stateTitle)  (version \(meeting.version))"]
        if let date = meeting.day("date") {
            let dates = try view.dates(of: body, meetingOn: date)
            let place = [meeting.text("time"), meeting.text("venue")].compactMap { $0 }
            lines.append("  \(([date.wordsWithWeekday] + place).joined(separator: ", "))")
            lines.append(
                "  Issues in by \(dates.cutOff.words); publish by \(dates.publishBy.words); minutes by \(dates.minutesBy.words)"
            )
        }
        let agenda = try view.agenda(of: meeting)
        lines += ["", agenda.isEmpty ? "No agenda yet: lap agenda build \(meeting.reference)" : "Agenda:"]
        lines += agenda.map(AgendaText.line)
        let attendance = try view.attendance(of: meeting)
        if !attendance.isEmpty {
            lines += ["", "Attendance:"]
            lines += attendance.map { record in
                "  \(Columns.pad(record.status.rawValue, to: 11)) \(record.person.name)"
                    + (record.deputy.map { ", for whom \($0.name) came" } ?? "")
                    + (record.seats.isEmpty ? "" : " (\(record.seats.map(\.role).joined(separator: ", ")))")
            }
            let finding = Sentence.quorum(QuorumAnswer(meeting.reference, try view.finding(of: meeting)))
            lines += finding.split(separator: "\n").map { "  \($0)" }
        }
        let decisions = try view.decisions(of: meeting)
        if !decisions.isEmpty {
            lines += ["", "Decisions:"]
            lines += decisions.map { decision in
                "  \(decision.reference)  \(decision.kind)\(decision.isProvisional ? " (provisional)" : "")"
                    + "\(decision.issue.map { "  \($0)" } ?? "")  \(Printed.safe(decision.wording, limit: 100))"
            }
        }
        let undecided = try view.undecided(at: meeting)
        if !undecided.isEmpty { lines += ["", "Without a decision: \(undecided.joined(separator: ", "))"] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func json(of meeting: StoredItem, as standing: Standing, in view: View, on day: Day) throws -> JSON {
        guard case .object(var members) = try ItemJSON.object(meeting, as: standing, in: view, on: day) else {
            return .null
        }
        members["body"] = .string(meeting.text("body"))
        members["date"] = .string(meeting.day("date")?.description)
        members["agenda"] = .array(try view.agenda(of: meeting).map(AgendaText.json))
        members["attendance"] = .array(
            try view.attendance(of: meeting).map { record in
                .object([
                    "person": .string(record.person.name), "status": .string(record.status.rawValue),
                    "deputy": .string(record.deputy?.name), "roles": .array(record.seats.map { .string($0.role) }),
                ])
            })
        members["decisions"] = .array(try view.decisions(of: meeting).map(DecisionList.json))
        members["undecided"] = .array(try view.undecided(at: meeting).map(JSON.string))
        return .object(members)
    }
}

/// A line of an agenda, for people and for programs.
enum AgendaText {
    static func line(_ item: AgendaItem) -> String {
        var text = item.number.contains(".") ? "      " : "  "
        text += Columns.pad(item.number, to: 5) + item.title
        if let issue = item.issue { text += "  [\(issue.reference)]" }
        if item.part == 2 { text += "  (Part II)" }
        if item.supplement > 0 { text += "  (supplement \(item.supplement))" }
        if item.lateReason != nil { text += "  (late)" }
        if item.discussed != nil { text += "  ✓" }
        if !item.reached { text += "  (not reached)" }
        return text
    }

    static func json(_ item: AgendaItem) -> JSON {
        .object([
            "number": .string(item.number), "title": .string(item.title), "purpose": .string(item.purpose),
            "lead": .string(item.lead), "minutes": .number(item.minutes), "part": .number(item.part),
            "issue": .string(item.issue?.reference), "supplement": .number(item.supplement),
            "late": .string(item.lateReason), "discussed": .string(item.discussed), "reached": .bool(item.reached),
        ])
    }
}
