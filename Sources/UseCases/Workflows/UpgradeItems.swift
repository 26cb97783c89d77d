import Register
import class Register.Operation
import Workflow

/// Moves every live item that can go on there to the version of its workflow in force. Who may, that version says; what
/// would become of each, whoever has a seat and may read its history may ask.
public struct UpgradeItems: Rehearsable {
    /// Their names, in this order.
    public let workflows: [String]
    /// What becomes of running clocks.
    public let clocks: ClockPolicy
    public let name = "workflow upgrade"

    public init(_ workflows: [String], clocks: ClockPolicy) {
        self.workflows = workflows
        self.clocks = clocks
    }

    private static let plan = "What would become of live items"

    public func judge(from view: View, as standing: Standing) throws -> [UpgradeLine] {
        try standing.mustHoldSeat(toSee: UpgradeItems.plan)
        return try lines(workflows.flatMap { try view.upgrades(of: $0, clocks: clocks) }, view, standing)
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> [UpgradeLine] {
        try standing.mustHoldSeat(toSee: UpgradeItems.plan)
        let upgrades = try workflows.flatMap { try operation.upgrade($0, clocks: clocks, as: standing) }
        return try lines(upgrades, operation.view, standing)
    }

    /// What decided it tells of an item's history: only of those whose history the asker may read.
    private func lines(_ upgrades: [ItemUpgrade], _ view: View, _ standing: Standing) throws -> [UpgradeLine] {
        try upgrades.filter { try view.shows($0.item, to: standing) }.map(UpgradeLine.init)
    }
}

/// What becomes of a live item under the version in force.
public struct UpgradeLine: Sendable, Codable {
    public let ref: String
    public let workflow: String
    public let state: String
    /// `moves`, `held`, `needs-input` or `refused`.
    public let verdict: String
    /// The event of its history that decided it; nil when the whole history or the record did.
    public let event: String?
    public let on: Day?
    public let why: String

    /// It goes on under the version in force.
    public var moves: Bool { verdict == ItemUpgrade.Answer.moves.rawValue }

    init(_ upgrade: ItemUpgrade) {
        ref = upgrade.item.reference
        workflow = upgrade.item.workflow
        state = upgrade.item.state
        verdict = upgrade.answer.rawValue
        event = upgrade.witness?.event
        on = upgrade.witness?.on
        why = upgrade.sentences.joined(separator: " ")
    }
}
