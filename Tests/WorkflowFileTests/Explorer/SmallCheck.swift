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
        let host = Host(
            effects: ["follow": ["event"], "put-right": []], causes: ["follow": [.init("event")]],
            corrections: ["put-right"], referenceKinds: ["person"])
        let checked = WorkflowFile.check(text, name: "small.yaml", host: host)
        findings = try checked.map { $0.findings.map(\.finding) }.flatMapError { problems in
            // Such a file is none.
            problems.problems.allSatisfy { $0.sentence.contains("has no end") } ? .success([]) : .failure(problems)
        }.get()
        tried = SmallExplorer(small)
        let isWider = small.fields.contains { [.day, .person, .people].contains($0.kind) }
        wider = isWider ? SmallExplorer(small, days: Array(-1...4), people: [0, 1, SmallExplorer.system]) : tried
        guard tried.isComplete, wider.isComplete else {
            counts["too large", default: 0] += 1
            return
        }
        if case .failure(let problems) = checked {
            for problem in problems.problems { endless(problem.sentence) }
            return
        }
        for index in small.claims.indices { promise(index) }
        for finding in findings { check(finding) }
        silence()
    }

    mutating func fail(_ words: String) { wrong.append(words) }

    /// What the sentence says has no end never comes to one, in some state.
    private mutating func endless(_ sentence: String) {
        counts["endless", default: 0] += 1
        let index = event(sentence.split(separator: "“")[1].split(separator: "”")[0].description)
        let places = small.events[index].from.isEmpty ? [-1] : small.events[index].from
        let strides = tried.steps.flatMap(\.strides).filter { $0.event == index }
        if places.allSatisfy({ place in strides.contains { $0.before.state == place } }) {
            fail("has an end: \(sentence)")
        }
    }

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
                let steps = try replayed(story)
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
            for step in tried.steps {
                guard let stride = broken(claim, step.strides) else { continue }
                return "\(small.events[stride.event].name): \(stride.before) to \(stride.after)"
            }
            return nil
        case .beforeEvent(let state, let event): return wayAround(to: state) { $0.event == event }
        case .beforeState(let state, let other): return wayAround(to: state) { $0.after.state == other }
        case .read(let isClerkToo): return told(isClerkToo: isClerkToo)
        case .reach(let sources, let targets, let when):
            // Items can be helped on by people and on days that were not tried before.
            let further = SmallExplorer(small, from: tried.records, days: Array(-2...5), people: [0, 1, 2])
            guard further.isComplete else { return nil }
            let good = further.reaching(by: further.isOwn) { targets.contains($0.state) }
            let edge = further.reaching(by: further.isOwn, further.isAtEdge)
            for position in tried.records.indices where !good.contains(position) && !edge.contains(position) {
                let record = tried.records[position]
                guard sources.contains(record.state) else { continue }
                if let when, small.truth(when, of: record, before: record, .init(roles: [])) != true { continue }
                return "stuck at \(record)"
            }
            return nil
        }
    }

    /// A way to a state, if only to pass it, on which nothing was met before.
    private func wayAround(to state: Int, _ isMet: (Small.Stride) -> Bool) -> String? {
        var next: [Int: [SmallExplorer.Step]] = [:]
        for step in tried.steps { next[step.from, default: []].append(step) }
        var queue = [0]
        var seen: Set = [0]
        while let position = queue.popLast() {
            for step in next[position] ?? [] {
                let free = step.strides.prefix { !isMet($0) }
                if free.contains(where: { $0.after.state == state }) { return "a way around" }
                if free.count == step.strides.count, seen.insert(step.to).inserted { queue.append(step.to) }
            }
        }
        return nil
    }

    /// What of a way breaks a claim: where it comes to rest, or of what is said of each event, any of it.
    func broken(_ claim: Small.Claim, _ strides: [Small.Stride]) -> Small.Stride? {
        let isOfEachEvent =
            switch claim {
            case .entering, .grows: true
            default: false
            }
        return strides.first { stride in
            (isOfEachEvent || stride.isAtRest) && isBroken(claim, stride.before, stride.after, stride.scene)
        }
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
            if tried.steps.contains(where: { $0.strides.contains { $0.after.state == state } }) {
                fail("\(name) is reached")
            }
        case (.deadEvent, .event(let name)):
            if tried.happened(event(name)) { fail("\(name) happens") }
        case (.arrowNeverTaken, .event(let name)):
            let index = event(name)
            for stride in tried.steps.flatMap(\.strides) where stride.event == index && stride.before.state >= 0 {
                let state = small.states[stride.before.state].name
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
            (.clockEventWaits, .clock), (.clockStaysMissed, .clock), (.clockRunsOnce, .clock):
            shown(finding)
        case (.clockNeverRuns, .clock(let name)):
            if tried.records.contains(where: { $0.clocks[clock(name)] != nil }) { fail("\(name) runs") }
        case (.needsTwoPeople, .rule(let rule, of: .some(let name))):
            if !wider.dividesPeople[event(name)][rule - 1] {
                fail("rule \(rule) of \(name) is the same for everybody")
            }
        default: break
        }
    }

    private func event(_ name: String) -> Int { small.events.firstIndex { $0.name == name } ?? 0 }

    private func clock(_ name: String) -> Int { small.clocks.firstIndex { $0.name == name } ?? 0 }

    private mutating func shown(_ finding: Finding) {
        guard let story = finding.story else { return fail("\(finding.code) without a story") }
        do throws(Wrong) {
            let steps = try replayed(story)
            guard let last = steps.last else { throw Wrong(words: "no step") }
            switch (finding.code, finding.subject) {
            case (.stateWithoutClock, .state(let name)):
                guard small.states[last.after.state].name == name else { throw Wrong(words: "elsewhere") }
                if tried.isRunning(last.after) { throw Wrong(words: "a clock runs") }
            case (_, .clock(let name)): try shown(finding, clock(name), steps, last)
            default: break
            }
        } catch {
            fail("\(finding.code): \(error.words); \(finding.sentence) \(story.events)")
        }
    }

    /// What must have been told and was not.
    private mutating func silence() {
        for (index, clock) in small.clocks.enumerated() {
            guard let event = clock.event else { continue }
            for state in clock.runsIn where small.events[event].from.contains(state) {
                let running = wider.records.filter { $0.state == state && wider.isCounting($0, index) }
                let ignored: Set<Finding.Code> = [.clockRunsOnce, .ambiguousClocks]
                let codes = findings.filter { $0.subject == .clock(clock.name) && !ignored.contains($0.code) }.map(
                    \.code)
                let place = "\(clock.name) at \(small.states[state].name)"
                if small.clocks.count == 1, running.contains(where: { wider.staysMissed(index, $0) }) {
                    counts["stays missed", default: 0] += 1
                    if codes.contains(.clockStaysMissed) { counts["stays missed, told", default: 0] += 1 }
                    if codes.isEmpty, clock.restartsOn.contains(small.events[event].name) {
                        fail("\(place) stays missed")
                    }
                }
                if small.clocks.count == 1, running.contains(where: { wider.isSpent(index, $0) }) {
                    counts["spent", default: 0] += 1
                    if codes.contains(.clockEventRefused) { counts["spent, told", default: 0] += 1 }
                    if codes.isEmpty { fail("\(place) is refused at last") }
                }
                let isWell = running.map { wider.isMissedWell(index, $0) }
                if isWell.contains(true), running.contains(where: { wider.isHeld(index, $0) }) {
                    counts["held", default: 0] += 1
                    if codes.contains(.clockEventRefused) || codes.contains(.clockEventWaits) {
                        counts["held, told", default: 0] += 1
                    }
                    if codes.isEmpty { fail("\(place) is held") }
                }
                guard !isWell.contains(true), running.contains(where: { wider.isHeld(index, $0) }) else { continue }
                counts["missed for ever", default: 0] += 1
                if codes.contains(.clockEventRefused) { counts["missed for ever, told", default: 0] += 1 }
                // That the event can never happen says as much.
                let isDead = findings.contains { finding in
                    finding.code == .deadEvent && finding.subject == .event(small.events[event].name)
                }
                if codes.isEmpty, !isDead { fail("\(place) is missed for ever") }
            }
        }
        silentCopies()
        for (index, event) in small.events.enumerated() where !wider.happened(index) {
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
