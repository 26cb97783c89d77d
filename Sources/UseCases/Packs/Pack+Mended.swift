import Packs
import Register

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
}
