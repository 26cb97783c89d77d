import Foundation
import Ledger
import Partnership
import Workflow

/// Holds what every operation changed against what operations may (`Reach`), its numbers against the counters that give them,
/// and whoever acted against the seats they held then.
struct ReachCheck {
    let connection: any Connection
    let audit: Audit
    /// Nil where it cannot be read: then nobody can tell who may.
    let reference: ReferenceData?

    private struct Change {
        let relation: Relation
        let key: String
        let before: JSON?
        let after: JSON?

        var changed: [String] { relation.columns.filter { before?[$0] != after?[$0] } }
    }

    /// One operation, and what it changed besides items.
    private struct Line {
        let id: Int
        let recorded: String
        let effective: String
        let actor: String
        let reverses: Int?
        /// Something happened to an item.
        let happens: Bool
        var changes: [Change] = []
        /// As what whoever did it acted towards items.
        var capacities: Set<String> = []
        /// The highest number of the rows that it added, and how many, by their relations.
        var added: [Relation: (last: Int, count: Int)] = [:]

        var erases: Bool { touches([.erased, .erasedContent]) }

        func touches(_ relations: Set<Relation>) -> Bool { changes.contains { relations.contains($0.relation) } }
    }

    func run() throws {
        let known = Dictionary(uniqueKeysWithValues: Relation.all.map { ($0.name, $0) })
        let lines = try connection.cursor(
            "SELECT id, recorded, effective, actor, reverses, events FROM operation ORDER BY id")
        let changes = try connection.cursor(
            """
            SELECT operation, relation, key, CASE WHEN before IS NULL THEN 1 ELSE 0 END AS added,
              CASE WHEN after IS NULL THEN 1 ELSE 0 END AS gone,
              CASE WHEN relation = 'item' THEN NULL ELSE before END AS before,
              CASE WHEN relation = 'item' THEN NULL ELSE after END AS after
            FROM change ORDER BY operation, position
            """)
        let happened = try connection.cursor(
            "SELECT operation, name, capacity FROM event ORDER BY operation, id")
        var next = try changes.next()
        var event = try happened.next()
        var events = 0
        var counters: [String: Int] = [:]
        var seats = HeldSeats()
        while let row = try lines.next() {
            var line = Line(
                id: row.count("id"), recorded: row.word("recorded"), effective: row.word("effective"),
                actor: row.word("actor"), reverses: row.integer("reverses"), happens: row.count("events") > events)
            events = row.count("events")
            while let change = next, change.count("operation") <= line.id {
                next = try changes.next()
                guard change.count("operation") == line.id, let relation = known[change.word("relation")] else {
                    continue
                }
                if change.count("added") == 1 {
                    let number = relation.hasNumberedKey ? Int(change.word("key")) ?? 0 : 0
                    let so = line.added[relation] ?? (0, 0)
                    line.added[relation] = (max(so.last, number), so.count + 1)
                }
                if relation == .item {
                    if change.count("gone") == 1, line.reverses == nil {
                        audit.tell(
                            "Operation \(line.id) took item \(change.word("key")) away, which only an undo does.")
                    }
                    continue
                }
                line.changes.append(
                    Change(
                        relation: relation, key: change.word("key"),
                        before: change.text("before").flatMap { JSON(text: $0) },
                        after: change.text("after").flatMap { JSON(text: $0) }))
            }
            while let row = event, row.count("operation") <= line.id {
                event = try happened.next()
                guard row.count("operation") == line.id, !OwnEvent.isOne(row.word("name")) else { continue }
                line.capacities.insert(row.word("capacity"))
            }
            if line.id > 1, line.reverses == nil {
                for change in line.changes { check(change, in: line) }
                checkErasures(line)
                checkRights(line, seats)
                checkCapacities(line, seats)
            }
            checkNumbers(line, &counters)
            for change in line.changes { seats.note(change.relation, change.key, change.after) }
        }
    }

    private func check(_ change: Change, in line: Line) {
        let what = "\(change.relation.name) \(change.key)"
        if Reach.founded.contains(change.relation) {
            return audit.tell(
                "Operation \(line.id) changed a \(change.relation.name), which only the first one makes.")
        }
        guard let reach = Reach.of(change.relation) else { return }
        if let keys = reach.keys, !keys.contains(change.key) {
            return audit.tell("Operation \(line.id) changed \(what), which only the first one makes.")
        }
        if change.before == nil { return }
        guard change.after != nil else {
            if !goes(change, reach, in: line) {
                audit.tell("Operation \(line.id) took \(what) away, though nothing happened in it.")
            }
            return
        }
        var columns = Set(change.changed).subtracting(reach.free)
        if line.erases { columns.subtract(reach.mended) }
        if line.happens { columns.subtract(reach.moved) }
        // Who was in the room for it decides whether it is provisional (DOMAIN R8).
        if change.relation == .decision, line.touches([.attendance, .declaration]) { columns.remove("provisional") }
        guard !columns.isEmpty else { return }
        audit.tell(
            "Operation \(line.id) changed \(what), though nothing happened in it: \(columns.sorted().joined(separator: ", "))."
        )
    }

    private func goes(_ change: Change, _ reach: Reach, in line: Line) -> Bool {
        switch reach.leaves {
        case .never: false
        case .always: true
        case .happening: line.happens
        case .replaced(let columns):
            line.changes.contains { other in
                other.relation == change.relation && other.before == nil
                    && columns.allSatisfy { other.after?[$0] == change.before?[$0] }
            }
        }
    }

