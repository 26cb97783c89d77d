import Foundation
import StrictYAML
import UseCases

/// `~/.config/lap/config.yaml`: what somebody has set for every register on this machine. What is run or typed in their
/// name stands here alone, and not in a register that others may write.
struct UserConfig: Equatable {
    /// Who acts where neither the command line, the environment nor the register says so.
    var user: String?
    /// What long output goes through.
    var pager: String?
    var color: CommonOptions.ColorChoice?
    /// Words for command lines that begin with others: `mine` for `issue list --waiting-for me`.
    var aliases: [String: String] = [:]

    /// Nil where there is no home.
    static func file(_ context: Context) -> URL? {
        func folder(_ name: String) -> String? { context.environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let home = folder("XDG_CONFIG_HOME") ?? folder("HOME").map { $0 + "/.config" }
        return home.map { URL(filePath: $0).appending(path: "lap/config.yaml") }
    }

    /// Empty where there is no file. Throws `Problems` where there is one that cannot be read as it should be.
    static func read(_ context: Context) throws -> UserConfig {
        guard let file = file(context), let text = try? String(contentsOf: file, encoding: .utf8) else {
            return UserConfig()
        }
        return try config(text)
    }

    static func config(_ text: String) throws -> UserConfig {
        let node = try YAMLDocument.read(text, name: "config.yaml").get()
        let log = ProblemLog()
        let keyed = node.keyed("the configuration", optional: ["user", "pager", "color", "aliases"], log)
        var config = UserConfig(
            user: keyed?["user"]?.text("user", log), pager: keyed?["pager"]?.text("pager", log))
        if let color = keyed?["color"], let text = color.text("color", log) {
            config.color = CommonOptions.ColorChoice(rawValue: text)
            if config.color == nil {
                let all = CommonOptions.ColorChoice.allCases.map(\.rawValue)
                log.add(
                    "There is no colour setting “\(text.prefix(20))”.", at: color.place,
                    hint: "Give one of: \(all.joined(separator: ", ")).")
            }
        }
        for entry in keyed?["aliases"]?.entries("aliases", log) ?? [] {
            config.aliases[entry.key] = entry.value.text("an alias", log)
        }
        guard log.isEmpty else { throw log.sorted(name: "config.yaml") }
        return config
    }

    /// A command line whose first word is an alias, with what that stands for in its place. A command of lap is never one.
    func expanded(_ arguments: [String]) throws -> [String] {
        guard let first = arguments.first, Spelling.known(first) == nil, let line = aliases[first] else {
            return arguments
        }
        guard let words = Self.words(of: line), let command = words.first, Spelling.known(command) != nil else {
            throw Failure(
                .configuration, "The alias “\(Printed.safe(first, limit: 40))” stands for no command line of lap.",
                hint: "It begins with a command, such as: issue list --waiting-for me. See: lap config")
        }
        return words + arguments.dropFirst()
    }

    /// Words between spaces, or between double quotes; nil where a quote is not closed.
    private static func words(of line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line {
            switch character {
            case "\"":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let whole = word { words.append(whole) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return isQuoted ? nil : words
    }
}
