import Partnership
import Workflow

/// A meeting's papers, cut down to what an edition's audience may see. Packs are built from this, never from the papers
/// themselves, so that what was cut cannot reach a writer.
struct EditedMeeting: Hashable, Sendable {
    let edition: Edition
    let papers: MeetingPapers
    let actionCounts: ActionCounts
    /// Counts of the actions that this meeting gave rise to.
    let newActionCounts: ActionCounts
    /// How many actions are counted but not printed; nil in public: a number of matters that are not printed is a number
    /// of families, so what is not printed there is not counted either, and it is not told whether there is any.
    let withheldActions: Int?
    /// The same of those that this meeting gave rise to.
    let withheldNewActions: Int?
    /// How many answers are not printed; nil in public, where that is not told.
    let withheldAnswers: Int?
    /// How many raisers are owed the outcome of a matter that is not printed; nil in public.
    let withheldFeedback: Int?
    /// The numbers of the items that are taken in private.
    let partTwo: [String]
    /// The minutes have something to say of every item, printed or not, and of none that time ran out for it.
    let isEveryItemReached: Bool
    /// Something has been minuted, printed or not.
    let isMinuted: Bool
    /// Only what was decided is printed, because the minutes are not agreed.
    let isSummary: Bool
    /// The numbers of the items whose minutes it prints, and does not only mention.
    let printed: Set<String>
    /// Some background paper is on record, printed or not.
    let hasBackground: Bool

