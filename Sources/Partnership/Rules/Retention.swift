import Workflow

/// For how long a partnership keeps what has ended (DOMAIN R25 and section 8). Years are counted from the end of an item.
public struct Retention: Hashable, Sendable, Codable {
    /// What a record is kept as.
    public enum Class: String, Hashable, Sendable, Codable, CaseIterable {
        /// About one child or young person.
        case individual
        /// A gap that many meet.
        case systemic
        /// Sent on elsewhere at once.
        case redirected
        /// A meeting with its minutes and decisions: archived, never erased.
        case archive
        /// An action, a breach, a request about data, a gap, a risk.
        case business

        public var title: String {
            switch self {
            case .individual: "about one child or young person"
            case .systemic: "systemic"
            case .redirected: "sent on elsewhere"
            case .archive: "minutes and decisions"
            case .business: "business"
            }
        }
    }

    /// When something may go, and as what it is kept.
    public struct Term: Hashable, Sendable, Codable {
        public let kind: Class
        /// The first day on which it may be put out, or archived.
        public let until: Day
        /// The first day on which how to reach whoever raised it is erased; nil where nothing is known of that.
        public let contactUntil: Day?
    }

    public let individualYears: Int
    /// From the birth of the child, where it is known and that is later…
    public let birthYears: Int
    /// …but never later than this from the birth.
    public let latestBirthYears: Int
    public let systemicYears: Int
    public let redirectedYears: Int
    public let archiveYears: Int
    public let businessYears: Int
    public let contactMonths: Int

    public init(
        individualYears: Int, birthYears: Int, latestBirthYears: Int, systemicYears: Int, redirectedYears: Int,
        archiveYears: Int, businessYears: Int, contactMonths: Int
    ) {
        self.individualYears = individualYears
        self.birthYears = birthYears
        self.latestBirthYears = latestBirthYears
        self.systemicYears = systemicYears
        self.redirectedYears = redirectedYears
        self.archiveYears = archiveYears
        self.businessYears = businessYears
        self.contactMonths = contactMonths
    }

    /// The term of an issue that ended on a day.
    public func term(of issue: IssueReader, ended: Day, isSentOn: Bool) -> Term {
        let contact = ended.adding(months: contactMonths)
        if isSentOn {
            return Term(
                kind: .redirected, until: ended.adding(months: 12 * redirectedYears), contactUntil: contact)
        }
        if issue.isSystemic {
            return Term(kind: .systemic, until: ended.adding(months: 12 * systemicYears), contactUntil: contact)
        }
        var until = ended.adding(months: 12 * individualYears)
        if let born = issue.born {
            until = max(until, born.adding(months: 12 * birthYears))
            until = min(until, born.adding(months: 12 * latestBirthYears))
        }
        return Term(kind: .individual, until: until, contactUntil: contact)
    }

    /// The term of anything else that ended on a day.
    public func term(of workflow: String, ended: Day) -> Term {
        let isArchived = workflow == "meeting"
        return Term(
            kind: isArchived ? .archive : .business,
            until: ended.adding(months: 12 * (isArchived ? archiveYears : businessYears)), contactUntil: nil)
    }
}
