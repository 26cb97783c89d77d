/// The names that a file declares.
struct Names {
    var roles: [String] = []
    var sections: [String] = []
    /// The section of text fields that name none.
    var textSection: String?
    var facts: Set<String> = []
    var fields: [String: FieldKind] = [:]
    var states: [String] = []
    /// Each spelled out in states.
    var groups: [String: [String]] = [:]
    var events: [String] = []

    /// What other parts need to know of a field's type.
    enum FieldKind: Hashable {
        case number, day, flag, other
    }

    var statesAndGroups: [String] { states + groups.keys.sorted() }

    func fields(of kind: FieldKind) -> [String] {
        fields.filter { $0.value == kind }.map(\.key)
    }
}
