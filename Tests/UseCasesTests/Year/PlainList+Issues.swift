import Register
import UseCases
import Workflow

/// What the answers of an issue's events tell.
extension PlainList {
    /// - Parameters:
    ///   - given: what was given with it; people by their names.
    ///   - next: the Board's next meeting, where an event takes that by itself.
    mutating func learn(_ caused: Caused, by who: String, _ given: [String: Value], nextBoard next: String? = nil) {
        let ref = caused.reference
        func text(_ name: String) -> String? {
            if case .text(let text)? = given[name] { return text }
            return nil
        }
        func day(_ name: String) -> Day? {
            if case .day(let day)? = given[name] { return day }
            return nil
        }
        if caused.from == nil {
            issues[ref] = Issue(
                area: text("area") ?? "", isIndividual: text("scope") == "individual",
                isAnonymous: given["anonymous"] == .flag(true), state: caused.state, place: .toDo, changed: caused.on)
            issues[ref]?.isClear = text("safeguarding") == "no"
            issues[ref]?.hasConsent = given["consent"] != nil
        }
        guard var issue = issues[ref] else { return surprises.append("\(ref) is not on the list") }
        let old = issue.place
        let decidedAt = issue.meeting
        issue.state = caused.state
        issue.changed = caused.on
        if let owner = text("owner") { issue.owner = owner }
        if caused.event == "accept", issue.owner == nil { issue.owner = who }
        if caused.event == "reopen", text("owner") == nil, issue.owner == nil { issue.owner = who }
        if let meeting = text("meeting") { issue.meeting = meeting }
        if given["private"] == .flag(true) { issue.isPrivate = true }
        if let due = day("due") { issue.due = due }
        switch caused.event {
        case "defer": (issue.carries, issue.comesBack) = (issue.carries + 1, true)
        case "board-defer": issue.boardDefers += 1
        case "reopen": (issue.reopens, issue.meeting, issue.comesBack) = (issue.reopens + 1, nil, false)
        case "attempt-contact": issue.attempts += 1
        case "request-info": issue.neededBy = day("needed-by")
        case "suspend": issue.isSuspended = true
        case "resume": issue.isSuspended = false
        case "rescreen": issue.isClear = false
        case "unschedule": (issue.meeting, issue.comesBack) = (nil, false)
        case "merge": (issue.lead, issue.isSuspended) = (text("lead"), false)
        case "renew-consent": (issue.hasConsent, issue.wasWithdrawn) = (true, false)
        case "group-report": if case .group(let group) = old { issue.reporter = group }
        case "board-delegate": issue.owner = text("group-lead")
        case "note":
            issue.isNoFurtherAction = text("noted-as") == "no-further-action"
            (issue.resolver, issue.isBoards) = (who, false)
        case "complete", "resolve-early":
            (issue.resolver, issue.isNoFurtherAction, issue.isBoards) = (who, false, false)
        case "board-complete": (issue.resolver, issue.isNoFurtherAction, issue.isBoards) = (who, false, true)
        case "board-nfa": (issue.resolver, issue.isNoFurtherAction, issue.isBoards) = (who, true, true)
        case "withdraw-consent":
            (issue.hasConsent, issue.wasWithdrawn) = (false, true)
            if ["accepted", "escalated"].contains(issue.state) {
                switch old {
                case .agenda, .coming: issue.meeting = nil
                default: if issue.state == "escalated" { issue.meeting = nil }
                }
            }
        default: break
        }
        if ["group-report", "receive-reply"].contains(caused.event), text("meeting") == nil { issue.meeting = next }
        // What changes nothing about where it is leaves it there.
        let isMoved = caused.from != caused.state || caused.event == "withdraw-consent"
        if isMoved { issue.place = place(of: issue, given: text, old, caused) }
        issues[ref] = issue
        if case .agenda(let meeting) = issue.place, old != issue.place { meetings[meeting]?.since.insert(ref) }
        for recorded in caused.recorded { learn(recorded, of: ref, at: text("meeting") ?? decidedAt, text, caused) }
        for told in caused.told where told.state == "Superseded" { actions[told.reference]?.state = "superseded" }
        for released in caused.released { release(released, on: caused.on) }
    }

    private func place(of issue: Issue, given text: (String) -> String?, _ old: Place, _ caused: Caused) -> Place {
        switch issue.state {
        case "on-agenda", "with-board":
            issue.meeting.map(Place.agenda) ?? .toDo
        case "deferred": text("next-meeting").map(Place.coming) ?? old
        case "escalated":
            caused.event == "board-defer" ? text("next-meeting").map(Place.coming) ?? .toDo : .toDo
        case "accepted":
            issue.comesBack && issue.meeting == nil ? .waiting : .toDo
        case "local-action", "board-action": .led(by: issue.owner ?? "nobody")
        case "delegated": text("group").map(Place.group) ?? old
        case "referred-up": .answer
        case "closed", "withdrawn", "diverted", "redirected", "merged": .end
        default: .toDo
        }
    }

    mutating func release(_ ref: String, on day: Day) {
        guard issues[ref]?.state == "merged" else {
            return surprises.append("\(ref) was released and is \(issues[ref]?.state ?? "unknown")")
        }
        issues[ref]?.state = "acknowledged"
        issues[ref]?.place = .toDo
        issues[ref]?.lead = nil
        issues[ref]?.changed = day
    }

    /// A decision or an action that an event of an issue brought.
    private mutating func learn(
        _ recorded: String, of issue: String, at meeting: String?, _ text: (String) -> String?, _ caused: Caused
    ) {
        if recorded.hasPrefix("D-") {
            guard let meeting, let held = meetings[meeting] else {
                return surprises.append("\(recorded) on \(issue) was taken by no meeting")
            }
            if held.isCirculated { surprises.append("\(recorded) came into circulated minutes of \(meeting)") }
            meetings[meeting]?.decisions.append(Decision(ref: recorded, subject: issue, isStanding: false))
            if caused.event != "defer", caused.event != "board-defer" {
                meetings[meeting]?.notReached.remove(issue)
            }
        } else {
            actions[recorded] = Action(
                owner: text("owner") ?? "nobody", issue: issue, body: meeting.flatMap { meetings[$0]?.body })
        }
    }
}
