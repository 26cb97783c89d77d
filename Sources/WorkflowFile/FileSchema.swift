import Workflow

extension WorkflowFile {
    /// The JSON Schema (draft 2020-12) of the file format, with which editors complete and check. What depends on other
    /// parts of a file, such as whether a name exists, only reading can tell.
    public static func jsonSchema() -> String {
        let schema = JSONText.object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("Workflow")),
            ("type", .string("object")),
            ("required", .array(DefinitionReader.required.map(JSONText.string))),
            ("additionalProperties", .flag(false)),
            ("properties", .object(parts)),
            ("$defs", .object(definitions)),
        ])
        return schema.written() + "\n"
    }

    private static let parts: [(String, JSONText)] = [
        ("workflow", described("The workflow's name.", reference("name"))),
        ("title", described("The workflow as people call one item of it.", text)),
        ("summary", text),
        ("calendar", described("The calendar whose working days are counted.", reference("name"))),
        ("upgraded-by", described("The roles that may move items to this version.", reference("names"))),
        ("kinds", described("Kinds of things of its own that fields may refer to.", reference("names"))),
        ("roles", described("Roles and their titles, in order.", map(text))),
        ("sections", described("Parts of the record read and erased as a whole.", map(reference("section")))),
        ("facts", described("What the host knows beyond the item's record.", map(reference("fact")))),
        ("fields", described("The data an item can carry.", map(reference("field")))),
        ("states", described("Where an item can be.", map(reference("state")))),
        ("groups", described("Names for several states.", map(reference("names")))),
        ("rules", described("Conditions on every event.", list(reference("workflowRule")))),
        ("events", described("What happens to items.", map(reference("event")))),
        ("clocks", described("Spans of time that fall due.", map(reference("clock")))),
        ("promises", described("What is proved of the workflow.", map(reference("promise")))),
        ("waivers", described("Findings that are meant.", list(reference("waiver")))),
    ]

    private static let definitions: [(String, JSONText)] = [
        ("name", .object([("type", .string("string")), ("pattern", .string("^[A-Za-z0-9]+([-.][A-Za-z0-9]+)*$"))])),
        ("names", oneOrMore(reference("name"))),
        ("expression", .object([("type", .array([.string("string"), .string("number"), .string("boolean")]))])),
        (
            "yesOrNo",
            .object([
                (
                    "enum",
                    .array(
                        [.string("yes"), .string("no"), .string("true"), .string("false"), .flag(true), .flag(false)])
                )
            ])
        ),
        (
            "section",
            keyed(
                [
                    "title": text, "readers": oneOrMore(reference("reader")), "sealed": reference("yesOrNo"),
                    "takes-text": reference("yesOrNo"), "takes-codes": reference("yesOrNo"),
                    "searched": reference("yesOrNo"), "found": reference("yesOrNo"),
                ], ["title", "readers"])
        ),
        (
            "reader",
            .object([
                (
                    "oneOf",
                    .array([
                        reference("name"),
                        keyed(["roles": reference("names"), "when": reference("expression")], ["roles", "when"]),
                    ])
                )
            ])
        ),
        ("fact", keyed(["title": text, "type": text, "choices": reference("choices")], ["title", "type"])),
        (
            "field",
            keyed(
                [
                    "title": text, "type": text, "choices": reference("choices"), "help": text,
                    "section": reference("name"), "limit": integer,
                ], ["title", "type"])
        ),
        ("choices", .object([("oneOf", .array([list(scalar), map(text)]))])),
        (
            "state",
            keyed(
                [
                    "title": text, "end": reference("yesOrNo"), "needs": reference("names"),
                    "usually": reference("name"), "means": reference("names"),
                    "effects": oneOrMore(reference("effect")),
                ], ["title"])
        ),
        ("event", keyed(event, ["title", "from", "by"])),
        ("ask", .object([("oneOf", .array([words(DefinitionReader.askWords), keyed(ask, [])]))])),
        ("rule", keyed(rule, ["require", "otherwise"])),
        ("workflowRule", keyed(rule.merging(["except": reference("names")]) { $1 }, ["require", "otherwise"])),
        ("remedy", keyed(remedy, [])),
        ("target", keyed(["state": reference("name"), "when": reference("expression")], ["state"])),
        (
            "effect",
            .object([("oneOf", .array([reference("name"), map(map(reference("expression")))]))])
        ),
        ("clock", keyed(clock, ["title", "in"], anyOf: [["lasts"], ["until"]])),
        (
            "promise",
            .object([
                (
                    "oneOf",
                    .array(
                        DefinitionReader.claims.map { claim in
                            let names = [claim.key] + claim.needs
                            let own = promise.filter { (["title"] + names + claim.takes).contains($0.key) }
                            return keyed(own, ["title"] + names)
                        })
                )
            ])
        ),
        (
            "waiver",
            keyed(
                ["finding": words(Finding.Code.allCases.map(\.rawValue)), "of": text, "because": text],
                ["finding", "of", "because"])
        ),
    ]

    private static let event: [String: JSONText] = [
        "title": text, "summary": text, "from": reference("names"), "by": reference("names"),
        "to": .object([("oneOf", .array([reference("name"), list(reference("target"))]))]),
        "asks": map(reference("ask")), "rules": list(reference("rule")), "sets": map(reference("expression")),
        "clears": reference("names"), "adds": map(integer), "effects": oneOrMore(reference("effect")),
        "erases": reference("names"),
    ]

    private static let ask: [String: JSONText] = [
        "need": words(DefinitionReader.askWords), "when": reference("expression"), "because": text,
        "default": reference("expression"), "offered": reference("expression"),
    ]

    private static let rule: [String: JSONText] = [
        "require": reference("expression"), "otherwise": text, "remedy": oneOrMore(reference("remedy")),
        "code": reference("name"),
    ]

    private static let remedy: [String: JSONText] = [
        "give": reference("names"), "event": reference("name"), "giving": reference("names"), "of": reference("name"),
        "deed": reference("name"), "date": reference("yesOrNo"), "act-as": reference("names"), "say": text,
    ]

    private static let clock: [String: JSONText] = [
        "title": text, "in": reference("names"), "when": reference("expression"), "starts": reference("name"),
        "lasts": text, "or-later": keyed(["starts": reference("name"), "lasts": text], ["starts", "lasts"]),
        "rolls": list(keyed(["from": text, "to": text, "onto": words(DefinitionReader.ontoWords)], ["onto"])),
        "until": reference("name"), "pauses-in": reference("names"), "pauses-when": reference("name"),
        "restarts-on": reference("names"), "warns": integer, "means": reference("names"),
        "missed": .object([
            ("oneOf", .array([words(["flag", "pass"]), keyed(["event": reference("name")], ["event"])]))
        ]),
    ]

    private static let promise: [String: JSONText] = [
        "title": text, "always": reference("expression"), "never": reference("expression"),
        "entering": reference("names"), "holds": reference("expression"), "before": reference("names"),
        "must-pass": reference("names"), "from": reference("names"), "when": reference("expression"),
        "can-reach": reference("names"), "only-grows": reference("names"), "read": reference("names"),
        "only": reference("names"), "apart-from": reference("names"),
    ]
}

