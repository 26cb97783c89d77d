import StrictYAML
import Workflow

/// The parts of a profile, gathered from its files.
struct ProfileParts {
    /// A part, and the log of the file it stands in.
    struct Part {
        let node: YAMLNode
        let place: Place
        let file: SourceLog

        var log: ProblemLog { file.log }
    }

    static let required = [
        "profile", "title", "calendar", "areas", "districts", "bodies", "agendas", "seats", "concerns", "themes",
        "destinations", "plans", "roles", "permissions", "thresholds", "retention",
    ]

    static let optional = ["contacts", "school-holidays", "outside-dates"]

    private var parts: [String: Part] = [:]

    init(of files: [SourceLog]) {
        for file in files {
            guard let root = file.root else { continue }
            for entry in root.entries("a profile's file", file.log) { add(entry, from: file) }
        }
        // While a file cannot be read, what it holds is not known to be missing.
        guard let first = files.first, files.allSatisfy({ $0.root != nil }) else { return }
        let missing = Self.required.filter { parts[$0] == nil }
        guard !missing.isEmpty else { return }
        first.log.add(
            "The profile's files together lack \(missing.map { "“\($0)”" }.joined(separator: ", ")).",
            at: Place(line: 1, column: 1))
    }

    private mutating func add(_ entry: YAMLNode.Entry, from file: SourceLog) {
        let known = Self.required + Self.optional
        guard known.contains(entry.key) else {
            let hint = NearMiss.hint(for: entry.key, among: known)
            file.log.add(
                "A profile has no part “\(entry.key.prefix(40))”.", at: entry.place,
                hint: hint ?? "Parts: \(known.joined(separator: ", ")).")
            return
        }
        if let other = parts[entry.key] {
            file.log.add("“\(entry.key)” stands in \(other.file.name) already.", at: entry.place)
            return
        }
        parts[entry.key] = Part(node: entry.value, place: entry.place, file: file)
    }

    subscript(name: String) -> Part? { parts[name] }
}
