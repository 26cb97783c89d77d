import ArgumentParser
import Foundation
import Ledger
import Packs
import UseCases

struct PackMail: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Prepare messages with a meeting’s issued papers; a person sends them.",
        discussion: "One for each edition that was issued, to those who may have it. For whom is put on record.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Option(
        help:
            "agenda, minutes, board, notice, news or briefing; the minutes once they were circulated, before that the agenda."
    )
    var kind: String?
    @Option(help: "Only of this edition: public, members, restricted or chair.") var edition: Edition?
    @Option(help: ArgumentHelp("The folder to write to; made when it is not there.", valueName: "folder"))
    var to = "packs"
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let known = PackDocument.Kind.allCases.filter { $0 != .letter }
        let kind = try kind.map { name in
            guard let kind = known.first(where: { $0.rawValue == name }) else {
                throw Failure(
                    .usage, "There is no paper called “\(Printed.safe(name, limit: 20))”.",
                    hint: "Known: \(known.map(\.rawValue).joined(separator: ", ")).")
            }
            return kind
        }
        let done = try Session(context, common).mail(ref, kind, edition: edition, to: context.file(to))
        var lines = done.answer.map { mail in
            "\(to)/\(URL(filePath: mail.path).lastPathComponent)  to \(mail.to.count), with \(mail.attached.joined(separator: ", "))\n"
        }
        lines += done.answer.filter { !$0.unreachable.isEmpty }.map { mail in
            "Of these no address is on record, and the \(mail.edition) edition is theirs too: "
                + "\(mail.unreachable.map { Printed.safe($0.name) }.joined(separator: ", ")).\n"
        }
        if !done.answer.isEmpty {
            lines.append("Nothing was sent: open each in your mail program, look at it, and send it.\n")
        }
        if done.isStored { lines.append("Undo with: lap undo \(done.operation)\n") }
        try await context.answer(Answer(lines.joined(), json: JSON(encoding: done.answer)), common)
    }
}
