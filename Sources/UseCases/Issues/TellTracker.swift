import Partnership
import Register
import Workflow

/// What became of the issues that reached the Board, as far as the asker may read it: those under way, the next due first,
/// then those that ended last.
public struct TellTracker: Question {
    public var filter = TrackerFilter()

    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [TrackerLine] {
        let reference = try view.reference
        let boards = Set(reference.bodies.filter { $0.kind == .board }.map(\.id))
        return try view.tracked(filter, as: standing).map { tracked in
            let decision = try view.decisions(on: tracked.issue).last {
                boards.contains($0.body) && $0.kind != DecisionLine.Kind.deferred.rawValue
            }
            // What was decided in private is for those who answer for it.
            let isReadable = try decision.map { decision in
                try MeetingReading(of: decision.meeting, from: view, as: standing).mayRead(decision)
            }
            return TrackerLine(
                tracked, decision: isReadable ?? false ? decision : nil, origin: try view.origin(of: tracked))
        }
    }
}

extension View {
    /// Where an issue came to the Board from, as people say it: `North LAP`.
    func origin(of tracked: TrackedIssue) throws -> String {
        guard let raisedAt = tracked.raisedAt else {
            return try tracked.issue.text("area").flatMap { try reference.lap(ofArea: $0)?.title } ?? ""
        }
        let meeting = try item(raisedAt, workflow: "meeting")
        return try "Raised at the \(body(of: meeting).title), \(meeting.meeting.date?.words ?? raisedAt)"
    }
}

/// What became of an issue that reached the Board. What the asker may not read is nil, as is what has not happened.
public struct TrackerLine: Sendable, Codable {
    public let ref: String
    public let state: String
    public let stateTitle: String
    /// What it is about, without names.
    public let title: String?
    /// The title of the LAP that sent it up, or the meeting of the Board at which it was raised.
    public let origin: String
    /// The day it was received.
    public let raised: Day?
    /// The day it went to the Board.
    public let reached: Day?
    /// The Board's last decision on it, and its wording.
    public let decision: String?
    public let decided: String?
    /// Who follows it up; nil once it has ended.
    public let owner: String?
    /// By when whoever has it is to answer.
    public let due: Day?
    /// The last that was written about it or about what is done for it, the day, and what it is told of.
    public let latest: String?
    public let latestOn: Day?
    public let latestRef: String?
    /// What happened, and what shows it.
    public let outcome: String?
    public let evidence: String?
    /// Who said that it need no longer be watched, and when.
    public let releasedBy: String?
    public let releasedAs: String?
    public let releasedOn: Day?
    /// The day on which the family was told what came of it.
    public let told: Day?
    /// What it changed, as it was looked at some months later, the earlier first.
    public let changed: [LaterChange]
    public let version: Int

    init(_ tracked: TrackedIssue, decision taken: StoredDecision?, origin: String) {
        let issue = tracked.issue
        ref = issue.reference
        state = issue.state
        stateTitle = issue.stateTitle
        title = tracked.title
        self.origin = origin
        raised = tracked.raised
        reached = tracked.reached
        decision = taken?.reference
        decided = taken?.wording
        owner = tracked.owner?.name
        due = tracked.due
        // What was decided stands there already.
        let last = tracked.latest.flatMap { $0.text == taken?.wording ? nil : $0 }
        latest = last.map { "\($0.event): \($0.text)" }
        latestOn = last?.on
        latestRef = last?.reference
        outcome = tracked.outcome
        evidence = tracked.evidence
        releasedBy = tracked.release?.by
        releasedAs = tracked.release?.capacity
        releasedOn = tracked.release?.on
        told = tracked.told
        changed = tracked.reviews
        version = issue.version
    }
}
