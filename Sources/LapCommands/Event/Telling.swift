import Partnership
import Register
import UseCases
import Workflow

/// What a person is told when an event has happened: old state and new, the next day that matters, what to do next, and
/// how to undo it.
struct Telling {
    let noun: Noun
    let shown: ShownOutcome
    /// The operation's number; nil when it only would happen.
    let operation: Int?

    var text: String {
        let reference = shown.item.ref
        var text = operation == nil ? "Would be " : ""
        if let from = shown.fromTitle {
            text +=
                shown.hasMoved
                ? "\(reference): \(from) → \(shown.stateTitle)."
                : "\(reference): \(shown.eventTitle); still \(shown.stateTitle)."
        } else {
            text += "\(reference): \(shown.stateTitle)."
        }
        if let due = shown.due { text += " \(due.isMissed ? due.sentence : "\(due.title) by \(due.due.words)")." }
        if !shown.recorded.isEmpty { text += " Recorded \(shown.recorded.joined(separator: ", "))." }
        if !shown.provisional.isEmpty {
            let isAre = shown.provisional.count == 1 ? "is" : "are"
            text +=
                " \(Sentences.list(shown.provisional, "and")) \(isAre) provisional until a later meeting confirms "
                + "\(shown.provisional.count == 1 ? "it" : "them") (R8)."
        }
        if !shown.released.isEmpty {
            text +=
                " \(Sentences.list(shown.released, "and")) "
                + "\(shown.released.count == 1 ? "comes back and goes on by itself" : "come back and go on by themselves")."
        }
        text += "\n"
        text += taken
        text += followers
        for paper in shown.papersOut {
            text +=
                "\(paper.file), issued on \(paper.issued.words), "
                + (noun.workflow == "meeting" ? "says otherwise: " : "holds \(reference): ")
                + (paper.isAhead ? "make it again, or recall it" : "see whether it has to be recalled")
                + " (lap pack recall).\n"
        }
        if let ahead = shown.ahead { text += ahead.words }
        if let area = shown.withoutLAP {
            text += "\(area) has no LAP: it is settled one to one, or handed to its own partnership.\n"
        }
        if let next { text += "Next: \(next)\n" }
        return text
    }

    /// Where it was taken out of what else is kept.
    private var taken: String {
        guard let taken = shown.taken else { return "" }
        var lines: [String] = []
        if !taken.places.isEmpty || taken.others > 0 {
            lines.append(operation == nil ? "To be taken out of other texts:" : "Taken out of other texts:")
            lines += taken.places.map { "  \($0.ref), \($0.field)" }
            if taken.others > 0 { lines.append("  and \(taken.others) that you may not read") }
        }
        if !taken.apart.isEmpty {
            lines.append(
                "Left as it is, since its own screen is not clear: \(Sentences.list(taken.apart, "and")). Look at it.")
        }
        lines += ErasureTelling.papers(redacted: taken.redactedPapers, erased: taken.erasedPapers)
        return lines.map { $0 + "\n" }.joined()
    }

    /// What was before a meeting, and what became of it.
    private var followers: String {
        let groups = Dictionary(grouping: shown.told) { Follower($0) }
        return groups.map { group, told in
            (first: told.map(\.reference).min() ?? "", line: group.sentence(told.map(\.reference)) + "\n")
        }.sorted { $0.first < $1.first }.map(\.line).joined()
    }

    /// What is told of several in one sentence.
    private struct Follower: Hashable {
        let following: Outcome.Told.Following
        let state: String
        let event: String
        let next: Day?

        init(_ told: Outcome.Told) {
            following = told.following
            state = told.following == .along ? "" : told.state
            event = told.following == .told ? told.eventTitle ?? "" : ""
            next = told.next
        }

        func sentence(_ references: [String]) -> String {
            let all = Sentences.list(references, "and")
            let isOne = references.count == 1
            return switch following {
            case .along: "\(all) \(isOne ? "comes" : "come") along."
            case .off: "\(all) \(isOne ? "was" : "were") to come before it: now \(state)."
            case .carried:
                next.map { "\(all) \(isOne ? "was" : "were") not reached: carried to the meeting on \($0.words)." }
                    ?? "\(all) \(isOne ? "was" : "were") not reached, and there is no next meeting yet: now \(state)."
            case .taken:
                "\(all) \(isOne ? "counts" : "count") as taken, and nothing is recorded under \(isOne ? "it" : "them") yet."
            case .passed:
                "\(all) \(isOne ? "was" : "were") not tabled, and \(isOne ? "is" : "are") counted as passed over."
            case .done: "\(all): everything that was to be done is done; record what came of it."
            case .told: "\(all): \(event); now \(state)."
            case .unheard:
                "\(all): nothing is recorded of the answer, which comes to the next agenda until something is."
            case .undecided:
                "\(all) \(isOne ? "waits" : "wait") for a decision, or the chair’s reason to carry \(isOne ? "it" : "them") on."
            }
        }
    }

    /// What most often comes next here: with who may do it when this person may not, or what would have to come first.
    private var next: String? {
        guard let next = shown.next else { return nil }
        let reference = shown.item.ref
        if !next.reasons.isEmpty {
            return next.reasons.lazy.compactMap { $0.command(noun: noun, reference: reference) }.first
        }
        return "lap \(noun.name) \(next.event) \(reference)\(Sentences.by(next.others))"
    }

    /// What is worth knowing besides; nil when nothing is.
    var aside: String? {
        var lines: [String] = []
        if !shown.alike.isEmpty {
            lines.append(
                "\(shown.alike.count) individual issues of this theme and area in \(shown.alikeDays) days "
                    + "(\(shown.alike.joined(separator: ", "))): consider one systemic issue, and merge them into it.")
        }
        if !shown.needs.isEmpty { lines.append(Telling.needs(shown.needs)) }
        lines += shown.clocks.filter(\.isWorthTelling).map(\.sentence)
        if let operation, shown.canBeUndone { lines.append("Undo with: lap undo \(operation)") }
        return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n"
    }

    /// `They need: Easy read, Interpreter, Urdu.`
    static func needs(_ needs: [String]) -> String { "They need: \(needs.joined(separator: ", "))." }
}

extension ShownOutcome.Ahead {
    /// In words that can be read out.
    fileprivate var words: String {
        let left =
            switch meeting.workingDaysLeft {
            case ..<0: "the cut-off for that was \(meeting.cutOff.wordsWithWeekday)"
            case 0: "it can be brought until today"
            case let days: "it can be brought until \(meeting.cutOff.wordsWithWeekday), in \(days.of("working day"))"
            }
        return "The \(body) meets on \(meeting.on.wordsWithWeekday); \(left).\n"
    }
}
