import StrictYAML
import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// What the library says of a small workflow, against having tried everything.
struct SmallCheck {
    let small: Small
    let text: String
    let findings: [Finding]
    let tried: SmallExplorer
    /// With more days and people, where those count: what happens only then is right to be passed over.
    let wider: SmallExplorer
    /// What is wrong, in words.
    private(set) var wrong: [String] = []
    /// Verdicts by kind: `kept`, `broken`, `unproved`, and codes of findings.
    var counts: [String: Int] = [:]

    init(_ small: Small) throws {
        self.small = small
        text = small.text
        let host = Host(referenceKinds: ["person"])
        findings = try WorkflowFile.check(text, name: "small.yaml", host: host).get().findings.map(\.finding)
        tried = SmallExplorer(small)
        let isWider = small.fields.contains { [.day, .person, .people].contains($0.kind) }
        wider = isWider ? SmallExplorer(small, days: Array(-1...4), people: [0, 1, SmallExplorer.system]) : tried
        guard tried.isComplete, wider.isComplete else {
            counts["too large", default: 0] += 1
            return
        }
        for index in small.claims.indices { promise(index) }
        for finding in findings { check(finding) }
        silence()
    }

    mutating func fail(_ words: String) { wrong.append(words) }

    // MARK: - Promises

    private mutating func promise(_ index: Int) {
        let found = findings.first { $0.subject == .promise("p\(index)") }
        switch found?.code {
        case nil:
            counts["kept", default: 0] += 1
            if let how = violation(small.claims[index]) { fail("p\(index) kept, and is not: \(how)") }
        case .promiseUnproved: counts["unproved", default: 0] += 1
        case .promiseBroken:
            counts["broken", default: 0] += 1
            if case .read(let isClerkToo) = small.claims[index] { return readBroken(index, isClerkToo, found?.story) }
            guard let story = found?.story else { return fail("p\(index) broken without a story") }
            do throws(Wrong) {
                let steps = try replay(story)
                try confirm(small.claims[index], steps)
            } catch {
                fail("p\(index) broken, and is not: \(error.words); \(story.events)")
            }
        default: fail("p\(index): \(found?.code.rawValue ?? "")")
        }
    }

    /// How a claim is broken by something that was tried; nil when it is not.
    private func violation(_ claim: Small.Claim) -> String? {
        switch claim {
        case .always, .never, .entering, .grows:
            for step in tried.steps where isBroken(claim, tried.records[step.from], tried.records[step.to], step.scene)
            {
                return "\(small.events[step.event].name): \(tried.records[step.from]) to \(tried.records[step.to])"
            }
            return nil
        case .beforeEvent(let state, let event):
            let steps = tried.steps.filter { $0.event != event }
            return arrives(at: state, by: steps) ? "a way around" : nil
        case .beforeState(let state, let other):
            let steps = tried.steps.filter { tried.records[$0.to].state != other }
            return arrives(at: state, by: steps) ? "a way around" : nil
        case .read(let isClerkToo): return told(isClerkToo: isClerkToo)
        case .reach(let sources, let targets, let when):
            // Items can be helped on by people and on days that were not tried before.
            let further = SmallExplorer(small, from: tried.records, days: Array(-2...5), people: [0, 1, 2])
            guard further.isComplete else { return nil }
            let good = further.reaching(by: further.isOwn) { targets.contains($0.state) }
            for position in tried.records.indices where !good.contains(position) {
                let record = tried.records[position]
                guard sources.contains(record.state) else { continue }
                if let when, small.truth(when, of: record, before: record, .init(roles: [])) != true { continue }
                return "stuck at \(record)"
            }
            return nil
        }
    }

    private func arrives(at state: Int, by steps: [SmallExplorer.Step]) -> Bool {
        var next: [Int: [Int]] = [:]
        for step in steps { next[step.from, default: []].append(step.to) }
        var queue = [0]
        var seen: Set = [0]
        while let position = queue.popLast() {
            for to in next[position] ?? [] where seen.insert(to).inserted {
                if tried.records[to].state == state { return true }
                queue.append(to)
            }
        }
        return false
    }

