import Ledger
import Partnership
import Workflow

/// An open issue on its way to a meeting of its area.
public struct IntakeMatter: Sendable {
    public let item: StoredItem
    public let title: String?
    /// What most often comes next until it is brought, which is the last of them.
    public let steps: [Event]
    /// What would refuse it on that way, were nothing more given, as far as the asker may know.
    public let missing: [Reason]
    /// The titles of the roles that may cause the next event, where the asker may not.
    public let others: [String]
}

extension View {
    /// The open issues of some areas that go to a meeting and have not come before one, oldest first: those that only have to be
    /// brought, and those for which something has to happen before. What may be a safeguarding matter, what rests and what
    /// the asker may not see is not among them.
    ///
    /// - Parameters:
    ///   - meeting: the meeting that they go to; nil while none is scheduled.
    ///   - isBoard: it is the Board's, which takes what was escalated to it; otherwise a LAP's.
    public func intake(
        of areas: [String], for meeting: StoredItem?, atBoard isBoard: Bool, as standing: Standing
    ) throws -> [IntakeMatter] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'issue' AND area IN (\(areas.map { _ in "?" }.joined(separator: ", "))) AND open = 1
            ORDER BY happens, id
            """, areas.map(SQLValue.text)
        ).compactMap { row in
            let issue = try stored(row)
            guard issue.issue.isScreenClear, !issue.issue.isSuspended, try shows(issue, to: standing),
                let steps = try way(of: issue, as: standing), let first = steps.first,
                steps.last?.leadsToBoard == isBoard
            else { return nil }
            let missing = try missing(of: issue, on: steps, for: meeting).filter { reason in
                try reason.fields.allSatisfy { try reads($0, of: issue, as: standing) }
            }
            let mayCause = try actor(standing, towards: issue).roles.contains(where: first.by.contains)
            return IntakeMatter(
                item: issue, title: try line(issue, now: issue, as: standing).title, steps: steps, missing: missing,
                others: mayCause
                    ? [] : first.by.filter { $0 != "system" }.map(issue.definition.title(ofRole:)))
        }
    }

    /// The events by which an issue comes to a meeting: what most often comes next, or, where a rule says that something else
    /// has its place there, that, as far as somebody may know of it.
    private func way(of issue: StoredItem, as standing: Standing) throws -> [Event]? {
        let field = IssueReader.Field.meeting.rawValue
        guard let steps = issue.definition.way(toAskFor: field, from: issue.state), let first = steps.first else {
            return nil
        }
        let instead = try refusals(of: first.name, on: issue, given: [:]).compactMap { reason -> Event? in
            guard reason.kind == .rule, case .cause(let name, nil, nil, _)? = reason.remedies.first,
                try reason.fields.allSatisfy({ try reads($0, of: issue, as: standing) })
            else { return nil }
            return issue.definition.event(name).flatMap { $0.from.contains(issue.state) ? $0 : nil }
        }.first
        guard let instead,
            let rest = issue.definition.way(toAskFor: field, from: instead.targets.first?.state ?? issue.state)
        else { return steps }
        return [instead] + rest
    }

    /// What would refuse an issue on its way, were nothing more given. What is asked anew each time is no lack of it.
    private func missing(of issue: StoredItem, on steps: [Event], for meeting: StoredItem?) throws -> [Reason] {
        var missing: [Reason] = []
        var state = issue.state
        for step in steps {
            let isLast = step == steps.last
            let given: [String: Value] =
                isLast ? meeting.map { [IssueReader.Field.meeting.rawValue: .text($0.reference)] } ?? [:] : [:]
            if !isLast || meeting != nil {
                missing += try refusals(of: step.name, on: issue.put(in: state), given: given).filter { reason in
                    reason.kind == .rule || reason.kind == .missing && reason.field.flatMap(step.ask)?.isFresh == false
                }
            }
            state = step.targets.first?.state ?? state
        }
        // Two steps may lack the same.
        var told: Set<String> = []
        return missing.filter { told.insert($0.sentence).inserted }
    }

    private func refusals(of event: String, on issue: StoredItem, given: [String: Value]) throws -> [Reason] {
        do {
            _ = try decide(event, on: issue, in: issue.definition, given: given, standing: .system, day: today)
            return []
        } catch RegisterError.refused(let reasons) {
            return reasons
        } catch RegisterError.notPermitted {
            return []
        }
    }
}

extension Definition {
    /// What most often comes next from a state on, until something asks for a field; nil where that never happens.
    fileprivate func way(toAskFor field: String, from state: String) -> [Event]? {
        var way: [Event] = []
        var seen: Set<String> = []
        var state = state
        while seen.insert(state).inserted {
            guard let usual = self[state]?.usual.flatMap(event), usual.from.contains(state) else { return nil }
            way.append(usual)
            if usual.ask(field) != nil { return way }
            guard usual.targets.count == 1, let next = usual.targets[0].state else { return nil }
            state = next
        }
        return nil
    }
}

extension Event {
    /// It brings an issue to the Board: that is when it has a day there.
    fileprivate var leadsToBoard: Bool { sets.contains { $0.field == IssueReader.Field.boardDate.rawValue } }
}

extension StoredItem {
    /// The same, were it in a state. Nothing of it is stored.
    fileprivate func put(in state: String) -> StoredItem {
        StoredItem(
            id: id, workflow: workflow, reference: reference, version: version, isOpen: isOpen, definition: definition,
            item: Item(state: state, fields: item.fields, clocks: item.clocks), definitionKey: definitionKey,
            sealed: sealed)
    }
}

extension Reason {
    /// The fields that it tells something of.
    fileprivate var fields: [String] {
        [field].compactMap(\.self)
            + remedies.flatMap { remedy -> [String] in
                switch remedy {
                case .give(let fields), .cause(_, _, _, let fields): fields
                default: []
                }
            }
    }
}
