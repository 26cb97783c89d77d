import StrictYAML
import Workflow

/// Workflow definitions as YAML text.
public enum WorkflowFile {
    /// Reads and checks a definition for use. All that is wrong is told at once, each with line and column; so is what the
    /// host needs of a workflow of that name and does not find. `name` is what problems call the file.
    public static func read(_ text: String, name: String, host: Host) -> Result<Definition, Problems> {
        document(text, name: name, host: host).flatMap { definition, root in
            let places = SubjectPlaces(root)
            let problems = host.shortfalls(of: definition).map { shortfall in
                let place = places.place(of: shortfall.subject)
                return Problem(line: place.line, column: place.column, sentence: shortfall.sentence, hint: nil)
            }
            return problems.isEmpty ? .success(definition) : .failure(Problems(name: name, problems: problems))
        }
    }

    /// The definition with the text's tree, in which its parts have their places.
    static func document(
        _ text: String, name: String, host: Host
    ) -> Result<(definition: Definition, root: YAMLNode), Problems> {
        YAMLDocument.read(text, name: name).flatMap { root in
            let reader = DefinitionReader(text: text, host: host)
            let definition = reader.definition(root)
            guard let definition, reader.log.isEmpty else { return .failure(reader.log.sorted(name: name)) }
            let places = SubjectPlaces(root)
            for chain in EndlessEffects(definition: definition, host: host).chains() {
                let names = chain.map { "“\($0)”" }.joined(separator: ", then ")
                reader.log.add(
                    "What follows from “\(chain[0])” has no end: \(names), and so on.",
                    at: places.place(of: .event(chain[0])),
                    hint: "Let an effect among them have a condition, “when”, that what follows makes fail.")
            }
            for refused in RefusedEffects(definition: definition, host: host).found() {
                reader.log.add(refused.sentence, at: places.place(of: refused.subject), hint: refused.hint)
            }
            return reader.log.isEmpty ? .success((definition, root)) : .failure(reader.log.sorted(name: name))
        }
    }
}
