/// Whether a parent carer representative took part (rule R8). Without one a locality meeting may go ahead, but is
/// non-compliant and its decisions are provisional.
public enum ParentRepFinding: String, Hashable, Sendable, CaseIterable {
    /// The rule does not apply to this body.
    case notRequired
    /// The meeting has not been held yet, and one is expected.
    case expected
    /// The meeting has not been held yet, and none can come: the seat is vacant or sent apologies.
    case notExpected
    case present
    case absent
}
