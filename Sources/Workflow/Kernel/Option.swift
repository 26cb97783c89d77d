/// An event as it stands for an item and a person before anything is given.
public struct Option: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        /// It can happen, given these fields; what each requires is settled where the record settles it.
        case open(asks: [Ask])
        /// It cannot, whatever is given.
        case refused([Reason])
    }

    public let event: Event
    public let verdict: Verdict
    /// Rules that depend on what will be given.
    public let provided: [Rule]

    public init(event: Event, verdict: Verdict, provided: [Rule]) {
        self.event = event
        self.verdict = verdict
        self.provided = provided
    }
}
