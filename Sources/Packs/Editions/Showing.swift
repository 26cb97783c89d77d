import Partnership

/// How much of one matter an edition shows.
enum Showing: Hashable, Sendable {
    case full
    /// Taken in private: a neutral title and the reason, and nothing else (rule R10).
    case neutral(PrivateGround)
    /// Consent does not cover this audience: that there is something, and not even which it is. Why would tell too.
    case withheld
    /// Not in this edition at all.
    case absent
}

extension Edition {
    /// What this edition shows of a matter, for the papers of a body. `consent` is that of the issue it is about, nil
    /// when it is about none. What another body took in private is in no paper of this one.
    func showing(_ part: PaperPart, consent: (any ConsentBound)?, body: String) -> Showing {
        let isCovered = consent?.mayBeShown(to: body)
        switch (self, part) {
        case (.restricted, .two(_, let taker)) where taker != body: return .absent
        case (_, .two(let ground, let taker)) where taker != body: return .neutral(ground)
        case (.chair, _): return .full
        case (.public, .closedSince): return .withheld
        case (.public, .one): return consent?.mayDiscussAnonymised ?? true ? .full : .withheld
        case (.members, .one), (.members, .closedSince): return isCovered ?? true ? .full : .withheld
        case (.restricted, .one), (.restricted, .closedSince): return .absent
        case (.public, .two(let ground, _)): return .neutral(ground)
        // Talking about it without names is not yet giving a private matter to everybody with a seat.
        case (.members, .two(let ground, _)):
            return consent?.sharedWith.contains(body) ?? false ? .full : .neutral(ground)
        case (.restricted, .two(let ground, _)): return isCovered ?? true ? .full : .neutral(ground)
        }
    }

    /// Whether it may name members and leads.
    var namesPeople: Bool { self != .public }
}

extension Showing {
    /// What stands where the matter would have stood.
    static let withheldTitle = "A matter that is not published"
    static let withheldSentence = "It is not printed in this edition."

    /// What stands beside a private matter that the edition shows; nil for others, and where its sentence stands.
    static func marking(_ part: PaperPart, sentence: String?) -> String? {
        guard case .two(let ground, _) = part, sentence != ground.sentence else { return nil }
        return ground.sentence
    }
}
