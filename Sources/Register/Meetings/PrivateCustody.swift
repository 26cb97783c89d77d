import Ledger
import Partnership
import Workflow

/// What came onto an issue's record while bodies had it before a meeting that took it in private: from the event that
/// brought it there until one that brings it before another meeting.
struct PrivateCustody: Sendable {
    /// The vault's keys of the texts that its fields were given then.
    private(set) var texts: Set<Int> = []
    /// The other values that they were given.
    private(set) var values: [String: Set<Value>] = [:]
    /// How its clocks came to stand then.
    private var clocks: [String: Set<RunningClock>] = [:]
    /// The operations that gave them.
    private(set) var operations: Set<Int> = []

    /// Whether a field has its value from then.
    func holds(_ field: String, _ value: Value?, _ seal: Sealed?) -> Bool {
        if let seal { return texts.contains(seal.key) }
        return value.map { values[field]?.contains($0) ?? false } ?? false
    }

    /// The fields of an item that have their values from then.
    func fields(of item: Item, sealed: [String: Sealed]) -> Set<String> {
        Set(item.fields.filter { holds($0.key, $0.value, sealed[$0.key]) }.map(\.key))
    }

    fileprivate mutating func add(_ field: String, _ new: JSON, of definition: Definition) {
        if let seal = Sealed(new) {
            texts.insert(seal.key)
        } else if let kind = definition.field(field)?.kind, let value = ItemCoding.value(new, as: kind) {
            values[field, default: []].insert(value)
        }
    }

    /// Whether a clock came to stand then as it does.
    func holds(_ clock: String, _ running: RunningClock) -> Bool { clocks[clock]?.contains(running) ?? false }

    fileprivate mutating func add(_ running: [String: RunningClock]) {
        for (clock, running) in running { clocks[clock, default: []].insert(running) }
    }

    fileprivate mutating func add(operation: Int) { operations.insert(operation) }
}

extension View {
    /// What came onto an issue's record while some bodies had it in private.
    ///
    /// - Parameter takings: theirs.
    func custody(of issue: Int, in definition: Definition, by takings: [PrivateTaking]) throws -> PrivateCustody {
        let meetings = Set(takings.map(\.meeting))
        let bodies = Set(takings.map(\.body))
        var custody = PrivateCustody()
        // What a body had in public before it took it in private stays that.
        var begun: Set<String> = []
        for row in try connection.rows(
            """
            SELECT operation, before, after FROM change WHERE relation = ? AND key = ? ORDER BY operation, position
            """, [.text(Relation.item.name), .text(String(issue))])
        {
            let before = try members("fields", ofImage: row.text("before"))
            let after = try members("fields", ofImage: row.text("after"))
            let new = after["meeting"]?.string
            let held = new != nil && new != before["meeting"]?.string ? new : before["meeting"]?.string
            let body: String? = held.flatMap { name in
                if case .meeting(let body, _)? = Reference(name) { body } else { nil }
            }
            if let held, let body, meetings.contains(held) { begun.insert(body) }
            let isHeld = body.map { bodies.contains($0) && begun.contains($0) } ?? false
            if isHeld {
                custody.add(operation: row.count("operation"))
                let stood = try ItemCoding.clocks(.object(members("clocks", ofImage: row.text("before"))))
                let running = try ItemCoding.clocks(.object(members("clocks", ofImage: row.text("after"))))
                custody.add(running.filter { stood[$0.key] != $0.value })
            }
            for (field, json) in after where before[field] != json {
                // Words taken out of a text leave a text of the same time.
                let isMended = before[field].flatMap(Sealed.init).map { custody.texts.contains($0.key) } ?? false
                if isHeld || isMended && Sealed(json) != nil && new == before["meeting"]?.string {
                    custody.add(field, json, of: definition)
                }
            }
        }
        return custody
    }

    private func members(_ column: String, ofImage image: String?) throws -> [String: JSON] {
        guard let image, let text = try ItemCoding.parse(image)[column]?.string,
            case .object(let members) = try ItemCoding.parse(text)
        else { return [:] }
        return members
    }
}
