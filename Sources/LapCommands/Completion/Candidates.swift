import ArgumentParser
import Register
import UseCases
import Workflow

/// What could stand where somebody is typing. Nobody is told that nothing can be found: a shell then offers files.
struct Candidates {
    /// The words before the one that is being typed.
    private let before: [String]
    private let current: String
    private let context: Context

    init(_ words: [String], _ context: Context) {
        before = words.dropLast()
        current = words.last ?? ""
        self.context = context
    }

    /// As they begin with what was typed, without regard to case.
    var found: [FieldChoice] {
        let typed = current.lowercased()
        return ((try? all()) ?? []).filter { $0.name.lowercased().hasPrefix(typed) }
    }

    private func all() throws -> [FieldChoice] {
        var before = before[...]
        while let option = before.first, option.hasPrefix("-") {
            before.removeFirst()
            guard SharedOptions.named.contains(option) else { continue }
            guard before.popFirst() != nil else { return try offered(CommandShape.values(named: option)) }
        }
        return try candidates(after: Array(before))
    }

    /// - Parameter before: the command, and what follows it.
    private func candidates(after before: [String]) throws -> [FieldChoice] {
        guard let first = before.first else { return try Spelling.firstWords(context) }
        if first == "help" { return try HelpCommand.topics(context).map { FieldChoice(name: $0, title: "") } }
        guard let command = Spelling.known(first) else { return [] }
        let verbs = Spelling.subcommands(of: command)
        let noun = Noun.all.first { $0.name == first }
        let definition = try noun.map { try self.definition(of: $0) }
        if before.count == 1, !verbs.isEmpty {
            let own = verbs.map {
                FieldChoice(name: Spelling.name(of: $0), title: $0.configuration.abstract)
            }
            guard let noun, let definition else { return own }
            return own
                + definition.events.filter { !$0.by.allSatisfy { $0 == "system" } }.map {
                    FieldChoice(name: noun.verb(of: $0.name), title: $0.summary ?? $0.title)
                }
        }
        let isVerbed = !verbs.isEmpty
        let verb = isVerbed ? before[1] : nil
        let shape: CommandShape
        if let verb, let noun, let definition, let event = definition.event(noun.aliases[verb] ?? verb),
            !verbs.contains(where: { Spelling.name(of: $0) == verb })
        {
            shape = CommandShape(event, of: noun, in: definition)
        } else {
            guard let leaf = isVerbed ? verbs.first(where: { Spelling.name(of: $0) == verb }) : command else {
                return []
            }
            shape = try CommandShape(leaf, at: [first, verb].compactMap(\.self), in: definition)
        }
        return try candidates(of: shape, after: Array(before.dropFirst(isVerbed ? 2 : 1)))
    }

    private func candidates(of shape: CommandShape, after words: [String]) throws -> [FieldChoice] {
        if let last = words.last, case .some(.some(let values)) = shape.options[last] { return try offered(values) }
        if current.hasPrefix("-") {
            return shape.options.keys.sorted().filter { $0.hasPrefix("--") && !words.contains($0) }.map {
                FieldChoice(name: $0, title: shape.titles[$0] ?? "")
            }
        }
        var rest = words[...]
        var left = shape.subjects
        while let word = rest.popFirst() {
            guard word.hasPrefix("-") else {
                left -= 1
                guard left > 0 else { return [] }
                continue
            }
            if case .some(.some) = shape.options[word] { rest = rest.dropFirst() }
        }
        return try offered(shape.subject)
    }

    private func offered(_ values: CommandShape.Values) throws -> [FieldChoice] {
        switch values {
        case .free: return []
        case .words(let words): return words
        case .choices(let subject): return try session().ask(ListChoices(subject, limit: 200))
        case .references(let workflow, let event):
            return try session().ask(ListReferences(of: workflow, for: event))
        }
    }

    private func session() throws -> Session {
        var options = SharedOptions()
        var rest = before[...]
        while let word = rest.popFirst() {
            if ["--register", "--as"].contains(word), let value = rest.popFirst() { try options.take(word, value) }
        }
        return try Session(context, options.common)
    }

    private func definition(of noun: Noun) throws -> Definition {
        let folder = try? Session.find(context, register: SharedOptions.register(in: before))
        return try Share(context, own: folder).rulebook().definition(noun.workflow)
    }
}
