import Partnership

/// How much of one matter an edition shows.
enum Showing: Hashable, Sendable {
    case full
    /// Taken in Part II: the neutral title and the paragraph of Schedule 12A, and nothing else (rule R10).
    case neutral(title: String, Schedule12A)
    /// Consent does not cover this audience: the reference, and nothing else.
    case withheld
    /// Not in this edition at all.
    case absent
}

extension Edition {
    /// What this edition shows of a matter, for the papers of a body. `consent` is that of the issue it is about, nil
    /// when it is about none.
    func showing(_ part: PaperPart, consent: (any ConsentBound)?, body: String) -> Showing {
        let isCovered = consent?.mayBeShown(to: body)
        switch (self, part) {
        case (.chair, _): return .full
        case (.public, .one): return consent?.mayDiscussAnonymised ?? true ? .full : .withheld
        case (.members, .one): return isCovered ?? true ? .full : .withheld
        case (.restricted, .one): return .absent
        case (.public, .two(let paragraph, let title)): return .neutral(title: title, paragraph)
        case (.members, .two(let paragraph, let title)):
            return isCovered ?? false ? .full : .neutral(title: title, paragraph)
        case (.restricted, .two(let paragraph, let title)):
            return isCovered ?? true ? .full : .neutral(title: title, paragraph)
        }
    }

    /// Whether it may name members and leads.
    var namesPeople: Bool { self != .public }
}

extension Showing {
    /// What stands where the matter would have stood.
    static let consentSentence = "Not printed here, because the consent that was given does not cover it."

    /// What stands beside a Part II matter that the edition shows; nil for others, and where the sentence below stands.
    static func marking(_ part: PaperPart, sentence: String?) -> String? {
        guard case .two(let paragraph, _) = part, sentence != partTwoSentence(paragraph) else { return nil }
        return "Part II, Schedule 12A paragraph \(paragraph.rawValue)."
    }

    static func partTwoSentence(_ paragraph: Schedule12A) -> String {
        "Taken without the press and public (Part II). Schedule 12A to the Local Government Act 1972, paragraph "
            + "\(paragraph.rawValue): \(paragraph.text.uncapitalisedFirst)"
    }
}
