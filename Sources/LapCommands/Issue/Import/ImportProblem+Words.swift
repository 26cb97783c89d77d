import UseCases
import Workflow

extension ImportProblem {
    /// `Row 7, column “theme”: there is no such theme in this register.`
    var line: String {
        let place = column.map { "Row \(row), column “\(Printed.safe($0, limit: 40))”" } ?? "Row \(row)"
        return "\(place): \(sentence)"
    }

    /// What would help, as the command line says it. A cell that is missing needs no option named for it.
    var hints: [String] {
        if same != nil { return ["Leave it out with --keep-good, or log it once more with --again."] }
        guard let reason else { return remedies.map { $0.text(noun: .of(workflow: "issue"), reference: nil) } }
        if reason.kind == .missing || reason.kind == .stateNeeds { return [] }
        return reason.hints(noun: .of(workflow: "issue"), reference: nil)
    }
}
