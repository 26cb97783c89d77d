import Partnership
import Register
import class Register.Operation

/// Marks the replaced values of a sealed field as mistakes: they were never true of anybody, so papers are no longer
/// searched for them. What is on record today stays.
public struct MarkMistaken: Deed {
    public let issue: String
    public let field: String
    /// The values that are meant, as they stood; nil for the only one that was replaced.
    public let values: [String]?
    public let name = "issue mistaken"

    public init(_ field: String, of issue: String, only values: [String]? = nil) {
        self.values = values
        self.field = field
        self.issue = issue
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> MarkedMistaken {
        let item = try operation.view.item(issue, workflow: "issue")
        let area = try item.text("area").flatMap { try operation.view.reference.area($0)?.title }
        try standing.must(.markMistaken, at: operation.view.belonging(of: item), of: area)
        return MarkedMistaken(
            issue: item.reference, field: field, values: try operation.markMistaken(field, of: item, only: values))
    }
}

public struct MarkedMistaken: Sendable, Codable {
    public let issue: String
    public let field: String
    /// How many values it was.
    public let values: Int
}
