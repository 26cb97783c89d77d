import Yams

/// Reads the strict part of YAML: mappings with plain keys, lists and scalars. No anchors, aliases, tags or merges; a key
/// stands once; one document; bounded size and depth.
public enum YAMLDocument {
    /// Bytes of UTF-8.
    public static let sizeLimit = 256 * 1024
    /// Mappings and lists within one another.
    public static let depthLimit = 8

    /// The document's root, or everything wrong with its form. `name` is what problems call the file.
    public static func read(_ text: String, name: String) -> Result<YAMLNode, Problems> {
        let log = ProblemLog()
        if let root = read(text, log), log.isEmpty { return .success(root) }
        return .failure(log.sorted(name: name))
    }

    private static func read(_ text: String, _ log: ProblemLog) -> YAMLNode? {
        var text = text
        text.makeContiguousUTF8()
        guard YAMLScreening.passes(text, log) else { return nil }
        do {
            // The basic resolver has no rules: every scalar is text, and none costs a search by regular expressions.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                log.add("The file is empty.", at: Place(line: 1, column: 1))
                return nil
            }
            // The parser owns the anchors of its nodes, so it must outlive their reading.
            return withExtendedLifetime(parser) { YAMLConversion(log: log).node(root, depth: 1) }
        } catch let error as YamlError {
            add(error, log)
            return nil
        } catch {
            log.add("The file cannot be read as YAML.", at: Place(line: 1, column: 1))
            return nil
        }
    }

    private static func add(_ error: YamlError, _ log: ProblemLog) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            log.add(
                "This is not YAML as it should be: \(problem).",
                at: Place(line: mark.line, column: mark.column), hint: hint(for: problem))
        case .duplicatedKeysInMapping(let keys, let context):
            let place = Place(line: context.mark.line, column: context.mark.column)
            for key in keys.prefix(10) { log.add("The key “\(key.prefix(40))” stands here twice.", at: place) }
        default:
            log.add("The file cannot be read as YAML.", at: Place(line: 1, column: 1))
        }
    }

    private static func hint(for problem: String) -> String? {
        if problem.contains("mapping values are not allowed") {
            return "Text that holds a colon and a space needs quotes around it."
        }
        if problem.contains("found character that cannot start any token") {
            return "Indent with spaces, and quote text that begins with a special character."
        }
        if problem.contains("did not find expected key") {
            return "Check the indentation, and quotes within text."
        }
        return nil
    }
}
