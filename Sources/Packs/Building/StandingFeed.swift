import Partnership
import Workflow

/// What an agenda prints under a standing item itself, as the record has it: none stands bare.
struct StandingFeed {
    let meeting: EditedMeeting
    private var papers: MeetingPapers { meeting.papers }
    private var facts: StandingFacts { meeting.papers.standing }

    init(_ meeting: EditedMeeting) { self.meeting = meeting }

    /// Sentences; none for a matter under a standing item.
    func lines(_ entry: AgendaEntry) -> [String] {
        guard let feed = entry.feed else { return [] }
        let isEmpty = !papers.agenda.contains { $0.number.hasPrefix(entry.number + ".") }
        switch feed {
        case .none, .newIssues, .carried, .boardIssues: return isEmpty ? ["Nothing is listed under this item."] : []
        case .messages: return isEmpty ? ["No message to go out has been brought."] : []
        case .inPrivate: return isEmpty ? ["Nothing is taken in private."] : []
        case .quorum: return [quorum]
        case .declarations: return [declarations].compactMap(\.self)
        case .previousMinutes: return previous
        case .actions: return [actions]
        case .answers: return [answers(isEmpty)].compactMap(\.self)
        case .escalations: return [proposed]
        case .groupReports: return delegated
        case .plans: return [plan].compactMap(\.self)
        case .themes: return [trend]
        case .nextMeetings: return next
        case .gaps: return gaps(isEmpty)
        case .risks: return risks
        }
    }

    private var quorum: String {
        facts.quorum.isEmpty
            ? "The body’s record names nobody who has to be there."
            : "A quorum needs: \(facts.quorum.joinedInWords)\(terms)."
    }

    private var terms: String { facts.terms.map { ", by \($0.words)" } ?? "" }

    private var declarations: String? {
        facts.declared.map {
            $0 == 0 ? "No interest has been declared so far." : "\($0.words("interest")) declared so far."
        }
    }

    private var previous: [String] {
        guard let previous = facts.previous else { return ["No earlier meeting is on record."] }
        let arising = ArisingSection(meeting)
        let last = facts.unagreed + [previous]
        return last.map { $0.sentence(isAgreedHere: !papers.isCalledOff) } + [arising.sentence] + toConfirm
    }

    /// What the meeting is asked to confirm, by its numbers (rule R8).
    private var toConfirm: [String] {
        let decisions = facts.toConfirm
        guard !decisions.isEmpty else { return [] }
        let are = decisions.count == 1 ? "it was" : "they were"
        let days = Dictionary(grouping: decisions, by: \.taken).sorted { $0.key < $1.key }.map { day, decisions in
            "\(decisions.map(\.ref).joinedInWords) of \(day.words)"
        }
        return ["To be confirmed, because \(are) taken provisionally: \(days.joined(separator: "; "))."]
    }

    private var actions: String {
        let counts = meeting.actionCounts
        guard counts.closed + counts.open > 0 else {
            return meeting.noActions
        }
        return "The action log has \(counts.closed) closed, \(counts.open) open and \(counts.overdue) overdue."
    }

    private func answers(_ isEmpty: Bool) -> String? {
        guard meeting.edition != .restricted else { return nil }
        guard papers.answers.isEmpty else {
            return "\(papers.answers.count.words("answer")) since the last agenda."
        }
        return meeting.withheldAnswers == 0
            ? "No issue has been closed with an answer since the last agenda."
            : "No answers on issues that were closed since the last agenda are printed here."
    }

    private var proposed: String {
        facts.proposed.isEmpty
            ? "No proposed escalation is printed here."
            : "Proposed and not sent yet: \(facts.proposed.map(\.issue.ref).joinedInWords)."
    }

    private var delegated: [String] {
        guard let delegated = facts.delegated else { return [] }
        guard !delegated.isEmpty else { return ["No work given to a group is printed here."] }
        return Dictionary(grouping: delegated, by: \.group).sorted { $0.key < $1.key }.map { group, lines in
            let works = lines.map { line in
                let late = line.reportBy.map { $0 < papers.asOf } ?? false
                let day = line.reportBy.map { ", \(late ? "report was due" : "reports by") \($0.words)" } ?? ""
                return line.issue + day
            }
            return "\(group): \(works.joined(separator: "; "))."
        }
    }

    private var plan: String? {
        facts.plan.map { counts in
            counts.isEmpty
                ? "No plan action is on record."
                : "Plan actions: "
                    + counts.map { "\($0.count) \($0.state.uncapitalisedFirst)" }.joinedInWords + "."
        }
    }

    private var trend: String {
        if ThemeTrendSection(meeting)?.section != nil { return "The numbers are under “Themes and trends” below." }
        return meeting.edition == .public
            ? "No theme had five issues or more in either of the last two closed quarters."
            : "No issue is open, and none was received in the last two closed quarters."
    }

    /// - Parameter isEmpty: nothing was brought under the item.
    private func gaps(_ isEmpty: Bool) -> [String] {
        guard let gaps = facts.gaps else { return isEmpty ? ["Nothing is listed under this item."] : [] }
        return gaps.isEmpty ? ["No gap in services is printed here."] : gaps.map(\.sentence)
    }

    private var risks: [String] {
        guard let risks = facts.risks else { return [] }
        guard !risks.isEmpty else { return ["No risk is printed here."] }
        return ["The highest scores of the risk register, likelihood × impact:"] + risks.map(\.sentence)
    }

    private var next: [String] {
        guard !papers.nextDates.isEmpty else { return ["No further meetings are fixed yet."] }
        return papers.nextDates.map { date in
            let place = [date.day.wordsWithWeekday, date.time?.words, date.venue].compactMap(\.self)
            return "\(date.title): \(place.joined(separator: ", "))."
        }
    }
}

extension StandingFacts.Previous {
    /// How far its minutes have come.
    ///
    /// - Parameter isAgreedHere: whether the meeting that it is told to takes place.
    fileprivate func sentence(isAgreedHere: Bool) -> String {
        let come =
            switch status {
            case .draft: "have not been circulated yet"
            case .circulated(let day):
                "were circulated on \(day.words)" + (isAgreedHere ? ", and are to be agreed" : "")
            case .agreed(let day): "were agreed on \(day.words)"
            case .signed(_, let day): "were signed on \(day.words)"
            }
        return "The minutes of \(date.words) \(come)."
    }
}
