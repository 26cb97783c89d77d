/// Finds rules that can never hold, never refuse or repeat others, and targets that are never taken, leave a gap or overlap.
struct GuardCheck {
    let definition: Definition
    let onRecord: OnRecord

    func findings() -> [Finding] {
        var findings: [Finding] = []
        var refusing: Set<Int> = []
        for event in definition.events {
            let record = EventRecord(definition: definition, event: event, onRecord: onRecord)
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
                guard both.count == 2, let shown = record.example(holding: rules + both, about: both) else { continue }
                findings.append(
                    Finding(
                        .targetOverlap, .event(event.name),
                        "“\(event.title)” could lead to “\(other.title(definition))” or “\(target.title(definition))”, "
                            + "and the order of the file decides\(shown)."))
            }
            passed += condition
            if condition.isEmpty { return findings }
        }
        if let shown = record.example(holding: rules, failing: passed, about: passed) {
            findings.append(Finding(.targetGap, .event(event.name), "“\(event.title)” can lead nowhere\(shown)."))
        }
        return findings
    }
}

extension Target {
    fileprivate func title(_ definition: Definition) -> String {
        state.map(definition.title(ofState:)) ?? "stay"
    }
}
