import StrictYAML

/// The names that a file declares.
struct Names {
    var roles: [String] = []
    var sections: [String] = []
    /// The section of text fields that name none.
    var textSection: String?
    /// The section of other fields that name none.
    var codeSection: String?
    /// Sections that only limit reading.
    var unsealed: Set<String> = []
    var facts: Set<String> = []
    var fields: [String: FieldKind] = [:]
    /// Fields and facts of a type that there is not: what refers to them is not judged.
    var untyped: Set<String> = []
    /// In the order of the file.
    var states: [String] = []
    var stateNames: Set<String> = []
    /// Each spelled out in states.
    var groups: [String: [String]] = [:]
    /// In the order of the file.
    var groupNames: [String] = []
    private(set) var events: Set<String> = []
    /// Those that begin an item.
    private(set) var beginnings: Set<String> = []
    /// What a list of states can name.
    var statesAndGroups: Set<String> = []

    /// What other parts need to know of a field's type.
    enum FieldKind: Hashable {
        case number, day, flag, other
    }

    mutating func add(event entry: YAMLNode.Entry) {
        events.insert(entry.key)
        guard case .mapping(let keys) = entry.value.content, let from = keys.first(where: { $0.key == "from" }),
            case .scalar("start") = from.value.content
        else { return }
        beginnings.insert(entry.key)
    }
}
