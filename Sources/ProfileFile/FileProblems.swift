import StrictYAML
import Workflow

/// Everything wrong in several files that are read together, file by file in the order they were given.
public struct FileProblems: Error, Hashable, Sendable {
    public let files: [Problems]

    public init(files: [Problems]) {
        self.files = files
    }
}

extension FileProblems: CustomStringConvertible {
    /// One line for each, `areas.yaml:12:7: …`, hints indented below.
    public var description: String { files.map(\.description).joined(separator: "\n") }
}