    func isBroken(
        _ claim: Small.Claim, _ from: Small.Record, _ to: Small.Record, _ scene: Small.Scene
    ) -> Bool {
        switch claim {
        case .always(let condition): return small.truth(condition, of: to, before: from, scene) != true
        case .never(let condition): return small.truth(condition, of: to, before: from, scene) == true
        case .entering(let states, let condition):
            guard from.state != to.state, states.contains(to.state) else { return false }
            return small.truth(condition, of: to, before: from, scene) != true
        case .grows(let field):
            guard let earlier = from.values[field] else { return false }
            return to.values[field].map { $0 < earlier } ?? true
        default: return false
        }
    }

    // MARK: - Findings

    private mutating func check(_ finding: Finding) {
        if case .promise = finding.subject { return }
        counts[finding.code.rawValue, default: 0] += 1
        switch (finding.code, finding.subject) {
        case (.unreachableState, .state(let name)):
            let state = small.states.firstIndex { $0.name == name }
            if tried.records.contains(where: { $0.state == state }) { fail("\(name) is reached") }
        case (.deadEvent, .event(let name)):
            if tried.steps.contains(where: { small.events[$0.event].name == name }) { fail("\(name) happens") }
        case (.arrowNeverTaken, .event(let name)):
            for step in tried.steps where step.event == event(name) && tried.records[step.from].state >= 0 {
                let state = small.states[tried.records[step.from].state].name
                if finding.sentence.contains("at “\(state)”:") { fail("\(name) happens at \(state)") }
            }
        case (.ruleNeverHolds, .rule(let rule, of: .some(let name))):
            if tried.everHolds[event(name)][rule - 1] { fail("rule \(rule) of \(name) holds") }
        case (.ruleAlwaysHolds, .rule(let rule, of: .some(let name))):
            if !tried.alwaysHolds[event(name)][rule - 1] { fail("rule \(rule) of \(name) refuses") }
        case (.ruleImplied, .rule(let rule, of: .some(let name))):
            if !tried.implied[event(name)][rule - 1] { fail("rule \(rule) of \(name) refuses more") }
        case (.targetNeverTaken, .event(let name)):
            if !tried.taken[event(name)].contains(false) { fail("all targets of \(name) are taken") }
        case (.targetGap, .event), (.targetOverlap, .event), (.stateWithoutClock, .state), (.clockEventRefused, .clock),
            (.clockEventWaits, .clock), (.clockStaysMissed, .clock):
            shown(finding)
        case (.clockRunsOnce, .clock(let name)):
            if !tried.runsOnce(name) { fail("\(name) does not leave an item where it was, or begins again") }
        case (.clockNeverRuns, .clock(let name)):
            if tried.records.contains(where: tried.isRunning) { fail("\(name) runs") }
        case (.needsTwoPeople, .rule(let rule, of: .some(let name))):
            if !wider.dividesPeople[event(name)][rule - 1] {
                fail("rule \(rule) of \(name) is the same for everybody")
            }
        default: break
        }
    }

    private func event(_ name: String) -> Int { small.events.firstIndex { $0.name == name } ?? 0 }

