import ArgumentParser
import Ledger
import WorkflowFile

struct WorkflowSchema: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of workflow files, for editors.")

    func run(_ context: Context) async throws {
        context.console.write(WorkflowFile.jsonSchema())
    }
}
