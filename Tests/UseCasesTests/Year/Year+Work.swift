import Register
import UseCases
import Workflow

/// Actions, and what the Board's side does between its meetings.
extension Year {
    private func act(_ event: String, on action: String, _ given: [String: Value] = [:], as who: String) throws {
        let issue = list.actions[action]?.issue
        let given = given.reduce(into: given) { given, entry in
            guard case .text(let text) = entry.value, entry.key != "owner" else { return }
            given[entry.key] = .text(Phrase.of("\(event) \(text)", about: action))
        }
        try step(
            CauseEvent(event, of: "action", on: action, given: given), as: who,
            touching: [action] + [issue].compactMap(\.self),
            "\(event) \(action) of \(issue ?? "no issue") \(Year.words(given))"
        ) { list, caused in
            list.actions[action]?.state = caused.state
            if case .text(let owner)? = given["owner"] { list.actions[action]?.owner = owner }
            for told in caused.told {
                if told.reference != issue { list.surprises.append("\(told.reference) is told of \(action)") }
                list.issues[told.reference]?.changed = caused.on
            }
            guard let issue else { return }
            let isLast = event == "complete" && list.openActions(of: issue).isEmpty
            let isUnderWay = ["local-action", "board-action", "delegated"].contains(list.issues[issue]?.state)
            // A day that was the issue's too is revised there with it.
            let isTold = caused.told.count == 1 && event != "revise-due"
            if isLast != isTold, isUnderWay {
                list.surprises.append("\(issue) is told of \(caused.told.map(\.following)) after \(event) \(action)")
            }
        }
    }

    /// Whoever watches over what was set at a meeting.
    private func watcher(of action: PlainList.Action, in area: String) -> String {
        action.body == "board" ? Cast.secretary : Cast.dco(area)
    }

    func workOn(_ ref: String, as dco: String) throws {
        guard let issue = list.issues[ref], dice.percent(40) else { return }
        let open = list.openActions(of: ref)
        guard !open.isEmpty else { return try complete(ref) }
        if issue.state == "local-action", dice.percent(12) {
            switch dice.roll(0...2) {
            case 0: return try complete(ref)
            case 1: return try bringBack(ref, as: dco)
            default: return try propose(ref, at: nil)
            }
        }
        try work(on: dice.pick(open))
    }

    /// What was set about no issue.
    func workOnTheRest() throws {
        for action in list.actions.filter({ $0.value.issue == nil && $0.value.isOpen }).keys.sorted(by: Year.inOrder)
        where dice.percent(8) {
            try work(on: action)
        }
    }

    private func work(on action: String) throws {
        guard let known = list.actions[action] else { return }
        let body = known.body ?? ""
        let area = known.issue.flatMap { list.issues[$0]?.area }
        let watcher = area.map { self.watcher(of: known, in: $0) } ?? Cast.chair(of: body)
        switch dice.draw([(20, 0), (15, 1), (40, 2), (6, 3), (6, 4), (known.issue == nil ? 5 : 0, 5)]) {
        case 0:
            guard known.state == "open" else { return }
            try act("start", on: action, as: known.owner)
        case 1: try act("report", on: action, ["progress": .text("under way")], as: known.owner)
        case 2:
            if known.state == "done-proposed" {
                try act("complete", on: action, as: watcher)
            } else {
                try act("propose-done", on: action, ["evidence": .text("letters went out")], as: known.owner)
            }
        case 3:
            let due = today + dice.roll(20...40)
            // To the day that it has it cannot be moved.
            let isDueThen = try shown(action).fields["due"]?.value == .day(due)
            try act(
                "revise-due", on: action,
                ["due": .day(isDueThen ? due + 1 : due), "reason": .text("staff are away")], as: watcher)
        case 4:
            let others = Cast.members(of: area ?? body).filter { $0 != known.owner }
            guard !others.isEmpty else { return }
            try act(
                "reassign", on: action, ["owner": .text(dice.pick(others)), "reason": .text("a change of post")],
                as: watcher)
        default: try act("cancel", on: action, ["reason": .text("it is done elsewhere")], as: watcher)
        }
    }

    /// A meeting gives somebody more to do: about an issue, or under an item about none.
    func setAction(under number: String, about issue: String? = nil, at ref: String, on day: Day?) throws {
        guard let meeting = list.meetings[ref] else { return }
        let owner = dice.pick(Cast.members(of: meeting.body))
        var given: [String: Value] = [
            "text": .text(Phrase.of("do", about: "\(list.actions.count) \(ref)")), "owner": .text(owner),
            "due": .day(today + dice.roll(15...60)), "meeting": .text(ref),
        ]
        if let issue { given["issue"] = .text(issue) } else { given["item"] = .text(number) }
        try step(
            CauseEvent("open", of: "action", given: given), as: Cast.chair(of: meeting.body), on: day,
            touching: [issue].compactMap(\.self), "set an action under item \(number) of \(ref)"
        ) { list, caused in
            list.actions[caused.reference] = PlainList.Action(owner: owner, issue: issue, body: meeting.body)
            if let issue { list.issues[issue]?.changed = caused.on }
        }
    }

