import ArgumentParser
import Ledger
import Packs
import Register
import UseCases

struct PackCheck: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look through what is to go out, before it does.",
        discussion:
            "The minutes once the meeting has met, before that the agenda. Exits with 1 when something would stop the pack."
    )

    @OptionGroup var meeting: MeetingPackOptions
    @Option(help: "Search the files themselves: html, pdf, docx, md and json, several with commas.")
    var format: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let checked = try await Session(context, common).check(
            meeting.ref, for: meeting.edition, as: format.map(PackOptions.formats) ?? [])
        func list(_ title: String, _ lines: [String]) -> [String] {
            lines.isEmpty ? [] : [title] + lines.map { "  \(Printed.safe($0))" }
        }
        let reading = checked.reading
        let hardest = reading.hardest.map { "\($0.reference), \($0.place) (\($0.age)): \($0.text)." }
        let paper = "the \(checked.edition) edition of the \(checked.kind) of \(checked.meeting)"
        let isClear = checked.stops.isEmpty && checked.suspects.isEmpty
        let searched =
            checked.formats.isEmpty ? "that people typed" : "in its files (\(checked.formats.joined(separator: ", ")))"
        var lines = isClear ? ["Nothing \(searched) would stop \(paper)."] : []
        lines += list("Would stop \(paper):", checked.stops.sentences)
        lines += list("To be looked at before it is issued:", checked.suspects.sentences)
        if let age = reading.age { lines.append("Reading age: \(age).") }
        lines += list("Hardest sentences, with the age at which they are read with ease:", hardest)
        lines += list("Short forms that are not explained:", reading.unexplained)
        lines += list(
            "PDFs without tags, which a screen reader finds no order in; ask whoever made them for one that has:",
            checked.untagged)
        if checked.kind == PackDocument.Kind.agenda.rawValue {
            lines.append("What is missing, and who is late: lap agenda check \(checked.meeting)")
        }
        try await context.answer(Answer(lines.joined(separator: "\n") + "\n", json: JSON(encoding: checked)), common)
        if !isClear { throw Failure(.refused, lines: []) }
    }
}
