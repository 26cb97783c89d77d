import Ledger
import Workflow

/// Replays what happened to items through their workflows, and says which of their texts searches have to find.
struct HistoryCheck {
    let view: View
    let audit: Audit
    /// Operations that were taken back.
    private let undone: Set<Int>
    /// Operations that erased something: with that, texts that stay are mended.
    private let erasing: Set<Int>

    init(of view: View, in audit: Audit) throws {
        self.view = view
        self.audit = audit
        undone = Set(
            try view.connection.rows("SELECT reverses FROM operation WHERE reverses IS NOT NULL").map {
                $0.count("reverses")
            })
        erasing = Set(
            try view.connection.rows("SELECT DISTINCT operation FROM erased").map { $0.count("operation") })
        // What was minuted is found as long as it stands.
        let minuted = try view.connection.cursor("SELECT discussed FROM agenda_item WHERE discussed IS NOT NULL")
        while let row = try minuted.next() {
            if let seal = Sealed(text: row.text("discussed")) { audit.expectFindable(seal) }
        }
    }

    func check(_ item: Audit.Item) throws {
        guard let row = item.row else { return }
        let reference = row["reference"]?.string ?? "item \(item.key)"
        guard let key = row["definition"]?.number, let workflow = row["workflow"]?.string,
            let definition = try? view.pinned(key, workflow: workflow)
        else { return audit.tell("\(reference): the workflow it runs under cannot be read.") }
        if case .object(let members)? = row["fields"]?.string.flatMap({ JSON(text: $0) }) {
            for (name, member) in members {
                guard let seal = Sealed(member), let field = definition.field(name),
                    let section = definition.seal(of: field).flatMap(definition.section), section.isSearched
                else { continue }
                audit.expectFindable(seal)
            }
        }
        let happened = Set(item.events.map { $0.count("operation") }).union(erasing)
        for operation in item.changed where !happened.contains(operation) {
            audit.tell("\(reference): operation \(operation) changed it, though nothing happened to it.")
        }
        if let problem = problem(of: item.events, in: definition, state: row["state"]?.string) {
            audit.tell("\(reference): \(problem)")
        }
    }

    /// The state that the events which were not taken back lead to must be the state the item is in (rule R18).
    private func problem(of events: [Row], in definition: Definition, state expected: String?) -> String? {
        var state: String?
        for row in events where !OwnEvent.isOne(row.word("name")) {
            if undone.contains(row.count("operation")) { continue }
            let name = row.word("name")
            guard row.text("origin") == state else {
                return "“\(name)” does not follow from what happened before it."
            }
            guard let event = definition.event(name) else { return "its workflow has no event “\(name)”." }
            guard event.by.contains(row.word("capacity")) else {
                return "“\(name)” is for nobody in the capacity of “\(row.word("capacity"))”."
            }
            guard definition.leads(event, from: state, to: row.word("target")) else {
                return "“\(name)” cannot lead to “\(row.word("target"))”."
            }
            state = row.word("target")
        }
        if state == expected { return nil }
        return "its history leads to “\(state ?? "nowhere")”, not “\(expected ?? "nowhere")”."
    }
}

extension Definition {
    /// Whether an event can take an item from one state (nil before it begins) to another.
    func leads(_ event: Event, from: String?, to: String) -> Bool {
        guard from.map(event.from.contains) ?? event.begins else { return false }
        return event.targets.contains { ($0.state ?? from) == to }
    }
}
