import StrictYAML
import Workflow

/// Workflow definitions as YAML text.
public enum WorkflowFile {
    /// Reads and checks a definition. All that is wrong is told at once, each with line and column. `name` is what
    /// problems call the file.
    public static func read(_ text: String, name: String, host: Host) -> Result<Definition, Problems> {
        document(text, name: name, host: host).map(\.definition)
    }

    /// The definition with the text's tree, in which its parts have their places.
    static func document(
        _ text: String, name: String, host: Host
    ) -> Result<(definition: Definition, root: YAMLNode), Problems> {
        YAMLDocument.read(text, name: name).flatMap { root in
            let reader = DefinitionReader(text: text, host: host)
            let definition = reader.definition(root)
            guard let definition, reader.log.isEmpty else { return .failure(reader.log.sorted(name: name)) }
            return .success((definition, root))
        }
    }
}
