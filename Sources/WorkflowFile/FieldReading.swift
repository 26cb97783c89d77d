import StrictYAML
import Workflow

/// Fields and facts.
extension DefinitionReader {
    func fields(_ node: YAMLNode?) -> [Field] {
        var fields: [Field] = []
        for entry in node?.entries("the fields", log) ?? [] {
            guard checked(entry, "a field") else { continue }
            if ExpressionParser.reserved.contains(entry.key) {
                log.add("A field cannot be called “\(entry.key)”: expressions use that word.", at: entry.place)
            }
            let optional = ["help", "section", "limit", "choices"]
            guard let keys = entry.value.keyed("a field", required: ["title", "type"], optional: optional, log),
                let kind = kind(keys)
            else {
                names.fields[entry.key] = .other
                names.untyped.insert(entry.key)
                continue
            }
            if keys["limit"] != nil, !kind.isOfCharacters {
                log.add(
                    "A limit is of characters: only lines, texts and references have one.", at: keys.place(of: "limit"))
            }
            let field = Field(
                name: entry.key, title: keys["title"]?.text("the field's title", log) ?? entry.key,
                help: keys["help"]?.text("the help", log), kind: kind, section: section(entry, keys, kind),
                limit: keys["limit"]?.integer("the limit", in: 1...100_000, log) ?? Self.limit(kind))
            names.fields[entry.key] = .init(kind)
            fields.append(field)
        }
        return fields
    }

    func facts(_ node: YAMLNode?) -> [Field] {
        var facts: [Field] = []
        for entry in node?.entries("the facts", log) ?? [] {
            guard checked(entry, "a fact", allowsDots: true) else { continue }
            if !entry.key.contains(".") {
                log.add(
                    "A fact's name has a dot after what it is about.", at: entry.place,
                    hint: "Write it like meeting.cut-off.")
            } else if entry.key.hasPrefix("actor.") {
                log.add("No fact is about “actor”: expressions use that word.", at: entry.place)
            }
            names.facts.insert(entry.key)
            guard
                let keys = entry.value.keyed("a fact", required: ["title", "type"], optional: ["choices"], log),
                let kind = kind(keys, isFact: true)
            else {
                names.untyped.insert(entry.key)
                continue
            }
            let title = keys["title"]?.text("the fact's title", log) ?? entry.key
            facts.append(Field(name: entry.key, title: title, kind: kind))
        }
        return facts
    }

    /// Text lies in a sealed section; what is no text and names none lies in the one that takes codes, if there is one.
    private func section(_ entry: YAMLNode.Entry, _ keys: YAMLKeyed, _ kind: Field.Kind) -> String? {
        let isText = kind == .line || kind == .text
        guard let node = keys["section"] else {
            if isText, names.textSection == nil {
                log.add(
                    "“\(entry.key)” is text, which must lie in a sealed section.", at: entry.place,
                    hint: "Name its “section”, or let a section take text with “takes-text: yes”.")
            }
            return isText ? names.textSection : names.codeSection
        }
        guard let name = known(node, "section", among: names.sections) else { return nil }
        if isText, names.unsealed.contains(name) {
            log.add("“\(entry.key)” is text, and the section “\(name)” is not sealed.", at: node.place)
        }
        return name
    }

