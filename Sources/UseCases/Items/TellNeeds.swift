import Register
import Workflow

/// How whoever raised an issue has to be spoken or written to, in words, as far as the asker may read it.
public struct TellNeeds: Question {
    public let reference: String

    public init(_ reference: String) { self.reference = reference }

    public func answer(from view: View, as standing: Standing) throws -> [String] {
        try view.needs(of: view.item(reference, visibleTo: standing), as: standing)
    }
}

extension View {
    /// `Easy read`, `Interpreter`, `Urdu`.
    func needs(of item: StoredItem, as standing: Standing) throws -> [String] {
        let seen = try seen(item, as: standing, isNoted: false)
        return ["format", "language"].compactMap { name in
            seen.definition.field(name).flatMap { field in seen.fields[name].map { field.words(for: $0) } }
        }
    }
}
