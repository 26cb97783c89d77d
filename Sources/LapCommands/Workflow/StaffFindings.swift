import Register
import Workflow

/// What the seats held in a register make impossible in a workflow in force there.
struct StaffFindings {
    /// Each with the bodies it is about, `North LAP and South LAP`.
    let findings: [(finding: Finding, bodies: String)]

    /// None outside a register, and for what is not in force in it.
    init(_ definition: Definition, word: String, _ context: Context, _ options: CommonOptions) throws {
        guard (try? Session.find(context, register: options.register)) != nil,
            try WorkflowCommand.share(context, options).workflowNames().contains(word)
        else {
            findings = []
            return
        }
        let workplace = try Session(context, options)
        let staff = try workplace.read { view, _ in try view.staff(for: definition.name, on: workplace.day) }
        var found: [(finding: Finding, bodies: [String])] = []
        for staff in staff {
            for finding in definition.verify(staff: staff.people) {
                if let index = found.firstIndex(where: { $0.finding == finding }) {
                    found[index].bodies.append(staff.body)
                } else {
                    found.append((finding, [staff.body]))
                }
            }
        }
        findings = found.map { ($0.finding, $0.bodies.joined(separator: ", ")) }
    }
}
