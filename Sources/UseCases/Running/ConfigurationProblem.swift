/// Files that the register works with are not as they must be. Nothing was changed.
public struct ConfigurationProblem: Error, Hashable {
    public let lines: [String]
    public let hint: String?
    /// The workflow whose file it is about; a check of that file says more.
    public let workflow: String?

    public init(_ line: String, hint: String? = nil, workflow: String? = nil) {
        self.init(lines: [line], hint: hint, workflow: workflow)
    }

    public init(lines: [String], hint: String? = nil, workflow: String? = nil) {
        self.lines = lines
        self.hint = hint
        self.workflow = workflow
    }
}
