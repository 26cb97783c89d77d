import StrictYAML
import Workflow

/// Where the parts of a definition stand in its file.
struct SubjectPlaces: Sendable {
    private let root: YAMLNode

    init(_ root: YAMLNode) {
        self.root = root
    }

    func place(of subject: Subject) -> Place {
        let found: Place? =
            switch subject {
            case .workflow: nil
            case .state(let name): entry(name, in: "states")
            case .event(let name): entry(name, in: "events")
            case .clock(let name): entry(name, in: "clocks")
            case .field(let name): entry(name, in: "fields")
            case .section(let name): entry(name, in: "sections")
            case .fact(let name): entry(name, in: "facts")
            case .promise(let name): entry(name, in: "promises")
            case .rule(let position, of: let event): rule(position, of: event)
            case .waiver(let position): element(position, of: root.value(of: "waivers"))
            }
        return found ?? root.place
    }

    private func rule(_ position: Int, of event: String?) -> Place? {
        let node = event.map { found($0, in: "events")?.value.value(of: "rules") } ?? root.value(of: "rules")
        return element(position, of: node)
    }

    private func element(_ position: Int, of node: YAMLNode?) -> Place? {
        guard case .sequence(let elements)? = node?.content, elements.indices.contains(position - 1) else { return nil }
        return elements[position - 1].place
    }

    /// Of what the part lacks, the part itself.
    private func entry(_ name: String, in part: String) -> Place? {
        found(name, in: part)?.place ?? root.value(of: part)?.place
    }

    private func found(_ name: String, in part: String) -> YAMLNode.Entry? {
        guard case .mapping(let entries)? = root.value(of: part)?.content else { return nil }
        return entries.first { $0.key == name }
    }
}

extension YAMLNode {
    fileprivate func value(of key: String) -> YAMLNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }
}
