import ArgumentParser
import UseCases
import Workflow

struct WorkflowUpgrade: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract:
            "Say what would become of each live item under the version in force, and with --apply move those that can.",
        discussion:
            "Each item's own history is replayed: it moves, is held, needs input or is refused, with the event that decided it."
    )

    @Argument(help: "Names of workflows; every one in force unless told.") var workflows: [String] = []
    @Flag(help: "Only say it; the default.") var plan = false
    @Flag(help: "Move those that can, in one operation with one event for each.") var apply = false
    @Option(help: "What becomes of running clocks: keep, restart, rebase or drop.") var clocks = "keep"
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard !(plan && apply) else { throw Failure(.usage, "--plan and --apply do not go together.") }
        guard let policy = ClockPolicy(rawValue: clocks) else {
            throw Failure.unknown("way with clocks", clocks, among: ClockPolicy.allCases.map(\.rawValue))
        }
        let session = try Session(context, common)
        let known = try session.share.workflowNames()
        for name in workflows where !known.contains(name) { throw Failure.unknown("workflow", name, among: known) }
        let upgrade = UpgradeItems(workflows.isEmpty ? known : workflows, clocks: policy)
        let found = try apply ? session.perform(upgrade).answer : session.rehearse(upgrade)
        try await context.answer(Answer(try Table(columns, lines: found), aside: said(found)), common)
    }

    private func said(_ found: [UpgradeLine]) -> String {
        guard !found.isEmpty else { return "Every live item is under the version in force." }
        let moves = found.count { $0.moves }
        let stay = found.count - moves
        return apply ? "\(moves) moved, \(stay) stay." : "\(moves) can move, \(stay) stay. Move them with --apply."
    }

    private var columns: [Table.Column] {
        [
            .init(header: "Ref", key: "ref"), .init(header: "Workflow", key: "workflow"),
            .init(header: "State", key: "state"), .init(header: "Verdict", key: "verdict"),
            .init(header: "At", key: "event"), .init(header: "Of", key: "on"),
            .init(header: "Why", key: "why", stretches: true),
        ]
    }
}
