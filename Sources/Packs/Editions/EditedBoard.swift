import Partnership
import Workflow

/// The Board's papers, cut down to what an edition's audience may see.
struct EditedBoard: Hashable, Sendable {
    struct Brief: Hashable, Sendable {
        var brief: BoardBrief
        /// Why the brief itself is not in this edition; nil when it is.
        var absence: String?
    }

    let meeting: EditedMeeting
    let briefs: [Brief]
    let returned: [BoardFollowUp]
    let overdue: [BoardFollowUp]
    let exceptions: [BoardException]
    /// So many meetings that leave an issue undecided make it an exception.
    let undecidedBoards: Int
    let themes: ThemeFigures
    let tracked: [BoardTracked]
    let trackedSince: Day?

    init(_ given: BoardPapers, for edition: Edition) {
        let all = given.completed()
        let body = all.meeting.body.id
        func cut(_ issue: IssueSheet, _ part: PaperPart) -> (issue: IssueSheet, absence: String?)? {
            switch edition.showing(part, consent: issue, body: body) {
            case .absent: nil
            case .full: (issue.cut(for: edition), nil)
            case .neutral(let ground): (issue.unnamed(ground.neutralTitle), ground.sentence)
            case .withheld: (issue.unnamed(Showing.withheldTitle), Showing.withheldSentence)
            }
        }
        func cut(_ lines: [BoardFollowUp]) -> [BoardFollowUp] {
            lines.compactMap { line in
                guard let (issue, absence) = cut(line.issue, line.part) else { return nil }
                var line = line
                line.issue = issue
                if !edition.namesPeople { line.holder = nil }
                if let absence {
                    line.note = absence
                    line.holder = nil
                    line.holderRole = nil
                    line.day = nil
                }
                return line
            }
        }
        meeting = EditedMeeting(all.meeting, for: edition)
        briefs = all.briefs.compactMap { brief in
            guard let (issue, absence) = cut(brief.issue, brief.part) else { return nil }
            guard absence != nil else {
                var brief = brief
                brief.issue = issue
                brief.gaps = brief.gaps.compactMap { $0.cut(for: edition, body: body) }
                // One family's story is not told in public, nor why it cannot wait.
                if edition == .public, issue.scope != .systemic { brief.between = nil }
                // What members ask and note is among them.
                if edition == .public { brief.questions = [] }
                return Brief(brief: brief, absence: nil)
            }
            let reduced = BoardBrief(issue: issue, item: brief.item, part: brief.part)
            return Brief(brief: reduced, absence: absence)
        }
        returned = cut(all.returned)
        overdue = cut(all.overdue)
        exceptions = all.exceptions.compactMap { exception in
            guard let (issue, absence) = cut(exception.issue, exception.part) else { return nil }
            let deferrals = exception.deferrals.map {
                absence == nil ? $0 : BoardException.Deferral(day: $0.day, reason: "Not printed here")
            }
            return BoardException(issue: issue, boards: exception.boards, deferrals: deferrals, part: exception.part)
        }
        // What is taken in private, and what consent does not cover, has its line where it is before the Board.
        tracked = all.tracked.compactMap { line in
            guard let (issue, absence) = cut(line.issue, line.part), absence == nil else { return nil }
            var line = line.cut(for: edition)
            line.issue = issue
            return line
        }
        trackedSince = all.trackedSince
        undecidedBoards = all.undecidedBoards
        themes = ThemeFigures(all, for: edition)
    }
}

extension EditedBoard {
    /// What it prints, as papers.
    func printed(of papers: BoardPapers) -> BoardPapers {
        var printed = papers
        printed.meeting = meeting.papers
        printed.briefs = briefs.filter { $0.absence == nil }.map(\.brief)
        printed.returned = returned
        printed.overdue = overdue
        printed.exceptions = exceptions
        printed.tracked = tracked
        return printed
    }
}

extension BoardTracked {
    /// As an edition prints it: in public without names and without what people wrote while it was under way; of what may be
    /// one family's neither what came of it nor when they were told.
    fileprivate func cut(for edition: Edition) -> BoardTracked {
        guard !edition.namesPeople else { return self }
        var line = self
        line.holder = nil
        line.release?.by = nil
        line.latest = nil
        guard issue.mayBeOneFamilys else { return line }
        line.reached = nil
        line.outcome = nil
        line.evidence = nil
        line.told = nil
        line.changed = []
        return line
    }
}
