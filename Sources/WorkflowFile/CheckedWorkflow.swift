import StrictYAML
import Workflow
import WorkflowProof

/// A file read and verified.
public struct CheckedWorkflow: Sendable {
    public let definition: Definition
    public let findings: [PlacedFinding]
    let places: SubjectPlaces

    /// A further finding with its place in the file.
    public func placed(_ finding: Finding) -> PlacedFinding {
        let place = places.place(of: finding.subject)
        return PlacedFinding(finding: finding, line: place.line, column: place.column)
    }
}

/// A finding with its place in the file.
public struct PlacedFinding: Hashable, Sendable {
    public let finding: Finding
    public let line: Int
    public let column: Int
}

extension WorkflowFile {
    /// Reads and checks a definition as `read` does, and then verifies what it means. What the host needs and does not
    /// find is a finding among others. What was not reached within the budget is among them, as not found out.
    public static func check(
        _ text: String, name: String, host: Host, _ budget: Budget = .usual
    ) -> Result<CheckedWorkflow, Problems> {
        document(text, name: name, host: host).map { definition, root in
            let places = SubjectPlaces(root)
            let checked = CheckedWorkflow(definition: definition, findings: [], places: places)
            let findings = (definition.verify(budget) + host.findings(on: definition)).map(checked.placed)
            let ordered = findings.enumerated().sorted {
                ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
            }
            return CheckedWorkflow(definition: definition, findings: ordered.map(\.element), places: places)
        }
    }
}
