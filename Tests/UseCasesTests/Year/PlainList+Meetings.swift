import Register
import UseCases
import Workflow

/// What the answers of a meeting's deeds tell.
extension PlainList {
    /// A meeting is scheduled, moved, called off, opens, ends; its minutes go their way.
    mutating func learnMeeting(_ caused: Caused, _ given: [String: Value]) {
        let ref = caused.reference
        if caused.from == nil {
            guard case .text(let body)? = given["body"], case .day(let date)? = given["date"] else { return }
            meetings[ref] = Meeting(body: body, date: date)
        }
        meetings[ref]?.state = caused.state
        let told = Dictionary(grouping: caused.told, by: \.reference)
        // The Board's answer on it is another matter than the issue itself.
        for (name, lines) in told where lines.count(where: { $0.following != .unheard }) > 1 {
            surprises.append("\(name) is told of twice")
        }
        switch caused.event {
        case "reschedule":
            if case .day(let date)? = given["date"] { meetings[ref]?.date = date }
            let moved =
                issues(at: .agenda(ref)) + matters.filter { $0.value.meeting == ref && $0.value.isOpen }.map(\.key)
            for line in moved { if told[line] == nil { surprises.append("\(line) is not told of the move of \(ref)") } }
            for line in caused.told { touch(line.reference, on: caused.on) }
        case "cancel": calledOff(ref, caused)
        case "circulate-minutes": meetings[ref]?.isCirculated = true
        case "conclude": concluded(ref, caused)
        case "confirm":
            if case .text(let later)? = given["confirmed-at"] { meetings[later]?.hasConfirmed = true }
            for index in meetings[ref]?.decisions.indices ?? 0..<0 {
                meetings[ref]?.decisions[index].isConfirmed = true
            }
        default: break
        }
    }

    private mutating func touch(_ ref: String, on day: Day) {
        guard let changed = issues[ref]?.changed else { return }
        issues[ref]?.changed = max(day, changed)
    }

    private mutating func calledOff(_ ref: String, _ caused: Caused) {
        let expected = Set(
            issues(at: .agenda(ref)) + issues(at: .coming(ref))
                + matters.filter { $0.value.meeting == ref && $0.value.isOpen }.map(\.key))
        let told = Set(caused.told.map(\.reference))
        if told != expected {
            surprises.append("calling off \(ref) told of \(told.sorted()), and \(expected.sorted()) were before it")
        }
        for line in caused.told {
            if matters[line.reference] != nil {
                matters[line.reference]?.meeting = nil
                continue
            }
            guard var issue = issues[line.reference] else { continue }
            issue.meeting = nil
            issue.changed = caused.on
            if meetings[ref]?.body == "board" {
                (issue.state, issue.place) = ("escalated", .toDo)
            } else {
                (issue.state, issue.place, issue.comesBack) = ("accepted", .waiting, true)
            }
            issues[line.reference] = issue
        }
    }

    private mutating func concluded(_ ref: String, _ caused: Caused) {
        guard let meeting = meetings[ref] else { return }
        let told = Set(caused.told.map(\.reference))
        // A family that took its consent back is before no meeting; what waits for a screen is nobody's to hear of.
        let before = (issues(at: .agenda(ref)) + issues(at: .coming(ref))).filter { issues[$0]?.isClear ?? false }
        for issue in before where !told.contains(issue) && !isDecided(issue, at: ref) {
            surprises.append("\(issue) was before \(ref), which ended without a word of it")
        }
        // An answer that was given in private goes by the number of its item.
        for line in caused.told where !line.reference.hasPrefix("Item ") {
            let name = line.reference
            let next = line.next.flatMap { day in
                meetings.first { $0.value.body == meeting.body && $0.value.date == day && $0.value.isAhead }?.key
            }
            if line.next != nil, next == nil { surprises.append("\(name) goes to a meeting that the list has not") }
            if matters[name] != nil {
                switch line.following {
                case .carried:
                    matters[name]?.meeting = next
                    matters[name]?.carries += 1
                case .taken: matters[name]?.isOpen = false
                default: surprises.append("\(name) is told \(line.following) at the end of \(ref)")
                }
                continue
            }
            learn(line.following, of: name, next: next, at: ref, on: caused.on)
        }
        for (name, matter) in matters where matter.isOpen && matter.meeting == ref { matters[name]?.isOpen = false }
    }

    private mutating func learn(
        _ following: Outcome.Told.Following, of name: String, next: String?, at ref: String, on day: Day
    ) {
        guard var issue = issues[name], let meeting = meetings[ref] else {
            return surprises.append("\(name) is unknown")
        }
        let isBoard = meeting.body == "board"
        switch following {
        case .carried:
            if isBoard { issue.boardDefers += 1 } else { (issue.carries, issue.comesBack) = (issue.carries + 1, true) }
            if let next {
                (issue.state, issue.place) = (isBoard ? "escalated" : "deferred", .coming(next))
            } else {
                (issue.state, issue.place, issue.meeting) = (
                    isBoard ? "escalated" : "accepted", isBoard ? .toDo : .waiting, nil
                )
            }
            issue.changed = day
        case .passed:
            if issue.place != .toDo || issue.state != "escalated" {
                surprises.append("\(name) was passed over and is \(issue.state) at \(issue.place)")
            }
            issue.boardDefers += 1
            issue.changed = day
        case .unheard: break
        case .undecided:
            if issue.place != .agenda(ref) { surprises.append("\(name) is told as undecided by \(ref)") }
        default: surprises.append("\(name) is told \(following) at the end of \(ref)")
        }
        issues[name] = issue
    }

    private func isDecided(_ issue: String, at meeting: String) -> Bool {
        meetings[meeting]?.decisions.contains { $0.subject == issue } ?? false
    }

    /// What laying out an agenda brought to it.
    mutating func learn(_ built: BuiltAgenda, on day: Day) {
        let ref = built.meeting
        meetings[ref]?.isLaidOut = true
        meetings[ref]?.since = []
        for name in built.carried {
            if matters[name] != nil {
                matters[name]?.meeting = ref
                continue
            }
            guard var issue = issues[name] else { continue }
            guard issue.place == .coming(ref) || issue.place == .waiting else {
                surprises.append("\(name) was put on the agenda of \(ref) from \(issue.place)")
                continue
            }
            issue.state = meetings[ref]?.body == "board" ? "with-board" : "on-agenda"
            issue.place = .agenda(ref)
            issue.meeting = ref
            issue.changed = day
            issues[name] = issue
        }
    }
}
