import Foundation
import StrictYAML
import UseCases
import Workflow

/// `.lap/config.yaml`: what this copy of the register remembers about whoever works with it.
struct Config: Equatable {
    /// The person who acts unless told otherwise: by key, so that a corrected name changes nothing and an erased one is
    /// not kept here; a name will do.
    var user: String?
    /// The public keys of `age` that backups are encrypted to.
    var recipients: [String] = []

    /// Empty when there is no file. Throws `Problems` when there is one that cannot be read as it should be.
    static func read(_ folder: URL) throws -> Config {
        guard let text = try? String(contentsOf: folder.appending(path: "config.yaml"), encoding: .utf8) else {
            return Config()
        }
        return try plain(text) ?? config(text)
    }

    /// What a text says in which each line is a comment, empty, or of the forms that the manual shows; nil for any other.
    /// Nothing is kept of it, so that nobody can put anything else in its place, and no day's command reads YAML.
    static func plain(_ text: String) -> Config? {
        var config = Config()
        var place = Place.top
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            switch place {
            case .top where line.hasPrefix("user: ") && config.user == nil:
                guard let user = word(line.dropFirst(6)) else { return nil }
                config.user = user
            case .top where line == "backup:": place = .backup
            case .backup where line == "  recipients:": place = .recipients
            case .recipients where line.hasPrefix("    - "):
                guard let key = word(line.dropFirst(6)), key.hasPrefix("age1") else { return nil }
                config.recipients.append(key)
            default: return nil
            }
        }
        return place == .backup || place == .recipients && config.recipients.isEmpty ? nil : config
    }

    private enum Place { case top, backup, recipients }

    /// A word, or anything between double quotes that stands for itself.
    private static func word(_ text: Substring) -> String? {
        if text.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") {
            let inside = text.dropFirst().dropLast()
            return inside.contains { $0 == "\"" || $0 == "\\" || $0.isNewline || $0 == "\t" } ? nil : String(inside)
        }
        let isWord =
            text.first?.isLetter == true
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
        return isWord && !["true", "false", "yes", "no", "null", "on", "off"].contains(text.lowercased())
            ? String(text) : nil
    }

    static func config(_ text: String) throws -> Config {
        let node = try YAMLDocument.read(text, name: "config.yaml").get()
        let log = ProblemLog()
        let keyed = node.keyed("the configuration", optional: ["user", "backup"], log)
        let backup = keyed?["backup"]?.keyed("backup", required: ["recipients"], log)
        let recipients = backup?["recipients"]?.oneOrMore("recipients", log) ?? []
        let config = Config(
            user: keyed?["user"]?.text("user", log),
            recipients: recipients.compactMap { node in
                guard let key = node.text("a recipient", log) else { return nil }
                if !key.hasPrefix("age1"), !key.hasPrefix("ssh-") {
                    log.add("A recipient is a public key of age.", at: node.place, hint: "It begins with age1.")
                }
                return key
            })
        guard log.isEmpty else { throw log.sorted(name: "config.yaml") }
        return config
    }

    var text: String {
        user.map {
            "# Who acts unless --as or LAP_AS say otherwise.\nuser: \"\($0.filter { $0 != "\"" && $0 != "\\" })\"\n"
        }
            ?? ""
    }
}
