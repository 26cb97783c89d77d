import StrictYAML
import Workflow

/// Examples of a workflow as YAML text. They stand in a file of their own, so that reading a workflow costs nothing for
/// them.
public enum ExampleFile {
    /// Reads examples of a definition; all that is wrong is told at once. Days, people, roles and facts hold on from step
    /// to step until another is given.
    public static func read(
        _ text: String, name: String, of definition: Definition, calendars: Calendars
    ) -> Result<[Example], Problems> {
        switch YAMLDocument.read(text, name: name) {
        case .failure(let problems): return .failure(problems)
        case .success(let root):
            let reader = ExampleReader(definition: definition, calendars: calendars)
            let examples = reader.examples(root)
            return reader.log.isEmpty ? .success(examples) : .failure(reader.log.sorted(name: name))
        }
    }
}
