import Partnership
import Workflow

// The lines of a meeting's papers, each cut down to what an edition's audience may see of it.

extension AgendaEntry {
    /// What people typed of it.
    var texts: [String?] {
        [
            title, note, matter?.author, matter?.summary, matter?.recommendation, matter?.areasAffected,
            matter?.consideredBefore, matter?.consultations, matter?.implications, matter?.ifNotDecided,
        ]
    }

    private static let unprinted = "The chair gave a reason, which is not printed here."

    func cut(for edition: Edition, _ showing: Showing) -> AgendaEntry? {
        var entry = self
        if edition != .chair { entry.chairNotes = nil }
        switch showing {
        case .absent: return nil
        case .full:
            entry.issue = issue?.cut(for: edition)
            entry.matter?.lead = matter?.lead?.cut(for: edition)
        case .neutral(let ground):
            entry.title = ground.neutralTitle
            entry.note = ground.sentence
            entry.issue = nil
            entry.matter = nil
            entry.chairNotes = nil
            if lateReason != nil { entry.lateReason = Self.unprinted }
        case .withheld:
            entry.title = Showing.withheldTitle
            entry.note = Showing.withheldSentence
            entry.issue = nil
            entry.matter = nil
            entry.chairNotes = nil
            if lateReason != nil { entry.lateReason = Self.unprinted }
        }
        return entry
    }
}

extension MinuteEntry {
    func cut(for edition: Edition, _ showing: Showing) -> MinuteEntry? {
        var entry = self
        switch showing {
        case .absent: return nil
        case .full:
            for index in entry.decisions.indices {
                entry.decisions[index].report = decisions[index].report?.cut(for: edition)
                for place in entry.decisions[index].dissents.indices {
                    entry.decisions[index].dissents[place].person = decisions[index].dissents[place].person.cut(
                        for: edition)
                }
            }
            // They tell of private items without saying of which.
            if ![.restricted, .chair].contains(edition) {
                for index in entry.agreed.indices { entry.agreed[index].privateCorrections = nil }
            }
            return entry
        case .neutral(let ground):
            entry.issue = nil
            entry.agreed = []
            entry.actions = []
            // The resolution to take what follows in private is public, and so is the heading it stands under; that something
            // was taken the matters under it tell.
            entry.discussed = isReached && (!isHeading || discussed != nil) ? ground.sentence : nil
            if isHeading { return entry }
            entry.title = ground.neutralTitle
        case .withheld:
            entry.title = Showing.withheldTitle
            entry.issue = nil
            entry.agreed = []
            entry.discussed = Showing.withheldSentence
        }
        entry.decisions = []
        entry.actions = []
        return entry
    }
}

extension ActionLine {
    func cut(for edition: Edition) -> ActionLine {
        var action = self
        action.lead = lead.cut(for: edition)
        action.supporters = supporters.map { $0.cut(for: edition) }
        return action
    }
}

extension YouSaidWeDid {
    func cut(for edition: Edition) -> YouSaidWeDid {
        var answer = self
        if edition == .public, mayBeOneFamilys { answer.answered = nil }
        return answer
    }
}

extension AttendanceLine {
    func cut(for edition: Edition) -> AttendanceLine {
        var line = self
        line.person = person.cut(for: edition)
        line.deputyFor = deputyFor?.cut(for: edition)
        return line
    }
}

extension DeclarationLine {
    func cut(for edition: Edition, isItemCut: Bool) -> DeclarationLine {
        var line = self
        line.person = person.cut(for: edition)
        if isItemCut { line.interest = "An interest in this item" }
        return line
    }
}

extension EscalationLine {
    func cut(for edition: Edition, _ showing: Showing) -> EscalationLine? {
        var line = self
        if isElsewhere, showing != .full { line.to = "Another body" }
        switch showing {
        case .absent: return nil
        case .full: line.issue = issue.cut(for: edition)
        case .neutral(let ground): line.issue = issue.unnamed(ground.neutralTitle)
        case .withheld: line.issue = issue.unnamed(Showing.withheldTitle)
        }
        return line
    }
}

extension DecisionLine.Report {
    func cut(for edition: Edition) -> DecisionLine.Report {
        var report = self
        report.person = person.cut(for: edition)
        return report
    }
}

extension ArisingLine {
    /// Its consent, where it is about an issue.
    var bound: (any ConsentBound)? { issue == nil ? nil : self }

    /// Where more is not shown, that something private was decided is all that the last agenda tells too; of the rest nothing.
    func cut(for edition: Edition, _ showing: Showing) -> ArisingLine? {
        var line = self
        switch showing {
        case .absent, .withheld: return nil
        case .full:
            line.decision.dissents = []
            line.decision.report = line.decision.report?.cut(for: edition)
            return line
        case .neutral(let ground):
            guard taken == nil else { return nil }
            line.decision = DecisionLine(ref: "–", kind: .noted, text: ground.neutralTitle)
            line.issue = nil
            line.state = nil
            line.isNeutral = true
            return line
        }
    }
}

extension NotReached {
    func cut(_ showing: Showing) -> NotReached? {
        var line = self
        switch showing {
        case .absent: return nil
        case .full: return line
        case .neutral(let ground): line.title = ground.neutralTitle
        case .withheld: line.title = Showing.withheldTitle
        }
        line.because = nil
        return line
    }
}

extension Edition {
    /// Of what something cites, what this edition may name; nil where it does not print that at all: what it says may be about
    /// any of that, and so it is printed where all of it may be. Of no issue, it is printed with what is public; beside what is
    /// private, in the edition of those who may take part in that.
    func named(of cited: [PaperCitation], texts: [String?], body: String) -> [PaperCitation]? {
        let isMarked = texts.contains { $0?.contains(PackGuard.removed) ?? false }
        guard self != .public || !isMarked else { return nil }
        guard !cited.isEmpty else { return showing(.one, consent: nil, body: body) == .full ? [] : nil }
        let named = cited.filter { citation in
            showing(citation.part, consent: citation, body: body) == .full
                || self == .restricted && Edition.members.showing(citation.part, consent: citation, body: body) == .full
        }
        guard named.count == cited.count else { return nil }
        if self == .restricted, cited.allSatisfy({ $0.part == .one }) { return nil }
        // Of an issue that no public agenda has yet, the public is not told that there is one.
        return self == .public ? named.filter(\.isPublished) : named
    }
}

extension GapLine {
    func cut(for edition: Edition, body: String) -> GapLine? {
        let texts = [summary, told?.whom, told?.answer, closed?.with]
        guard let named = edition.named(of: foundIn, texts: texts, body: body) else { return nil }
        var line = self
        line.foundIn = named
        return line
    }
}

extension RiskLine {
    func cut(for edition: Edition, body: String) -> RiskLine? {
        guard let named = edition.named(of: about, texts: [cause, effect, mitigation], body: body) else { return nil }
        var line = self
        line.about = named
        line.owner = owner.cut(for: edition)
        return line
    }
}
