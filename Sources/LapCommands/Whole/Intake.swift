import ArgumentParser
import Ledger
import Partnership
import Register
import UseCases
import Workflow

struct Intake: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: "What comes before a LAP's or the Board's next meeting: until when, what is ready, missing and alike."
    )

    @Argument(help: "The area, or board; one's own unless told.") var area: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let told = try session.ask(TellIntake(area))
        let text = IntakeText(told: told, day: session.day, width: context.console.width).text
        try await context.answer(Answer(text, json: JSON(encoding: told)), common)
    }
}

/// What comes before the next meeting of a LAP or the Board, for people.
private struct IntakeText {
    let told: IntakeAnswer
    let day: Day
    let width: Int

    var text: String {
        var lines = ["\(told.body), \(day.words)"] + meeting
        if !told.brought.isEmpty {
            lines += ["", "Before it already:"] + told.brought.flatMap { head($0.ref, $0.title, $0.boardCase) }
        }
        if !told.ready.isEmpty { lines += ["", "Ready:"] + told.ready.flatMap(waiting) }
        if !told.notReady.isEmpty { lines += ["", "Not ready:"] + told.notReady.flatMap(waiting) }
        if told.ready.isEmpty, told.notReady.isEmpty { lines += ["", "Nothing waits for it that you may read."] }
        if !told.followed.isEmpty {
            lines += ["", "Being followed up:"] + told.followed.flatMap { head($0.ref, $0.title, $0) + standing($0) }
        }
        if !told.alike.isEmpty {
            lines += ["", "Alike within \(told.days) days, so that one systemic issue says it for all:"]
            lines += told.alike.map { "  \($0.title): \($0.refs.joined(separator: ", "))" }
        }
        if !told.elsewhere.isEmpty { lines += ["", "The same themes elsewhere:"] + told.elsewhere.flatMap(elsewhere) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var meeting: [String] {
        guard let next = told.meeting else {
            return [
                "No meeting is scheduled: lap meeting schedule \(told.area) --date DATE\(Sentences.by(told.scheduledBy))"
            ]
        }
        let left =
            switch next.workingDaysLeft {
            case ..<0: "is over, so that anything new needs the chair’s reason for being late"
            case 0: "is today"
            case let days: "is in \(days.of("working day"))"
            }
        return [
            "\(next.ref) meets on \(next.on.wordsWithWeekday).",
            "The cut-off, \(next.cutOff.wordsWithWeekday), \(left).",
            next.isPublished ? "Its agenda is out." : "Its agenda goes out by \(next.publishBy.wordsWithWeekday).",
        ]
    }

    private func line(_ ref: String, _ title: String?) -> String {
        let head = "  \(Columns.pad(ref, to: 6))  "
        return head + Columns.cut(Printed.safe(title ?? "", limit: 280), to: max(20, width - Columns.width(of: head)))
    }

    private func indented(_ text: String) -> [String] {
        Printed.wrapped(text, width: max(30, width - 10)).map { "          \($0)" }
    }

    /// An issue; before the Board what that is asked to do stands first.
    private func head(_ ref: String, _ title: String?, _ boardCase: IntakeAnswer.BoardCase?) -> [String] {
        guard let boardCase, let ask = boardCase.ask else { return [line(ref, title)] }
        let facts: [String?] = [
            boardCase.days.map { "\($0.of("day")) old" },
            boardCase.criteria.isEmpty ? nil : boardCase.criteria.joined(separator: ", "), boardCase.origin,
            boardCase.reached.map { "here since \($0.words)" },
            boardCase.boardsPassed > 0 ? "left undecided by \(boardCase.boardsPassed.of("Board"))" : nil,
        ]
        return [line(ref, ask)] + (title.map(indented) ?? [])
            + indented(facts.compactMap(\.self).joined(separator: "; "))
    }

    private func standing(_ boardCase: IntakeAnswer.BoardCase) -> [String] {
        let due = boardCase.due.map { "due \($0.words)" }
        return indented([boardCase.stateTitle, boardCase.owner, due].compactMap(\.self).joined(separator: ", "))
    }

    private func waiting(_ issue: IntakeAnswer.Waiting) -> [String] {
        let meeting = told.meeting.map { " --meeting \($0.ref)" } ?? ""
        let next = issue.steps.count == 1 ? meeting : ""
        let then = issue.steps.dropFirst()
        let rest = then.isEmpty ? "" : ", then \(then.joined(separator: ", "))"
        return head(issue.ref, issue.title, issue.boardCase) + issue.missing.flatMap(indented)
            + (issue.steps.first.map {
                ["          lap issue \($0) \(issue.ref)\(next)\(Sentences.by(issue.by))\(rest)"]
            } ?? [])
    }

    private func elsewhere(_ theme: IntakeAnswer.Elsewhere) -> [String] {
        let open = theme.open.map { "\($0.count) open in \($0.area)" }
        return ["  \(theme.title): \(open.isEmpty ? "none open" : open.joined(separator: ", "))"]
            + theme.settled.flatMap { settled in
                Printed.wrapped("\(settled.ref) in \(settled.area): \(settled.outcome)", width: max(30, width - 4)).map
                {
                    "    \($0)"
                }
            }
    }
}
