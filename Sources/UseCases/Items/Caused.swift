import Packs
import Register
import Workflow

/// What an event did, as it was stored.
public struct Caused: Sendable, Codable {
    public let reference: String
    public let workflow: String
    public let event: String
    /// The state before; nil when the item began with it.
    public let from: String?
    public let state: String
    public let version: Int
    /// The day it happened.
    public let on: Day
    /// References of the actions and decisions recorded with it.
    public let recorded: [String]
    /// References of items that had become part of it and go on by themselves again.
    public let released: [String]
    /// Issues that had to follow, with the titles of their states now.
    public let told: [Outcome.Told]
    /// The names of the clocks that it set, or set anew.
    public let clocks: Set<String>
    /// Papers that went out hold what it said before.
    public let changesPapers: Bool
    /// Papers that went out hold what may not be printed any more.
    public let leavesPapers: Bool
    /// What became of everything else that told of it; nil where nothing was erased.
    public internal(set) var taken: Taken?

    /// What was taken out of other texts and papers, as far as the asker may know of these.
    public struct Taken: Sendable, Codable {
        public let places: [Erasure.Place]
        /// How many texts it was taken out of besides.
        public let others: Int
        /// What may tell of it still, masked.
        public let doubtful: [PersonalFinding]
        /// Other issues, by their references, that tell of it and are left as they are, since their screen is not clear.
        public let apart: [String]
        /// Papers that are without it, and those of which nothing is left.
        public let redactedPapers: [String]
        public let erasedPapers: [String]

        /// - Parameters:
        ///   - known: what it is taken out of, as far as the asker could read that.
        ///   - operation: what took it out; nil before that.
        init(
            _ taking: TakingOut, from known: [KeptText], in operation: Operation?, view: View, for standing: Standing
        ) throws {
            places = known.map { Erasure.Place(ref: $0.reference, field: $0.field) }
            others = taking.redactions.count - known.count
            doubtful = try taking.doubtful(in: operation).filter { try view.shows($0.kept, to: standing) }.map(
                \.finding)
            apart = try taking.apart.filter { try view.shows(view.item($0), to: standing) }.sorted()
            let papers = taking.papers.names
            redactedPapers = papers.redacted
            erasedPapers = papers.erased
        }
    }

    init(_ outcome: Outcome, before: StoredItem, on day: Day, from view: View) throws {
        try self.init(
            outcome, on: day, since: before, changesPapers: view.isPrintedOtherwise(before, since: outcome.item),
            leavesPapers: view.mayNotBePrintedSince(before, outcome.item))
    }

    init(
        _ outcome: Outcome, on day: Day, since before: StoredItem? = nil, changesPapers: Bool = false,
        leavesPapers: Bool = false
    ) {
        clocks = Set(
            outcome.item.item.clocks.filter {
                $0.value.due != before?.item.clocks[$0.key]?.due && $0.value.pausedOn == nil
            }.keys)
        self.changesPapers = changesPapers
        self.leavesPapers = leavesPapers
        on = day
        reference = outcome.item.reference
        workflow = outcome.item.workflow
        event = outcome.event
        from = outcome.from
        state = outcome.item.state
        version = outcome.item.version
        recorded = outcome.recorded
        released = outcome.released
        told = outcome.told
    }
}
