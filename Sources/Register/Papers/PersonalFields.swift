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

    /// What a value of a field is; nil for an ordinary word, or a day that is no birth.
    ///
    /// - Parameters:
    ///   - raiser: who raised the issue, as the workflow calls it.
    ///   - received: the day it was received.
    func kind(of field: String, _ value: String, raiser: String?, received: Day?) -> PersonalValue.Kind? {
        guard let kind = kinds[field] ?? .text else { return nil }
        // What raised it was an organisation, whose name is known to everybody.
        if kind == .name, field == IssueReader.Field.name.rawValue,
            raiser.map(IssueReader.organisations.contains) ?? false
        {
            return .organisation
        }
        if kind == .birth, field != IssueReader.Field.born.rawValue, let day = Day(iso: value), let received,
            day > received.adding(months: -24)
        {
            return nil
        }
        return kind
    }
}
