import Partnership
import Workflow

/// What the fields of issues are, as far as they can be personal: worked out once however many issues are asked of.
struct PersonalFields {
    /// The fields that name a family.
    static let names = [IssueReader.Field.name, .actingFor, .childName].map(\.rawValue)

    /// What is sealed and not printed.
    let sections: [String]
    /// By field; nil for what is an ordinary word.
    let kinds: [String: PersonalValue.Kind?]
    let titles: [String: String]

    init(_ definition: Definition) {
        sections = definition.sections.filter { $0.isSealed && !$0.takesText }.map(\.name)
        var kinds: [String: PersonalValue.Kind?] = [:]
        var titles: [String: String] = [:]
        for field in definition.fields {
            titles[field.name] = field.title.lowercasedFirst
            switch field.kind {
            case .day: kinds[field.name] = .birth
            case .line, .text: kinds[field.name] = .text
            default: kinds[field.name] = .some(nil)
            }
        }
        for (field, kind) in [
            (IssueReader.Field.name, PersonalValue.Kind.name), (.actingFor, .name), (.childName, .child),
            (.contact, .contact), (.setting, .place),
        ] where kinds[field.rawValue] != nil { kinds[field.rawValue] = kind }
        self.kinds = kinds
        self.titles = titles
    }
}
