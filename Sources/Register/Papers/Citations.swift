import Ledger
import Partnership
import Workflow

/// What gaps and risks say of issues and actions. Their words are without names, but one issue's gap tells of that issue.
extension View {
    /// What a gap or a risk cites, as papers may name it; nil where the screen of an issue among it is not clear, and nothing
    /// that cites it is printed.
    func citations(_ issues: [String], actions: [String] = []) throws -> [PaperCitation]? {
        let cited = try (issues + actions).map { try item($0) }
        let about = try cited.map { item in
            item.workflow == "issue" ? item : try item.action.issue.map { try self.item($0) }
        }
        guard about.allSatisfy({ $0?.issue.isScreenClear ?? true }) else { return nil }
        // What its family took back is named nowhere, and nothing that was said of it.
        guard about.allSatisfy({ $0.map { !isWithdrawn($0) } ?? true }) else { return nil }
        return try zip(cited, about).map { item, issue in
            PaperCitation(
                ref: item.reference, issue: issue?.reference,
                part: try item.workflow == "issue" ? part(of: item) : part(of: origin(of: item)),
                mayDiscussAnonymised: issue?.issue.mayBeDiscussed ?? true,
                sharedWith: try issue.map(sharedWith) ?? [], isPublished: try issue.map(isOnPublicAgenda) ?? true)
        }
    }

    /// Whether a gap or a risk is not for somebody, wherever their seats are: an issue that it cites may be a safeguarding
    /// matter, or its family took their consent back, and is none of theirs; or something that it cites was taken in private
    /// where they read nothing. What it says may be about that, and what it said while it cited something else is in its
    /// history: what it cited once counts too.
    func isWithheld(_ id: Int, from standing: Standing) throws -> Bool {
        for cited in try everCited(by: id).map({ try item($0) }) {
            guard cited.workflow == "issue" else {
                if case .two(_, let taker) = try part(of: origin(of: cited)), let body = try reference.body(taker),
                    !standing.may(.readPrivate, at: .of(body))
                {
                    return true
                }
                continue
            }
            let isBarred = !cited.issue.isScreenClear || isWithdrawn(cited)
            if try isBarred && !shows(cited, to: standing) { return true }
            let reading = try reader(
                standing, workflow: cited.workflow, id: cited.id, fields: cited.item.fields)
            if !reading.withheld.isEmpty { return true }
        }
        return false
    }

    /// References of the issues and actions that a gap or a risk cites, or ever did.
    private func everCited(by id: Int) throws -> [String] {
        var cited: Set<String> = []
        for row in try connection.rows(
            "SELECT after FROM change WHERE relation = ? AND key = ? AND after IS NOT NULL",
            [.text(Relation.item.name), .text(String(id))])
        {
            guard let fields = try ItemCoding.parse(row.word("after"))["fields"]?.string.map(ItemCoding.parse) else {
                continue
            }
            for name in ["issues", "actions"] {
                guard case .array(let names)? = fields[name] else { continue }
                cited.formUnion(names.compactMap(\.string))
            }
        }
        return cited.sorted()
    }

    /// What the rules of gaps and risks ask of what they cite.
    ///
    /// - Parameter proposed: the fields as the event would leave them.
    func citingFacts(_ proposed: [String: Value], on day: Day) throws -> [String: Value] {
        func names(_ field: String) -> [String] {
            if case .list(let names)? = proposed[field] { names } else { [] }
        }
        func name(_ field: String) -> String? {
            if case .text(let name)? = proposed[field] { name } else { nil }
        }
        let issues = try names("issues").map { try item($0, workflow: "issue") }
        let actions = try names("actions").map { try item($0, workflow: "action") }
        let about = try issues + actions.compactMap { try $0.action.issue.map { try item($0) } }
        let meeting = try name("found-at").map { try item($0, workflow: "meeting") }
        var facts: [String: Value] = ["unclear": .flag(!about.allSatisfy(\.issue.isScreenClear))]
        facts["area"] = try (issues.first?.issue.area ?? meeting.flatMap { try body(of: $0).area }).map { .text($0) }
        if let meeting { facts["meeting-ahead"] = .flag(meeting.meeting.date.map { $0 > day } ?? true) }
        if let owner = try name("owner").map({ try person($0) ?? person(id: $0) }) {
            facts["owner-unseated"] = .flag(try seats(of: owner, on: day).isEmpty)
        }
        return facts
    }
}
