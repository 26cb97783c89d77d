import Ledger
import Partnership
import Workflow

/// How things are called when a sentence is about them.
enum Naming {
    static func withArticle(_ workflow: String) -> String {
        titled(workflow.replacing("-", with: " "))
    }

    /// `a chair`, `an information officer`.
    static func titled(_ words: String) -> String {
        return (words.first.map { "aeiouAEIOU".contains($0) } ?? false) ? "an \(words)" : "a \(words)"
    }
}

extension View {
    /// A reference as it is stored: `n-7` means `N-7`, `North-2020-01-14` means `north-2020-01-14`.
    func canonical(_ reference: String) -> String {
        if let known = Reference(reference) { return known.description }
        let digitsOnly = reference.drop { $0.isLetter }.allSatisfy { $0 == "-" || $0 == "." || $0.isNumber }
        let prefix = reference.prefix { $0.isLetter }
        return digitsOnly && prefix.count <= 3 ? reference.uppercased() : reference.lowercased()
    }

    func missing(_ reference: String) throws -> RegisterError {
        let prefix = canonical(reference).prefix { $0.isLetter }
        let known = try connection.rows(
            "SELECT reference FROM item WHERE reference LIKE ? ORDER BY id DESC LIMIT 1", [.text(prefix + "-%")])
        let examples = try self.reference.exampleReferences
        let latest = known.first.map { Remedy.say("The latest of its kind is \($0.word("reference")).") }
        return .notFound(
            "There is no \(reference) in this register.",
            remedies: latest.map { [$0] } ?? [
                .say("References look like \(examples.joined(separator: ", "))."), .deed("list", on: "issue"),
            ])
    }

    /// A value with titles in place of the names of places, themes and the like: `Speech and language therapy`.
    public func titled(_ value: Value, in field: Field) throws -> Value {
        switch (field.kind, value) {
        case (.reference(let kind), .text(let name)): .text(try reference.title(of: name, kind: kind) ?? name)
        case (.references(let kind), .list(let names)):
            .list(try names.map { try reference.title(of: $0, kind: kind) ?? $0 })
        default: value
        }
    }

    /// The title of a role in which somebody acted on an item: as the profile or the item's workflow has it.
    public func title(ofCapacity name: String, in definition: Definition) throws -> String {
        try definition.roleTitles[name] ?? reference.title(ofRole: name)
    }

    /// A name of reference data that does not exist, with the nearest that does.
    func unknown(_ kind: String, _ word: String) throws -> RegisterError {
        let names = try reference.names(of: kind) ?? []
        let nearest = NearMiss.nearest(to: word, among: names)
        let themes = kind == "theme" && nearest == nil ? try reference.themes(like: word) : []
        guard themes.isEmpty else {
            return .badInput(
                "There is no \(kind) called “\(word)”.",
                remedies: [.say("Perhaps \(Sentences.list(themes.map { "\($0.id) (\($0.title))" }, "or")).")])
        }
        return .badInput(
            "There is no \(kind) called “\(word)”.",
            remedies: nearest.map { .meant($0) } ?? [.say("Known: \(names.joined(separator: ", ")).")])
    }

    /// The stored name of what a field of a reference kind was given. Throws when there is no such thing.
    func resolve(_ word: String, kind: String) throws -> String {
        let written = WrittenName(kind: kind, word: word)
        if let known = storedNames[written] { return known }
        let found = try lookUp(word, kind: kind)
        storedNames[written] = found
        return found
    }

    private func lookUp(_ word: String, kind: String) throws -> String {
        switch kind {
        case "theme":
            guard let theme = try reference.theme(word) else { throw try unknown(kind, word) }
            return theme.id
        case "person":
            guard let person = try person(word) else {
                let nearest = NearMiss.nearest(to: word, among: try people().map(\.name))
                throw RegisterError.badInput(
                    "There is nobody called “\(word)” in this register.",
                    remedies: nearest.map { .meant($0) } ?? [.deed("add-person")])
            }
            return person.id
        case "issue", "meeting", "action", "plan-action", "matter", "commitment":
            return try item(word, workflow: kind).reference
        case "decision": return try decision(word).reference
        case "agenda-item":
            // Of which meeting is said beside it.
            guard word.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }), word.first?.isNumber ?? false else {
                throw RegisterError.badInput(
                    "“\(word)” is no number of an item of an agenda.", remedies: [.say("A number looks like 16.1.")])
            }
            return word
        case "business":
            let found = try item(word)
            guard !["issue", "meeting"].contains(found.workflow) else {
                throw RegisterError.badInput(
                    "\(found.reference) is \(Naming.withArticle(found.workflow)).",
                    remedies: found.workflow == "issue" ? [.give(["issues"])] : [])
            }
            return found.reference
        default:
            guard let names = try reference.names(of: kind) else { return word }
            guard names.contains(word.lowercased()) else { throw try unknown(kind, word) }
            return word.lowercased()
        }
    }
}
