import Packs
import Register
import Workflow

extension Workplace {
    /// What stands in open fields of issues although it is also in their sealed ones; masked.
    ///
    /// - Parameter fields: only of these; nil for all.
    public func details(inOpenFieldsOf references: [String], fields: Set<String>? = nil, for request: Request) throws
        -> [PersonalFinding]
    {
        // What an open field says is no secret because another says it in the same words.
        try found(ReadOwnTexts(references: references, fields: fields), for: request).filter { !$0.isSentence }
    }

    /// What stands in a text typed under an item of a meeting's agenda although it is sealed: in the issue that the item
    /// is about, or in any of the agenda.
    public func details(in text: String, under item: String, of meeting: String, for request: Request) throws
        -> [PersonalFinding]
    {
        try found(ReadMinuted(text: text, item: item, meeting: meeting), for: request)
    }

    /// Where else in the register somebody wrote what an issue has sealed. Asked before that is erased: afterwards nothing
    /// can look for it any more.
    public func mentions(of issue: String, for request: Request) throws -> [PersonalFinding] {
        try found(ReadMentions(issue: issue), for: request)
    }

    private func found<Q: Question>(_ question: Q, for request: Request) throws -> [PersonalFinding]
    where Q.Answer == [Details] {
        let details = try ask(question, for: request)
        guard !details.isEmpty else { return [] }
        let ordinary = try share.ordinaryWords()
        var found: [PersonalFinding] = []
        for details in details {
            let guarding = details.known.guarding(ordinary) { _ in [:] }
            for typed in details.texts { found += guarding.findings(in: typed.texts, of: typed.reference) }
        }
        return found.filter { $0.weight == .hard && $0.issue != nil }
    }
}

/// Texts that people typed, and what must not be in them.
struct Details: Sendable {
    struct Typed: Sendable {
        let reference: String
        let texts: [(field: String, text: String)]
    }

    let texts: [Typed]
    let known: KnownDetails
}

private struct ReadOwnTexts: Question {
    let references: [String]
    let fields: Set<String>?

    func answer(from view: View, as standing: Standing) throws -> [Details] {
        try references.compactMap { reference in
            let item = try view.item(reference)
            let texts = item.openTexts.filter { fields?.contains($0.field) ?? true }.map {
                (field: $0.title, text: $0.text)
            }
            let issue = item.workflow == "issue" ? reference : item.text("issue")
            guard let issue, !texts.isEmpty else { return nil }
            return Details(
                texts: [Details.Typed(reference: item.reference, texts: texts)],
                known: try KnownDetails(of: issue, from: view))
        }
    }
}

private struct ReadMinuted: Question {
    let text: String
    let item: String
    let meeting: String

    func answer(from view: View, as standing: Standing) throws -> [Details] {
        let meeting = try view.item(meeting, workflow: "meeting")
        let agenda = try view.agenda(of: meeting)
        let own = agenda.first { $0.number == item }?.issue
        let issues = own.map { [$0] } ?? agenda.compactMap(\.issue)
        let typed = Details.Typed(reference: meeting.reference, texts: [(field: "item \(item)", text: text)])
        return try Set(issues.map(\.reference)).sorted().map {
            Details(texts: [typed], known: try KnownDetails(of: $0, from: view))
        }
    }
}

private struct ReadMentions: Question {
    let issue: String

    func answer(from view: View, as standing: Standing) throws -> [Details] {
        let item = try view.item(issue)
        let texts = try view.textsThatStay(without: item)
        return [
            Details(
                texts: texts.map { Details.Typed(reference: $0.reference, texts: [(field: $0.field, text: $0.text)]) },
                known: try KnownDetails(of: item.reference, from: view))
        ]
    }
}
