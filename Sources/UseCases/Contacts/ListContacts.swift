import Register

/// The offices and services that serve the public, and how they are reached: papers may print that.
public struct ListContacts: Question {
    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [ContactAnswer] {
        try standing.mustHoldSeat(toSee: "The list of public contacts")
        return try view.reference.contacts.map(ContactAnswer.init)
    }
}
