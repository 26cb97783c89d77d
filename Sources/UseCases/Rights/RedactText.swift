import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Takes words out of what is kept with an item, for good: also where it is final, such as a decision's wording or the reason
/// of a late item, and in what was replaced since.
public struct RedactText: Rehearsable {
    /// An issue, a meeting, an action.
    public let item: String
    public let words: String
    public let name = "redact"

    public init(_ words: String, in item: String) {
        self.item = item
        self.words = words
    }

    public func judge(from view: View, as standing: Standing) throws -> RedactedText {
        let (item, texts) = try found(view, standing)
        return RedactedText(ref: item.reference, places: texts.map(\.text.field))
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> RedactedText {
        let (item, texts) = try found(operation.view, standing)
        for (text, new) in texts { try operation.redact(text, to: new) }
        return RedactedText(ref: item.reference, places: texts.map(\.text.field))
    }

    private func found(_ view: View, _ standing: Standing) throws -> (StoredItem, [(text: KeptText, new: String)]) {
        let item = try view.item(item)
        try standing.must(.redact, at: view.belonging(of: item))
        try view.mustShow(item, to: standing)
        guard try !view.isHeld([item]) else {
            throw RegisterError.mustBeKept(item.reference)
        }
        let texts = try view.keptTexts(with: item).compactMap { text in
            text.text.removing(words).map { (text: text, new: $0) }
        }
        guard !texts.isEmpty else {
            throw RegisterError.notFound(
                "Nothing that is kept with \(item.reference) holds these words.",
                remedies: [.say("Give them as they stand.")])
        }
        return (item, texts)
    }
}

public struct RedactedText: Sendable, Codable {
    public let ref: String
    /// The fields in which they stood.
    public let places: [String]
}