    private func complete(_ ref: String) throws {
        guard let issue = list.issues[ref] else { return }
        let isBoards = issue.state != "local-action"
        let who = isBoards ? Cast.boardChair : Cast.dco(issue.area)
        var given: [String: Value] = [
            "proposed-on": .day(today), "outcome": .text("every child has a date"),
            "outcome-evidence": .text("the dates were seen"),
        ]
        given[isBoards ? "impact" : "satisfied"] = .text(isBoards ? "a shorter wait" : "yes")
        let event = isBoards ? "board-complete" : "complete"
        try settle(event, ref, given, as: who)
    }

    /// Causes an event that settles an issue: over an open action it is refused until told what becomes of that.
    func settle(_ event: String, _ ref: String, _ given: [String: Value], as who: String, on day: Day? = nil) throws {
        let open = list.openActions(of: ref)
        if open.isEmpty {
            try cause(event, ref, given, as: who, on: day)
            return
        }
        try refuses(
            CauseEvent(event, of: "issue", on: ref, given: given), as: who, on: day,
            "\(event) \(ref) over an open action")
        let stands = dice.percent(40)
        let told: Value = .text(stands ? "stand" : "cancel")
        try cause(event, ref, given.merging(["open-actions": told]) { $1 }, as: who, on: day)
        if stands { for action in open { list.actions[action]?.stands = true } }
    }

    private func bringBack(_ ref: String, as dco: String) throws {
        guard let issue = list.issues[ref], let meeting = list.ahead(of: issue.area, from: today + 1).first else {
            return
        }
        var given: [String: Value] = ["reason": .text("nothing came of it"), "meeting": .text(meeting)]
        if issue.isPrivate {
            given["private"] = .flag(true)
            given["private-because"] = .text("it could point to one family")
        }
        try cause("bring-back", ref, given, as: dco)
    }

    func propose(_ ref: String, at day: Day?) throws {
        guard let issue = list.issues[ref] else { return }
        var given: [String: Value] = [
            "criteria": .list(issue.carries >= 2 ? ["E4", "E1"] : ["E1", "E5"]), "ask": .text("to pay for more staff"),
            "options": .text("to leave it; to pay for it"), "recommendation": .text("that it is paid for"),
            "evidence": .text("what eleven families said"), "parent-rep-view": .text("it cannot wait"),
        ]
        // Out of a meeting the chair says why it cannot wait for one.
        if day == nil { given["between-because"] = .text("the next meeting is months away") }
        if issue.carries < 2, dice.percent(10) {
            given["criteria"] = .list(["E4"])
            try refuses(
                CauseEvent("propose-escalation", of: "issue", on: ref, given: given), as: Cast.dco(issue.area), on: day,
                "escalate \(ref) as carried twice")
            given["criteria"] = .list(["E1"])
        }
        try cause("propose-escalation", ref, given, as: Cast.dco(issue.area), on: day)
    }

    func tableOrSendBack(_ ref: String) throws {
        guard let issue = list.issues[ref], issue.place == .toDo, dice.percent(12) else { return }
        if dice.percent(8) {
            try cause("send-back", ref, ["missing": .text("the costs")], as: Cast.secretary)
            return
        }
        guard let meeting = list.ahead(of: "board", from: today + 1).first, let date = list.meetings[meeting]?.date
        else { return }
        var given: [String: Value] = ["meeting": .text(meeting)]
        if date - today < 20 { given["late-reason"] = .text("it came to light late") }
        if issue.isPrivate || dice.percent(5) {
            given["private"] = .flag(true)
            given["private-because"] = .text("it could point to one family")
        }
        try cause("table", ref, given, as: Cast.secretary)
    }

    /// The group's report: it lands on the Board's next agenda by itself, or leads to action.
    func report(_ ref: String) throws {
        guard let issue = list.issues[ref], case .group(let group) = issue.place else { return }
        if dice.percent(25) {
            try settle(
                "board-complete", ref,
                [
                    "proposed-on": .day(today), "outcome": .text("the group has settled it"),
                    "outcome-evidence": .text("its paper"), "impact": .text("a shorter wait"),
                ], as: Cast.boardChair)
            return
        }
        var given: [String: Value] = [
            "report": .text("the group looked into it"), "group-recommendation": .text("to pay for it"),
        ]
        if dice.percent(30) {
            given["group-outcome"] = .text("action")
            given["due"] = .day(today + 40)
        }
        try cause(
            "group-report", ref, given, as: Cast.lead(group), nextBoard: list.ahead(of: "board", from: today).first)
    }

    /// What a meeting delegated or referred is reported on.
    func reportBack() throws {
        let open = list.reports.filter(\.value.isOpen).map(\.key).sorted(by: Year.inOrder)
        guard let ref = open.first, let known = list.reports[ref] else { return }
        try step(
            CauseEvent(
                "report-back", of: "commitment", on: ref, given: ["answer": .text(Phrase.of("report", about: ref))]),
            as: Cast.clerk(of: known.body), touching: [], "report back on \(ref)"
        ) { list, caused in
            if caused.state != "reported" { list.surprises.append("\(ref) is \(caused.state) once it is reported on") }
            list.reports[ref]?.isOpen = false
        }
    }

    func reply(_ ref: String) throws {
        try cause(
            "receive-reply", ref, ["reply": .text("it will be paid for"), "replied-on": .day(today)],
            as: Cast.secretary,
            nextBoard: list.ahead(of: "board", from: today).first)
    }
}
