import Ledger
import Partnership
import Workflow

/// Whether somebody may cause an event at all, which is asked before the day, the record or what is given.
enum Access {
    case open
    /// Their roles do not count there; nothing else is told.
    case barred(Reason)
    /// Their roles count, but they may not see what is on record: whatever stands in the way, they are told this alone.
    case unseen(Reason)
    /// They hold such a role somewhere, and it is not said yet where the new item belongs.
    case unplaced(Reason)
}

extension View {
    /// - Parameters:
    ///   - item: nil for an event that begins one.
    ///   - belonging: where the item belongs, or would with what is given to begin it.
    ///   - isShown: whether they may see what is on record of the item.
    func access(
        to event: Event, of definition: Definition, on item: StoredItem?, at belonging: Belonging, actor: Actor,
        as standing: Standing, isShown: @autoclosure () throws -> Bool
    ) throws -> Access {
        guard !standing.isSystem else { return .open }
        guard actor.roles.contains(where: event.by.contains) else {
            if item == nil, belonging == Belonging(), standing.posts.contains(where: { event.by.contains($0.role) }),
                let reason = placing(event, definition)
            {
                return .unplaced(reason)
            }
            // Whose it would be tells where something is that they may not know of.
            if let item, (try? self.item(item.reference, visibleTo: standing)) == nil {
                return .barred(unreadable(event, item, to: standing))
            }
            let holders = try holders(of: event.by, definition, belonging)
            return .barred(
                Reason(
                    kind: .role,
                    sentence: "“\(event.title)” is for "
                        + (holders.isEmpty
                            ? try nobody(by: event, of: definition, at: belonging)
                            : "the \(Sentences.list(holders, "or"))."),
                    remedies: holders.isEmpty ? [] : [.act(as: event.by)]))
        }
        guard let item, try !isShown() else { return .open }
        return .unseen(unreadable(event, item, to: standing))
    }

    /// Whom an event is for that nobody there could cause.
    private func nobody(by event: Event, of definition: Definition, at belonging: Belonging) throws -> String {
        let roles = event.by.filter { $0 != "system" }
        guard let area = try belonging.area.flatMap(reference.area), !roles.isEmpty else {
            return "the register itself."
        }
        if try reference.lap(ofArea: area.id) == nil { return "a LAP, and \(area.title) has none." }
        guard !belonging.hasReachedBoard else { return "the register itself." }
        let titles = roles.map(definition.title(ofRole:))
        return "the \(Sentences.list(titles, "or")), once it has gone to the Board."
    }

    private func unreadable(_ event: Event, _ item: StoredItem, to standing: Standing) -> Reason {
        Reason(
            kind: .role,
            sentence: "“\(event.title)” is for those who may read \(item.reference), which "
                + "\(standing.person.name) may not.")
    }

    /// What would say where a new item belongs; nil when the event asks nothing of the kind.
    private func placing(_ event: Event, _ definition: Definition) -> Reason? {
        let places: [Field.Kind] = ["area", "district", "body", "meeting", "issue"].map(Field.Kind.reference)
        let fields = event.asks.map(\.field).filter { name in
            definition.field(name).map { places.contains($0.kind) } ?? false
        }
        guard let first = fields.first(where: { definition.field($0)?.kind == places[0] }) ?? fields.first else {
            return nil
        }
        return Reason(
            kind: .missing, field: first,
            sentence: "It is not said where it belongs, and so not whose “\(event.title)” is.",
            remedies: fields.map { .give([$0]) })
    }

    /// Throws unless somebody may read the items that they refer to: nobody writes about what they may not know.
    func mustKnow(_ given: [String: Value], in definition: Definition, as standing: Standing) throws {
        guard !standing.isSystem else { return }
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            let references: [String] =
                switch (definition.field(name)?.kind, value) {
                case (.reference(let kind), .text(let reference))
                where ["issue", "action", "matter", "commitment"].contains(kind):
                    [reference]
                case (.references("issue"), .list(let references)), (.references("action"), .list(let references)):
                    references
                default: []
                }
            for reference in references where try !shows(item(reference), to: standing) {
                throw RegisterError.notPermitted(
                    "\(reference) is for those who may read it, which \(standing.person.name) may not.")
            }
        }
    }
}
