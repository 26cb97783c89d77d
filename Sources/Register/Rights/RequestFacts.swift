import Ledger
import Partnership
import Workflow

extension View {
    /// What the rules of a request about data may ask.
    func requestFacts(_ request: StoredItem?, proposed: [String: Value]) throws -> [String: Value] {
        let reader = RequestReader(Item(fields: proposed), try definition("request"))
        let issues = try reader.issues.map { try item($0, workflow: "issue") }
        var facts: [String: Value] = [
            "held": .flag(try isHeld(issues.map(\.reference), person: reader.person)),
            "ended": .flag(issues.allSatisfy { !$0.isOpen }),
            "rights-passed": .flag(
                issues.contains { issue in issue.issue.born.map { RightsPass.day(born: $0) <= today } ?? false }),
            "past": .flag(try !issues.isEmpty && issues.allSatisfy { try disposal(of: $0) != nil }),
        ]
        let areas = Set(issues.compactMap(\.issue.area))
        if let area = areas.first, areas.count == 1 { facts["area"] = .text(area) }
        return facts
    }

    /// Whether something has to be kept, whatever its time.
    public func isHeld(_ issues: [String], person: String? = nil) throws -> Bool {
        try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE workflow = 'request' AND open = 1 ORDER BY id"
        ).contains { row in
            let hold = try stored(row).request
            guard hold.isHold else { return false }
            return !Set(hold.issues).isDisjoint(with: issues) || hold.person != nil && hold.person == person
        }
    }
}
