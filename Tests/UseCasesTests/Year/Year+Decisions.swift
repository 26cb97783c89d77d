import UseCases
import Workflow

/// What a meeting does with an issue.
extension Year {
    /// - Parameters:
    ///   - number: of its item; empty where the meeting is over.
    ///   - mustDecide: the meeting is over, and something has to become of it.
    func decide(_ ref: String, at meeting: String, on day: Day?, number: String = "", mustDecide: Bool = false) throws {
        guard let issue = list.issues[ref], let held = list.meetings[meeting] else { return }
        if Cast.kind(of: held.body) == .board {
            return try decideAsBoard(ref, at: meeting, on: day, number: number, mustDecide: mustDecide)
        }
        let chair = Cast.dco(issue.area)
        let from = day ?? today
        let next = list.ahead(of: held.body, from: held.date + 1).first
        switch dice.draw([(34, 0), (16, 1), (14, 2), (18, 3), (mustDecide ? 0 : 16, 4), (mustDecide ? 0 : 4, 5)]) {
        case 0: try assign(ref, at: meeting, on: day)
        case 1:
            let isNothing = dice.percent(40)
            var given: [String: Value] = [
                "noted-as": .text(isNothing ? "no-further-action" : dice.pick(["information", "answered"])),
                "outcome": .text("it was explained"),
            ]
            let hasParent = held.comes.keys.contains { Cast.roles(of: $0, in: held.body).contains("parent-rep") }
            if isNothing, !hasParent {
                try refuses(
                    CauseEvent("note", of: "issue", on: ref, given: given), as: chair, on: day, code: "R8",
                    "no further action on \(ref) without a parent representative")
                given["noted-as"] = .text("information")
            }
            try settle("note", ref, given, as: chair, on: day)
        case 2:
            guard let next, list.meetings[next]?.date ?? from >= from else {
                return try assign(ref, at: meeting, on: day)
            }
            var given: [String: Value] = [
                "deferred-because": .text(dice.pick(["not-reached", "owner-absent", "more-evidence"])),
                "next-meeting": .text(next),
            ]
            if issue.carries >= 2 {
                try refuses(
                    CauseEvent("defer", of: "issue", on: ref, given: given), as: chair, on: day, code: "R11",
                    "defer \(ref) a third time")
                if dice.percent(50) { return try propose(ref, at: day) }
                given["override-reason"] = .text("the inquiry reports next month")
                counts["third deferrals", default: 0] += 1
            }
            try cause("defer", ref, given, as: chair, on: day)
        case 3: try propose(ref, at: day)
        case 4:
            guard !number.isEmpty else { return }
            let clerk = Cast.clerk(of: held.body)
            try step(
                RecordMinutes(.notReached, under: number, of: meeting), as: clerk, on: day, touching: [meeting],
                "time ran out for \(ref), item \(number) of \(meeting)"
            ) { list, _ in list.meetings[meeting]?.notReached.insert(ref) }
        default: break
        }
    }

    private func assign(_ ref: String, at meeting: String, on day: Day?) throws {
        guard let issue = list.issues[ref] else { return }
        let members = Cast.members(of: issue.area)
        try cause(
            "assign", ref,
            [
                "owner": .text(dice.pick(members)), "agency": .text("the therapy service"),
                "due": .day(today + dice.roll(20...45)), "measure": .text("every child has a date"),
                "action": .text("Write to every family with a date"),
            ], as: Cast.dco(issue.area), on: day)
    }

    private func decideAsBoard(_ ref: String, at meeting: String, on day: Day?, number: String, mustDecide: Bool) throws
    {
        guard let held = list.meetings[meeting] else { return }
        let due = Value.day(today + dice.roll(30...60))
        let seniors = ["Director of Education", "Director of Social Care", "Commissioner"]
        var event: String
        var given: [String: Value]
        switch dice.draw([
            (18, 0), (12, 1), (16, 2), (10, 3), (12, 4), (8, 5), (12, 6), (mustDecide ? 0 : 14, 7),
            (mustDecide ? 0 : 4, 8),
        ]) {
        case 0:
            event = "board-own"
            given = [
                "decision": .text("That the wait is cut to eight weeks."), "owner": .text(dice.pick(seniors)),
                "due": due,
                "measure": .text("the wait in weeks"),
                "decided-as": .text(dice.pick(["agreed", "agreed-with-amendment"])),
            ]
        case 1:
            event = "board-commission"
            given = [
                "commissioner": .text("the board of the NHS"), "authority-granted": .text("to spend what is left"),
                "milestone": .text("two more posts"), "due": due, "owner": .text(dice.pick(seniors)),
            ]
        case 2:
            let group = dice.pick(Cast.groups)
            event = "board-delegate"
            given = ["group": .text(group), "group-lead": .text(Cast.lead(group)), "report-back": due]
        case 3:
            event = "board-refer"
            given = ["referred-to": .text("the health committee"), "question": .text("who pays"), "expected": due]
        case 4:
            event = "board-return"
            given = ["advice": .text("to share the rota"), "authority-granted": .text("to swap posts")]
        case 5:
            return try settle(
                "board-nfa", ref, ["reason": .text("it is settled elsewhere")], as: Cast.boardChair, on: day)
        case 6:
            guard let next = list.ahead(of: "board", from: max(held.date + 1, day ?? today)).first else { return }
            event = "board-defer"
            given = ["reason": .text("the costs are not known"), "next-meeting": .text(next)]
        case 7:
            guard !number.isEmpty else { return }
            try step(
                RecordMinutes(.notReached, under: number, of: meeting), as: Cast.secretary, on: day,
                touching: [meeting],
                "time ran out for \(ref), item \(number) of \(meeting)"
            ) { list, _ in list.meetings[meeting]?.notReached.insert(ref) }
            return
        default: return
        }
        try cause(event, ref, given, as: Cast.boardChair, on: day)
    }
}
