import Workflow

extension Sentences {
    /// `, by the chair or another Board chair`; nothing for nobody.
    static func by(_ titles: [String]) -> String {
        guard !titles.isEmpty else { return "" }
        let people = titles.map { $0.hasPrefix("another ") || $0.hasPrefix("the ") ? $0 : "the \($0)" }
        return ", by \(people.joined(separator: " or "))"
    }
}