    init(_ given: MeetingPapers, for edition: Edition) {
        let all = given.completed()
        self.edition = edition
        let body = all.body.id
        func showing(_ part: PaperPart, _ consent: (any ConsentBound)?) -> Showing {
            edition.showing(part, consent: consent, body: body)
        }
        // Of what is nobody's issue nothing is printed where words were taken out of it: that they were might tell everybody of
        // whom. Issues are known by their references, and say openly where words are missing.
        func unlessMarked(_ showing: Showing, _ issue: String?, _ texts: [String?]) -> Showing {
            let isMarked = texts.contains { $0?.contains(PackGuard.removed) ?? false }
            return edition == .public && showing == .full && issue == nil && isMarked ? .withheld : showing
        }
        func showing(_ entry: AgendaEntry) -> Showing {
            unlessMarked(showing(entry.part, entry.issue), entry.issue?.ref, entry.texts)
        }
        func own(_ entry: MinuteEntry) -> Showing {
            unlessMarked(showing(entry.part, entry.issue == nil ? nil : entry), entry.issue, [entry.title])
        }
        var papers = all
        papers.chair = all.chair?.cut(for: edition)
        papers.signatory = all.signatory?.cut(for: edition)
        papers.agenda = all.agenda.compactMap { $0.cut(for: edition, showing($0)) }
        // What is printed no longer keeps its number under the heading of what is taken in private.
        let privately = all.minutes.filter { $0.isHeading && $0.part.isTwo }.map { $0.number + "." }
        func showing(_ entry: MinuteEntry) -> Showing {
            let showing = own(entry)
            guard showing == .absent, entry.isNoLongerPrinted, privately.contains(where: entry.number.hasPrefix) else {
                return showing
            }
            return .full
        }
        papers.minutes = all.minutes.compactMap { $0.cut(for: edition, showing($0)) }
        if edition == .public, all.body.publishing == .summary, !all.status.isAgreed {
            for index in papers.minutes.indices { papers.minutes[index].discussed = nil }
            isSummary = true
        } else {
            isSummary = false
        }
        papers.actions = all.actions.filter { showing($0.part, $0.issue == nil ? nil : $0) == .full }.map {
            $0.cut(for: edition)
        }
        papers.answers = all.answers.filter { showing($0.part, $0) == .full }.map { $0.cut(for: edition) }
        papers.feedbackOwed = all.feedbackOwed.filter { owed in
            edition == .public
                ? !owed.mayBeOneFamilys && showing(owed.part, owed) == .full : showing(owed.part, nil) == .full
        }
        papers.attendance = all.attendance.map { $0.cut(for: edition) }
        // They tell of private items without saying of which: whoever may not read one reads none.
        if ![.restricted, .chair].contains(edition) { papers.privateCorrections = [] }
        papers.escalations = all.escalations.compactMap {
            $0.cut(for: edition, showing($0.part, $0.issue))
        }
        let unnamed = Set(all.minutes.filter { $0.issue == nil && own($0) == .withheld }.map(\.number))
        papers.notReached = all.notReached.compactMap {
            let showing = showing($0.part, $0.part.isTwo ? nil : $0)
            return $0.cut(showing == .full && unnamed.contains($0.number) ? .withheld : showing)
        }
        let printed = Set(
            all.agenda.filter { showing($0) == .full }.map(\.number)
                + all.minutes.filter { own($0) == .full }.map(\.number))
        let cut = Set(all.agenda.map(\.number) + all.minutes.map(\.number)).subtracting(printed)
        // What is declared under the heading of private items is about one of them.
        let headings = Set(
            all.agenda.filter { cut.contains($0.number) && $0.part.isTwo }.compactMap {
                $0.number.split(separator: ".").first.map(String.init)
            })
        papers.declarations = all.declarations.map { line in
            let item = line.item ?? ""
            return line.cut(for: edition, isItemCut: cut.contains(item) || headings.contains(item))
        }
        // What was put right in what is not printed here is nobody's here.
        papers.changes = all.changes.filter { change in
            switch change {
            case .corrected(let item), .supplied(let item): printed.contains(item)
            // Where it was always printed, nothing came of it.
            case .released(let item): [.public, .members].contains(edition) && printed.contains(item)
            case .takenOff, .notPrinted, .meeting: true
            }
        }
        // Minutes made again say what they told before and do not tell any more.
        if let before = all.toldBefore.first(where: { $0.edition == edition.rawValue }) {
            let kept = printed.subtracting(all.minutes.filter(\.isNoLongerPrinted).map(\.number))
            papers.changes = before.items.filter { !kept.contains($0) }.map(AgendaChange.notPrinted)
            papers.changedSince = papers.changes.isEmpty ? nil : before.since
        }
        papers.background = all.background.filter { !cut.contains($0.item ?? "") }
        if edition == .restricted {
            papers.answers = []
            papers.feedbackOwed = []
        }
        papers.standing.arising = all.standing.arising.compactMap { $0.cut(for: edition, showing($0.part, $0.bound)) }
        func isFull(_ decision: ProvisionalDecision) -> Bool {
            showing(decision.part, decision.isAboutIssue ? decision : nil) == .full
        }
        papers.confirmed = all.confirmed.filter(isFull)
        papers.standing.toConfirm = all.standing.toConfirm.filter(isFull)
        let numbers = Set(papers.agenda.map(\.number) + papers.minutes.map(\.number))
        for index in papers.itemQuorums.indices where !numbers.contains(papers.itemQuorums[index].number) {
            papers.itemQuorums[index].deciding = papers.itemQuorums[index].there
        }
        papers.standing.proposed = all.standing.proposed.compactMap { line in
            showing(line.part, line.issue) == .full ? line.cut(for: edition, .full) : nil
        }
        papers.standing.delegated = all.standing.delegated?.filter { showing($0.part, $0) == .full }
        papers.standing.gaps = all.standing.gaps?.compactMap { $0.cut(for: edition, body: body) }
        papers.standing.risks = all.standing.risks?.compactMap { $0.cut(for: edition, body: body) }
        if edition == .public { papers.standing.trend?.rows = [] } else { papers.standing.trend?.forPublic = [] }
        self.papers = papers
        // A heading under which it was resolved to take what follows in private is public with that.
        self.printed = Set(
            all.minutes.filter { own($0) == .full }.map(\.number)
                + papers.minutes.filter { $0.isHeading && !$0.decisions.isEmpty }.map(\.number))
        let counted = edition == .public ? papers.actions : all.actions
        actionCounts = ActionCounts(counted, on: all.asOf)
        newActionCounts = ActionCounts(counted.filter { $0.meeting == all.ref }, on: all.asOf)
        func withheld(_ number: Int) -> Int? {
            switch edition {
            case .public: nil
            case .restricted: 0
            case .members, .chair: number
            }
        }
        withheldActions = edition == .public ? nil : all.actions.count - papers.actions.count
        withheldNewActions =
            edition == .public
            ? nil : newActionCounts.closed + newActionCounts.open - papers.actions.count { $0.meeting == all.ref }
        withheldAnswers = withheld(all.answers.count - papers.answers.count)
        withheldFeedback = withheld(all.feedbackOwed.count - papers.feedbackOwed.count)
        partTwo = all.agenda.filter(\.part.isTwo).map(\.number)
        isMinuted = all.minutes.contains(where: \.isRecorded)
        hasBackground = !all.background.isEmpty
        let minuted = Set(all.minutes.filter(\.isRecorded).map(\.number))
        isEveryItemReached =
            isMinuted && all.notReached.isEmpty
            && all.agenda.allSatisfy { entry in
                // A heading is reached with the matters under it.
                minuted.contains(entry.number) || all.agenda.contains { $0.number.hasPrefix(entry.number + ".") }
            }
    }

    /// The names of the people that are left in it.
    var names: Set<String> {
        let attending = papers.attendance.flatMap { [$0.person, $0.deputyFor].compactMap(\.self) }
        let acting = papers.actions.flatMap { [$0.lead] + $0.supporters }
        let people =
            attending + acting + papers.declarations.map(\.person) + (papers.standing.risks ?? []).map(\.owner)
            + [papers.chair, papers.signatory].compactMap(\.self)
        return Set(people.map(\.name).filter { !$0.isEmpty })
    }

    /// What an action log says that has none: where not all are printed or counted, that there are none is not told.
    var noActions: String {
        withheldActions == nil || papers.isActionLeftOut
            ? "No action is printed in the action log." : "There are no actions on the log."
    }

    /// What the minutes print of items that were taken, and may be told elsewhere.
    var toldItems: [MinuteEntry] {
        papers.minutes.filter { printed.contains($0.number) && $0.isReached && !$0.isNoLongerPrinted }
    }

    /// The actions that this meeting gave rise to.
    var newActions: [ActionLine] { papers.actions.filter { $0.meeting == papers.ref } }
}
