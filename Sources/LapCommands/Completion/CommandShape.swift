import ArgumentParser
import Foundation
import UseCases
import Workflow

/// What a command line takes: its options, what each may hold, and what stands without one.
struct CommandShape {
    /// What may stand somewhere.
    enum Values {
        /// What the register offers for a field or a kind of things.
        case choices(ListChoices.Subject)
        /// What something can happen to.
        case references(workflow: String, event: String?)
        case words([FieldChoice])
        /// Anything, a file perhaps.
        case free
    }

    /// By option, `--theme`; nil for one that stands alone.
    private(set) var options: [String: Values?] = [:]
    /// What it means, by option.
    private(set) var titles: [String: String] = [:]
    /// What stands first without an option.
    private(set) var subject = Values.free
    /// So many of those.
    private(set) var subjects = 1

    /// Of an event: its fields are options.
    init(_ event: Event, of noun: Noun, in definition: Definition) {
        for field in event.asks.compactMap({ definition.field($0.field) }) {
            add(field, as: field.name, of: noun.workflow)
        }
        for (name, field) in noun.options { definition.field(field).map { add($0, as: name, of: noun.workflow) } }
        if let files = noun.option(forFilesOf: event) { options["--" + files] = .free }
        for flag in SharedOptions.flags { options[flag] = .some(nil) }
        for name in SharedOptions.named where name != "--json-fields" { options[name] = Self.values(named: name) }
        if event.begins {
            subject = noun.leadingField.map { .choices(.field($0, of: noun.workflow)) } ?? .free
        } else {
            subject = .references(workflow: noun.workflow, event: event.name)
        }
    }

    private mutating func add(_ field: Field, as name: String, of workflow: String) {
        options["--" + name] = .choices(.field(field.name, of: workflow))
        titles["--" + name] = field.title
    }

    /// Of a command that the argument parser knows.
    ///
    /// - Parameters:
    ///   - path: the words that name it: `issue list`.
    ///   - definition: the workflow that its noun has.
    init(_ command: any ParsableCommand.Type, at path: [String], in definition: Definition?) throws {
        let dump = try JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8))
        for argument in dump.command.arguments ?? [] where argument.shouldDisplay {
            for name in argument.names ?? [] where name.name.count > 1 {
                let option = "--" + name.name
                titles[option] = argument.abstract
                guard argument.kind == "option" else {
                    options[option] = .some(nil)
                    continue
                }
                if let all = argument.allValues {
                    options[option] = .words(all.map { FieldChoice(name: $0, title: "") })
                } else if let definition, let field = definition.field(name.name) {
                    options[option] = .choices(.field(field.name, of: definition.name))
                } else {
                    options[option] = Self.values(named: option)
                }
            }
        }
        if let all = dump.command.arguments?.first(where: { $0.kind == "positional" })?.allValues {
            subject = .words(all.map { FieldChoice(name: $0, title: "") })
        } else {
            subject = Self.subject(of: path, definition)
            // From whom, and to whom.
            if path == ["issue", "handover"] { subjects = 2 }
        }
        // A list takes the fields of its workflow.
        guard path == ["issue", "list"], let definition else { return }
        options["--state"] = .words(
            definition.states.map { FieldChoice(name: $0.name, title: $0.title) }
                + definition.groups.map { FieldChoice(name: $0.name, title: "") })
        for field in definition.fields where options["--" + field.name] == nil {
            add(field, as: field.name, of: definition.name)
        }
    }

    private static func subject(of path: [String], _ definition: Definition?) -> Values {
        switch (path.first, path.dropFirst().first) {
        case ("intake", _): .choices(.kind("area"))
        case ("agenda", _), ("minutes", _), ("meeting", _): .references(workflow: "meeting", event: nil)
        case ("pack", "letter"), ("pack", "recall"), ("raiser", _), ("show", _), ("log", _), ("redact", _):
            .references(workflow: "issue", event: nil)
        case ("pack", "verify"), ("pack", "copy"): .free
        case ("pack", _), ("decision", _): .references(workflow: "meeting", event: nil)
        case ("member", "add"), ("member", "import"): .free
        case ("member", _): .choices(.kind("person"))
        case ("issue", "handover"): .choices(.kind("person"))
        case ("workflow", _):
            .words(Noun.all.map { FieldChoice(name: $0.workflow, title: "") })
        default: definition.map { .references(workflow: $0.name, event: nil) } ?? .free
        }
    }

    /// What an option holds by its name.
    static func values(named option: String) -> Values {
        switch option {
        case "--as", "--owner", "--present", "--apologies", "--absent", "--lead", "--by": .choices(.kind("person"))
        case "--area": .choices(.kind("area"))
        case "--body": .choices(.kind("body"))
        case "--group": .choices(.kind("group"))
        case "--theme": .choices(.kind("theme"))
        case "--meeting", "--at": .choices(.kind("meeting"))
        case "--issue": .references(workflow: "issue", event: nil)
        case "--on": .words(["today", "yesterday"].map { FieldChoice(name: $0, title: "") })
        case "--color":
            .words(CommonOptions.ColorChoice.allCases.map { FieldChoice(name: $0.rawValue, title: "") })
        default: .free
        }
    }

    /// What the argument parser tells of a command.
    private struct Dump: Decodable {
        let command: Command

        struct Command: Decodable { let arguments: [Argument]? }

        struct Argument: Decodable {
            let kind: String
            let shouldDisplay: Bool
            let abstract: String?
            let names: [Name]?
            let allValues: [String]?
        }

        struct Name: Decodable { let name: String }
    }
}
