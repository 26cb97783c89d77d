import StrictYAML
import Workflow

extension YAMLNode {
    /// The name itself when it is one of those known; otherwise a problem, with the nearest name as its hint.
    func known(_ name: String, among names: [String], _ kind: String, _ log: ProblemLog) -> String? {
        guard names.contains(name) else {
            log.add(
                "There is no \(kind) “\(name.prefix(40))”.", at: place, hint: NearMiss.hint(for: name, among: names))
            return nil
        }
        return name
    }

    /// Text that names one of those known.
    func reference(to names: [String], _ kind: String, _ log: ProblemLog) -> String? {
        text("the \(kind)", log).flatMap { known($0, among: names, kind, log) }
    }
}

extension ProfileParts.Part {
    /// The entries of the part whose keys can be names; `what` is `an area's name`.
    func named(_ what: String) -> [YAMLNode.Entry] {
        node.entries(what, log).filter { entry in
            guard YAMLNode.isName(entry.key), entry.key == entry.key.lowercased() else {
                log.add(
                    "“\(entry.key.prefix(40))” cannot be \(what).", at: entry.place,
                    hint: "Such a name is made of lower-case letters, digits and hyphens, at most 64.")
                return false
            }
            return true
        }
    }
}
