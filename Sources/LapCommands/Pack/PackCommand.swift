import ArgumentParser
import Foundation
import Packs
import Register
import Workflow

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "What is sent out for a meeting, and the answer to a family.",
        discussion:
            "Every file is searched for the register's personal values before it is kept; a pack that holds one is not written.",
        subcommands: [PackAgenda.self, PackMinutes.self, PackBoard.self, PackLetter.self])
}

/// What every pack command takes.
struct PackOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder to write to; made when it is not there.", valueName: "folder"))
    var to = "packs"

    @Option(help: "html, pdf, or both with a comma.")
    var format = "html,pdf"

    func formats() throws -> [PackWriter.Format] {
        try format.split(separator: ",").map(String.init).map { name in
            guard let format = PackWriter.Format(rawValue: name) else {
                throw Failure(
                    .usage, "There is no format “\(Printed.safe(name, limit: 20))”.",
                    hint: "Known: \(PackWriter.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return format
        }
    }
}

extension Edition: ExpressibleByArgument {}

/// Makes one pack: reads its papers, writes them, searches what was written.
struct PackRun {
    let options: PackOptions
    let common: CommonOptions
    let edition: Edition

    /// - Parameter papers: reads what the pack is made of; only people with a seat may ask for one.
    func run(_ context: Context, _ papers: (View, Workplace) throws -> Pack) async throws {
        let formats = try options.formats()
        let workplace = try Workplace(context, common)
        let (pack, values) = try workplace.read { view, standing in
            guard standing.mayReadSummaries else {
                throw Failure(
                    .notPermitted, "Packs are made by people with a seat.",
                    hint: "Name yourself with --as, or set LAP_AS.")
            }
            return (try papers(view, workplace), try view.personalValues())
        }
        let writer = PackWriter(
            data: workplace.share.root.appending(path: "Data").path,
            overrides: [workplace.folder.appending(path: "templates").path], environment: context.environment)
        let folder = context.file(options.to).path
        do {
            let files = try await writer.write(
                pack, edition: edition, formats: formats, to: folder, secrets: values.map(Secret.init))
            let shown = files.map { file in
                (name: file.path.split(separator: "/").last.map(String.init) ?? file.path, file)
            }
            try await context.answer(
                Answer(
                    shown.map { "\(options.to)/\($0.name)  (\(($0.1.size + 1023) / 1024) KB)\n" }.joined(),
                    json: .array(
                        files.map {
                            .object([
                                "path": .string($0.path), "format": .string($0.format.rawValue),
                                "size": .number($0.size),
                            ])
                        })),
                common)
        } catch let problem as PackProblem {
            throw Failure(problem)
        }
    }
}

extension Secret {
    init(_ value: PersonalValue) {
        switch value.kind {
        case .name: self = .name(value.value, ref: value.reference, section: value.section)
        case .text: self = .text(value.value, ref: value.reference, section: value.section)
        case .day:
            self =
                Day(iso: value.value).map { .day($0, ref: value.reference, section: value.section) }
                ?? .text(value.value, ref: value.reference, section: value.section)
        }
    }
}

extension Failure {
    init(_ problem: PackProblem) {
        let code: Code =
            switch problem {
            case .leak: .refused
            case .missingTool, .template: .configuration
            case .toolFailed: .failed
            case .output: .cannotWrite
            }
        let said = problem.sentence
        self.init(code, said.prefix(1).uppercased() + said.dropFirst(), hint: problem.hint)
    }
}

struct PackAgenda: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "agenda", abstract: "The agenda pack of a meeting.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Option(help: "Whom it is for: public, members, restricted or chair.") var edition: Edition = .public
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common, edition: edition).run(context) { view, workplace in
            let meeting = try view.item(ref, workflow: "meeting")
            let papers = try view.papers(of: meeting, asOf: workplace.day)
            guard !papers.agenda.isEmpty else {
                throw Failure(
                    .refused, "\(meeting.reference) has no agenda yet.", hint: "lap agenda build \(meeting.reference)")
            }
            return .agenda(papers)
        }
    }
}

struct PackMinutes: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "minutes", abstract: "The minutes pack of a meeting.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Option(help: "Whom it is for: public, members, restricted or chair.") var edition: Edition = .public
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common, edition: edition).run(context) { view, workplace in
            let meeting = try view.item(ref, workflow: "meeting")
            guard try !view.attendance(of: meeting).isEmpty else {
                throw Failure(
                    .refused, "Nobody is recorded as having been at \(meeting.reference), so there are no minutes.",
                    hint: "lap meeting attend \(meeting.reference) --present NAME")
            }
            return .minutes(try view.papers(of: meeting, asOf: workplace.day))
        }
    }
}

struct PackBoard: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "The Board's pack: a brief for each escalated issue, the ask first.")

    @Argument(help: "The Board's meeting, board-2020-01-16.") var ref: String
    @Option(help: "Whom it is for: public, members, restricted or chair.") var edition: Edition = .public
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common, edition: edition).run(context) { view, workplace in
            .board(try view.boardPapers(of: view.item(ref, workflow: "meeting"), asOf: workplace.day))
        }
    }
}

struct PackLetter: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "The answer to whoever raised an issue: one page of plain English.")

    @Argument(help: "The issue, N-7.") var ref: String
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common, edition: .public).run(context) { view, workplace in
            .letter(try view.familyAnswer(on: view.item(ref, workflow: "issue"), asOf: workplace.day))
        }
    }
}
