import Dispatch
import Foundation
import Register
import Synchronization
import UseCases
import Workflow

/// Two who write at once, and what must not happen.
extension Year {
    private enum Ending: Sendable {
        case done(Caused)
        case moved
        case refused
        case other(String)
    }

    /// Two people do something at the same moment, each through a door of their own.
    private func atOnce(_ first: (CauseEvent, String), _ second: (CauseEvent, String)) -> [Ending] {
        let endings = Mutex<[Ending]>([])
        let tries = [(place.workplace, first.0, first.1), (place.other, second.0, second.1)]
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            let (workplace, deed, who) = tries[index]
            let ending: Ending
            do {
                ending = .done(try workplace.perform(deed, for: Request(who: who)).answer)
            } catch RegisterError.moved {
                ending = .moved
            } catch RegisterError.refused {
                ending = .refused
            } catch {
                ending = .other("\(error)")
            }
            endings.withLock { $0.append(ending) }
        }
        return endings.withLock { $0 }
    }

    /// Of two who change what both have seen, one does, and the other is told that it has changed.
    func twoEdit(_ ref: String) throws {
        guard let issue = list.issues[ref] else { return }
        counts["two at once", default: 0] += 1
        deeds.append("  \(deeds.count + 1). \(today) two edit \(ref) at once")
        let seen = try shown(ref).version
        let deed = CauseEvent("edit", of: "issue", on: ref, given: ["urgency": .text("soon")], expecting: seen)
        let endings = atOnce((deed, Cast.dco(issue.area)), (deed, Cast.admin(issue.area)))
        var done = 0
        var moved = 0
        for ending in endings {
            switch ending {
            case .done(let caused):
                done += 1
                list.learn(caused, by: "", deed.given)
            case .moved: moved += 1
            case .refused: break
            case .other(let words): throw trouble("two edit \(ref) at once: \(words)")
            }
        }
        try must(
            done == 1 && moved == 1, "of two who edit \(ref) at once \(done) did and \(moved) were told: \(endings)")
        try check(ref)
    }

    /// Of two who do the same to something, one does, and for the other it is done already.
    func twoAcknowledge(_ ref: String) throws {
        guard let issue = list.issues[ref] else { return }
        counts["two at once", default: 0] += 1
        deeds.append("  \(deeds.count + 1). \(today) two acknowledge \(ref) at once")
        let given: [String: Value] = ["method": .text("email"), "reply-by": .day(today + 7)]
        let deed = CauseEvent("acknowledge", of: "issue", on: ref, given: given)
        let endings = atOnce((deed, Cast.dco(issue.area)), (deed, Cast.admin(issue.area)))
        var done = 0
        for case .done(let caused) in endings {
            done += 1
            list.learn(caused, by: "", given)
        }
        let refused = endings.count { if case .refused = $0 { true } else { false } }
        try must(done == 1 && refused == 1, "of two who acknowledge \(ref) at once: \(endings)")
        try check(ref)
    }

    /// Something that must not happen to an issue as it is.
    func illegal(_ ref: String) throws {
        guard let issue = list.issues[ref] else { return }
        let dco = Cast.dco(issue.area)
        func deed(_ event: String, _ given: [String: Value] = [:]) -> CauseEvent {
            CauseEvent(event, of: "issue", on: ref, given: given)
        }
        let place = issue.area.capitalized
        switch dice.roll(0...7) {
        case 0: try refuses(deed("remark", ["remark": .text("x")]), as: "Viewer \(place)", "a viewer remarks on \(ref)")
        case 1:
            let other = Cast.dco(issue.area == "north" ? "south" : "north")
            try refuses(deed("remark", ["remark": .text("x")]), as: other, "another area's DCO remarks on \(ref)")
        case 2: try refuses(deed("reopen", ["new-information": .text("x")]), as: dco, "reopen \(ref), which is open")
        case 3:
            try refuses(
                deed("remark", ["remark": .text("x")]), as: dco, on: today + 1, "a remark of tomorrow on \(ref)")
        case 4:
            guard issue.changed > Year.first else { return }
            try refuses(
                deed("remark", ["remark": .text("x")]), as: dco, on: issue.changed - 1,
                "a remark on \(ref) before its last")
        case 5:
            try refuses(
                deed("board-nfa", ["reason": .text("x")]), as: Cast.secretary,
                "the secretary decides \(ref) for the Board")
        case 6: try refuses(deed("acknowledge"), as: "Parent Rep \(place)", "a representative acknowledges \(ref)")
        default:
            let passed = list.meetings.filter { $0.value.body == issue.area && $0.value.date < today }.map(\.key)
                .sorted()
            guard let meeting = passed.last else { return }
            try refuses(
                deed("schedule", ["meeting": .text(meeting), "late-reason": .text("late")]), as: dco,
                "schedule \(ref) at \(meeting), which is over")
        }
    }

    /// New information on something that had ended.
    func reopenSomething() throws {
        let ended = list.issues.filter {
            ["closed", "withdrawn", "redirected"].contains($0.value.state) && $0.value.isClear
                && $0.value.mayBeHeard
        }.map(\.key).sorted()
        guard !ended.isEmpty else { return }
        let ref = dice.pick(ended)
        guard let issue = list.issues[ref] else { return }
        var given = Year.asks
        given["scope"] = .text(issue.isIndividual ? "individual" : "systemic")
        if issue.isIndividual { given["families"] = nil }
        given["new-information"] = .text("the dates were called off")
        let dco = Cast.dco(issue.area)
        if issue.isBoards {
            try refuses(
                CauseEvent("reopen", of: "issue", on: ref, given: given), as: dco, code: "R17",
                "a DCO reopens \(ref), which the Board settled")
        }
        let who = issue.isBoards ? Cast.boardChair : dco
        // An owner of old stays; whoever takes it up again is another's choice.
        given["owner"] = .text(dco)
        try cause("reopen", ref, given, as: who)
    }

    /// Missed clocks cause what they cause.
    func tick() throws {
        let before = list
        try step(LetTimePass(), as: Cast.informationOfficer, touching: [], "time passes", canBeUndone: false) {
            list, ticks in
            for tick in ticks where tick.line.happened {
                guard tick.line.event == "lapse", let state = tick.line.state else {
                    list.surprises.append("\(tick.line.event) happened to \(tick.line.ref) by itself")
                    continue
                }
                list.issues[tick.line.ref]?.state = state
                list.issues[tick.line.ref]?.place = .end
                list.issues[tick.line.ref]?.changed = self.today
                // The answer does not tell what was released with it.
                for merged in before.merged(into: tick.line.ref) { list.release(merged, on: self.today) }
            }
        }
    }
}
