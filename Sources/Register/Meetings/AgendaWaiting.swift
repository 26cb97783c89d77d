import Ledger
import Partnership
import Workflow

/// Something that could come before a meeting and does not.
public struct WaitingMatter: Sendable {
    public enum Cause: Sendable {
        /// It comes with the agenda when that is built.
        case toBeBuilt
        /// It was put off to another meeting.
        case putOff(to: String)
        /// It is one family's, and they do not agree to its being talked about.
        case consent
        /// Rules refuse to put it there; each a sentence.
        case rules([String])
        /// Nobody has put it there.
        case notBrought
    }

    public let item: StoredItem
    public let cause: Cause
}

extension View {
    /// What is ready for a meeting, or waits for one of its body, and is not to come before it: each with the reason. What may
    /// be a safeguarding matter waits for no meeting, and is not among it (rule R1).
    public func waitingMatters(for meeting: StoredItem) throws -> [WaitingMatter] {
        let body = try body(of: meeting)
        let matters = try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE body = ? AND workflow = 'matter' AND open = 1 AND meeting IS NULL ORDER BY id
            """, [.text(body.id)]
        ).map { WaitingMatter(item: try stored($0), cause: .toBeBuilt) }
        let event: String
        switch body.kind {
        case .lap: event = "schedule"
        case .board: event = "table"
        case .group, .caseload: return matters
        }
        let states = try issueStates { $0.event(event)?.from ?? [] }
        let area = body.area == nil ? "" : " AND area = ?"
        let issues = try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'issue' AND open = 1
              AND state IN (\(states.map { _ in "?" }.joined(separator: ", ")))\(area)
              AND (meeting IS NULL OR meeting <> ?) ORDER BY id
            """, (states + [body.area].compactMap(\.self) + [meeting.reference]).map(SQLValue.text)
        ).map(stored).filter(\.issue.isScreenClear)
        return try issues.map { WaitingMatter(item: $0, cause: try cause($0, by: event, for: meeting)) } + matters
    }

    private func cause(_ issue: StoredItem, by event: String, for meeting: StoredItem) throws -> WaitingMatter.Cause {
        if let next = issue.issue.nextMeeting {
            return next == meeting.reference ? .toBeBuilt : .putOff(to: next)
        }
        if lacksConsent(issue) { return .consent }
        do {
            _ = try decide(
                event, on: issue, in: issue.definition, given: ["meeting": .text(meeting.reference)],
                standing: .system, day: today)
            return issue.issue.carries > 0 ? .toBeBuilt : .notBrought
        } catch RegisterError.refused(let reasons) {
            let sentences = reasons.filter { $0.kind != .role }.map(\.sentence)
            return sentences.isEmpty ? .notBrought : .rules(sentences)
        } catch RegisterError.notPermitted {
            return .notBrought
        }
    }
}
