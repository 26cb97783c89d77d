import Workflow

extension Comparison {
    /// Rules that hold of the same records are the same in whatever words and order, also all of them together. Others are
    /// matched by their number, then by what they are about, then by their position.
    func rules(_ old: [Rule], _ new: [Rule], of event: Event?) -> [Difference] {
        func subject(_ position: Int) -> Subject { .rule(position, of: event?.name) }
        var left = old
        var found: [Difference] = []
        var unmatched: [(position: Int, rule: Rule)] = []
        for (index, rule) in new.enumerated() {
            let plain = left.firstIndex { $0.condition.root == rule.condition.root }
            guard let same = plain ?? left.firstIndex(where: { isSame($0.condition, rule.condition) }) else {
                unmatched.append((index + 1, rule))
                continue
            }
            if Set(left[same].except) != Set(rule.except) {
                found.append(
                    Difference(subject(index + 1), .other, "“\(rule.condition.text)” applies to other events."))
            }
            left.remove(at: same)
        }
        if areTogether(left, unmatched.map(\.rule), among: new) { return found }
        for (position, rule) in unmatched {
            guard let match = match(of: rule, among: left) else {
                found.append(Difference(subject(position), .tighter, "A new rule: “\(rule.condition.text)”."))
                continue
            }
            found += [changed(left.remove(at: match), rule, subject(position))].compactMap(\.self)
        }
        return found
            + left.map { rule in
                let subject = event.map { Subject.event($0.name) } ?? .workflow
                return Difference(subject, .looser, "The rule “\(rule.condition.text)” is gone.")
            }
    }

    /// With the rules that stay, some rules hold of the same records as others do.
    private func areTogether(_ old: [Rule], _ new: [Rule], among all: [Rule]) -> Bool {
        guard Set((old + new).map(\.except)).count <= 1, !(old.isEmpty && new.isEmpty) else { return false }
        let changed = new.map(\.condition)
        let kept = all.filter { $0.except == (old + new)[0].except }.map(\.condition).filter { condition in
            !changed.contains { $0.root == condition.root }
        }
        let (before, after) = (kept + old.map(\.condition), kept + changed)
        return implies(before, after) == true && implies(after, before) == true
    }

    private func match(of rule: Rule, among left: [Rule]) -> Int? {
        if let match = left.firstIndex(where: { $0.code != nil && $0.code == rule.code }) { return match }
        let names = rule.condition.root.names
        return left.firstIndex { $0.condition.root.names == names }
            ?? left.firstIndex { !$0.condition.root.names.isDisjoint(with: names) } ?? left.indices.first
    }

    /// nil when both hold of the same records.
    private func changed(_ old: Rule, _ new: Rule, _ subject: Subject) -> Difference? {
        let words = "“\(old.condition.text)” becomes “\(new.condition.text)”"
        switch strength(old.condition, new.condition) {
        case nil: return nil
        case .tighter: return Difference(subject, .tighter, "\(words), which is stronger.")
        case .looser: return Difference(subject, .looser, "\(words), which is weaker.")
        case .other: return Difference(subject, .other, "\(words).")
        }
    }

    /// Decided over every record; nil when they are equally strong.
    private func strength(_ old: Expression, _ changed: Expression) -> Difference.Effect? {
        switch (implies([old], [changed]), implies([changed], [old])) {
        case (true, true): nil
        case (false, true): .tighter
        case (true, false): .looser
        default: .other
        }
    }
}
