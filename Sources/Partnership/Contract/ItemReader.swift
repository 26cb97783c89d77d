import Workflow

/// A record of a workflow, read by the fields that its contract lists: the program's one place for their names.
public protocol ItemReader: Sendable {
    associatedtype Field: RawRepresentable<String> & CaseIterable & Sendable

    static var contract: Contract { get }
    var item: Item { get }
    var definition: Definition { get }

    init(_ item: Item, _ definition: Definition)
}

extension ItemReader {
    /// Whether its state has a meaning, whatever it is called there.
    public func means(_ meaning: String) -> Bool {
        item.state.flatMap { definition[$0] }?.meanings.contains(meaning) ?? false
    }

    func text(_ field: Field) -> String? {
        if case .text(let text) = item.fields[field.rawValue] { return text }
        return nil
    }

    func day(_ field: Field) -> Day? {
        if case .day(let day) = item.fields[field.rawValue] { return day }
        return nil
    }

    func number(_ field: Field) -> Int? {
        if case .number(let number) = item.fields[field.rawValue] { return number }
        return nil
    }

    func flag(_ field: Field) -> Bool { item.fields[field.rawValue] == .flag(true) }

    func list(_ field: Field) -> [String] {
        if case .list(let words) = item.fields[field.rawValue] { return words }
        return []
    }

    /// The title of the choice that a field holds: `Parent or carer`.
    func title(_ field: Field) -> String? {
        guard let name = text(field) else { return nil }
        guard case .choice(let choices)? = definition.field(field.rawValue)?.kind else { return name }
        return choices.first { $0.name == name }?.title ?? name
    }
}
