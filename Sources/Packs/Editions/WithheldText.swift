import Partnership
import Words

/// The texts that an edition leaves out, as secrets: the last search shows that none of them came in by another way,
/// such as a decision's wording that repeats a Part II title (rules R9, R10).
struct WithheldText {
    /// Shorter texts are too ordinary to search for, in letters.
    private static let shortest = 20

    private struct Line: Hashable {
        let ref: String
        let text: String
    }

    let secrets: [Secret]

    /// - Parameter groups: the titles of the bodies that something can be given to, among others.
    init(_ pack: Pack, for edition: Edition, groups: [String]) {
        guard edition != .restricted else {
            // It leaves out what is public, which is no secret.
            secrets = []
            return
        }
        let all: [Line]
        var kept: [Line]
        switch pack {
        case .agenda, .minutes, .notice, .news, .briefing, .page, .log:
            all = pack.meetings.flatMap(Self.lines)
            kept = pack.meetings.flatMap { Self.lines(EditedMeeting($0, for: edition).papers) }
        case .board(let papers):
            let board = EditedBoard(papers, for: edition)
            all =
                Self.lines(papers.meeting) + papers.briefs.flatMap(Self.lines)
                + (papers.returned + papers.overdue).flatMap(Self.lines) + papers.exceptions.flatMap(Self.lines)
                + papers.tracked.flatMap(Self.lines)
            kept =
                Self.lines(board.meeting.papers) + board.briefs.flatMap { Self.lines($0.brief) }
                + (board.returned + board.overdue).flatMap(Self.lines) + board.exceptions.flatMap(Self.lines)
                + board.tracked.flatMap { Self.lines($0.issue) }
            // What a line that is printed leaves out for being short is told elsewhere too, and no secret of this edition's.
            let followed = Set(board.tracked.map(\.issue.ref))
            kept += papers.tracked.filter { followed.contains($0.issue.ref) }.flatMap(Self.told)
        case .letter:
            all = []
            kept = []
        }
        // What is decided in the usual words tells nothing of what it is about.
        let shown = Set(kept.map(\.text)).union(DecisionLine.Kind.usualWordings(groups: groups))
        // What stays of a text of which words were taken out is no secret any more.
        secrets = Set(all).filter {
            !shown.contains($0.text) && !$0.text.contains(PackGuard.removed)
                && TextWords($0.text).length >= Self.shortest
        }
        .sorted { ($0.ref, $0.text) < ($1.ref, $1.text) }
        .map { .words($0.text, as: .passage, ref: $0.ref, section: "left out of this edition") }
    }

    private static func lines(_ ref: String, _ texts: [String?]) -> [Line] {
        texts.compactMap { $0.map { Line(ref: ref, text: $0) } }
    }

    private static func lines(_ issue: IssueSheet) -> [Line] {
        lines(
            issue.ref,
            [
                issue.summary, issue.services, issue.tried, issue.outcomeSought, issue.ask, issue.recommendation,
                issue.options, issue.evidence, issue.parentRepView, issue.answer?.decision.text,
            ] + (issue.answer?.decision.limbs ?? []))
    }

    private static func lines(_ line: BoardFollowUp) -> [Line] {
        lines(line.issue) + lines(line.issue.ref, [line.note])
    }

    private static func lines(_ brief: BoardBrief) -> [Line] {
        lines(brief.issue) + brief.questions.flatMap { lines($0.ref, [$0.text, $0.answer?.text]) }
    }

    private static func lines(_ line: BoardTracked) -> [Line] { lines(line.issue) + told(line) }

    private static func told(_ line: BoardTracked) -> [Line] {
        lines(
            line.issue.ref,
            [line.decision?.text, line.latest?.text, line.outcome, line.evidence] + (line.decision?.limbs ?? [])
                + line.changed.map(\.text))
    }

    private static func lines(_ exception: BoardException) -> [Line] {
        lines(exception.issue) + lines(exception.issue.ref, exception.deferrals.map(\.reason))
    }

    private static func lines(_ papers: MeetingPapers) -> [Line] {
        var all: [Line] = []
        for entry in papers.agenda {
            let ref = entry.issue?.ref ?? "item \(entry.number)"
            all += lines(ref, [entry.title, entry.note, entry.lateReason, entry.chairNotes])
            if let issue = entry.issue { all += lines(issue) }
        }
        for entry in papers.minutes {
            let ref = entry.issue ?? "item \(entry.number)"
            all += lines(ref, [entry.title, entry.discussed] + entry.agreed.map(\.privateCorrections))
            for decision in entry.decisions {
                all += lines(ref, [decision.text, decision.onward] + decision.limbs)
            }
        }
        all += lines(papers.ref, papers.privateCorrections)
        for action in papers.actions {
            all += lines(
                action.ref, [action.text, action.evidence, action.answer] + action.dueHistory.map(\.reason))
        }
        for line in papers.standing.arising {
            all += lines(line.issue ?? "item \(line.item)", [line.decision.text] + line.decision.limbs)
        }
        for answer in papers.answers { all += lines(answer.ref, [answer.said, answer.did, answer.impact]) }
        for line in papers.escalations { all += lines(line.issue) }
        for line in papers.notReached { all += lines("item \(line.number)", [line.title, line.because]) }
        return all
    }
}