// The shapes that schemas are made of.
private let text = JSONText.object([
    ("type", .array([.string("string"), .string("number"), .string("boolean")])), ("minLength", .number(1)),
])
/// Editors differ in whether they take a scalar that is not quoted for a number or a flag, or for text.
private let integer = JSONText.object([
    ("type", .array([.string("integer"), .string("string")])), ("pattern", .string("^-?[0-9]+$")),
])
private let scalar = JSONText.object([("type", .array([.string("string"), .string("number"), .string("boolean")]))])

private func reference(_ name: String) -> JSONText { .object([("$ref", .string("#/$defs/\(name)"))]) }

private func list(_ element: JSONText) -> JSONText {
    .object([("type", .string("array")), ("items", element)])
}

private func map(_ value: JSONText) -> JSONText {
    .object([("type", .string("object")), ("additionalProperties", value)])
}

private func oneOrMore(_ element: JSONText) -> JSONText {
    .object([("oneOf", .array([element, list(element)]))])
}

private func words(_ names: [String]) -> JSONText { .object([("enum", .array(names.map(JSONText.string)))]) }

private func keyed(
    _ properties: [String: JSONText], _ required: [String], anyOf alternatives: [[String]] = []
) -> JSONText {
    let members = properties.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    var shape: [(String, JSONText)] = [("type", .string("object"))]
    if !required.isEmpty { shape.append(("required", .array(required.map(JSONText.string)))) }
    if !alternatives.isEmpty {
        let shapes = alternatives.map { JSONText.object([("required", .array($0.map(JSONText.string)))]) }
        shape.append(("anyOf", .array(shapes)))
    }
    return .object(shape + [("additionalProperties", .flag(false)), ("properties", .object(members))])
}

private func described(_ description: String, _ shape: JSONText) -> JSONText {
    guard case .object(let members) = shape else { return shape }
    return .object([("description", .string(description))] + members)
}
