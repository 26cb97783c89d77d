import Ledger
import Partnership
import Workflow

// What a family's letter tells of the way that its issue goes: who answered, who does what, and who hears it when.
extension View {
    /// What whoever was asked or looked into it said since it was decided.
    func reply(in course: IssueCourse) throws -> FamilyAnswer.Reply? {
        let own = course.issue.issue
        if course.isSet(.reply, since: course.decidedAt), let who = own.referredTo, let day = own.repliedOn {
            return .init(who: who, on: day)
        }
        guard course.isSet(.report, since: course.decidedAt), let day = own.reportedOn else { return nil }
        return try own.reportedBy.flatMap { try reference.body($0)?.title }.map { .init(who: "The \($0)", on: day) }
    }

    /// The last meeting whose time ran out before it came to an issue that is not settled, where nothing was decided since.
    func passing(of course: IssueCourse) throws -> FamilyAnswer.Passing? {
        let last = try connection.row(
            """
            SELECT item.reference FROM agenda_item JOIN item ON item.id = agenda_item.meeting
            WHERE agenda_item.issue = ? AND agenda_item.reached = 0 ORDER BY item.happens DESC LIMIT 1
            """, [.integer(course.issue.id)])
        guard !course.isSettled, let meeting = try last.map({ try item($0.word("reference")) }),
            let date = meeting.meeting.date
        else { return nil }
        let decided = try course.decision.flatMap { try item($0.meeting).meeting.date }
        guard date > decided ?? course.reopening?.on ?? Day.kept.lowerBound else { return nil }
        return .init(body: try body(of: meeting).title, on: date)
    }

    /// Who does what: the open actions, those that the last decision set and that came to an end since, and what was handed to
    /// somebody without one. What was done for what is settled is told as its outcome.
    func steps(of course: IssueCourse, on day: Day) throws -> [FamilyAnswer.Step] {
        let own = course.issue.issue
        // What a meeting agreed in principle is not done before whoever has to decide it has.
        let waiting = Dictionary(
            course.decisions.compactMap { taken in
                taken.decision.principle.flatMap { $0.isOpen ? (taken.decision.meeting, $0) : nil }
            }, uniquingKeysWith: { $1 })
        func step(_ who: String, _ what: String, by due: Day?, at meeting: String?) -> FamilyAnswer.Step? {
            var step = FamilyAnswer.Step(who: who, what: what, by: due)
            step.isLate = due.map { $0 < day } ?? false
            guard let principle = meeting.flatMap({ waiting[$0] }) else { return step }
            guard case .awaited = principle.outcome else { return nil }
            step.needs = principle.subjectTo
            return step
        }
        let lines = try actionLines(ofIssue: course.issue, on: day)
        var steps = lines.filter { !$0.status.isClosed }.compactMap { action in
            step(
                action.agency ?? action.lead.role ?? "The partnership", action.text, by: action.due,
                at: action.meeting)
        }
        let ended = lines.filter { $0.meeting != nil && $0.meeting == course.decision?.meeting }
        steps += ended.compactMap { action in
            var step = FamilyAnswer.Step(
                who: action.agency ?? action.lead.role ?? "The partnership", what: action.text)
            step.isCalledOff = action.status == .cancelled
            step.doneOn = action.status == .done && !course.isSettled ? action.closedOn : nil
            return step.isCalledOff || step.doneOn != nil ? step : nil
        }
        guard let decision = course.decision, !lines.contains(where: { $0.meeting == decision.meeting }),
            let clock = course.issue.definition.clocks(meaning: "follow-up").first(where: {
                course.issue.item.clocks[$0.name] != nil
            })
        else { return steps }
        let due = course.issue.item.clocks[clock.name]?.due
        func handed(_ who: String, _ what: String) {
            steps += [step(who, what, by: due, at: decision.meeting)].compactMap(\.self)
        }
        if own.means("delegated") {
            let group = try own.group.flatMap { try reference.body($0)?.title }
            handed(group ?? "A group", "Look into it and report to the \(try reference.boardTitle)")
        } else if own.means("referred"), let other = own.referredTo {
            handed(other, own.question.map { "Answer what it was asked: \($0)" } ?? "Answer what it was asked")
        } else if let commissioner = course.deciding?.text(.commissioner),
            let milestone = course.deciding?.text(.milestone)
        {
            handed(commissioner, milestone)
        } else if let owner = try own.owner.map({ try person(id: $0) }) {
            let person = try paperPerson(owner, seats: seats(of: owner, on: day))
            handed(person.role ?? "The partnership", "See to what was decided")
        }
        return steps
    }

    /// Who hears an open issue next, and when; nil where nobody is known to.
    func hearing(of course: IssueCourse, on day: Day) throws -> FamilyAnswer.Hearing? {
        let issue = course.issue.issue
        guard course.issue.isOpen, !isWithdrawn(course.issue) else { return nil }
        if let fixed = try fixedHearing(of: course, on: day) { return fixed }
        let lap = try issue.area.flatMap { try reference.lap(ofArea: $0)?.title } ?? ""
        let board = try reference.boardTitle
        if issue.means("escalating") { return .proposed(by: lap, to: board) }
        if issue.means("board-undecided") { return .open(body: board) }
        if issue.isAwaitingMeeting { return .open(body: lap) }
        return course.isReturned ? .returned(to: lap) : nil
    }

    func fixedHearing(of course: IssueCourse, on day: Day) throws -> FamilyAnswer.Hearing? {
        guard course.issue.isOpen, !isWithdrawn(course.issue),
            let name = course.issue.issue.nextMeeting ?? course.issue.issue.meeting
        else {
            return nil
        }
        let meeting = try item(name, workflow: "meeting")
        guard !meeting.meeting.isCalledOff, let date = meeting.meeting.date else { return nil }
        let body = try body(of: meeting).title
        // Without their agreement no meeting hears it, whatever agenda it stood on.
        if meeting.meeting.isAhead, date >= day {
            return lacksConsent(course.issue) ? nil : .fixed(body: body, on: date)
        }
        // What it decided since is told as that.
        let isHeard = course.decisions.contains { $0.decision.meeting == meeting.reference }
        return isHeard ? nil : .passed(body: body, on: date)
    }
}
