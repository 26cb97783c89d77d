import Partnership
import Register
import class Register.Operation

/// Gives a person another name or address. Minutes that went out keep the name that they were circulated with.
public struct EditPerson: Deed {
    /// Named as it is written.
    public let person: String
    /// Nil to keep the one there is.
    public let newName: String?
    public let newAddress: String?
    /// What they were called before was never theirs, or must not be told any more: it is erased for good.
    public let isMistaken: Bool
    public let name = "member edit"

    public init(_ person: String, name: String? = nil, address: String? = nil, isMistaken: Bool = false) {
        self.isMistaken = isMistaken
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
            person, name: newName == nil ? nil : corrected.name, email: newAddress == nil ? nil : corrected.email,
            isMistaken: isMistaken)
        return EditedPerson(person: person.id, name: corrected.name)
    }
}

public struct EditedPerson: Sendable, Codable {
    /// The person's id.
    public let person: String
    public let name: String
}
