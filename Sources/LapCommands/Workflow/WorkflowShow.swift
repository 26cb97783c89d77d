import ArgumentParser
import Ledger
import Register
import Workflow

struct WorkflowShow: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a workflow: its states, events and clocks.")

    @Argument(help: "Its name, a file, or - for standard input.") var workflow: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let definition = try WorkflowSource.named(workflow, context, common).definition()
        try await context.answer(Answer(text(definition, width: context.console.width), json: json(definition)), common)
    }

    private func text(_ definition: Definition, width: Int) -> String {
        var lines = [
            "\(definition.title): \(definition.states.count) states, \(definition.events.count) events.", "", "States:",
        ]
        lines += definition.states.map {
            "  \(Columns.pad($0.name, to: 22)) \($0.title)\($0.isEnd ? " (end)" : "")\(means($0.meanings))"
        }
        lines += ["", "Events:"]
        for event in definition.events {
            let to = event.targets.compactMap(\.state).joined(separator: " or ")
            let from =
                event.begins
                ? "start" : event.from.count > 6 ? "\(event.from.count) states" : event.from.joined(separator: ", ")
            lines.append(
                "  \(Columns.pad(event.name, to: 22)) \(from) → \(to.isEmpty ? "stays" : to)  (\(event.by.joined(separator: ", ")))"
            )
            if let summary = event.summary {
                lines += Printed.wrapped(summary, width: width - 25).map { String(repeating: " ", count: 25) + $0 }
            }
        }
        if !definition.clocks.isEmpty {
            lines += ["", "Clocks:"]
            lines += definition.clocks.map {
                "  \(Columns.pad($0.name, to: 22)) \($0.title), in \($0.runsIn.count > 6 ? "\($0.runsIn.count) states" : $0.runsIn.joined(separator: ", "))\(means($0.meanings))"
            }
        }
        if !definition.sections.isEmpty {
            lines += ["", "Sections:"]
            lines += definition.sections.flatMap { section in
                let readers = section.readers.map(words).joined(separator: ", ")
                let said = "\(section.title)\(section.isSealed ? " (sealed)" : ""), read by \(readers)"
                return Printed.wrapped(said, width: max(40, width - 25)).enumerated().map { index, line in
                    "  \(Columns.pad(index == 0 ? section.name : "", to: 22)) \(line)"
                }
            }
        }
        if !definition.upgradedBy.isEmpty {
            lines += ["", "Items are moved to it by: \(definition.upgradedBy.joined(separator: ", "))"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func means(_ meanings: [String]) -> String {
        meanings.isEmpty ? "" : " (means \(meanings.joined(separator: ", ")))"
    }

    private func words(_ reader: Reader) -> String {
        reader.role + (reader.condition.map { " when \($0.text)" } ?? "")
    }

    private func json(_ definition: Definition) -> JSON {
        .object([
            "workflow": .string(definition.name), "title": .string(definition.title),
            "states": .array(
                definition.states.map {
                    .object([
                        "name": .string($0.name), "title": .string($0.title), "end": .bool($0.isEnd),
                        "means": .array($0.meanings.map(JSON.string)),
                    ])
                }),
            "events": .array(
                definition.events.map { event in
                    .object([
                        "name": .string(event.name), "title": .string(event.title),
                        "from": .array(event.from.map(JSON.string)),
                        "to": .array(event.targets.compactMap(\.state).map(JSON.string)),
                        "by": .array(event.by.map(JSON.string)), "asks": .array(event.asks.map { .string($0.field) }),
                    ])
                }),
            "clocks": .array(
                definition.clocks.map {
                    .object([
                        "name": .string($0.name), "title": .string($0.title),
                        "means": .array($0.meanings.map(JSON.string)),
                    ])
                }),
            "sections": .array(
                definition.sections.map { section in
                    .object([
                        "name": .string(section.name), "title": .string(section.title),
                        "sealed": .bool(section.isSealed),
                        "readers": .array(
                            section.readers.map {
                                .object(["role": .string($0.role), "when": .string($0.condition?.text)])
                            }),
                    ])
                }),
            "upgradedBy": .array(definition.upgradedBy.map(JSON.string)),
        ])
    }
}
