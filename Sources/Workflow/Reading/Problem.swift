/// One thing wrong in a file.
public struct Problem: Hashable, Sendable {
    public let line: Int
    public let column: Int
    public let sentence: String
    /// What would put it right.
    public let hint: String?

    public init(line: Int, column: Int, sentence: String, hint: String? = nil) {
        self.line = line
        self.column = column
        self.sentence = sentence
        self.hint = hint
    }
}

/// Everything wrong in a file, in the order of the text.
public struct Problems: Error, Hashable, Sendable {
    /// The file as it was called by whoever gave its text.
    public let name: String
    public let problems: [Problem]

    public init(name: String, problems: [Problem]) {
        self.name = name
        self.problems = problems
    }
}

extension Problems: CustomStringConvertible {
    /// One line for each, `issue.yaml:12:7: …`, hints indented below.
    public var description: String {
        problems.map { problem in
            let line = "\(name):\(problem.line):\(problem.column): \(problem.sentence)"
            return problem.hint.map { "\(line)\n  Hint: \($0)" } ?? line
        }.joined(separator: "\n")
    }
}
