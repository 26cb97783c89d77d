import Partnership
import Workflow

extension View {
    /// What papers may say about an issue. Names, contacts, dates of birth and the detail have no place in it.
    ///
    /// - Parameters:
    ///   - body: whose papers they are: what another body took in private and did not pass on to it is not in them; nil where
    ///     nobody reads the sheet.
    ///   - past: the day as of whose end it is told; nil for as it is.
    func sheet(of issue: StoredItem, for body: Body?, on day: Day, asOf past: Day? = nil) throws -> IssueSheet {
        let withheld = try body.map { try takings(of: issue, withheldFrom: $0) } ?? []
        let issue = withheld.isEmpty ? issue : try self.issue(issue, without: withheld)
        let reference = try reference
        let received = issue.issue.received
        var sheet = IssueSheet(
            ref: issue.reference, area: issue.issue.area.flatMap { reference.area($0)?.title } ?? "",
            theme: issue.issue.theme.flatMap { reference.theme($0)?.title } ?? "",
            summary: issue.issue.summary ?? "", state: issue.stateTitle,
            scope: issue.issue.scope.flatMap(IssueSheet.Scope.init), families: issue.issue.families,
            phase: issue.issue.phase, severity: issue.issue.severity, received: received,
            age: received.map { day - $0 }, services: issue.issue.services, agency: issue.issue.agency,
            tried: issue.issue.tried, outcomeSought: issue.issue.outcomeSought,
            carries: issue.issue.carries, raisedBy: issue.issue.raisedBy)
        sheet.parallel = issue.issue.parallel
        sheet.criteria = issue.issue.criteria.map { IssueSheet.Criterion(code: $0.code, text: $0.title) }
        sheet.ask = issue.issue.ask
        sheet.answer = try answer(to: issue, until: past, without: withheld)
        sheet.recommendation = issue.issue.recommendation
        sheet.report = issue.issue.report.map { text in
            IssueSheet.GroupReport(
                by: issue.issue.reportedBy.flatMap { reference.body($0)?.title } ?? "group",
                on: issue.issue.reportedOn, text: text, recommendation: issue.issue.groupRecommendation)
        }
        sheet.options = issue.issue.options
        sheet.evidence = issue.issue.evidence
        sheet.parentRepView = issue.issue.parentRepView
        sheet.mayDiscussAnonymised = issue.issue.mayBeDiscussed
        sheet.sharedWith = try sharedWith(issue)
        return sheet
    }

    /// What the Board decided, last, on what a LAP asked of it; what it put off is no answer.
    private func answer(
        to issue: StoredItem, until day: Day?, without withheld: [PrivateTaking]
    ) throws -> IssueSheet.Answer? {
        guard issue.issue.isEscalated else { return nil }
        let boards = try reference.bodies.filter { $0.kind == .board }.map(\.id)
        guard
            let decision = try decisions(on: issue).last(where: { boards.contains($0.body) && !$0.isDeferral }),
            !withheld.contains(where: { $0.body == decision.body }),
            let date = try item(decision.meeting).meeting.date
        else { return nil }
        let asked = try [issue.issue.submittedOn, issue.issue.lapMeeting.flatMap { try item($0).meeting.date }]
        guard asked.compactMap(\.self).allSatisfy({ $0 <= date }), day.map({ date <= $0 }) ?? true else { return nil }
        return try IssueSheet.Answer(by: reference.boardTitle, on: date, decision: try line(decision))
    }

    /// What other bodies took in private of an issue, and did not pass on to this one.
    func takings(of issue: StoredItem, withheldFrom body: Body) throws -> [PrivateTaking] {
        isPassedOn(issue, to: body) ? [] : try privateTakings(of: issue).filter { $0.body != body.id }
    }

    /// Whoever had it before gave it to this body to deal with.
    func isPassedOn(_ issue: StoredItem, to body: Body) -> Bool {
        body.kind == .board && issue.issue.isEscalated || issue.issue.group == body.id
    }

    /// An issue without the texts that came onto its record while bodies had it in private.
    private func issue(_ issue: StoredItem, without takings: [PrivateTaking]) throws -> StoredItem {
        let custody = try custody(of: issue.id, in: issue.definition, by: takings)
        let hidden = custody.fields(of: issue.item, sealed: issue.sealed).filter { issue.sealed[$0] != nil }
        return StoredItem(
            id: issue.id, workflow: issue.workflow, reference: issue.reference, version: issue.version,
            isOpen: issue.isOpen, definition: issue.definition,
            item: Item(
                state: issue.item.state, fields: issue.item.fields.filter { !hidden.contains($0.key) },
                clocks: issue.item.clocks),
            definitionKey: issue.definitionKey, sealed: issue.sealed.filter { !hidden.contains($0.key) })
    }

    /// Whether papers that print an issue as it was would print something else since, or may not print it any more. How far
    /// it has come counts for nothing here: every agenda is older than what came of it.
    public func isPrintedOtherwise(_ before: StoredItem, since after: StoredItem) throws -> Bool {
        if before.workflow == "meeting" {
            return before.meeting.date != after.meeting.date || before.meeting.isCalledOff != after.meeting.isCalledOff
        }
        guard before.workflow == "issue" else { return false }
        if try mayNotBePrintedSince(before, after) || before.isOpen && !after.isOpen { return true }
        // What it becomes at a meeting makes nothing untrue that was printed before.
        guard before.state == after.state else { return false }
        func printed(_ issue: StoredItem) throws -> IssueSheet {
            var sheet = try sheet(of: issue, for: nil, on: today)
            sheet.state = ""
            sheet.carries = 0
            sheet.mayDiscussAnonymised = true
            sheet.sharedWith = []
            return sheet
        }
        return try printed(before) != printed(after)
    }

    /// Whether papers may not print an issue any more that they could print before: it turned out to be a safeguarding
    /// matter, or consent was taken back.
    public func mayNotBePrintedSince(_ before: StoredItem, _ after: StoredItem) throws -> Bool {
        guard before.workflow == "issue" else { return false }
        return try before.issue.mayBeDiscussed && !after.issue.mayBeDiscussed
            || before.issue.isScreenClear && !after.issue.isScreenClear
            || !sharedWith(before).isSubset(of: sharedWith(after))
    }

    /// The ids of the bodies with which consent covers sharing identifiably.
    func sharedWith(_ issue: StoredItem) throws -> Set<String> {
        guard issue.issue.mayBeShared, let named = issue.issue.consentWith?.lowercased() else { return [] }
        return Set(try reference.bodies.filter { named == $0.id || named == $0.title.lowercased() }.map(\.id))
    }

    /// A person as papers name them, with the role and organisation of a seat.
    func paperPerson(_ person: Person, seats: [Seat]) throws -> PapersPerson {
        // Seats of one role in several bodies are one role.
        let roles = try seats.map { try roleTitle($0.role) }.reduce(into: [String]()) { roles, title in
            if !roles.contains(title) { roles.append(title) }
        }
        return PapersPerson(
            name: person.name, role: roles.isEmpty ? nil : roles.joined(separator: ", "),
            organisation: seats.compactMap(\.organisation).first)
    }

    /// A role as papers print it: `Parent carer representative`.
    func roleTitle(_ role: String) throws -> String {
        let title = try reference.title(ofRole: role)
        return title.prefix(1).uppercased() + title.dropFirst()
    }
}
