import Workflow

/// What a member of the Board asked about an issue, or noted of it, before the meeting; not for the public.
public struct BoardQuestion: Hashable, Sendable {
    /// `Q-1`.
    public var ref: String
    public var by: PapersPerson
    public var on: Day?
    /// `Support`, `Concern`; nil for a question.
    public var stance: String?
    public var text: String
    public var answer: Answer?

    public struct Answer: Hashable, Sendable {
        public var by: PapersPerson
        public var on: Day?
        public var text: String

        public init(by: PapersPerson, on: Day?, text: String) {
            self.by = by
            self.on = on
            self.text = text
        }
    }

    public init(ref: String, by: PapersPerson, on: Day?, stance: String?, text: String, answer: Answer? = nil) {
        self.ref = ref
        self.by = by
        self.on = on
        self.stance = stance
        self.text = text
        self.answer = answer
    }
}
