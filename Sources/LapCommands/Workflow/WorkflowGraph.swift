import ArgumentParser
import Ledger
import Register
import UseCases
import Workflow
import WorkflowProof

struct WorkflowGraph: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Draw a workflow, or give it to other tools.")

    @Argument(help: "Its name, a file, or - for standard input.") var workflow: String
    @Option(help: "dot (Graphviz), mermaid, svg, scxml (W3C state chart) or pnml (Petri net).") var format = "dot"
    @Option(name: .customLong("for"), help: ArgumentHelp("Bring out what this role can do.", valueName: "role"))
    var role: String?
    @Option(help: ArgumentHelp("Bring out where this item is and has been.", valueName: "ref")) var item: String?
    @OptionGroup var common: CommonOptions

    private enum Format: String, CaseIterable { case dot, mermaid, svg, scxml, pnml }

    func run(_ context: Context) async throws {
        guard let format = Format(rawValue: format) else {
            let known = Format.allCases.map(\.rawValue)
            throw Failure(
                .usage, "There is no format “\(Printed.safe(format, limit: 40))”.",
                hint: NearMiss.hint(for: format, among: known) ?? "Known: \(known.joined(separator: ", ")).")
        }
        if [.scxml, .pnml].contains(format), role != nil || item != nil {
            throw Failure(.usage, "--for and --item mark pictures, and \(format.rawValue) is none.")
        }
        let (definition, marks) = try subject(context)
        let text =
            switch format {
            case .dot: definition.dot(marks)
            case .mermaid: definition.mermaid(marks)
            case .svg: try await Graphviz.svg(definition.dot(marks), context)
            case .scxml: definition.scxml()
            case .pnml: definition.pnml()
            }
        let json = JSON.object([
            "workflow": .string(definition.name), "format": .string(format.rawValue), "text": .string(text),
        ])
        try await context.answer(Answer(text, json: json), common)
    }

    /// What to draw: the version that an item is under, when one is named.
    private func subject(_ context: Context) throws -> (Definition, DiagramMarks) {
        var definition: Definition
        var marks = DiagramMarks()
        if let item {
            let traced = try Session(context, common).ask(TraceItem(item, workflow: workflow))
            definition = try traced.definition()
            marks = DiagramMarks(current: traced.state, visited: Set(traced.visited))
        } else {
            definition = try WorkflowSource.named(workflow, context, common).definition()
        }
        if let role {
            guard definition.roles.contains(role) else {
                throw Failure.unknown("role", role, among: definition.roles)
            }
            marks.role = role
        }
        return (definition, marks)
    }
}
