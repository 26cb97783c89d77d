import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Takes words out of what is kept with an item, for good: also where it is final, such as a decision's wording or the reason
/// of a late item, and in what was replaced since.
public struct RedactText: Rehearsable {
    /// An issue, a meeting, an action; a decision stands for its meeting.
    public let item: String
    public let words: String
    public let cause: Cause
    public let name = "redact"

    /// Why words are taken out: stands in the item's history, and tells nothing of what they were.
    public enum Cause: String, CaseIterable, Codable, Sendable {
        /// They tell who somebody is.
        case named
        /// They tell of a matter that was taken in private.
        case `private`
        /// A court or an authority ordered it.
        case ordered
    }

    public init(_ words: String, in item: String, because cause: Cause) {
        self.item = item
        self.words = words
        self.cause = cause
    }

    public func judge(from view: View, as standing: Standing) throws -> RedactedText {
        let (item, texts, papers) = try found(view, standing)
        return try answer(item, texts, papers, view, standing)
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> RedactedText {
        let (item, texts, papers) = try found(operation.view, standing)
        let answer = try answer(item, texts, papers, operation.view, standing)
        for (text, new) in texts { try operation.redact(text, to: new, mark: PackGuard.removed) }
        try papers.perform(in: operation)
        try operation.noteRedaction(of: answer.ref, because: cause.rawValue, as: standing)
        return answer
    }

    /// With where else the words stand, of what the asker may see: whoever takes them out of the minutes will want to take
    /// them out of the issue too.
    private func answer(
        _ item: StoredItem, _ texts: [(text: KeptText, new: String)], _ papers: PaperRedaction, _ view: View,
        _ standing: Standing
    ) throws -> RedactedText {
        let taken = Set(texts.map(\.text.key))
        let elsewhere = try view.keptTexts(without: view.erased(with: [])) { text in
            try !taken.contains(text.key) && text.text.removing(words) != nil
                && view.shows(text, to: standing)
        }
        return RedactedText(
            ref: item.reference, places: texts.map(\.text.field),
            elsewhere: elsewhere.map { Erasure.Place(ref: $0.reference, field: $0.field) },
            papers: try PapersHolding(words, from: view, as: standing).names,
            redactedPapers: papers.names.redacted, erasedPapers: papers.names.erased)
    }

    private func found(
        _ view: View, _ standing: Standing
    ) throws -> (StoredItem, [(text: KeptText, new: String)], PaperRedaction) {
        var named = item
        if case .decision? = Reference(item) { named = try view.decision(item).meeting }
        let item = try view.item(named)
        try standing.must(.redact, at: view.belonging(of: item))
        try view.mustShow(item, to: standing)
        guard try !view.isHeld([item]) else {
            throw RegisterError.mustBeKept(item.reference)
        }
        guard StandardWords.leave(words) else {
            throw RegisterError.badInput(
                "These words stand in every paper, and tell of nobody.",
                remedies: [.say("Give those that do, as they stand.")])
        }
        let texts = try view.keptTexts(with: item).compactMap { text in
            text.text.removing(words).map { (text: text, new: $0) }
        }
        if let held = texts.first(where: { $0.text.isHeld })?.text {
            throw RegisterError.mustBeKept(
                try view.shows(held, to: standing) ? held.reference : "What \(item.reference) says there")
        }
        let about = try view.placesPrinting(item)
        let printed = try PaperRedaction.printed(from: view) { !about.isDisjoint(with: $0.about) }
        let papers = try PaperRedaction(printed, of: .contents, from: view) { text, _ in text.removing(words) }
        guard !texts.isEmpty else {
            throw RegisterError.notFound(
                "Nothing that is kept with \(item.reference) holds these words.",
                remedies: [.say("Give them as they stand.")])
        }
        return (item, texts, papers)
    }
}

public struct RedactedText: Sendable, Codable {
    public let ref: String
    /// The fields in which they stood.
    public let places: [String]
    /// Where else the words stand.
    public let elsewhere: [Erasure.Place]
    /// The names of papers that went out, and of which copies may hold the words.
    public let papers: [String]
    /// Issued papers about it, or that name it, in which they stood: they are set anew without them.
    public let redactedPapers: [String]
    /// Those that cannot be set anew, and of which nothing is left.
    public let erasedPapers: [String]
}
