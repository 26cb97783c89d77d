import Workflow

/// Files that the register works with are not as they must be. Nothing was changed.
public struct ConfigurationProblem: Error, Hashable {
    public let lines: [String]
    public let remedies: [Remedy]

    public init(_ line: String, remedies: [Remedy] = []) {
        self.init(lines: [line], remedies: remedies)
    }

    public init(lines: [String], remedies: [Remedy] = []) {
        self.lines = lines
        self.remedies = remedies
    }
}
