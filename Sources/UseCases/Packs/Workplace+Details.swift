import Packs
import Partnership
import Register
import Workflow

extension Workplace {
    /// What stands in open fields although it is sealed, masked: what the issue itself has sealed, telephone numbers,
    /// addresses and the like, and names of other families whose issues are open in the area, as far as the asker may read
    /// those.
    ///
    /// - Parameter fields: only of these; nil for all.
    public func details(inOpenFieldsOf references: [String], fields: Set<String>? = nil, for request: Request) throws
        -> [PersonalFinding]
    {
        try ask(
            FindDetails(references: references, fields: fields, ordinary: share.ordinaryWords()), for: request)
    }

    /// What stands in a text typed under an item of a meeting's agenda although it is sealed: in the issue that the item
    /// is about, or in any of the agenda; and numbers and addresses.
    public func details(in text: String, under item: String, of meeting: String, for request: Request) throws
        -> [PersonalFinding]
    {
        try found(ReadMinuted(text: text, item: item, meeting: meeting), for: request)
    }

    /// Where else in the register somebody wrote what an issue has sealed. Asked before that is erased: afterwards nothing
    /// can look for it any more.
    public func mentions(of issue: String, for request: Request) throws -> [PersonalFinding] {
        try found(ReadMentions(issue: issue), for: request).filter { $0.issue != nil }
    }

    private func found<Q: InnerQuestion>(_ question: Q, for request: Request) throws -> [PersonalFinding]
    where Q.Answer == Details {
        try read(question, for: request).findings(share.ordinaryWords())
    }
}

/// Texts that people typed, and what must not be in them. They are searched as one, so that no find shows what another
/// masks.
private struct Details: Sendable {
    let texts: [SoughtText]
    let known: KnownDetails

    func findings(_ ordinary: OrdinaryWords) -> [PersonalFinding] {
        known.guarding(ordinary) { _ in [:] }.findings(in: texts).filter { $0.weight == .hard }
    }
}

extension View {
    /// What stands in the texts that an issue's brief prints although the register has it sealed anywhere, or although it
    /// looks like a number or an address of somebody.
    func details(inBriefOf issue: StoredItem, _ ordinary: OrdinaryWords) throws -> [PersonalFinding] {
        let texts = issue.openTexts.filter {
            IssueReader.Field(rawValue: $0.field).map(IssueReader.printed.contains) ?? false
        }
        let details = Details(
            texts: texts.map { SoughtText(in: issue.reference, $0.title, $0.text) },
            known: try KnownDetails(near: issue, from: self))
        // What an open field says is no secret because another says it in the same words.
        return details.findings(ordinary).filter { !($0.isSentence && $0.issue == issue.reference) }
    }
}

private struct FindDetails: Question {
    let references: [String]
    let fields: Set<String>?
    let ordinary: OrdinaryWords

    func answer(from view: View, as standing: Standing) throws -> [PersonalFinding] {
        var texts: [String: [SoughtText]] = [:]
        var owners: [String: String] = [:]
        for reference in references {
            let item = try view.item(reference)
            let issue = item.workflow == "issue" ? item : try item.text("issue").map { try view.item($0) }
            guard let issue else { continue }
            owners[item.reference] = issue.reference
            texts[issue.text("area") ?? "", default: []] += item.openTexts.filter {
                fields?.contains($0.field) ?? true
            }.map { SoughtText(in: item.reference, $0.title, $0.text) }
        }
        return try texts.sorted { $0.key < $1.key }.flatMap { area, texts in
            let issues = Set(texts.compactMap { owners[$0.reference] })
            let details = Details(
                texts: texts,
                known: try KnownDetails(
                    of: issues, besides: view.names(ofFamiliesIn: area).filter { !issues.contains($0.reference) },
                    from: view))
            var mayRead: [String: Bool] = [:]
            return try details.findings(ordinary).filter { finding in
                // What an open field says is no secret because another says it in the same words.
                guard !finding.isSentence else { return false }
                guard let issue = finding.issue, issue != finding.reference.flatMap({ owners[$0] }) else { return true }
                let isShown = try mayRead[issue] ?? view.mayReadNames(of: issue, as: standing)
                mayRead[issue] = isShown
                return isShown
            }
        }
    }
}

extension View {
    /// Whether somebody may read every name on record for an issue.
    fileprivate func mayReadNames(of reference: String, as standing: Standing) throws -> Bool {
        let issue = try item(reference)
        let seen = try seen(issue, as: standing).fields
        return [IssueReader.Field.name, .actingFor, .childName].allSatisfy {
            issue.item.fields[$0.rawValue] == nil || seen[$0.rawValue] != nil
        }
    }
}

private struct ReadMinuted: InnerQuestion {
    let text: String
    let item: String
    let meeting: String

    func answer(from view: View, as standing: Standing) throws -> Details {
        let meeting = try view.item(meeting, workflow: "meeting")
        let agenda = try view.agenda(of: meeting)
        let own = agenda.first { $0.number == item }?.issue
        let issues = own.map { [$0] } ?? agenda.compactMap(\.issue)
        return Details(
            texts: [SoughtText(in: meeting.reference, "item \(item)", text)],
            known: try KnownDetails(of: Set(issues.map(\.reference)), from: view))
    }
}

private struct ReadMentions: InnerQuestion {
    let issue: String

    func answer(from view: View, as standing: Standing) throws -> Details {
        let item = try view.item(issue)
        let texts = try view.textsThatStay(without: item)
        return Details(
            texts: texts.map { SoughtText(in: $0.reference, $0.field, $0.text) },
            known: try KnownDetails(of: [item.reference], from: view))
    }
}