    /// `line`, `number 1 to 4`, `choice`, `reference meeting`; for a fact also `state`, a state of this very workflow.
    private func kind(_ keys: YAMLKeyed, isFact: Bool = false) -> Field.Kind? {
        guard let node = keys["type"], let text = node.text("the type", log) else { return nil }
        let words = text.split(separator: " ").map(String.init)
        var takesChoices = false
        defer {
            if !takesChoices, keys["choices"] != nil {
                log.add("Only the types choice and choices have choices.", at: keys.place(of: "choices"))
            }
        }
        switch (words.first, words.count) {
        case ("line", 1): return .line
        case ("text", 1): return .text
        case ("day", 1): return .day
        case ("flag", 1): return .flag
        case ("number", 1): return .number(0...999_999_999)
        case ("number", 4) where words[2] == "to":
            guard Self.isNumber(words[1]), Self.isNumber(words[3]) else { break }
            guard let low = Int(words[1]), let high = Int(words[3]), Self.numbers.contains(low),
                Self.numbers.contains(high)
            else {
                log.add(
                    "A number lies between -\(Self.numbers.upperBound) and \(Self.numbers.upperBound).", at: node.place)
                return nil
            }
            guard low <= high else {
                log.add("Nothing lies between \(low) and \(high): the lesser comes first.", at: node.place)
                return nil
            }
            return .number(low...high)
        case ("state", 1) where isFact:
            return .choice(names.states.map { Field.Choice(name: $0, title: $0) })
        case ("choice", 1):
            takesChoices = true
            return choices(keys).map(Field.Kind.choice)
        case ("choices", 1):
            takesChoices = true
            return choices(keys).map(Field.Kind.choices)
        case ("reference", 2): return referenceKind(words[1], node).map(Field.Kind.reference)
        case ("references", 2): return referenceKind(words[1], node).map(Field.Kind.references)
        default: break
        }
        let types = ["line", "text", "number", "day", "flag", "choice", "choices", "reference", "references"]
        log.add(
            "There is no type “\(text.prefix(40))”.", at: node.place,
            hint: NearMiss.hint(for: words.first ?? "", among: types)
                ?? "Types: line, text, number, number 1 to 4, day, flag, choice, choices, reference KIND, references KIND."
        )
        return nil
    }

    private func referenceKind(_ kind: String, _ node: YAMLNode) -> String? {
        if kinds.contains(kind) { return kind }
        log.add(
            "There is nothing of the kind “\(kind.prefix(40))” to refer to.", at: node.place,
            hint: NearMiss.hint(for: kind, among: kinds.sorted())
                ?? "\(kinds.isEmpty ? "" : "Kinds: \(kinds.sorted().joined(separator: ", ")). ")"
                + "The file's own stand under “kinds”.")
        return nil
    }

    /// A mapping of names to titles, or a list of names that are their own titles.
    private func choices(_ keys: YAMLKeyed) -> [Field.Choice]? {
        guard let node = keys["choices"] else {
            log.add("A choice needs the key “choices”.", at: keys.place(of: "type"))
            return nil
        }
        var choices: [Field.Choice] = []
        func add(_ name: String, _ title: String, _ place: Place) {
            guard YAMLNode.isName(name) else {
                log.add("“\(name.prefix(40))” cannot be the name of a choice.", at: place)
                return
            }
            if choices.contains(where: { $0.name == name }) {
                log.add("The choice “\(name)” stands here twice.", at: place)
            }
            choices.append(Field.Choice(name: name, title: title))
        }
        if case .mapping(let entries) = node.content {
            for entry in entries {
                add(entry.key, entry.value.text("the choice's title", log) ?? entry.key, entry.place)
            }
        } else {
            for element in node.sequence("the choices", log) {
                guard let name = element.text("a choice", log) else { continue }
                add(name, name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " "), element.place)
            }
        }
        if choices.isEmpty { log.add("There is nothing to choose from.", at: node.place) }
        return choices
    }

    /// Digits, perhaps with a minus before them.
    private static func isNumber(_ word: String) -> Bool {
        let digits = word.utf8.drop { $0 == UInt8(ascii: "-") }
        return !digits.isEmpty && word.utf8.count - digits.count < 2 && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// What can be counted and compared without ever leaving the integers.
    private static let numbers = -1_000_000_000_000_000...1_000_000_000_000_000

    private static func limit(_ kind: Field.Kind) -> Int {
        switch kind {
        case .line: 280
        default: 10_000
        }
    }
}

extension Names.FieldKind {
    init(_ kind: Field.Kind) {
        switch kind {
        case .number: self = .number
        case .day: self = .day
        case .flag: self = .flag
        default: self = .other
        }
    }
}

extension Field.Kind {
    /// It holds characters, of which there may be too many.
    fileprivate var isOfCharacters: Bool {
        switch self {
        case .line, .text, .reference, .references: true
        default: false
        }
    }
}
