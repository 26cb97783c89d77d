import StrictYAML
import Workflow

extension DefinitionReader {
    /// A list of `{require, otherwise, remedy, code}`; rules of the whole workflow also take `except`. `asked` are the fields
    /// that the event asks, nil for rules of the whole workflow.
    func rules(_ node: YAMLNode?, _ what: String, asked: [String]?) -> [Rule] {
        guard let node else { return [] }
        let optional = ["remedy", "code"] + (asked == nil ? ["except"] : [])
        return node.sequence(what, log).compactMap { element in
            let keys = element.keyed("a rule", required: ["require", "otherwise"], optional: optional, log)
            guard let keys else { return nil }
            let condition = condition(keys["require"], "the condition")
            let otherwise = keys["otherwise"]?.text("the sentence", log)
            let remedies = remedies(keys["remedy"], asked: asked)
            let code = keys["code"]?.name("the rule's number", log)
            let except = knownList(keys["except"], "event", among: names.events)
            guard let condition, let otherwise else { return nil }
            return Rule(condition: condition, otherwise: otherwise, remedies: remedies, code: code, except: except)
        }
    }
}
