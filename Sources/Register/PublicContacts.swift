import Ledger
import Partnership
import Workflow

extension Operation {
    /// Puts an office or a service that serves the public on record: any paper may print how it is reached.
    public func add(_ contact: PublicContact) throws {
        guard try view.reference.contacts.allSatisfy({ $0.id != contact.id }) else {
            throw RegisterError.badInput(
                "There is a public contact called \(contact.id) already.",
                remedies: [.say("Remove that one first, or give this one another title.")])
        }
        let last = try view.connection.row("SELECT max(position) AS last FROM public_contact")?.integer("last")
        _ = try insert(
            .publicContact, key: .text(contact.id),
            [.integer(last.map { $0 + 1 } ?? 0), .text(contact.title), .text(contact.reach)])
        view.forgetReference()
    }

    /// Takes one off the record again: where papers print it from then on, it is looked at like any other number.
    public func remove(contact id: String) throws -> PublicContact {
        guard let contact = try view.reference.contacts.first(where: { $0.id == id }) else {
            throw RegisterError.notFound(
                "There is no public contact called “\(id.prefix(40))”.", remedies: [.deed("contacts")])
        }
        if let body = try view.reference.bodies.first(where: { $0.officer == id }) {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "Minutes of the \(body.title) name it as whom to contact.", remedies: [])
            ])
        }
        try delete(.publicContact, key: .text(id))
        view.forgetReference()
        return contact
    }
}
