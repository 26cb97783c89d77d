import Packs
import Register
import Workflow

// Whether a paper says some words.

extension PackDocument {
    func says(_ words: String) throws -> Bool {
        try redacted(1, on: Day.kept.lowerBound) { _, text in text.removing(words) } != nil
    }
}

extension View {
    /// Whether a paper that went out says some words; nil where it is not known any more what it said.
    func says(_ paper: IssuedPaper, _ words: String) throws -> Bool? {
        guard paper.redacted == nil, let model = try contents(paper.model) else { return nil }
        return try PackDocument(json: model).says(words)
    }
}

extension Pack {
    /// Whether an edition of it says any of some words. Those that were taken out of the record themselves are not known any
    /// more.
    func says(anyOf words: [String], for edition: Edition) throws -> Bool {
        let words = words.filter { !$0.contains(PackGuard.removed) }
        guard !words.isEmpty else { return false }
        let document = document(for: edition, acronyms: Acronyms([:]))
        return try words.contains(where: document.says)
    }
}
