/// Something that meets and decides: a locality meeting, the Board, or a group the Board can give work to. A caseload only
/// sees to the families of an area that has no locality meeting.
public struct Body: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case lap, board, group, caseload

        public var meets: Bool { self != .caseload }
        /// It sees to the issues of an area.
        public var hasArea: Bool { self == .lap || self == .caseload }
    }

    /// Where its meeting rules come from: `statutory` means that the clear days are law, `partnership` that they are a
    /// standard the partnership chose.
    public enum Standard: String, Hashable, Sendable, CaseIterable {
        case statutory, partnership
    }

    /// What it publishes of its minutes before they are agreed.
    public enum Publishing: String, Hashable, Sendable, CaseIterable {
        /// All, marked as a draft.
        case draft
        /// What was decided and who is to do what, marked as a draft.
        case summary
        /// Nothing.
        case agreed
    }

    /// `north`, `board`.
    public let id: String
    /// As packs print it: `North LAP`.
    public let title: String
    public let kind: Kind
    /// The id of its area; a locality meeting and a caseload have one, other bodies none.
    public let area: String?
    public let standard: Standard
    /// It takes items in private by the paragraphs of Schedule 12A to the Local Government Act 1972: by law, or because its
    /// terms of reference adopt those rules. Any other gives a reason in words.
    public let followsSchedule12A: Bool
    /// Who takes part online counts for its quorum and votes: at a `statutory` body never.
    public let countsOnline: Bool
    /// A meeting is quorate when every group of roles has at least one of its roles present: `[[chair, dco], [health]]`.
    public let quorum: [[String]]
    /// The standing agenda, in order.
    public let agenda: [StandingItem]
    /// The usual time of day, `10:00`; nil when it varies.
    public let meets: String?
    /// Clear working days between the day the agenda goes out and the day of the meeting.
    public let clearDays: Int
    /// Working days before the meeting on which issues (for the Board: papers) must be in.
    public let cutOff: Int
    /// Working days after the meeting in which draft minutes and actions go out.
    public let minutesWithin: Int
    /// Working days before the cut-off by which items and reports are called for; nil for the usual number.
    public let callForItems: Int?
    /// Who is called besides those with a seat: organisations, as the call names them.
    public let callsAlso: [String]
    /// The month, 1 to 12, with which its year begins.
    public let yearBegins: Int
    /// How many minutes its meetings last; nil when that varies.
    public let lasts: Int?
    /// The share of its filled seats, in per cent, that it aims to have represented; nil when it has no such aim.
    public let attendanceTarget: Int?
    public let publishing: Publishing
    /// The id of the contact that its minutes name for whoever has a question; nil for none.
    public let officer: String?

    public init(
        id: String, title: String, kind: Kind, area: String? = nil, standard: Standard = .partnership,
        followsSchedule12A: Bool = false, countsOnline: Bool = true, quorum: [[String]] = [],
        agenda: [StandingItem] = [], meets: String? = nil,
        clearDays: Int = 5,
        cutOff: Int = 10, minutesWithin: Int = 5, callForItems: Int? = nil, callsAlso: [String] = [],
        yearBegins: Int = 1,
        lasts: Int? = nil,
        attendanceTarget: Int? = nil, publishing: Publishing = .draft, officer: String? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.area = area
        self.standard = standard
        self.followsSchedule12A = followsSchedule12A || standard == .statutory
        self.countsOnline = countsOnline && standard != .statutory
        self.quorum = quorum
        self.agenda = agenda
        self.meets = meets
        self.clearDays = clearDays
        self.cutOff = cutOff
        self.minutesWithin = minutesWithin
        self.callForItems = callForItems
        self.callsAlso = callsAlso
        self.yearBegins = yearBegins
        self.lasts = lasts
        self.attendanceTarget = attendanceTarget
        self.publishing = publishing
        self.officer = officer
    }

    /// Working days before the cut-off where a body does not say when it calls for items: a default of this program, and
    /// nobody's rule.
    public static let usualCallForItems = 5

    /// The standing item that a word means: its number on the agenda, `11`, or its name, `services`.
    public func standingItem(_ word: String) -> StandingItem? {
        if let number = Int(word) { return agenda.indices.contains(number - 1) ? agenda[number - 1] : nil }
        return agenda.first { $0.key == word.lowercased() }
    }
}
