import ArgumentParser
import Foundation
import Packs
import Register
import Workflow

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

/// What the packs of a meeting take besides.
struct MeetingPackOptions: ParsableArguments {
    @Argument(help: "The meeting, north-2020-01-14.")
    var ref: String

    @Option(help: "Whom it is for: public, members, restricted or chair.")
    var edition: Edition = .public
}

/// Makes one pack: reads its papers, writes them, searches what was written.

struct PackRun {
    let options: PackOptions
    let common: CommonOptions
    let edition: Edition

    /// - Parameter papers: reads what the pack is made of; only people with a seat may ask for one.
    func run(_ context: Context, _ papers: (View, Session) throws -> Pack) async throws {
        let formats = try options.formats()
        let workplace = try Session(context, common)
        let (pack, values) = try workplace.read { view, standing in
            try standing.mustHoldSeat(toRead: "Packs")
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
        self.init(
            code, lines: [said.prefix(1).uppercased() + said.dropFirst()], hints: problem.remedies.map { $0.text() })
    }
}
