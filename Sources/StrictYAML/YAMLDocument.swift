import Workflow
import Yams

/// Reads the strict part of YAML: mappings with plain keys, lists and scalars. No anchors, aliases, tags or merges; a key
/// stands once; one document; bounded size and depth.
public enum YAMLDocument {
    /// Bytes of UTF-8.
    public static let sizeLimit = 256 * 1024
    /// Mappings and lists within one another.
    public static let depthLimit = 8

    /// Told the name of every text that is read, for whoever counts them.
    @TaskLocal public static var counter: (@Sendable (_ name: String) -> Void)?

    /// The document's root, or everything wrong with its form. `name` is what problems call the file.
    public static func read(_ text: String, name: String) -> Result<YAMLNode, Problems> {
        counter?(name)
        let log = ProblemLog()
        if let root = read(text, log), log.isEmpty { return .success(root) }
        return .failure(log.sorted(name: name))
    }

    private static func read(_ text: String, _ log: ProblemLog) -> YAMLNode? {
        var text = text
        text.makeContiguousUTF8()
        guard YAMLScreening.passes(text, log) else { return nil }
        for _ in 0..<max(1, min(repeatedKeyLimit, sizeLimit / max(1, text.utf8.count))) {
            do {
                return try parsed(text, log)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let place = Place(line: context.mark.line, column: context.mark.column)
                log.add("The key “\((keys.first ?? "").prefix(40))” stands here twice.", at: place)
                // The parser stops at the first mapping with such keys. With the key changed it goes on to the next.
                guard let changed = changedKey(in: text, at: place, log.problems.count) else { return nil }
                text = changed
            } catch let error as YamlError {
                add(error, log)
                return nil
            } catch {
                log.add("The file cannot be read as YAML.", at: Place(line: 1, column: 1))
                return nil
            }
        }
        return nil
    }

    /// Keys that stand twice are looked for this often, in large files less often.
    private static let repeatedKeyLimit = 50

    private static func parsed(_ text: String, _ log: ProblemLog) throws -> YAMLNode? {
        // The basic resolver has no rules: every scalar is text, and none costs a search by regular expressions.
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
            log.add("The file is empty.", at: Place(line: 1, column: 1))
            return nil
        }
        // The parser owns the anchors of its nodes, so it must outlive their reading.
        return withExtendedLifetime(parser) { YAMLConversion(log: log).node(root, depth: 1) }
    }

    /// The text with another first letter of the key at a place, which no file is likely to hold; every other place stays
    /// what it is. nil for a key that is no word.
    private static func changedKey(in text: String, at place: Place, _ number: Int) -> String? {
        var scalars = text.unicodeScalars
        var index = scalars.startIndex
        for _ in 1..<max(1, place.line) {
            guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = scalars.index(after: end)
        }
        let column = scalars.index(index, offsetBy: place.column - 1, limitedBy: scalars.endIndex)
        guard var column, column < scalars.endIndex else { return nil }
        if scalars[column] == "'" || scalars[column] == "\"" { column = scalars.index(after: column) }
        guard column < scalars.endIndex,
            scalars[column].properties.isAlphabetic || ("0"..."9").contains(scalars[column]),
            let letter = Unicode.Scalar(0xE000 + UInt32(number))
        else { return nil }
        scalars.replaceSubrange(column...column, with: CollectionOfOne(letter))
        return String(scalars)
    }

    private static func add(_ error: YamlError, _ log: ProblemLog) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            log.add(
                "This is not YAML as it should be: \(problem).",
                at: Place(line: mark.line, column: mark.column), hint: hint(for: problem))
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
        if problem.contains("did not find expected ',' or") {
            return "Between { and }, text that holds [, ], {, } or a comma needs quotes around it."
        }
        if problem.contains("did not find expected key") {
            return "Check the indentation, and quotes within text."
        }
        return nil
    }
}
