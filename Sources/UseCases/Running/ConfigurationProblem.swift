/// Files that the register works with are not as they must be. Nothing was changed.
public struct ConfigurationProblem: Error, Hashable {
    public let lines: [String]
    public let hint: String?

    public init(_ line: String, hint: String? = nil) {
        self.init(lines: [line], hint: hint)
    }

    public init(lines: [String], hint: String? = nil) {
        self.lines = lines
        self.hint = hint
    }
}
