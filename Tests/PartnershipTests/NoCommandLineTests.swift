import Foundation
import Testing

/// What lies behind the doors speaks no command line: which command, which option helps is for each door to say.
struct NoCommandLineTests {
    @Test(arguments: ["Register", "Partnership", "Packs", "UseCases", "Workflow", "WorkflowFile"])
    func namesNoCommandAndNoOption(module: String) throws {
        let commands = try Regex("(^|[^A-Za-z-])lap [a-z]")
        let options = try Regex("(^|[ (])--[a-z]")
        for literal in try SourceLiterals.of(module) where literal.text.contains(" ") {
            #expect(!literal.text.contains(commands), "\(literal.place)")
            #expect(!literal.text.contains(options), "\(literal.place)")
        }
    }
}
