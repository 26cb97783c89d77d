import Register

/// A line of an agenda, and what the minutes say under it.
public struct AgendaItemAnswer: Sendable, Codable {
    /// `8` or `8.1`.
    public let number: String
    /// A neutral one when the item is not for the asker.
    public let title: String
    public let purpose: String
    /// The role that leads it.
    public let lead: String
    public let minutes: Int
    /// It is taken in private, and was not released since.
    public let `private`: Bool
    /// The issue it is about, `N-7`.
    public let issue: String?
    /// What somebody brought that is no issue, `M-3`.
    public let matter: String?
    /// 0 for the agenda as issued, else the number of the supplement that brought it.
    public let supplement: Int
    /// Why it came late.
    public let late: String?
    /// What the minutes say; nil until they are recorded.
    public let discussed: String?
    public let reached: Bool
    /// When it begins, `10:05`, by the minutes allowed before it; for those who make the chair's edition.
    public var starts: String?
    /// Individual issues of its theme and area, it among them, that together ask for a systemic one.
    public var alike: [String]?
    /// Other areas in which its theme is open, with how many issues each.
    public var elsewhere: [String: Int]?

    /// - Parameter isNamed: which issue it is about is for the asker.
    init(_ item: AgendaItem, isNamed: Bool = true) {
        self.init(
            item, title: item.title, issue: isNamed ? item.issue?.reference : nil, matter: item.matter?.reference,
            late: item.lateReason,
            discussed: item.discussed)
    }

    /// That it is there, and nothing of what it is about.
    init(_ item: AgendaItem, hiddenBehind title: String) {
        self.init(item, title: title, issue: nil, matter: nil, late: nil, discussed: nil)
    }

    private init(_ item: AgendaItem, title: String, issue: String?, matter: String?, late: String?, discussed: String?)
    {
        number = item.number
        self.title = title
        purpose = item.purpose
        lead = item.lead
        minutes = item.minutes
        `private` = item.isClosed
        self.issue = issue
        self.matter = matter
        supplement = item.supplement
        self.late = late
        self.discussed = discussed
        reached = item.reached
    }
}
