import Partnership
import Workflow

extension GapLine {
    /// `G-1, Autism: No group after school. Found in N-3. Told to the commissioner on 3 May 2019.`
    var sentence: String {
        let found = [
            foundIn.isEmpty ? nil : "in \(foundIn.map(\.ref).joinedInWords)",
            foundOn.map { "at the meeting of \($0.words)" },
        ].compactMap(\.self)
        let told = self.told.map { told in
            "Told to \(told.whom) on \(told.on.words)"
                + (told.answer.map { ", who answered: \($0.limbsOnOneLine.sentence)" } ?? ".")
        }
        let standing =
            closed.map { "\($0.outcome), \($0.on.words): \($0.with.limbsOnOneLine.sentence)" }
            ?? reviewOn.map { "To be looked at again by \($0.words)." }
        let parts: [String?] = [
            "\(ref), \(theme): \(summary.sentence)",
            found.isEmpty ? nil : "Found \(found.joined(separator: " and ")).",
            told ?? (closed == nil ? "Not told to anybody yet." : nil), standing,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}

extension RiskLine {
    /// `K-1, 16 (4 × 4), red [!!], aimed at 6 (3 × 2): …`
    var sentence: String {
        let parts: [String?] = [
            "\(ref), \(score.words), aimed at \(target.words): \(cause.sentence)",
            effect.limbsOnOneLine.sentence, "Done about it: \(mitigation.limbsOnOneLine.sentence)",
            owner.shortWords.isEmpty ? nil : "Seen to by \(owner.shortWords).",
            about.isEmpty ? nil : "About \(about.map(\.ref).joinedInWords).",
            reviewOn.map { "To be looked at again by \($0.words)." },
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}
