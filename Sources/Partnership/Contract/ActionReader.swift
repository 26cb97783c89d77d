import Workflow

/// What the action log reads of an action.
public struct ActionReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case text, owner, supporters, agency, due, measure, issue, area, meeting, decision, item, evidence, reason
        case doneOn = "done-on"
    }

    public static let contract = Contract.action
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    /// What is to be done.
    public var text: String? { text(.text) }
    /// A person's id, as are the supporters.
    public var owner: String? { text(.owner) }
    public var supporters: [String] { list(.supporters) }
    public var agency: String? { text(.agency) }
    public var due: Day? { day(.due) }
    public var measure: String? { text(.measure) }
    public var issue: String? { text(.issue) }
    public var area: String? { text(.area) }
    public var meeting: String? { text(.meeting) }
    /// The decision that set it to be done, `D-board-2020-3`.
    public var decision: String? { text(.decision) }
    /// The number of the item of that meeting under which it was set.
    public var agendaItem: String? { text(.item) }
    public var evidence: String? { text(.evidence) }
    public var reason: String? { text(.reason) }
    public var doneOn: Day? { day(.doneOn) }

    public var status: ActionLine.Status {
        let named: [ActionLine.Status] = [.done, .cancelled, .superseded]
        if let status = named.first(where: { means($0.rawValue) }) { return status }
        return item.state.flatMap { definition[$0] }?.isEnd == true ? .done : .open
    }
}
