import Partnership
import Register

/// Whether a meeting could decide as it opened (DOMAIN section 7, rule R8).
public struct QuorumAnswer: Codable, Sendable {
    /// `north-2020-01-14`.
    public let meeting: String
    /// Somebody was there; apologies alone come before the meeting.
    public let met: Bool
    public let quorate: Bool
    public let needsParentRep: Bool
    public let parentRep: Bool
    /// What the role is called that speaks for parents and carers.
    public let parentTitle: String
    public let compliant: Bool
    public let provisional: Bool
    /// What nobody present fills: `chair or dco`.
    public let missing: [String]
    /// The names of those just marked as present who hold no seat there: they are in attendance, and count for nothing.
    public let seatless: [String]

    public init(_ meeting: String, _ finding: MeetingFinding, hasMet: Bool = true, seatless: [String] = []) {
        self.seatless = seatless
        met = hasMet
        self.meeting = meeting
        quorate = finding.isQuorate
        needsParentRep = finding.finding.needsParentRepresentative
        parentRep = finding.hasParentRep
        parentTitle = finding.parentTitle
        compliant = finding.finding.isCompliant
        provisional = finding.finding.isProvisional
        missing = finding.finding.missing.map { $0.joined(separator: " or ") }
    }
}
