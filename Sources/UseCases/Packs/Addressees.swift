import Packs
import Partnership
import Register
import Workflow

/// Whom a paper that was issued was for.
public struct Addressees: Sendable, Codable {
    public struct Member: Sendable, Codable {
        public let name: String
        /// The title of the seat's role.
        public let role: String
        /// Nil when there is none on record, or it is not for whoever asks.
        public let email: String?
    }

    /// It was for anybody.
    public let everybody: Bool
    /// Those who on the day it was issued could make that edition, or read what it holds: by a seat in the body, or by one
    /// that counts everywhere.
    public let members: [Member]
    /// The issue whose family it was for, `N-7`; nil for the papers of a meeting.
    public let family: String?
    /// The family's contact, when whoever asks may read it.
    public let contact: String?

    init(
        of paper: IssuedPaper, _ subject: PackSubject, body: Body?, from view: View, as standing: Standing
    ) throws {
        everybody = subject.edition == .public
        guard let body else {
            members = []
            family = subject.item.reference
            let seen = try view.seen(subject.item, as: standing).fields
            let lines = [IssueReader.Field.name, .contact].compactMap { field -> String? in
                if case .text(let text)? = seen[field.rawValue] { return text }
                return nil
            }
            contact = lines.isEmpty ? nil : lines.joined(separator: ", ")
            return
        }
        family = nil
        contact = nil
        let showsAddresses = standing.may(.readAddresses)
        members = try subject.entitled(at: body, on: paper.day, from: view).map { person, role in
            Member(name: person.name, role: role, email: showsAddresses ? person.email : nil)
        }
    }
}

extension PackSubject {
    /// Those who on a day can make it, or read what it holds, with the titles of their roles: those of the body first.
    func entitled(at body: Body, on day: Day, from view: View) throws -> [(person: Person, role: String)] {
        let reference = try view.reference
        let entitling = Set([making, reading].flatMap { reference.permissions[$0] })
        var seen: Set<String> = []
        return try (view.seats(body: body.id, on: day) + view.seats(on: day)).compactMap { seat in
            guard let person = seat.person, let role = reference.role(seat.role), let own = seat.body,
                own == body.id || role.isEverywhere,
                let acting = reference.body(own).flatMap({ role.acts[SeatRole.Place($0.kind)] }),
                entitling.contains(acting), seen.insert(person.id).inserted
            else { return nil }
            return (person, role.title)
        }
    }
}