    /// What is erased goes with something that happened, with what it named, word by word, or with a restored register.
    private func checkErasures(_ line: Line) {
        let isExplained =
            line.happens || line.touches([.person, .seat, .term])
            || line.changes.contains { $0.relation == .setting && $0.key != View.calendarDigest }
        for change in line.changes where [.erased, .erasedContent].contains(change.relation) {
            let isIts = change.after?["operation"] == .number(line.id)
            let isCut = change.relation == .erasedContent || change.after?["cuts"]?.string != nil
            if isIts, isExplained || isCut { continue }
            audit.tell(
                "Operation \(line.id) erased \(change.relation == .erased ? "value \(change.key) of the vault" : "contents \(change.key.prefix(12))"), though nothing happened that erases it."
            )
        }
    }

    private func checkRights(_ line: Line, _ seats: HeldSeats) {
        guard let reference, !line.happens else { return }
        let touched = Set(line.changes.filter { $0.key != View.calendarDigest }.map(\.relation))
        let strange: Relation?
        if line.actor == Person.system.id {
            strange = touched.subtracting(Reach.registers).min { $0.name < $1.name }
        } else {
            let roles = seats.roles(of: line.actor, from: line.effective, to: line.recorded, in: reference)
            strange = touched.sorted { $0.name < $1.name }.first { relation in
                guard let rights = Reach.of(relation)?.rights else { return false }
                return !(rights + (line.erases ? Reach.erasing : [])).contains { right in
                    roles.contains { reference.permissions[right].contains($0) }
                }
            }
        }
        guard let strange else { return }
        audit.tell("Operation \(line.id) changed \(strange.name), for which whoever did it held no seat.")
    }

    /// Whoever acts in a role holds a seat by which they have it; what is somebody's because they own it, or the register does
    /// by itself, takes none.
    private func checkCapacities(_ line: Line, _ seats: HeldSeats) {
        guard let reference, line.actor != Person.system.id else { return }
        let acting = line.capacities.subtracting(["system", Standing.owner, Reader.anyone])
        guard !acting.isEmpty else { return }
        let held = seats.roles(of: line.actor, from: line.effective, to: line.recorded, in: reference)
        for capacity in acting.subtracting(held).sorted() {
            audit.tell("Operation \(line.id) is by somebody acting as “\(capacity)”, for which they held no seat.")
        }
    }

    /// Counters only rise, as far as what they give is given, and no number is given that they have not come to.
    private func checkNumbers(_ line: Line, _ counters: inout [String: Int]) {
        let named = Set(Relation.all.map(\.name))
        for change in line.changes where change.relation == .counter {
            let before = counters[change.key] ?? 0
            guard let after = change.after?["last"]?.number else { continue }
            counters[change.key] = after
            let given =
                named.contains(change.key)
                ? line.added.first { $0.key.name == change.key }?.value.count ?? 0
                : (line.added[.item]?.count ?? 0) + (line.added[.decision]?.count ?? 0)
            if after <= before {
                audit.tell("Operation \(line.id) put the counter \(change.key) back, which none does.")
            } else if after - before > given {
                audit.tell("Operation \(line.id) raised the counter \(change.key) by more than it gave out.")
            }
        }
        // What is taken away and comes back keeps its number; these two are numbered by something else.
        for (relation, added) in line.added.sorted(by: { $0.key.name < $1.key.name })
        where relation.hasNumberedKey && ![.erased, .concern].contains(relation) {
            guard added.last > counters[relation.name] ?? 0 else { continue }
            audit.tell(
                "Operation \(line.id) gave \(relation.name) \(added.last) a number that its counter had not come to.")
        }
    }
}

/// Which seats people hold, as the journal goes on.
private struct HeldSeats {
    private var roles: [Int: String] = [:]
    private var terms: [String: [String: (seat: Int, since: String?, until: String?)]] = [:]

    mutating func note(_ relation: Relation, _ key: String, _ image: JSON?) {
        if relation == .seat, let number = Int(key), let role = image?["role"]?.string { roles[number] = role }
        guard relation == .term else { return }
        for person in terms.keys where terms[person]?[key] != nil { terms[person]?[key] = nil }
        guard let person = image?["person"]?.string, let seat = image?["seat"]?.number else { return }
        terms[person, default: [:]][key] = (seat, image?["since"]?.string, image?["until"]?.string)
    }

    /// The roles that somebody acted in on any day from one to another. A clock that was put right since tells of the day
    /// between the two.
    ///
    /// - Parameter recorded: ISO 8601, UTC.
    func roles(
        of person: String, from effective: String, to recorded: String, in reference: ReferenceData
    ) -> Set<String> {
        // England is an hour ahead of UTC at most.
        let last = (try? Date(recorded, strategy: .iso8601)).map { $0.addingTimeInterval(3_600).recorded }
        let end = String((last ?? recorded).prefix(10))
        let held = (terms[person] ?? [:]).values.filter { term in
            (term.since.map { $0 <= end } ?? true) && (term.until.map { $0 >= effective } ?? true)
        }
        return Set(held.compactMap { roles[$0.seat] }.flatMap { reference.role($0)?.acts.values.map(\.self) ?? [] })
    }
}
