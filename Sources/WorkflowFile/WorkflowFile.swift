import StrictYAML
import Workflow

/// Workflow definitions as YAML text.
public enum WorkflowFile {
    /// Reads and checks a definition. All that is wrong is told at once, each with line and column. `name` is what
    /// problems call the file.
    public static func read(_ text: String, name: String, host: Host) -> Result<Definition, Problems> {
        switch YAMLDocument.read(text, name: name) {
        case .failure(let problems):
            return .failure(problems)
        case .success(let root):
            let reader = DefinitionReader(text: text, host: host)
            let definition = reader.definition(root)
            guard let definition, reader.log.isEmpty else { return .failure(reader.log.sorted(name: name)) }
            return .success(definition)
        }
    }
}
