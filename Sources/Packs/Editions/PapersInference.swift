import Partnership

/// What the papers say in one place about an issue holds in every other: a matter that the agenda takes in Part II is
/// Part II in the action log too, and consent that its sheet tells of covers its minutes.
struct PapersInference {
    private var parts: [String: PaperPart] = [:]
    private var items: [String: PaperPart] = [:]
    private var shared: [String: Set<String>] = [:]
    private let body: String

    init(_ papers: MeetingPapers) {
        body = papers.body.id
        for entry in papers.agenda {
            note(entry.part, issue: entry.issue?.ref, item: entry.number)
            if let issue = entry.issue { shared[issue.ref, default: []].formUnion(issue.sharedWith) }
        }
        for entry in papers.minutes { note(entry.part, issue: entry.issue, item: entry.number) }
        for line in papers.escalations {
            note(line.part, issue: line.issue.ref, item: nil)
            shared[line.issue.ref, default: []].formUnion(line.issue.sharedWith)
        }
    }

    private mutating func note(_ part: PaperPart, issue: String?, item: String?) {
        switch part {
        case .one: return
        // What another body took in private says nothing of what this one did.
        case .two(_, let taker): guard taker == body else { return }
        case .closedSince: break
        }
        if let issue { parts[issue] = part }
        if let item { items[item] = part }
    }

    func part(_ own: PaperPart, issue: String?, item: String? = nil) -> PaperPart {
        guard own == .one else { return own }
        return issue.flatMap { parts[$0] } ?? item.flatMap { items[$0] } ?? own
    }

    /// The same of what minutes tell: what their meeting took in public stays that, whatever became of its issue since.
    func partThen(_ own: PaperPart, issue: String?, item: String? = nil) -> PaperPart {
        let part = part(own, issue: issue, item: item)
        return part == .closedSince ? own : part
    }

    func sharedWith(_ own: Set<String>, issue: String?) -> Set<String> {
        own.union(issue.flatMap { shared[$0] } ?? [])
    }
}

extension MeetingPapers {
    /// The same papers, each line with what is known about its issue elsewhere.
    func completed() -> MeetingPapers {
        let known = PapersInference(self)
        var papers = self
        papers.agenda = agenda.map { entry in
            var entry = entry
            entry.part = known.part(entry.part, issue: entry.issue?.ref)
            return entry
        }
        papers.minutes = minutes.map { entry in
            var entry = entry
            entry.part = known.partThen(entry.part, issue: entry.issue, item: entry.number)
            entry.sharedWith = known.sharedWith(entry.sharedWith, issue: entry.issue)
            return entry
        }
        papers.actions = actions.map { action in
            var action = action
            action.part =
                action.meeting == ref
                ? known.partThen(action.part, issue: action.issue, item: action.item)
                : known.part(action.part, issue: action.issue)
            action.sharedWith = known.sharedWith(action.sharedWith, issue: action.issue)
            return action
        }
        func knowing(_ lines: [EscalationLine]) -> [EscalationLine] {
            lines.map { line in
                var line = line
                line.part = known.partThen(line.part, issue: line.issue.ref)
                return line
            }
        }
        papers.escalations = knowing(escalations)
        papers.standing.proposed = knowing(standing.proposed)
        papers.standing.arising = standing.arising.map { line in
            var line = line
            line.part = known.part(line.part, issue: line.issue)
            line.sharedWith = known.sharedWith(line.sharedWith, issue: line.issue)
            return line
        }
        papers.standing.delegated = standing.delegated?.map { line in
            var line = line
            line.part = known.part(line.part, issue: line.issue)
            return line
        }
        func knowing(_ cited: [PaperCitation]) -> [PaperCitation] {
            cited.map { citation in
                var citation = citation
                citation.part = known.part(citation.part, issue: citation.issue)
                citation.sharedWith = known.sharedWith(citation.sharedWith, issue: citation.issue)
                return citation
            }
        }
        for index in papers.standing.gaps?.indices ?? 0..<0 {
            papers.standing.gaps?[index].foundIn = knowing(standing.gaps?[index].foundIn ?? [])
        }
        for index in papers.standing.risks?.indices ?? 0..<0 {
            papers.standing.risks?[index].about = knowing(standing.risks?[index].about ?? [])
        }
        papers.notReached = notReached.map { line in
            var line = line
            line.part = known.partThen(line.part, issue: nil, item: line.number)
            return line
        }
        return papers
    }
}

extension BoardPapers {
    /// The same papers, each line with what is known about its issue elsewhere.
    func completed() -> BoardPapers {
        var known = meeting
        known.escalations += briefs.map { EscalationLine(issue: $0.issue, to: "", part: $0.part) }
        let inference = PapersInference(known)
        func cut(_ lines: [BoardFollowUp]) -> [BoardFollowUp] {
            lines.map { line in
                var line = line
                line.part = inference.part(line.part, issue: line.issue.ref)
                return line
            }
        }
        var papers = self
        papers.briefs = briefs.map { brief in
            var brief = brief
            brief.part = inference.part(brief.part, issue: brief.issue.ref)
            return brief
        }
        papers.returned = cut(returned)
        papers.overdue = cut(overdue)
        papers.tracked = tracked.map { line in
            var line = line
            line.part = inference.part(line.part, issue: line.issue.ref)
            return line
        }
        papers.exceptions = exceptions.map { exception in
            var exception = exception
            exception.part = inference.part(exception.part, issue: exception.issue.ref)
            return exception
        }
        return papers
    }
}
