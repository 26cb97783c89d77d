import Workflow

extension Comparison {
    /// Rules are matched by their text, then by their number, then by their position among what is left.
    func rules(
        _ old: [Rule], _ new: [Rule], _ subject: (Int) -> Subject
    ) -> [Difference] {
        var left = old
        var found: [Difference] = []
        var unmatched: [(position: Int, rule: Rule)] = []
        for (index, rule) in new.enumerated() {
            if let same = left.firstIndex(where: { $0.condition.root == rule.condition.root }) {
                if left[same].except != rule.except {
                    found.append(
                        Difference(subject(index + 1), .other, "“\(rule.condition.text)” applies to other events."))
                }
                left.remove(at: same)
            } else {
                unmatched.append((index + 1, rule))
            }
        }
        for (position, rule) in unmatched {
            let match = left.firstIndex { $0.code != nil && $0.code == rule.code } ?? left.indices.first
            guard let match else {
                found.append(Difference(subject(position), .tighter, "A new rule: “\(rule.condition.text)”."))
                continue
            }
            found += [changed(left.remove(at: match), rule, subject(position))].compactMap(\.self)
        }
        for rule in left {
            found.append(Difference(subject(0), .looser, "The rule “\(rule.condition.text)” is gone."))
        }
        return found
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
        switch (new.implies(old, changed), new.implies(changed, old)) {
        case (true, true): nil
        case (false, true): .tighter
        case (true, false): .looser
        default: .other
        }
    }
}
