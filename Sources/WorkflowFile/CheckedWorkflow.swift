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
    ///
    /// - Parameters:
    ///   - calendars: those that the file may name, with their holidays; nil when they are not at hand.
    ///   - other: another workflow by its name, whose events effects may cause.
    public static func check(
        _ text: String, name: String, host: Host, _ budget: Budget = .usual, calendars: Calendars? = nil,
        beside other: (_ workflow: String) -> Definition? = { _ in nil }
    ) -> Result<CheckedWorkflow, Problems> {
        document(text, name: name, host: host).map { definition, root in
            let places = SubjectPlaces(root)
            let checked = CheckedWorkflow(definition: definition, findings: [], places: places)
            let found =
                definition.verify(budget, calendars: calendars, by: host.acts(on: definition))
                + host.findings(on: definition)
                + host.findings(on: definition, beside: other)
            let findings = found.map(checked.placed)
            let ordered = findings.enumerated().sorted {
                ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
            }
            return CheckedWorkflow(definition: definition, findings: ordered.map(\.element), places: places)
        }
    }
}
