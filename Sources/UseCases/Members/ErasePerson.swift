import Partnership
import Register
import class Register.Operation

/// Takes a person's name and address out of the register. What they did stays, by nobody's name.
public struct ErasePerson: Deed {
    /// Named as it is written.
    public let person: String
    public let name = "member erase"

    public init(_ person: String) { self.person = person }

    public func perform(in operation: Operation, as standing: Standing) throws -> EditedPerson {
        try standing.must(.keepPeople)
        let person = try operation.view.known(person)
        try operation.erase(person)
        try Seating(operation.view, standing).mustLeaveRegistrar()
        return EditedPerson(person: person.id, name: person.name)
    }
}
