import Ledger
import Partnership
import Workflow

extension View {
    /// What a request is about, each with the event that erases what it asks for. Throws when one began under a workflow
    /// without it.
    public func erasing(_ request: StoredItem) throws -> [(item: StoredItem, event: String)] {
        let issues = try request.request.issues.map { try item($0, workflow: "issue") }
        return try (issues + request.request.records.map(item)).map { item in
            let event =
                request.request.isDisposal
                ? (try disposal(of: item) ?? (item.workflow == "issue" ? .contact : .whole)).event : "take-out"
            guard item.definition.event(event) != nil else {
                throw RegisterError.refused([
                    Reason(
                        kind: .rule,
                        sentence:
                            "\(item.reference) began under a version of its workflow in which nothing is erased so.",
                        remedies: [.deed("upgrade", on: item.workflow)])
                ])
            }
            return (item, event)
        }
    }

    /// Throws with every reason why what a request asks for cannot be erased now, in the words for whoever asks.
    public func mustBeErasable(_ request: StoredItem, as standing: Standing) throws {
        try mustBeAble("erase", request, standing)
    }

    /// Throws with every reason why what is held cannot be given out on a request now, in the words for whoever asks.
    public func mustBeGivable(_ request: StoredItem, as standing: Standing) throws {
        try mustBeAble("give-out", request, standing)
    }

    private func mustBeAble(_ event: String, _ request: StoredItem, _ standing: Standing) throws {
        do {
            _ = try judge(event, of: request.workflow, on: request, given: [:], as: .system, day: today)
        } catch RegisterError.refused(let reasons) {
            let setting = try setting(
                for: request, in: request.definition, event: event, given: [:], standing: .system, on: today)
            throw RegisterError.refused(
                try naming(reasons, of: event, on: request, given: [:], in: setting, for: standing))
        }
    }

    /// What an erasure takes anyhow.
    public func erased(with items: [(item: StoredItem, event: String)]) -> ErasedValues { ErasedValues(items) }

    /// What was issued and names one of some issues, the latest of each name.
    public func issued(naming references: Set<String>) throws -> [IssuedPaper] {
        var latest: [String: IssuedPaper] = [:]
        for paper in try issued() where !references.isDisjoint(with: paper.cites + [paper.item]) {
            latest[paper.name] = paper
        }
        return latest.values.sorted { $0.id < $1.id }
    }
}

extension Operation {
    /// Erases what a request asks for, as the register's own act on each thing it is about, and puts that on the request. What
    /// has to stay elsewhere is told nowhere where whoever asked could read of it.
    public func erase(_ items: [(item: StoredItem, event: String)], on request: StoredItem) throws {
        _ = try cause("erase", on: request, as: .system)
        try eraseLetters(goingWith: items)
        for (item, event) in items { _ = try cause(event, on: item, as: .system) }
        if let key = request.request.person { try erase(view.known(key)) }
    }

    /// Erases the letters that go with what their families told.
    public func eraseLetters(goingWith items: [(item: StoredItem, event: String)]) throws {
        for letter in try view.letters(goingWith: items) { try redact(letter, to: nil) }
    }

    /// Puts on issues that something which tells of whoever asked was left with them as it is: their screen is not clear, so
    /// nobody but their DCO's side is told, and has to look.
    public func setApart(_ issues: Set<String>) throws {
        for reference in issues.sorted() {
            let issue = try view.item(reference, workflow: "issue")
            // One that began under a version without the event stays as it is.
            guard issue.isOpen, issue.definition.event("set-apart") != nil else { continue }
            _ = try cause("set-apart", on: issue, as: .system)
        }
    }

    /// Puts on a request that what is held was given out.
    public func giveOut(on request: StoredItem) throws -> Outcome {
        try cause("give-out", on: request, as: .system)
    }
}
