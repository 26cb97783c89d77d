import Packs
import Register

extension Pack {
    /// Whether it says no more what the pack that it replaces was recalled for: none of the words that got out, and where they
    /// were not told, or did not stand in that, something that it is about has been changed.
    func isMended(_ replaced: StoredCorrection, for edition: Edition, from view: View) throws -> Bool {
        func holds(_ words: String, _ document: PackDocument) throws -> Bool {
            try document.redacted(1, on: view.today) { _, text in text.removing(words) } != nil
        }
        let document = document(for: edition, acronyms: Acronyms([:]))
        guard try !replaced.words.contains(where: { try holds($0, document) }) else { return false }
        if let words = replaced.words.last, let model = try view.contents(replaced.model),
            try holds(words, PackDocument(json: model))
        {
            return true
        }
        return replaced.isChanged
    }
}
