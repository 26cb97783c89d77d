import ArgumentParser
import Foundation
import Ledger
import Partnership
import Register
import UseCases
import Workflow

struct AgendaCall: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Call for items of a meeting and for reports to it, and chase the answers.",
        discussion:
            "The text to send is printed, or written to a file. The second time whoever has not answered is reminded.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Option(help: ArgumentHelp("By when they are to answer; the cut-off unless told.", valueName: "day")) var by:
        String?
    @Option(help: ArgumentHelp("Said what they bring; may be given several times.", valueName: "name"))
    var answered: [String] = []
    @Option(help: ArgumentHelp("Has nothing to bring; may be given several times.", valueName: "name"))
    var nothing: [String] = []
    @Flag(help: "Only show who was called, and the text.") var show = false
    @Option(help: ArgumentHelp("Write the text to this file; nothing is replaced.", valueName: "file")) var to: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard by == nil || answered.isEmpty && nothing.isEmpty else {
            throw ValidationError("Give --by when they are called, and --answered or --nothing afterwards.")
        }
        guard !show || by == nil && answered.isEmpty && nothing.isEmpty else {
            throw ValidationError("With --show nothing is recorded.")
        }
    }

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        if let to { try mustBeFree(to, context, session) }
        if show {
            let call = try session.ask(ShowCall(for: ref))
            return try await answer(lines(call), call, JSON(encoding: call), isSent: true, context)
        }
        guard answered.isEmpty, nothing.isEmpty else {
            let done = try session.perform(AnswerCall(for: ref, bringing: answered, nothing: nothing))
            let text = lines(done.answer) + ["Undo with: lap undo \(done.operation)"]
            return try await answer(text, done.answer, JSON(encoding: done.answer), isSent: false, context)
        }
        let day = try by.map { try DayText.read($0, today: context.today) }
        let done = try session.perform(CallForItems(for: ref, by: day))
        let made = done.answer
        var text: [String] = []
        if !made.called.isEmpty {
            text.append("Called to answer by \(made.call.by.words): \(made.called.joined(separator: ", ")).")
        }
        if !made.reminded.isEmpty { text.append("Reminded: \(made.reminded.joined(separator: ", ")).") }
        text.append("Undo with: lap undo \(done.operation)")
        try await answer(text, made.call, JSON(encoding: made), isSent: true, context)
    }

    /// - Parameter isSent: the text is part of it.
    private func answer(
        _ lines: [String], _ call: CallAnswer, _ json: JSON, isSent: Bool, _ context: Context
    ) async throws {
        var lines = lines
        let text = CallText(call: call).text
        if let to {
            try PrivateFiles.write(
                [(context.file(to).lastPathComponent, Data(text.utf8))],
                to: context.file(to).deletingLastPathComponent())
            lines.append("The text to send is in \(to).")
        } else if isSent {
            lines += ["", "To send:", "", text]
        }
        let answer = Answer(
            lines.joined(separator: "\n") + "\n", json: isSent ? json.adding("text", .string(text)) : json)
        try await context.answer(answer, common)
    }

    private func lines(_ call: CallAnswer) -> [String] {
        guard !call.lines.isEmpty else { return ["Nobody was called for \(call.meeting) yet."] }
        return call.lines.map { line in
            let answer =
                !line.brought.isEmpty
                ? "brings \(line.brought.joined(separator: ", "))"
                : line.answer == "nothing" ? "has nothing to bring" : line.answered != nil ? "has answered" : nil
            let reminded = line.reminded.map { ", reminded on \($0.words)" } ?? ""
            return "  \(line.name): "
                + (answer ?? "called on \(line.on.words)\(reminded); to answer by \(line.by.words)")
        }
    }

    private func mustBeFree(_ to: String, _ context: Context, _ session: Session) throws {
        try session.workplace.mustLieOutside(context.file(to))
        guard !FileManager.default.fileExists(atPath: context.file(to).path) else {
            throw Failure(
                .cannotWrite, "\(to) is there already, and nothing is replaced.", hint: "Choose another name.")
        }
    }
}

/// What goes to those who are called.
struct CallText {
    let call: CallAnswer

    var text: String {
        let place = [call.date.wordsWithWeekday, call.time, call.venue].compactMap(\.self).joined(separator: ", ")
        var lines = [
            "\(call.bodyTitle): call for items and reports", "",
            "The \(call.bodyTitle) meets on \(place).", "",
            "By \(call.by.wordsWithWeekday), please say what you would like the meeting to take, or that you have "
                + "nothing to bring. For each item: its title, whether it is for information, discussion, decision, "
                + "assurance or approval, who leads it, the minutes it needs, what the meeting is asked to do, and its "
                + "paper or the day on which that follows.", "",
            "Issues have to be in by \(call.cutOff.wordsWithWeekday). The agenda goes out by "
                + "\(call.publishBy.wordsWithWeekday); what comes after that needs the chair’s reason.",
        ]
        if !call.reports.isEmpty {
            lines += ["", "Reports are expected under:"]
            lines += call.reports.map { "  \($0.number). \($0.title) (\($0.lead))" }
        }
        lines += [
            "",
            "Name no child, young person or family in an item, nor anything by which they could be known. What is about "
                + "one family goes to the \(call.familiesTo).",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
