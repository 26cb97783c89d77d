import Register
import Workflow

/// The order of a list by one column of it, or by a field: numbers and days by size, choices and states as their file has them, words
/// by letter. What has no value there comes last.
struct IssueOrder {
    private enum Key: Comparable {
        case number(Int)
        case word(String)
        case reference(String, Int)
    }

    private let key: (ItemLine) -> Key?

    /// Throws `RegisterError.badInput` for a name that lines have no value of.
    init(_ name: String, of definition: Definition) throws {
        func word(_ text: String?) -> Key? { text.map { .word($0.lowercased()) } }
        switch name {
        case "ref":
            key = { line in
                let digits = line.reference.reversed().prefix { $0.isNumber }.count
                return .reference(String(line.reference.dropLast(digits)), Int(line.reference.suffix(digits)) ?? 0)
            }
        case "state":
            let places = Dictionary(
                definition.states.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
            key = { places[$0.state].map { .number($0) } }
        case "raised": key = { $0.happens.map { .number($0.number) } }
        case "due": key = { $0.due.map { .number($0.number) } }
        case "area": key = { word($0.area) }
        case "theme": key = { word($0.theme) }
        case "owner": key = { word($0.owner) }
        case "title", "summary": key = { word($0.title) }
        default:
            guard let field = definition.field(name), let section = field.section else {
                let known = ["ref", "raised", "title"] + definition.fields.filter { $0.section != nil }.map(\.name)
                throw RegisterError.badInput(
                    "Issues have no field or column “\(name.prefix(40))” to stand in the order of.",
                    remedies: NearMiss.hint(for: name, among: known).map { [.say($0)] } ?? [
                        .deed("show-workflow", on: "issue")
                    ])
            }
            guard !definition.isSealed(section) else {
                throw RegisterError.badInput("\(field.title) is kept apart from the record: nothing is ordered by it.")
            }
            key = { line in
                guard let value = line.codes[name] else { return nil }
                if let ordinal = value.ordinal { return .number(ordinal) }
                return switch value {
                case .flag(let flag): .number(flag ? 0 : 1)
                case .text(let text): field.choices.firstIndex { $0.name == text }.map { .number($0) } ?? word(text)
                case .list(let names): word(names.joined(separator: ","))
                case .number, .day: nil
                }
            }
        }
    }

    func sorted(_ lines: [ItemLine]) -> [ItemLine] {
        lines.map { (line: $0, key: key($0)) }.enumerated().sorted { one, other in
            switch (one.element.key, other.element.key) {
            case (let mine?, let theirs?) where mine != theirs: mine < theirs
            case (nil, _?): false
            case (_?, nil): true
            default: one.offset < other.offset
            }
        }.map(\.element.line)
    }
}
