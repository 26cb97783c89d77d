import Ledger
import Partnership
import Workflow

/// Which of the issues that reached the Board to follow.
public struct TrackerFilter: Sendable {
    /// Only those that are not at an end.
    public var open = false
    /// Those that are not at an end, and those that ended on a day or later; nil for all.
    public var since: Day?
    public var limit = 50

    public init() {}
}

/// What became of an issue that reached the Board (DOMAIN section 9: the tracker): as far as somebody may see it, or for
/// papers, whose editions cut it.
public struct TrackedIssue: Sendable {
    /// The last that was written about it, or about what is done for it.
    public struct Update: Sendable {
        public let on: Day
        /// Of what it is told: the issue, an action or a commitment.
        public let reference: String
        /// The event's title.
        public let event: String
        public let text: String
    }

    /// That somebody said it need no longer be watched.
    public struct Release: Sendable {
        public let on: Day
        public let by: String
        /// The title of the role that they acted in.
        public let capacity: String
    }

    public let issue: StoredItem
    public let title: String?
    /// What the Board is asked to do, and the codes of the criteria by which it was.
    public let ask: String?
    public let criteria: [String]
    /// How many of its meetings left it undecided.
    public let boardsPassed: Int
    /// The meeting of the Board at which it was raised; nil for what a LAP sent up.
    public let raisedAt: String?
    /// The day it was received.
    public let raised: Day?
    /// The day it went to the Board.
    public let reached: Day?
    /// Whoever follows it up; nil until the Board has decided, and once it has ended.
    public let owner: Person?
    /// The day by which whoever follows it up is to answer.
    public let due: Day?
    public let latest: Update?
    public let outcome: String?
    public let evidence: String?
    public let release: Release?
    /// The day on which whoever raised it was told what came of it.
    public let told: Day?
    /// What it was found to have changed later, the earlier first.
    public let reviews: [LaterChange]
}

extension View {
    /// Issues that reached the Board, as somebody may see them: those under way first, the next due before the others, then
    /// those that ended last.
    public func tracked(_ filter: TrackerFilter, as standing: Standing) throws -> [TrackedIssue] {
        var tracked: [TrackedIssue] = []
        for issue in try reachedBoard(isOpen: filter.open, endedFrom: filter.since) where tracked.count < filter.limit {
            let seen = try seen(issue, as: standing, isNoted: false)
            guard seen.showsRecord, seen.sight.shows(.escalated) else { continue }
            tracked.append(
                try self.tracked(issue, seen.sight, hiddenClocks: seen.hiddenClocks) { try sight(standing, of: $0) })
        }
        return tracked
    }

    /// The same of all issues, for papers: those that were open on a day, and those that ended since.
    ///
    /// - Parameter past: the day as of whose end they are told; nil for as they are.
    func tracked(endedFrom since: Day?, asOf past: Day?) throws -> [TrackedIssue] {
        try reachedBoard(isOpen: false, endedFrom: since).compactMap { now in
            guard now.issue.isScreenClear, !isWithdrawn(now) else { return nil }
            let issue = try asNoticed(now, on: past)
            guard issue.issue.isEscalated, try past.map({ try self.past(now, on: $0) != nil }) ?? true,
                issue.isOpen || since.map({ issue.issue.closedOn ?? $0 >= $0 }) ?? true
            else { return nil }
            func whole(_ item: StoredItem) -> Sight {
                Sight(of: item.definition, item: item.item, roles: ["system"])
            }
            return try tracked(issue, whole(issue), until: past) { work in
                // What is done about it may be as private as the item under which it was set.
                try part(of: origin(of: work)).isTwo ? nil : whole(work)
            }
        }
    }

