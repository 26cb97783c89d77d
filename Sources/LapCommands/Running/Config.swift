import Foundation
import StrictYAML
import UseCases
import Workflow

/// `.lap/config.yaml`: what this copy of the register remembers about whoever works with it.
struct Config: Codable {
    /// The person who acts unless told otherwise: by key, so that a corrected name changes nothing and an erased one is
    /// not kept here; a name will do.
    var user: String?
    /// The public keys of `age` that backups are encrypted to.
    var recipients: [String] = []

    /// Empty when there is no file. Throws `Problems` when there is one that cannot be read as it should be.
    ///
    /// - Parameter isKept: what is read is kept in the folder, and read there the next time.
    static func read(_ folder: URL, isKept: Bool = false) throws -> Config {
        guard let text = try? String(contentsOf: folder.appending(path: "config.yaml"), encoding: .utf8) else {
            return Config()
        }
        guard isKept else { return try config(text) }
        return try KeptReadings(of: folder).value("config", of: [text]) { try config(text) }
    }

    private static func config(_ text: String) throws -> Config {
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
