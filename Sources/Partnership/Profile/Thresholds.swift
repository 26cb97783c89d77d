/// Counts that a partnership decides for itself.
public struct Thresholds: Hashable, Sendable, Codable {
    /// So many individual issues of one theme and area…
    public var alike: Int
    /// …within so many days ask for one systemic issue (DOMAIN section 3).
    public var alikeDays: Int
    /// An issue that so many meetings of the Board left undecided is an exception (rule R15).
    public var undecidedBoards: Int

    public init(alike: Int = 3, alikeDays: Int = 90, undecidedBoards: Int = 2) {
        self.alike = alike
        self.alikeDays = alikeDays
        self.undecidedBoards = undecidedBoards
    }
}
