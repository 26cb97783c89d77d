/// What the program that runs workflows offers to them, against which a file is checked.
public struct Host: Sendable {
    /// Effects it can carry out, with the names of their arguments.
    public let effects: [String: [String]]
    /// Kinds of things a field may refer to: `meeting`, `theme`.
    public let referenceKinds: Set<String>
    /// Names of the calendars it knows.
    public let calendars: Set<String>

    public init(effects: [String: [String]] = [:], referenceKinds: Set<String> = [], calendars: Set<String> = []) {
        self.effects = effects
        self.referenceKinds = referenceKinds
        self.calendars = calendars
    }
}
