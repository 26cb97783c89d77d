import StrictYAML
import Workflow

/// A file being read: its root, and where its problems go.
struct SourceLog {
    let name: String
    let log: ProblemLog
    /// Nil when the file is not even YAML; its problems are then in `form`.
    let root: YAMLNode?
    private let form: Problems?

    init(_ source: SourceText) {
        name = source.name
        log = ProblemLog()
        switch YAMLDocument.read(source.text, name: source.name) {
        case .success(let node):
            root = node
            form = nil
        case .failure(let problems):
            root = nil
            form = problems
        }
    }

    /// Nil when nothing is wrong.
    var problems: Problems? {
        form ?? (log.isEmpty ? nil : log.sorted(name: name))
    }
}
