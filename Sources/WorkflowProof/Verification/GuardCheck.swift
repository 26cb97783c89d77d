import Workflow

/// Finds rules that can never hold, never refuse or repeat others, and targets that are never taken, leave a gap or overlap.
struct GuardCheck {
    let study: Study

    private var definition: Definition { study.definition }

    func findings() -> [Finding] {
        var findings: [Finding] = []
        var refusing: Set<Int> = []
        for event in definition.events where study.hasTime(for: .event(event.name)) {
            defer { _ = study.hasTime(for: .event(event.name)) }
            let record = study.record(of: event)
            var earlier: [Expression] = []
            var isHopeless = false
            for rule in event.rules {
                let subject = Subject.rule(earlier.count + 1, of: event.name)
                if !isHopeless, let finding = never(rule, subject, record, after: earlier) {
                    findings.append(finding)
                    isHopeless = true
                }
                findings += isHopeless ? [] : [idle(rule, subject, record, after: earlier)].compactMap(\.self)
                earlier.append(rule.condition)
            }
            for (index, rule) in definition.rules.enumerated() where !rule.except.contains(event.name) {
                if !isHopeless, let finding = never(rule, .rule(index + 1, of: nil), record, after: earlier) {
                    findings.append(finding)
                    isHopeless = true
                }
                if !refusing.contains(index), !record.isImpossible(failing: [rule.condition]) { refusing.insert(index) }
                earlier.append(rule.condition)
            }
            if !isHopeless { findings += targets(record, rules: earlier) }
        }
        if study.budget.isSpent { return findings }
        for (index, rule) in definition.rules.enumerated() where !refusing.contains(index) {
            findings.append(always(rule, .rule(index + 1, of: nil)))
        }
        return findings
    }

    private func never(
        _ rule: Rule, _ subject: Subject, _ record: EventRecord, after earlier: [Expression]
    ) -> Finding? {
        guard record.isImpossible(holding: earlier + [rule.condition]) else { return nil }
        let together = record.isImpossible(holding: [rule.condition]) ? "" : " together with the rules before it"
        return Finding(
            .ruleNeverHolds, subject,
            "“\(rule.condition.text)” can never hold\(together), so “\(record.event.title)” never happens.")
    }

    private func always(_ rule: Rule, _ subject: Subject) -> Finding {
        Finding(.ruleAlwaysHolds, subject, "“\(rule.condition.text)” always holds, so it refuses nothing.")
    }

    /// A rule that refuses nothing, or nothing more than those before it.
    private func idle(_ rule: Rule, _ subject: Subject, _ record: EventRecord, after earlier: [Expression]) -> Finding?
    {
        guard record.isImpossible(holding: earlier, failing: [rule.condition]) else { return nil }
        if record.isImpossible(failing: [rule.condition]) { return always(rule, subject) }
        return Finding(
            .ruleImplied, subject,
            "“\(rule.condition.text)” holds whenever the rules before it do, so it refuses nothing more.")
    }

    private func targets(_ record: EventRecord, rules: [Expression]) -> [Finding] {
        let event = record.event
        var findings: [Finding] = []
        var passed: [Expression] = []
        for target in event.targets {
            let condition = [target.condition].compactMap(\.self)
            if record.isImpossible(holding: rules + condition, failing: passed) {
                findings.append(
                    Finding(
                        .targetNeverTaken, .event(event.name),
                        "“\(event.title)” never leads to “\(target.title(definition))”."))
            }
            for other in event.targets.prefix(passed.count) where other.state != target.state {
                let both = [other.condition].compactMap(\.self) + condition
                guard both.count == 2, let shown = overlap(record, rules, both) else { continue }
                findings.append(
                    Finding(
                        .targetOverlap, .event(event.name),
                        "“\(event.title)” could lead to “\(other.title(definition))” or “\(target.title(definition))”, "
                            + "and the order of the file decides\(shown.words).", story: shown.story))
            }
            passed += condition
            if condition.isEmpty { return findings }
        }
        return findings + [gap(record, rules, passed)].compactMap(\.self)
    }

