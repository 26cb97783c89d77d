/// A pack, ready to be written: only text that its audience may see, in reading order. Writers add no words of their own
/// beyond labels; both the HTML and the PDF are made from this one value.
public struct PackDocument: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case agenda, minutes, board, letter, notice, news, briefing, page, log
    }

    public var kind: Kind
    /// For the window and the file's metadata: `North LAP agenda, 14 January 2020 (public edition)`.
    public var title: String
    /// Whose papers they are, above the heading: `North Local Area Partnership (North LAP)`.
    public var organisation: String
    /// The one heading of the first level.
    public var heading: String
    /// Under the heading: the day and number of the meeting.
    public var subheading: String
    /// `Public edition`; nil on a letter.
    public var edition: String?
    /// `NOT FOR PUBLICATION`, repeated on every page; nil on what is public.
    public var marking: String?
    /// Why, in a sentence.
    public var markingReason: String?
    /// `DRAFT`, repeated on every page until minutes are agreed (rule R23).
    public var draft: String?
    public var facts: [Fact]
    /// What has to be known before reading on.
    public var notices: [Notice]
    public var sections: [PackSection]
    /// For a reader who asked for large print.
    public var isLargePrint: Bool
    /// The files that go out with it; nil where there are none.
    public var attached: [AttachedLine]?
    /// What a calendar takes of it; nil where it tells of no days to come.
    public var calendar: [CalendarEntry]?
    /// The day the papers are made for, ISO; the PDF's own date, so that the same pack gives the same bytes.
    public var date: String
    public var language = "en-GB"

    public init(
        kind: Kind, title: String, organisation: String, heading: String, subheading: String, edition: String? = nil,
        marking: String? = nil, markingReason: String? = nil, draft: String? = nil, facts: [Fact] = [],
        notices: [Notice] = [], sections: [PackSection] = [], isLargePrint: Bool = false,
        attached: [AttachedLine] = [], calendar: [CalendarEntry]? = nil, date: String
    ) {
        self.kind = kind
        self.title = title
        self.organisation = organisation
        self.heading = heading
        self.subheading = subheading
        self.edition = edition
        self.marking = marking
        self.markingReason = markingReason
        self.draft = draft
        self.facts = facts
        self.notices = notices
        self.sections = sections
        self.isLargePrint = isLargePrint
        self.attached = attached.isEmpty ? nil : attached
        self.calendar = calendar
        self.date = date
    }
}

extension PackDocument {
    /// What fits on a page or two has neither a cover nor contents.
    var hasContents: Bool { ![.letter, .notice, .news, .briefing, .page, .log].contains(kind) }
}
