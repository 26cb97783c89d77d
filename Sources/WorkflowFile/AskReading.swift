import StrictYAML
import Workflow

/// What events ask. Each field is followed by a word or by a mapping:
///
/// - `required`: must be given with this event;
/// - `record`: must be on record, or be given now;
/// - `optional`: may be given; what is on record stays;
/// - `anew`: may be given; what an earlier event left is cleared;
/// - `{when: CONDITION, because: SENTENCE}`: required anew when the condition holds;
/// - `need:` with any of the words, `default:` with the value taken when none is given (beside `when:` only where that holds),
///   `offered:` with a condition under which a form asks for it although nothing need be answered.
extension DefinitionReader {
    func asks(_ node: YAMLNode?) -> [Ask] {
        (node?.entries("what the event asks", log) ?? []).compactMap { entry in
            guard isField(entry) else { return nil }
            return ask(entry)
        }
    }

    static let askWords = ["required", "record", "optional", "anew"]

    private func ask(_ entry: YAMLNode.Entry) -> Ask? {
        guard case .mapping = entry.value.content else {
            guard let word = entry.value.choice("an ask", among: Self.askWords, log) else { return nil }
            return Ask(field: entry.key, requirement: Self.requirement(word), isFresh: Self.isFresh(word))
        }
        guard let keys = entry.value.keyed("an ask", optional: ["need", "when", "because", "default", "offered"], log)
        else {
            return nil
        }
        let word = keys["need"]?.choice("need", among: Self.askWords, log)
        let fallback = keys["default"].flatMap {
            constantThatFits(
                expression($0, "the default", giving: parser.environment.fields[entry.key]), entry.key, at: $0)
        }
        let because = keys["because"]?.text("the reason", log)
        let offered = keys["offered"].flatMap { condition($0, "when it is offered") }
        if let node = keys["when"] {
            guard let condition = condition(node, "the condition") else { return nil }
            return Ask(
                field: entry.key, requirement: .requiredWhen(condition, because: because), fallback: fallback,
                isFresh: word.map(Self.isFresh) ?? true, offered: offered)
        }
        if because != nil {
            log.add("“because” goes with “when”.", at: keys.place(of: "because"))
        }
        let chosen = word ?? (offered != nil ? "optional" : fallback == nil ? "required" : "anew")
        return Ask(
            field: entry.key, requirement: Self.requirement(chosen), fallback: fallback,
            isFresh: Self.isFresh(chosen), offered: offered)
    }

    private static func requirement(_ word: String) -> Ask.Requirement {
        word == "required" || word == "record" ? .required : .optional
    }

    private static func isFresh(_ word: String) -> Bool {
        word == "required" || word == "anew"
    }
}
