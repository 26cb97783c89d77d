import Partnership
import Register
import class Register.Operation

/// Corrects a person's name or address.
public struct EditPerson: Deed {
    /// Named as it is written.
    public let person: String
    /// Nil to keep the one there is.
    public let newName: String?
    public let newAddress: String?
    public let name = "member edit"

    public init(_ person: String, name: String? = nil, address: String? = nil) {
        self.person = person
        newName = name
        newAddress = address
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> EditedPerson {
        try standing.must(.keepPeople)
        let person = try operation.view.known(person)
        try operation.view.mustBeFree(person)
        let name = newName ?? person.name
        let address = newAddress ?? person.email
        guard let corrected = Person(written: address.map { "\(name) <\($0)>" } ?? name) else {
            throw AddPerson.noPerson
        }
        try operation.rename(
            person, name: newName == nil ? nil : corrected.name, email: newAddress == nil ? nil : corrected.email)
        return EditedPerson(person: person.id, name: corrected.name)
    }
}

public struct EditedPerson: Sendable, Codable {
    /// The person's id.
    public let person: String
    public let name: String
}