    private mutating func shown(_ finding: Finding) {
        guard let story = finding.story else { return fail("\(finding.code) without a story") }
        do throws(Wrong) {
            let steps = try replay(story)
            guard let last = steps.last else { throw Wrong(words: "no step") }
            switch (finding.code, finding.subject) {
            case (.stateWithoutClock, .state(let name)):
                guard small.states[last.1.state].name == name else { throw Wrong(words: "elsewhere") }
                if tried.isRunning(last.1) { throw Wrong(words: "a clock runs") }
            case (.clockEventRefused, .clock(let name)), (.clockEventWaits, .clock(let name)):
                guard let clock = small.clocks.first(where: { $0.name == name }), let event = clock.event else { break }
                guard tried.isRunning(last.1) else { throw Wrong(words: "the clock does not run") }
                if tried.isMissedWell(small.events[event], last.1) { throw Wrong(words: "it happens there") }
                // Of one that is refused at last it happened before.
                if finding.sentence.hasPrefix("Once ") || finding.code == .clockEventWaits { break }
                guard finding.sentence.contains("is always refused") else {
                    let onwards = SmallExplorer(small, from: [last.1], days: [0, 1, 2, 3], people: [0, 1, 2])
                    for record in onwards.records where record.state == last.1.state && onwards.isRunning(record) {
                        if onwards.isMissedWell(small.events[event], record) {
                            throw Wrong(words: "it happens at last")
                        }
                    }
                    break
                }
                for record in tried.records where record.state == last.1.state && tried.isRunning(record) {
                    if tried.isMissedWell(small.events[event], record) { throw Wrong(words: "it happens at \(record)") }
                }
            case (.clockStaysMissed, .clock(let name)):
                guard let clock = small.clocks.first(where: { $0.name == name }), let event = clock.event else { break }
                guard tried.staysMissed(clock, small.events[event], last.1) else {
                    throw Wrong(words: "it is missed no longer")
                }
            default: break
            }
        } catch {
            fail("\(finding.code): \(error.words); \(finding.sentence) \(story.events)")
        }
    }

    /// What must have been told and was not.
    private mutating func silence() {
        for clock in small.clocks {
            guard let event = clock.event else { continue }
            for state in clock.runsIn where small.events[event].from.contains(state) {
                let running = wider.records.filter { $0.state == state && wider.isRunning($0) }
                let codes = findings.filter { $0.subject == .clock(clock.name) && $0.code != .clockRunsOnce }.map(
                    \.code)
                if running.contains(where: { wider.staysMissed(clock, small.events[event], $0) }) {
                    counts["stays missed", default: 0] += 1
                    if codes.contains(.clockStaysMissed) { counts["stays missed, told", default: 0] += 1 }
                    if codes.isEmpty, clock.restartsOn.contains(small.events[event].name) {
                        fail("\(clock.name) stays missed at \(small.states[state].name)")
                    }
                }
                if running.contains(where: { wider.isSpent(clock, small.events[event], $0) }) {
                    counts["spent", default: 0] += 1
                    if codes.contains(.clockEventRefused) { counts["spent, told", default: 0] += 1 }
                    if codes.isEmpty { fail("\(clock.name) is refused at last at \(small.states[state].name)") }
                }
                let isWell = running.map { wider.isMissedWell(small.events[event], $0) }
                if isWell.contains(false), isWell.contains(true) {
                    counts["held", default: 0] += 1
                    if codes.contains(.clockEventRefused) || codes.contains(.clockEventWaits) {
                        counts["held, told", default: 0] += 1
                    }
                    if codes.isEmpty { fail("\(clock.name) is held at \(small.states[state].name)") }
                }
                guard !running.isEmpty, !isWell.contains(true) else { continue }
                counts["missed for ever", default: 0] += 1
                if codes.contains(.clockEventRefused) { counts["missed for ever, told", default: 0] += 1 }
                if codes.isEmpty { fail("\(clock.name) is missed for ever at \(small.states[state].name)") }
            }
        }
        silentCopies()
        let happened = Set(wider.steps.map(\.event))
        for (index, event) in small.events.enumerated() where !happened.contains(index) {
            counts["dead", default: 0] += 1
            let codes = findings.filter { finding in
                switch finding.subject {
                case .event(let name), .rule(_, of: .some(let name)): name == event.name
                default: false
                }
            }.map(\.code)
            if codes.contains(where: { [.deadEvent, .ruleNeverHolds, .targetNeverTaken].contains($0) }) {
                counts["dead, told", default: 0] += 1
            } else if !codes.contains(.notShown) {
                counts["dead, and said to happen", default: 0] += 1
            }
        }
    }
}
