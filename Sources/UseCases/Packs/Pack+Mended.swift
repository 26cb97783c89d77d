import Packs
import Register

extension Pack {
    /// Whether it says no more what the pack that it replaces was recalled for: none of the words that got out, and where they
    /// were not told, or did not stand in that, something that it is about has been changed, or a file taken out that went out
    /// with it.
    func isMended(_ replaced: StoredCorrection, for edition: Edition, from view: View) throws -> Bool {
        guard try !says(anyOf: replaced.words, for: edition) else { return false }
        guard let model = try view.contents(replaced.model) else { return replaced.isChanged }
        let before = try PackDocument(json: model)
        if let words = replaced.words.last, try replaced.isRedacted || before.says(words) { return true }
        return try replaced.isChanged
            || (before.attached ?? []).contains { try view.attachedContents($0.id) == nil }
    }
}
