import Partnership

/// An item read by the names of its contract.
extension StoredItem {
    public var issue: IssueReader { IssueReader(item, definition) }
    public var meeting: MeetingReader { MeetingReader(item, definition) }
    public var action: ActionReader { ActionReader(item, definition) }
    public var breach: BreachReader { BreachReader(item, definition) }
    public var request: RequestReader { RequestReader(item, definition) }
    public var question: QuestionReader { QuestionReader(item, definition) }
    public var commitment: CommitmentReader { CommitmentReader(item, definition) }
    public var gap: GapReader { GapReader(item, definition) }
    public var risk: RiskReader { RiskReader(item, definition) }
    public var matter: MatterReader { MatterReader(item, definition) }
    public var planAction: PlanActionReader { PlanActionReader(item, definition) }
}