    /// A record that an item came to have, of which two conditions hold.
    private func overlap(
        _ record: EventRecord, _ rules: [Expression], _ both: [Expression]
    ) -> (words: String, story: Story)? {
        guard !record.isImpossible(holding: rules + both) else { return nil }
        let nodes = both.map(\.root)
        for position in study.player.places(of: record.event) {
            for attempt in study.player.solved(record.event, from: position, .init(holding: nodes)) {
                guard let (found, strides) = study.player.take(attempt, from: position) else { continue }
                let before = study.player.situations[position].item
                let proposed = definition.proposed(record.event, on: before, attempt)
                let isSo = both.allSatisfy {
                    definition.truth(of: $0, on: proposed, before: before, in: attempt.setting) == .holds
                }
                if isSo {
                    return (
                        words(proposed, both),
                        study.player.story(of: study.player.last(attempt, strides, from: position, to: found))
                    )
                }
            }
        }
        return nil
    }

    /// An item that an event was to lead nowhere.
    private func gap(_ record: EventRecord, _ rules: [Expression], _ passed: [Expression]) -> Finding? {
        guard !record.isImpossible(holding: rules, failing: passed) else { return nil }
        let event = record.event
        func shown() -> Finding? {
            for position in study.player.places(of: event) {
                let item = study.player.situations[position].item
                let attempts =
                    study.player.lost(event, from: position) + Array(study.player.material.plain(event, item))
                for attempt in attempts {
                    guard let (reasons, step) = study.player.refusal(of: attempt, from: position),
                        reasons.map(\.kind) == [.target]
                    else { continue }
                    let story = study.player.story(of: position, then: step)
                    let proposed = definition.proposed(event, on: item, attempt)
                    return Finding(
                        .targetGap, .event(event.name), "“\(event.title)” can lead nowhere\(words(proposed, passed)).",
                        story: story)
                }
            }
            return nil
        }
        if let finding = shown() { return finding }
        study.player.lookFurther(for: event)
        if let finding = shown() { return finding }
        if isClosed(event, rules, passed) { return nil }
        return Finding(
            .notShown, .event(event.name),
            "Whether “\(event.title)” can lead nowhere was not found out: its targets do not cover every record"
                + "\(study.budget.isSpent ? ", and time was up" : "").")
    }

    /// No item can have a record for which all targets fail.
    private func isClosed(_ event: Event, _ rules: [Expression], _ passed: [Expression]) -> Bool {
        let nodes = rules.map(\.root) + passed.map(\.root)
        let sure = Induction(study, about: nodes, claims: [], study.budget.part(4)).invariants()
        guard let sure else { return false }
        var record = study.record(of: event)
        record.invariants = sure
        record.states = event.from.filter(sure.met.contains)
        if !event.begins, record.states.isEmpty { return true }
        return record.isImpossible(holding: rules, failing: passed)
    }

    /// `, as when level is 2`, of what some conditions mention.
    private func words(_ item: Item, _ conditions: [Expression]) -> String {
        let names = Set(conditions.flatMap(\.root.names).compactMap(\.fieldName)).sorted()
        let words = names.map { "\($0) is \(item.fields[$0]?.word ?? "empty")" }
        return words.isEmpty ? "" : ", as when \(Sentences.list(words, "and"))"
    }
}

extension Definition {
    /// The record on which the rules of an event are read, as far as the kernel tells it: in the state before.
    fileprivate func proposed(_ event: Event, on item: Item, _ attempt: Attempt) -> Item {
        var proposed = item
        proposed.fields = judged(event.name, on: item, given: attempt.given, in: attempt.setting)
        return proposed
    }
}

extension Target {
    fileprivate func title(_ definition: Definition) -> String {
        state.map(definition.title(ofState:)) ?? "stay"
    }
}
