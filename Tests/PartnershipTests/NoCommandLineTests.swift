import Foundation
import Testing

/// What lies behind the doors speaks no command line: which command, which option helps is for each door to say.
struct NoCommandLineTests {
    @Test(arguments: [
        "Ledger", "Register", "Partnership", "Packs", "UseCases", "Workflow", "WorkflowProof", "WorkflowFile", "Words",
    ])
    func namesNoCommandAndNoOption(module: String) throws {
        let commands = try Regex("(^|[^A-Za-z-])lap [a-z]")
        let options = try Regex("(^|[ (])--[a-z]")
        for literal in try SourceLiterals.of(module) where literal.text.contains(" ") {
            if literal.text.contains("lap ") { #expect(!literal.text.contains(commands), "\(literal.place)") }
            if literal.text.contains("--") { #expect(!literal.text.contains(options), "\(literal.place)") }
        }
    }

    /// Roles, states, clocks and places are a partnership's and its workflow files' to name.
    @Test(arguments: [
        "Ledger", "Register", "Partnership", "ProfileFile", "Packs", "UseCases", "Workflow", "WorkflowProof",
        "WorkflowFile", "Words",
    ])
    func namesNoRoleNoStateAndNoPlace(module: String) throws {
        let names: Set = [
            "dco", "dco-admin", "board-chair", "board-secretary", "board-member", "group-lead", "group-member",
            "information-officer", "registrar", "viewer", "sendiass", "north", "board", "logged", "acknowledged",
            "accepted", "on-agenda", "local-action", "with-board", "scheduled", "in-progress", "done-proposed",
            "report-back",
        ]
        let words = ["Designated", "DCO", "Lancashire", "North", "SENDIASS", "'cancelled'", "'closed'", "'escalated'"]
        for literal in try SourceLiterals.of(module) {
            #expect(!names.contains(literal.text), "\(literal.place)")
            #expect(!words.contains { literal.text.contains($0) }, "\(literal.place)")
        }
    }
}
