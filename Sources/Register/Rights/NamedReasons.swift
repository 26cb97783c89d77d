import Ledger
import Partnership
import Workflow

extension View {
    /// Reasons why a request about data cannot go on, with the references of what stands in the way, as far as somebody may
    /// know of it: `Something it is about has to be kept: N-7.` What a fact about several things causes is found by deciding
    /// without it.
    func naming(
        _ reasons: [Reason], of event: String, on request: StoredItem?, given: [String: Value], in setting: Setting,
        for standing: Standing
    ) throws -> [Reason] {
        guard let request, request.workflow == "request", !standing.isSystem else { return reasons }
        let reader = request.request
        let about = try (reader.issues + reader.records).map(item)
        let causes: [(fact: String, good: Bool, isCause: (StoredItem) throws -> Bool)] = [
            ("self.held", false, { try self.isHeld([$0]) }), ("self.ended", true, { $0.isOpen }),
            ("self.past", true, { try self.disposal(of: $0) == nil }),
        ]
        var named = reasons
        for cause in causes where setting.facts[cause.fact] == .flag(!cause.good) {
            var without = setting
            without.facts[cause.fact] = .flag(cause.good)
            guard
                case .refused(let left) = request.definition.decide(event, on: request.item, given: given, in: without)
            else {
                named = try self.naming(named, about.filter(cause.isCause), unless: [], for: standing)
                continue
            }
            named = try self.naming(named, about.filter(cause.isCause), unless: Set(left), for: standing)
        }
        return named
    }

    private func naming(
        _ reasons: [Reason], _ items: [StoredItem], unless others: Set<Reason>, for standing: Standing
    ) throws -> [Reason] {
        let known = try items.filter { try shows($0, to: standing) }.map(\.reference)
        guard !known.isEmpty else { return reasons }
        return reasons.map { reason in
            guard reason.kind == .rule, !others.contains(reason), reason.sentence.hasSuffix("."),
                !reason.sentence.hasSuffix(": \(known.joined(separator: ", ")).")
            else { return reason }
            return Reason(
                kind: reason.kind, field: reason.field,
                sentence: "\(reason.sentence.dropLast()): \(known.joined(separator: ", ")).",
                remedies: reason.remedies, code: reason.code)
        }
    }
}
