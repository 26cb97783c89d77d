import Register
import Workflow
import WorkflowProof

/// The seats held, body by body, as far as a workflow's roles go.
public struct FindStaff: Question {
    public let workflow: String

    public init(for workflow: String) { self.workflow = workflow }

    public func answer(from view: View, as standing: Standing) throws -> StaffAnswer {
        StaffAnswer(staff: try view.staff(for: workflow, on: view.today))
    }
}

/// Who holds which role. Nobody is told who that is, only what it makes impossible.
public struct StaffAnswer: Sendable {
    let staff: [Staff]

    /// What the seats held make impossible in a definition; each finding once, with the titles of the bodies it is about.
    public func findings(
        in definition: Definition, _ budget: Budget = .usual
    ) -> [(finding: Finding, bodies: [String])] {
        var found: [(finding: Finding, bodies: [String])] = []
        for (staff, findings) in zip(staff, definition.verify(staff: staff.map(\.people), budget)) {
            for finding in findings {
                if let index = found.firstIndex(where: { $0.finding == finding }) {
                    found[index].bodies.append(staff.body)
                } else {
                    found.append((finding, [staff.body]))
                }
            }
        }
        return found
    }
}
