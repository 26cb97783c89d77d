import Workflow

/// How long a decision on an education, health and care plan can be appealed to the SEND Tribunal (rule R6). The register
/// warns by it; whether an appeal is in time is for the Tribunal to say.
public struct TribunalWindow: Hashable, Sendable {
    /// The date of the decision letter.
    public let decision: Day
    /// The date of the mediation certificate, where there is one.
    public let certificate: Day?

    public init(decision: Day, certificate: Day? = nil) {
        self.decision = decision
        self.certificate = certificate
    }

    /// The last day: two months from the decision or one month from the certificate, whichever is later. One that falls
    /// from 25 December to 1 January moves to the next working day in January; one in August moves to the first working
    /// day of September.
    public func closes(counting calendar: WorkingCalendar) -> Day {
        let fromDecision = decision.adding(months: 2)
        let end = certificate.map { max(fromDecision, $0.adding(months: 1)) } ?? fromDecision
        let (_, month, day) = end.parts
        switch (month, day) {
        case (12, 25...31): return firstWorkingDay(after: end + (32 - day), calendar)
        case (1, 1): return firstWorkingDay(after: end, calendar)
        case (8, _): return firstWorkingDay(after: end + (31 - day), calendar)
        default: return end
        }
    }

    /// Whether it can still be used on a day, and so whether a warning is worth giving.
    public func isOpen(on day: Day, counting calendar: WorkingCalendar) -> Bool {
        day >= decision && day <= closes(counting: calendar)
    }

    private func firstWorkingDay(after day: Day, _ calendar: WorkingCalendar) -> Day {
        calendar.adding(workingDays: 1, to: day)
    }
}
