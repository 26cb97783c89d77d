import Workflow

/// What papers say of a matter that is no issue: a paper, a verbal update.
public struct MatterSheet: Hashable, Sendable {
    /// `M-3`.
    public var ref: String
    public var title: String
    /// `Paper to follow`.
    public var form: String?
    /// The day by which its paper is to follow.
    public var followsOn: Day?
    public var lead: PapersPerson?
    public var author: String?
    public var summary: String?
    /// What the meeting is asked to do.
    public var recommendation: String?
    public var areasAffected: String?
    public var consideredBefore: String?
    public var consultations: String?
    public var implications: String?
    public var ifNotDecided: String?
    /// The files that belong to it.
    public var attached: [AttachedPaper] = []
    /// How often it was carried forward.
    public var carries = 0

    public init(ref: String, title: String) {
        self.ref = ref
        self.title = title
    }

    /// It says more than the agenda's line does.
    public var isTelling: Bool {
        [author, summary, areasAffected, consideredBefore, consultations, implications, ifNotDecided]
            .contains { $0 != nil } || !attached.isEmpty
    }
}
