import Workflow

/// What reports tell of a meeting that was held.
public struct ReportedMeeting: Sendable {
    public let reference: String
    /// The id of its body, and its area's.
    public let body: String
    public let area: String?
    public let date: Day
    public let attendance: Attendance
    public let hasParentRepresentative: Bool

    public init(
        reference: String, body: String, area: String?, date: Day, attendance: Attendance,
        hasParentRepresentative: Bool
    ) {
        self.reference = reference
        self.body = body
        self.area = area
        self.date = date
        self.attendance = attendance
        self.hasParentRepresentative = hasParentRepresentative
    }
}

/// What reports tell of a gap in services.
public struct ReportedGap: Sendable {
    public let area: String
    public let foundOn: Day
    public let toldOn: Day?
    public let closedOn: Day?
    /// The title of what came of it.
    public let outcome: String?
    public let isOpen: Bool

    public init(area: String, foundOn: Day, toldOn: Day?, closedOn: Day?, outcome: String?, isOpen: Bool) {
        self.area = area
        self.foundOn = foundOn
        self.toldOn = toldOn
        self.closedOn = closedOn
        self.outcome = outcome
        self.isOpen = isOpen
    }
}
