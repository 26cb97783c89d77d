import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Puts how an office or a service that serves the public is reached on record. What any family is reached by is none.
public struct AddContact: Deed {
    public let title: String
    /// E-mail addresses, telephone numbers, postcodes and addresses, in any order.
    public let reach: String
    /// Read only where somebody may do it.
    let ordinary: @Sendable () throws -> OrdinaryWords
    public let name = "contact add"

    public init(_ title: String, reach: String, in place: Workplace) {
        self.title = title
        self.reach = reach
        ordinary = place.share.ordinaryWords
    }

    private static let title = Field(name: "title", title: "Title", kind: .line, limit: 200)
    private static let reach = Field(name: "reach", title: "Reach", kind: .line, limit: 200)

    public func perform(in operation: Operation, as standing: Standing) throws -> ContactAnswer {
        try standing.must(.keepContacts)
        let contact = PublicContact(
            id: Self.id(of: title), title: try Self.title.recorded(title), reach: try Self.reach.recorded(reach))
        guard !contact.id.isEmpty else {
            throw RegisterError.badInput(
                "A title has letters.", remedies: [.say("Give what it is called, such as Family Information Service.")])
        }
        if try operation.view.isOfAFamily(contact.reach, ordinary()) {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "A family is reached by that, so it is not for everybody.",
                    remedies: [.say("Give the office's own number or address.")], code: "R9")
            ])
        }
        try operation.add(contact)
        return ContactAnswer(contact)
    }

    /// `family-information-service`.
    private static func id(of title: String) -> String {
        let words = title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.joined(separator: "-")
    }
}

/// Takes a public contact off the record.
public struct RemoveContact: Deed {
    public let id: String
    public let name = "contact remove"

    public init(_ id: String) { self.id = id }

    public func perform(in operation: Operation, as standing: Standing) throws -> ContactAnswer {
        try standing.must(.keepContacts)
        return ContactAnswer(try operation.remove(contact: id))
    }
}

/// How an office or a service that serves the public is reached.
public struct ContactAnswer: Sendable, Codable {
    public let id: String
    public let title: String
    public let reach: String

    init(_ contact: PublicContact) {
        id = contact.id
        title = contact.title
        reach = contact.reach
    }
}
