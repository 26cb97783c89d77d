import Register
import ArgumentParser
import Foundation
import UseCases
import Workflow

/// What happens to a command line before it is parsed: events of workflows are told from built-in verbs, and a mistyped
/// word is met with the one that was probably meant.
enum Spelling {
    /// `--json=ref,state` becomes two options the parser knows.
    static func normal(_ arguments: [String]) -> [String] {
        var normal: [String] = []
        let arguments = commandFirst(arguments)
        for argument in arguments {
            if argument == "--" { return normal + arguments[normal.count...] }
            if argument.hasPrefix("--json=") {
                normal += ["--json", "--json-fields=" + argument.dropFirst("--json=".count)]
            } else {
                normal.append(argument)
            }
        }
        return normal
    }

    /// Options of every command that stand before it come after it: `lap --register FOLDER fsck`.
    private static func commandFirst(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved: [String] = []
        while let option = rest.first, option.hasPrefix("--") {
            let name = option.dropFirst(2).prefix { $0 != "=" }
            if ["register", "as", "on", "key", "color"].contains(name) {
                let count = option.contains("=") ? 1 : 2
                guard rest.count > count else { return arguments }
                moved += rest.prefix(count)
                rest = rest.dropFirst(count)
            } else if name == "json" || option == "--no-pager" {
                moved.append(option)
                rest = rest.dropFirst()
            } else {
                return arguments
            }
        }
        guard !rest.isEmpty else { return arguments }
        // Behind a `--` nothing is an option any more.
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + moved + Array(rest[end...])
    }

    /// The event that `lap <noun> <verb> …` names; nil when the verb is built in or the first word is no such noun.
    static func event(in arguments: [String], _ context: Context) throws -> EventCommand? {
        guard arguments.count >= 2, let noun = Noun.all.first(where: { $0.name == arguments[0] }) else { return nil }
        let verb = arguments[1]
        guard !verb.hasPrefix("-"), !builtIn(noun.name).contains(verb) else { return nil }
        let folder = try? Session.find(context, register: SharedOptions.register(in: arguments))
        // A register's own workflow goes first, but what everybody's has is known as well.
        let own = try events(of: noun, in: folder, context)
        func command(_ definition: Definition) -> EventCommand? {
            definition.event(noun.aliases[verb] ?? verb).map {
                EventCommand(noun: noun, verb: verb, event: $0.name, arguments: Array(arguments.dropFirst(2)))
            }
        }
        if let command = own.flatMap(command) { return command }
        let shared = try Share(context, own: folder).shippedDefinition(noun.workflow)
        if let command = command(shared) { return command }
        let known = builtIn(noun.name) + Array(noun.aliases.keys) + (own ?? shared).events.map(\.name)
        throw Failure(
            .usage, "lap \(noun.name) has no verb “\(Printed.safe(verb, limit: 40))”.",
            hint: NearMiss.hint(for: verb, among: known)
                ?? "Built in: \(builtIn(noun.name).joined(separator: ", ")). Events: lap workflow show \(noun.workflow)."
        )
    }

    /// A list's command line with the workflow's fields among its options as what the parser knows: `--scope systemic` is
    /// `--where scope=systemic`. A flag that stands alone means yes.
    static func listing(in arguments: [String], _ context: Context) throws -> [String] {
        guard arguments.prefix(2) == ["issue", "list"], let noun = Noun.all.first(where: { $0.name == arguments[0] }),
            arguments.contains(where: { $0.hasPrefix("--") })
        else { return arguments }
        let folder = try? Session.find(context, register: SharedOptions.register(in: arguments))
        let definition =
            try events(of: noun, in: folder, context) ?? Share(context, own: folder).shippedDefinition(noun.workflow)
        var rest = arguments[...]
        var read: [String] = []
        while let argument = rest.popFirst() {
            let parts = argument.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            guard argument.hasPrefix("--"), case let name = String(parts[0].dropFirst(2)),
                !IssueList.own.contains(name), let field = definition.field(name)
            else {
                read.append(argument)
                continue
            }
            if parts.count == 2 {
                read.append("--where=\(name)=\(parts[1])")
            } else if let value = rest.first, !value.hasPrefix("--"), field.kind != .flag || isFlagged(value) {
                read.append("--where=\(name)=\(value)")
                rest.removeFirst()
            } else if field.kind == .flag {
                read.append("--where=\(name)=yes")
            } else {
                throw Failure(
                    .usage, "\(argument) needs a value.", hint: "Write \(argument) VALUE or \(argument)=VALUE.")
            }
        }
        return read
    }

    private static func isFlagged(_ value: String) -> Bool {
        ["yes", "no", "true", "false", "none"].contains(value.lowercased())
    }

    /// The register's own version of a noun's workflow, where it has one.
    private static func events(of noun: Noun, in folder: URL?, _ context: Context) throws -> Definition? {
        guard let folder else { return nil }
        let share = try Share(context, own: folder)
        guard share.hasOwn(noun.workflow) else { return nil }
        return try share.rulebook().definition(noun.workflow)
    }

    /// The verbs that a noun has in every workflow.
    static func builtIn(_ noun: String) -> [String] {
        let command = subcommands(of: LapCommand.self).first { name(of: $0) == noun }
        return command.map { subcommands(of: $0).map(name) + ["help"] } ?? []
    }

    /// The command that the first words name, and what follows them; nil where they name several or none. Says what was
    /// probably meant when a noun or verb does not exist.
    static func command(
        of arguments: [String], root: any ParsableCommand.Type
    ) throws -> (command: (any ParsableCommand.Type)?, rest: [String]) {
        var command = root
        var path = "lap"
        for (index, word) in arguments.enumerated() {
            let known = subcommands(of: command)
            guard !known.isEmpty else { return (command, Array(arguments[index...])) }
            guard !word.hasPrefix("-"), word != "help" else { return (nil, arguments) }
            guard let next = known.first(where: { name(of: $0) == word }) else {
                throw Failure(
                    .usage, "\(path) has no command “\(Printed.safe(word, limit: 40))”.",
                    hint: NearMiss.hint(for: word, among: known.filter { $0.configuration.shouldDisplay }.map(name))
                        ?? "See what there is with: \(path) --help")
            }
            command = next
            path += " \(word)"
        }
        return (subcommands(of: command).isEmpty ? command : nil, [])
    }

    /// The command of lap's own that a first word names; nil where there is none.
    static func known(_ name: String) -> (any ParsableCommand.Type)? {
        subcommands(of: LapCommand.self).first { self.name(of: $0) == name }
    }

    /// What a command line can begin with: commands, aliases, and programs that go with lap.
    static func firstWords(_ context: Context) throws -> [FieldChoice] {
        let own = subcommands(of: LapCommand.self).filter { $0.configuration.shouldDisplay }.map {
            FieldChoice(name: name(of: $0), title: $0.configuration.abstract)
        }
        let aliases = try UserConfig.read(context).aliases.filter { known($0.key) == nil }.map {
            FieldChoice(name: $0.key, title: $0.value)
        }
        return own + aliases.sorted { $0.name < $1.name }
            + Plugin.names(context).map { FieldChoice(name: $0, title: "") }
    }

    static func subcommands(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        command.configuration.subcommands
    }

    static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? command._commandName
    }
}
