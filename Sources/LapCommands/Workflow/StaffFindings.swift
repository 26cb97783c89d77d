import UseCases
import Workflow
import WorkflowProof

/// What the seats held in a register make impossible in a workflow in force there.
struct StaffFindings {
    /// Each with the bodies it is about, `North LAP and South LAP`.
    let findings: [(finding: Finding, bodies: String)]

    /// None outside a register, and for what is not in force in it.
    init(
        _ definition: Definition, word: String, _ budget: Budget, _ context: Context, _ options: CommonOptions
    ) throws {
        guard (try? Session.find(context, register: options.register)) != nil,
            try WorkflowCommand.share(context, options).workflowNames().contains(word)
        else {
            findings = []
            return
        }
        let staff = try Session(context, options).ask(FindStaff(for: definition.name))
        findings = staff.findings(in: definition, budget).map { ($0.finding, $0.bodies.joined(separator: ", ")) }
    }
}
