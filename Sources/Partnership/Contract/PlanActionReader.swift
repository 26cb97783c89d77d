import Workflow

/// What plans and their counts read of a plan action.
public struct PlanActionReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case plan, priority, title, concerns, due
    }

    public static let contract = Contract.planAction
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    public var plan: String? { text(.plan) }
    public var priority: Int? { number(.priority) }
    public var title: String? { text(.title) }
    /// The numbers of the concerns that it answers.
    public var concerns: [String] { list(.concerns) }
    public var due: Day? { day(.due) }
}
