import Register
import class Register.Operation
import Workflow

/// Something a person does to the register: one transaction and one operation of its journal, or nothing.
public protocol Deed: Sendable {
    associatedtype Answer: Codable & Sendable

    /// What the journal calls it: `minute`, `issue accept`.
    var name: String { get }
    /// The register acts by itself, and the journal says so; the person only sets it going.
    var isTheRegisters: Bool { get }
    /// The day it happened, where the deed itself says so. A request that names another goes first.
    var happened: Day? { get }

    /// What goes with it in the same transaction, as an operation of its own that happens on the present day.
    var then: (any Deed)? { get }

    /// Does it, having asked whether the person may. Words for people, and what further reading they need, are made when
    /// the transaction is over.
    func perform(in operation: Operation, as standing: Standing) throws -> Answer

    /// The same with what it needs of the files that belong to the register.
    func equipped(from share: Share) -> Self
}

extension Deed {
    public var isTheRegisters: Bool { false }
    public var happened: Day? { nil }
    public var then: (any Deed)? { nil }
    public func equipped(from share: Share) -> Self { self }
}

/// Something a person asks of the register, which changes nothing.
public protocol Question: Sendable {
    associatedtype Answer: Codable & Sendable

    /// Answers with what the person may read, and loads nothing else into the answer.
    func answer(from view: View, as standing: Standing) throws -> Answer
}

/// What is read of the register for the use cases themselves, and goes through no door.
protocol InnerQuestion: Sendable {
    associatedtype Answer: Sendable

    func answer(from view: View, as standing: Standing) throws -> Answer
}

/// What a deed came to.
public struct Done<Answer: Codable & Sendable>: Codable, Sendable {
    public let answer: Answer
    /// The number of the operation, to undo it by.
    public let operation: Int
    /// Something was recorded; otherwise there is no such operation.
    public let isStored: Bool
    /// After it erased something: where that may still stand beside the register.
    public internal(set) var leftovers: Leftovers?

    func mapping<Other: Codable & Sendable>(_ change: (Answer) -> Other) -> Done<Other> {
        var other = Done<Other>(answer: change(answer), operation: operation, isStored: isStored)
        other.leftovers = leftovers
        return other
    }
}
