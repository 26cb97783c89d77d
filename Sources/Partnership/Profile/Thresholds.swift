/// Counts that a partnership decides for itself.
public struct Thresholds: Hashable, Sendable, Codable {
    /// So many individual issues of one theme and area…
    public var alike: Int
    /// …within so many days ask for one systemic issue (DOMAIN section 3).
    public var alikeDays: Int
    /// An issue that so many meetings of the Board left undecided is an exception (rule R15).
    public var undecidedBoards: Int
    /// Letters say that an issue can be opened again for so many months (rule R17, which the workflow enforces).
    public var reopenMonths: Int

    /// So many of a body's risks, those with the highest scores, are printed on its agendas.
    public var topRisks: Int

    public init(alike: Int, alikeDays: Int, undecidedBoards: Int, reopenMonths: Int, topRisks: Int) {
        self.alike = alike
        self.alikeDays = alikeDays
        self.undecidedBoards = undecidedBoards
        self.reopenMonths = reopenMonths
        self.topRisks = topRisks
    }
}
