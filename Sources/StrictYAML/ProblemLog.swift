import Workflow

/// Gathers what is wrong in a file while it is read, so that all of it can be told at once.
public final class ProblemLog {
    public private(set) var problems: [Problem] = []
    /// Past this many, further ones are not kept.
    public static let limit = 200

    public init() {}

    public var isEmpty: Bool { problems.isEmpty }

    public func add(_ sentence: String, at place: Place, hint: String? = nil) {
        guard problems.count < Self.limit else { return }
        problems.append(Problem(line: place.line, column: place.column, sentence: sentence, hint: hint))
    }

    /// In the order of the text, each once.
    public func sorted(name: String) -> Problems {
        var seen: Set<Problem> = []
        let ordered = problems.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
            (left.element.line, left.element.column, left.offset)
                < (right.element.line, right.element.column, right.offset)
        }
        return Problems(name: name, problems: ordered.map(\.element))
    }
}
