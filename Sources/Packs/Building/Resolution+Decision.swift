import Partnership

extension Resolution {
    /// - Parameter because: why it is, or was, provisional, behind that word: `, because the meeting …`.
    init(_ decision: DecisionLine, because: String = "") {
        self.init(
            ref: decision.ref,
            kind: decision.isMotion && decision.kind == .notAgreed
                ? "Not agreed" : decision.kind.title + (decision.principle == nil ? "" : " in principle"),
            label: decision.isMotion && decision.kind == .notAgreed
                ? "Proposed:" : decision.principle?.isOpen ?? false ? "Resolved in principle:" : "Resolved:",
            text: decision.text.afterResolved,
            limbs: decision.limbs.map(\.oneLine),
            notes: (decision.onward.map { [$0] } ?? []) + (decision.vote.map { [$0.sentence] } ?? [])
                + decision.dissents.map(\.sentence)
                + (decision.confirmedOn.map {
                    ["It was provisional\(because). The meeting of \($0.words) confirmed it."]
                } ?? []),
            provisional: decision.isProvisional ? "Provisional\(because). It stands once it is confirmed." : nil)
    }
}

extension DecisionLine {
    /// What it waits for, or waited for.
    var onward: String? {
        principle?.sentence ?? report.map { $0.sentence(naming: $0.person.shortWords) } ?? comesBack?.sentence
    }
}

extension DecisionLine.Kind {
    fileprivate var title: String {
        switch self {
        case .noted: "Noted"
        case .agreed: "Agreed"
        // What was asked for was not agreed to, and why is resolved: nobody resolves what is "not agreed".
        case .notAgreed: "No further action"
        case .agreedWithAmendment: "Agreed with amendment"
        case .deferred: "Deferred"
        case .delegated: "Delegated"
        case .referred: "Referred"
        }
    }
}

extension Vote {
    /// `For 9, against 2, abstained 1.`
    fileprivate var sentence: String {
        let abstaining = abstained > 0 ? ", abstained \(abstained)" : ""
        let casting = isCasting ? " The chair’s casting vote decided." : ""
        return "For \(inFavour), against \(against)\(abstaining).\(casting)"
    }
}

extension DecisionLine.Dissent {
    fileprivate var sentence: String {
        "\(person.shortWords) did not agree, and asked for this to be minuted: \(words.sentence)"
    }
}

extension String {
    /// What follows "Resolved:", in the words in which it was said.
    fileprivate var afterResolved: String {
        var text = oneLine
        if text.lowercased().hasPrefix("resolved:") { text = text.dropFirst(9).description.oneLine }
        return text
    }
}
