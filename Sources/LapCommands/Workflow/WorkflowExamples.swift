import UseCases
import Foundation
import StrictYAML
import Workflow
import WorkflowFile

/// A workflow with the examples that go with it: the file of the same name in the folder `examples` beside it.
struct WorkflowExamples {
    let definition: Definition
    let examples: [Example]
    /// What the register lets follow in them.
    var host: HostActs { Share.host.acts(on: definition) }

    /// - Parameter file: the examples' file, when it lies elsewhere.
    init(_ word: String, file named: String?, _ context: Context, _ options: CommonOptions) throws {
        let source = try WorkflowSource.named(word, context, options)
        definition = try source.definition()
        let beside = source.file.map {
            $0.deletingLastPathComponent().appending(path: "examples/\($0.lastPathComponent)")
        }
        guard let file = named.map(context.file) ?? beside else {
            throw Failure(.usage, "Nothing says where its examples are.", hint: "Name their file with --examples.")
        }
        guard named != nil || FileManager.default.fileExists(atPath: file.path) else {
            throw Failure(
                .notFound, "The workflow \(definition.name) has no examples.",
                hint: "They belong in \(file.lastPathComponent) in a folder “examples” beside it; see lap-workflow(5).")
        }
        let share = try WorkflowCommand.share(context, options)
        let name = named.map { Printed.safe($0, limit: 200) } ?? "examples/\(file.lastPathComponent)"
        let text = try WorkflowSource.read(file, as: name)
        switch ExampleFile.read(text, name: name, of: definition, calendars: try share.calendarsProved()) {
        case .success(let examples): self.examples = examples
        case .failure(let problems): throw Failure(problems, code: .badData)
        }
    }

    /// Each word's; those of every workflow in force that has some when there is none.
    static func all(
        _ words: [String], file: String?, _ context: Context, _ options: CommonOptions
    ) throws -> [WorkflowExamples] {
        let known = words.isEmpty ? try WorkflowCommand.share(context, options).workflowNames() : words
        guard file == nil || known.count == 1 else {
            throw Failure(.usage, "--examples is for one workflow, and there are \(known.count).")
        }
        return try known.compactMap { word in
            do {
                return try WorkflowExamples(word, file: file, context, options)
            } catch let failure as Failure where words.isEmpty && failure.code == .notFound {
                context.console.complain(failure.text)
                return nil
            }
        }
    }
}
