import Ledger
import Partnership
import Workflow

/// Whether issues can be one person's.
private enum RequestFacts {
    /// The same name on each, and no two ways to reach them, as a reader sees them; where nobody has a name, the same way to
    /// reach them. One issue is one person's.
    static func areAlike(_ issues: [StoredItem]) -> Bool {
        func seen(_ field: IssueReader.Field) -> Set<String?> {
            Set(issues.map { $0.text(field.rawValue).map(LookAlike.skeleton) })
        }
        let (names, contacts) = (seen(.name), seen(.contact))
        guard issues.count > 1 else { return true }
        return names.count == 1 && contacts.subtracting([nil]).count <= 1
            && (names != [nil] || contacts.count == 1 && contacts != [nil])
    }
}

extension View {
    /// What the rules of a request about data may ask.
    func requestFacts(_ request: StoredItem?, proposed: [String: Value]) throws -> [String: Value] {
        let reader = RequestReader(Item(fields: proposed), try definition("request"))
        let issues = try reader.issues.map { try item($0, workflow: "issue") }
        let about = try issues + reader.records.map(item)
        var facts: [String: Value] = [
            "held": .flag(try isHeld(about, person: reader.person)),
            "ended": .flag(about.allSatisfy { !$0.isOpen }),
            "rights-passed": .flag(
                issues.contains { issue in issue.issue.born.map { RightsPass.day(born: $0) <= today } ?? false }),
            "alike": .flag(RequestFacts.areAlike(issues)),
            "past": .flag(try !about.isEmpty && about.allSatisfy { try disposal(of: $0) != nil }),
        ]
        let areas = Set(about.compactMap { $0.text("area") })
        if let area = areas.first, areas.count == 1 { facts["area"] = .text(area) }
        return facts
    }

    /// Whether something has to be kept, whatever its time: itself, or an issue that it is about.
    public func isHeld(_ items: [StoredItem], person: String? = nil) throws -> Bool {
        let holds = try holds()
        let about = items.flatMap(\.about)
        return holds.contains { hold in
            !Set(hold.issues + hold.records).isDisjoint(with: about) || hold.person != nil && hold.person == person
        }
    }

    /// The references of all that has to be kept at present.
    func heldReferences() throws -> Set<String> { Set(try holds().flatMap { $0.issues + $0.records }) }

    /// What has to be kept at present.
    func holds() throws -> [RequestReader] {
        try connection.rows("SELECT \(View.itemColumns) FROM item WHERE workflow = 'request' AND open = 1 ORDER BY id")
            .map { try stored($0).request }.filter(\.isHold)
    }
}

extension StoredItem {
    /// Itself, and the issues that it is about: it has to be kept with them.
    public var about: [String] {
        let several =
            switch workflow {
            case "breach": breach.issues
            case "request": request.issues
            case "gap": gap.issues
            case "risk": risk.issues
            default: [String]()
            }
        return [reference] + several + [text("issue")].compactMap(\.self)
    }
}

extension RegisterError {
    /// A change of what has to be kept (DOMAIN R25).
    public static func mustBeKept(_ what: String) -> RegisterError {
        .refused([
            Reason(
                kind: .rule, sentence: "\(what) has to be kept as it is.",
                remedies: [.say("Release it first where that is right.")], code: "R25")
        ])
    }
}
