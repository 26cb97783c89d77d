import UseCases
import Workflow

/// What a LAP's side does with what was accepted, between meetings.
extension Year {
    func goOn(_ ref: String) throws {
        guard let issue = list.issues[ref], issue.isOpen else { return }
        // Until its meeting is entered, nothing later can be.
        switch issue.place {
        case .agenda(let meeting), .coming(let meeting): if heldLate[meeting] != nil { return }
        default: break
        }
        // What a Board was not given is passed over by it, once that is entered.
        if issue.state == "escalated", heldLate.keys.contains(where: { $0.hasPrefix("board-") }) { return }
        if Year.stage(issue.state) == "intake" || !issue.isClear {
            if dice.percent(55) { try takeIn(ref) }
            return
        }
        let dco = dice.percent(70) ? Cast.dco(issue.area) : Cast.deputy(issue.area)
        if try incident(ref, as: dco) { return }
        // A family that took its consent back gives it again, or withdraws.
        if !issue.mayBeHeard, issue.state != "resolved-local", issue.state != "resolved-board" {
            if dice.percent(15) { try renewOrWithdraw(ref, as: dco) }
            return
        }
        switch issue.state {
        case "accepted", "returned-to-lap":
            guard dice.percent(25) else { return }
            if issue.state == "accepted", dice.percent(12) {
                try cause("start-early-resolution", ref, ["service-contacted": .text("the therapy service")], as: dco)
            } else if issue.state == "accepted", dice.percent(8) {
                try dice.percent(50) ? merge(ref, as: dco) : redirect(ref, as: dco)
            } else {
                try schedule(ref, as: dco)
            }
        case "early-resolution":
            guard dice.percent(15) else { return }
            if dice.percent(25) { return try schedule(ref, as: dco) }
            try settle(
                "resolve-early", ref,
                [
                    "outcome": .text("a date was given"), "outcome-evidence": .text("the letter with the date"),
                    "raiser-view": .text("content"),
                ], as: dco)
        case "on-agenda": try beforeItsMeeting(ref)
        case "local-action", "board-action": try workOn(ref, as: dco)
        case "escalation-proposed":
            guard dice.percent(50) else { return }
            try submit(ref)
        case "escalated": try tableOrSendBack(ref)
        case "delegated": if dice.percent(6) { try report(ref) }
        case "referred-up": if dice.percent(8) { try reply(ref) }
        case "resolved-local", "resolved-board": if dice.percent(40) { try feedBack(ref, as: dco) }
        default: break
        }
    }

    func schedule(_ ref: String, as who: String) throws {
        guard let issue = list.issues[ref] else { return }
        let ahead = list.ahead(of: issue.area, from: today + 1)
        if dice.percent(6), let other = list.ahead(of: issue.area == "north" ? "east" : "north", from: today + 1).first
        {
            let given: [String: Value] = ["meeting": .text(other), "late-reason": .text("it cannot wait")]
            try refuses(
                CauseEvent("schedule", of: "issue", on: ref, given: given), as: who, "schedule \(ref) at another LAP")
        }
        guard let meeting = dice.percent(85) ? ahead.first : ahead.dropFirst().first,
            let date = list.meetings[meeting]?.date
        else { return }
        var given: [String: Value] = ["meeting": .text(meeting)]
        if date - today < 20 { given["late-reason"] = .text("it cannot wait for another month") }
        if issue.isPrivate || dice.percent(6) {
            given["private"] = .flag(true)
            given["private-because"] = .text("it could point to one family")
        }
        try cause("schedule", ref, given, as: who)
    }

    private func beforeItsMeeting(_ ref: String) throws {
        guard let issue = list.issues[ref], case .agenda(let name) = issue.place, let meeting = list.meetings[name],
            dice.percent(3)
        else { return }
        let deed = CauseEvent("unschedule", of: "issue", on: ref, given: ["reason": .text("it can wait")])
        // What came after notice was given has none until a supplement does.
        if meeting.state == "scheduled" || meeting.state == "published" && meeting.since.contains(ref) {
            try cause("unschedule", ref, deed.given, as: Cast.dco(issue.area))
        } else if meeting.state == "published" {
            try refuses(deed, as: Cast.dco(issue.area), "unschedule \(ref) from a published agenda")
        }
    }

    private func submit(_ ref: String) throws {
        guard let issue = list.issues[ref] else { return }
        let pair = [Cast.dco(issue.area), Cast.deputy(issue.area)]
        if let owner = pair.first(where: issue.owners.contains), dice.percent(20) {
            try refuses(
                CauseEvent("submit", of: "issue", on: ref, given: [:]), as: owner, code: "R13",
                "submit \(ref), which they own or have owned")
        }
        if dice.percent(6) {
            // Back on the agenda of its meeting, if that is not over.
            guard let meeting = list.ahead(of: issue.area, from: today + 1).first else { return }
            try cause(
                "withdraw-proposal", ref, ["reason": .text("new facts"), "meeting": .text(meeting)],
                as: Cast.dco(issue.area))
            return
        }
        guard let who = pair.first(where: { !issue.owners.contains($0) }) else {
            // Both have owned it: the registrar seats somebody else.
            try cause("submit", ref, as: relief(in: issue.area))
            return
        }
        try cause("submit", ref, as: who)
    }

    func feedBack(_ ref: String, as dco: String) throws {
        guard let issue = list.issues[ref] else { return }
        if dice.percent(10) {
            try refuses(
                CauseEvent("feed-back", of: "issue", on: ref, given: [:]), as: dco, code: "R16",
                "feed back on \(ref) nothing")
        }
        var given: [String: Value] = ["method": .text("email")]
        if dice.percent(80) {
            given["said"] = .text("the wait is long")
            given["did"] = .text("the wait is shorter")
        } else {
            given["no-entry-reason"] = .text("it could point to one family")
            given["told"] = .text("what came of it")
        }
        if !list.merged(into: ref).isEmpty { given["merged-told"] = .flag(true) }
        var who = dco
        if issue.isNoFurtherAction, issue.resolver == who {
            try refuses(
                CauseEvent("feed-back", of: "issue", on: ref, given: given), as: who, code: "R13",
                "close \(ref) alone without further action")
            who = who == Cast.dco(issue.area) ? Cast.deputy(issue.area) : Cast.dco(issue.area)
        }
        try cause("feed-back", ref, given, as: who)
    }

    /// What can befall anything that is open. Whether something did.
    private func incident(_ ref: String, as dco: String) throws -> Bool {
        guard let issue = list.issues[ref], dice.percent(5) else { return false }
        switch dice.roll(0...9) {
        case 0: try withdraw(ref, as: dco)
        case 1:
            guard issue.hasConsent else { return false }
            try cause("withdraw-consent", ref, as: dco)
        case 2:
            if issue.isSuspended {
                try cause("resume", ref, as: dco)
            } else {
                try cause(
                    "suspend", ref, ["suspended-because": .text("the family is away"), "review-on": .day(today + 30)],
                    as: dco)
            }
        case 3:
            guard dice.percent(40) else { return false }
            try cause("rescreen", ref, ["safeguarding": .text("unsure")], as: dco, canBeUndone: false)
        case 4, 5: try twoEdit(ref)
        case 6:
            try cause(
                "update-raiser", ref,
                ["method": .text("email"), "told": .text("it goes on"), "merged-told": .flag(true)], as: dco)
        case 7: try cause("remark", ref, ["remark": .text("the school rang")], as: dco)
        default: try illegal(ref)
        }
        return true
    }
}