    private func reachedBoard(isOpen: Bool, endedFrom since: Day?) throws -> [StoredItem] {
        let ended = isOpen ? "open = 1" : "(open = 1 OR open = 0 AND coalesce(closed, '') >= ?)"
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE escalated = 1 AND \(ended)
            ORDER BY open DESC, closed DESC, due IS NULL, due, id
            """, isOpen ? [] : [.text(since?.description ?? "")]
        ).map(stored)
    }

    /// - Parameters:
    ///   - hiddenClocks: clocks that are not for the reader.
    ///   - day: the day until whose end things count; nil for all.
    ///   - ofWork: what of an action or a commitment is for the reader; nil for nothing.
    private func tracked(
        _ issue: StoredItem, _ sight: Sight, hiddenClocks: Set<String> = [], until day: Day? = nil,
        ofWork: (StoredItem) throws -> Sight?
    ) throws -> TrackedIssue {
        func shown<T>(_ field: IssueReader.Field, _ value: T?) -> T? { sight.shows(field) ? value : nil }
        func counting(_ lines: [HistoryLine]) -> [HistoryLine] {
            lines.filter { line in !line.isUndone && !line.isUndo && day.map { line.on <= $0 } ?? true }
        }
        let own = issue.issue
        let history = try counting(self.history(of: issue, sight.open))
        var updates = history.compactMap { $0.update(of: issue) }
        for row in try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE issue = ? AND workflow IN ('action', 'commitment') ORDER BY id",
            [.text(issue.reference)])
        {
            let work = try stored(row)
            guard let theirs = try ofWork(work), theirs.showsRecord else { continue }
            updates += try counting(self.history(of: work, theirs.open)).compactMap { $0.update(of: work) }
        }
        let settled = Set(issue.definition.clocks(meaning: "feedback").flatMap(\.runsIn))
        let release = history.last { settled.contains($0.to) && $0.from.map { !settled.contains($0) } ?? false }
        let ending =
            issue.isOpen
            ? nil
            : history.last { line in
                issue.definition[line.to]?.isEnd ?? false && line.from != line.to
                    && issue.definition.event(line.event)?.ask(IssueReader.Field.told.rawValue) != nil
            }
        // Until the Board has decided, nobody follows anything up for it.
        let isFollowed = issue.isOpen && !own.means("board-undecided")
        return TrackedIssue(
            issue: issue, title: shown(.summary, own.summary), ask: shown(.ask, own.ask),
            criteria: shown(.criteria, own.criteria.map(\.code)) ?? [],
            boardsPassed: shown(.boardDefers, own.boardDefers) ?? 0, raisedAt: shown(.raisedAt, own.raisedAt),
            raised: shown(.received, own.received), reached: shown(.submittedOn, own.submittedOn),
            owner: isFollowed ? try shown(.owner, own.owner).map { try person(id: $0) } : nil,
            due: isFollowed ? due(of: issue, besides: hiddenClocks) : nil,
            // Of one day, what was written last.
            latest: updates.max { $0.on < $1.on || $0.on == $1.on && $0.operation < $1.operation }?.update,
            outcome: shown(.outcome, own.outcome), evidence: shown(.outcomeEvidence, own.outcomeEvidence),
            release: try release.map {
                TrackedIssue.Release(
                    on: $0.on, by: $0.actor, capacity: try title(ofCapacity: $0.capacity, in: issue.definition))
            },
            // Whom nobody could reach was told on no day, whatever that of the answer was.
            told: ending != nil && !own.isAnonymous && own.method != nil ? shown(.toldOn, own.toldOn) : nil,
            reviews: sight.shows(.changed) && sight.shows(.changedBefore) ? own.reviews : [])
    }

    private func due(of issue: StoredItem, besides hidden: Set<String>) -> Day? {
        issue.definition.clocks(meaning: "follow-up").filter { !hidden.contains($0.name) }
            .compactMap { issue.item.clocks[$0.name]?.due }.min()
    }
}

extension Sight {
    fileprivate func shows(_ field: IssueReader.Field) -> Bool { shows(field: field.rawValue) }
}

extension HistoryLine {
    fileprivate struct Update {
        let on: Day
        let operation: Int
        let update: TrackedIssue.Update
    }

    /// What was written with it, where that is a text; nil for a deed without words.
    fileprivate func update(of item: StoredItem) -> Update? {
        let words = given.first { given in
            guard let field = item.definition.field(given.field), field.kind == .text else { return false }
            return field.section.flatMap(item.definition.section)?.takesText ?? false
        }
        guard let words, let event = item.definition.event(event) else { return nil }
        return Update(
            on: on, operation: operation,
            update: TrackedIssue.Update(on: on, reference: item.reference, event: event.title, text: words.text))
    }
}
