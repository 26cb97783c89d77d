import StrictYAML
import Workflow

/// Sections are declared before the fields that lie in them, and their readers are read after, since those may depend on
/// what the fields hold.
extension DefinitionReader {
    static let sectionKeys = ["sealed", "takes-text", "takes-codes", "searched", "found"]

    func declareSections(_ node: YAMLNode?) {
        for entry in node?.entries("the sections", log) ?? [] {
            guard checked(entry, "a section") else { continue }
            names.sections.append(entry.key)
            guard
                let keys = entry.value.keyed(
                    "a section", required: ["title", "readers"], optional: Self.sectionKeys, log)
            else { continue }
            let isSealed = keys["sealed"]?.flag("sealed", log) ?? true
            if !isSealed { names.unsealed.insert(entry.key) }
            take(entry.key, keys, "takes-text", "Only a sealed section takes text.", isSealed, in: &names.textSection)
            take(
                entry.key, keys, "takes-codes", "Only a section that is not sealed takes codes.", !isSealed,
                in: &names.codeSection)
            drafts.append((entry.key, keys))
        }
    }

    /// The one section to which fields belong that name none.
    private func take(
        _ section: String, _ keys: YAMLKeyed, _ key: String, _ why: String, _ isFit: Bool, in taken: inout String?
    ) {
        guard keys[key]?.flag(key, log) == true else { return }
        if taken != nil { log.add("Only one section can have “\(key)”.", at: keys.place(of: key)) }
        if !isFit { log.add(why, at: keys.place(of: key)) }
        taken = section
    }

    func sections() -> [Section] {
        drafts.map { name, keys in
            Section(
                name: name, title: keys["title"]?.text("the section's title", log) ?? name,
                readers: readers(keys["readers"]), isSealed: !names.unsealed.contains(name),
                takesText: names.textSection == name,
                takesCodes: names.codeSection == name, isSearched: keys["searched"]?.flag("searched", log) ?? false,
                isFound: keys["found"]?.flag("found", log) ?? false)
        }
    }

    /// Roles, and mappings of `roles` with `when`, a condition on the item's own record.
    private func readers(_ node: YAMLNode?) -> [Reader] {
        guard let node else { return [] }
        var readers: [Reader] = []
        for element in node.oneOrMore("the readers", log) {
            guard case .mapping = element.content else {
                guard let role = known(element, "role", among: names.roles) else { continue }
                if readers.contains(where: { $0.role == role }) {
                    log.add("The role “\(role)” stands here twice.", at: element.place)
                }
                readers.append(Reader(role: role))
                continue
            }
            guard let keys = element.keyed("a reader", required: ["roles", "when"], log),
                let condition = recordCondition(keys["when"])
            else { continue }
            readers += knownList(keys["roles"], "role", among: names.roles).map {
                Reader(role: $0, condition: condition)
            }
        }
        if case .sequence(let elements) = node.content, elements.isEmpty {
            log.add("Nobody could read it.", at: node.place, hint: "Name the roles that may.")
        }
        return readers
    }

    private func recordCondition(_ node: YAMLNode?) -> Expression? {
        guard let node, let condition = condition(node, "the condition") else { return nil }
        guard condition.isAboutTheRecord else {
            log.add(
                "Who may read hangs on the item's own fields and its state only, not on facts, days or people.",
                at: node.place)
            return nil
        }
        return condition
    }
}
