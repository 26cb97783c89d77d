import Packs
import Register
import Workflow

extension PackDocument {
    fileprivate func says(_ words: String) throws -> Bool {
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
    /// Whether it says no more what the pack that it replaces was recalled for: none of the words that got out, and where they
    /// were not told, or did not stand in that, something that it is about has been changed.
    func isMended(_ replaced: StoredCorrection, for edition: Edition, from view: View) throws -> Bool {
        guard try !says(anyOf: replaced.words, for: edition) else { return false }
        if let words = replaced.words.last, let model = try view.contents(replaced.model),
            try PackDocument(json: model).says(words)
        {
            return true
        }
        return replaced.isChanged
    }

    /// Whether an edition of it says any of some words.
    func says(anyOf words: [String], for edition: Edition) throws -> Bool {
        guard !words.isEmpty else { return false }
        let document = document(for: edition, acronyms: Acronyms([:]))
        return try words.contains(where: document.says)
    }
}
