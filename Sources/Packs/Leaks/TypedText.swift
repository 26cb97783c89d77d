import Partnership

/// Something in the papers that a person typed, and where it can be changed. All else in a pack is the register's own:
/// templates, titles, roles, who attended, references and days.
struct TypedText {
    /// Of what holds it: `N-7`, `A-3`, a meeting.
    let reference: String
    /// `summary`; `item 8.1, discussed`.
    let field: String
    let text: String
    /// The issue that it is about, where it is about one: with that issue it is erased.
    var issue: String?
    /// It tells what was said and decided at a meeting.
    var isMinutes = false
}

extension Pack {
    /// Passes every text that somebody typed through a change.
    func mappingTyped(_ change: @escaping (TypedText) -> String) -> Pack {
        switch self {
        case .agenda(let papers): .agenda(papers.mappingTyped(change))
        case .minutes(let papers): .minutes(papers.mappingTyped(change))
        case .board(let papers): .board(papers.mappingTyped(change))
        case .letter(let answer): .letter(answer.mappingTyped(change))
        case .briefing(let papers): .briefing(papers.mappingTyped(change))
        case .notice(let papers): .notice(papers.mappingTyped(change))
        case .log(let papers, let lead): .log(papers.mappingTyped(change), of: lead)
        case .page(let papers, let told):
            .page(papers.mappingTyped(change), told: told.map { $0.mappingTyped(change) })
        case .news(let papers, let earlier):
            .news(papers.mappingTyped(change), after: earlier.map { $0.mappingTyped(change) })
        }
    }

    /// Every text that somebody typed, whether or not an edition prints it.
    var typed: [TypedText] {
        var texts: [TypedText] = []
        _ = mappingTyped { typed in
            texts.append(typed)
            return typed.text
        }
        return texts
    }

    /// Whether a text that somebody typed stands in it.
    public func holds(_ text: String) -> Bool { typed.contains { $0.text == text } }

    /// The references of the issues that it is about.
    public var issues: Set<String> {
        func issues(_ papers: MeetingPapers) -> [String] {
            papers.agenda.compactMap(\.issue?.ref) + papers.minutes.compactMap(\.issue)
                + papers.actions.compactMap(\.issue)
                + papers.answers.map(\.ref) + papers.escalations.map(\.issue.ref) + papers.feedbackOwed.map(\.ref)
                + papers.standing.arising.compactMap(\.issue) + papers.standing.proposed.map(\.issue.ref)
                + (papers.standing.delegated ?? []).map(\.issue)
                + (papers.standing.gaps ?? []).flatMap(\.foundIn).compactMap(\.issue)
                + (papers.standing.risks ?? []).flatMap(\.about).compactMap(\.issue)
        }
        return switch self {
        case .agenda, .minutes, .notice, .news, .briefing, .page, .log: Set(meetings.flatMap(issues))
        case .board(let papers):
            Set(
                issues(papers.meeting) + papers.briefs.map(\.issue.ref) + papers.returned.map(\.issue.ref)
                    + papers.overdue.map(\.issue.ref) + papers.exceptions.map(\.issue.ref)
                    + papers.briefs.flatMap(\.gaps).flatMap(\.foundIn).compactMap(\.issue)
                    + papers.tracked.map(\.issue.ref))
        case .letter(let answer): Set([answer.ref] + [answer.carriedBy].compactMap(\.self))
        }
    }
}

/// Changes texts of one thing.
struct Typing {
    let reference: String
    var issue: String?
    var isMinutes = false
    let change: (TypedText) -> String

    func callAsFunction(_ field: String, _ text: String) -> String {
        guard !text.isEmpty else { return text }
        return change(TypedText(reference: reference, field: field, text: text, issue: issue, isMinutes: isMinutes))
    }

    func callAsFunction(_ field: String, _ text: String?) -> String? { text.map { callAsFunction(field, $0) } }

    func of(_ reference: String, about issue: String? = nil) -> Typing {
        Typing(reference: reference, issue: issue ?? self.issue, isMinutes: isMinutes, change: change)
    }

    func about(_ issue: String?) -> Typing {
        Typing(reference: reference, issue: issue, isMinutes: isMinutes, change: change)
    }

    /// Of what the minutes say.
    var minuting: Typing { Typing(reference: reference, issue: issue, isMinutes: true, change: change) }
}

extension MeetingPapers {
    fileprivate func mappingTyped(_ change: @escaping (TypedText) -> String) -> MeetingPapers {
        let typing = Typing(reference: ref, change: change)
        let standing = Set(body.agenda.flatMap { [$0.title] + $0.yearly.map(\.title) })
        func title(_ title: String, _ number: String, _ issue: String? = nil) -> String {
            standing.contains(title) ? title : typing.about(issue)("item \(number), title", title)
        }
        var papers = self
        papers.changedBecause = typing("why it was moved or cancelled", changedBecause)
        papers.venue = typing("venue", venue)
        papers.joining = typing("how to join", joining)
        papers.access?.title = typing("access contact", access?.title ?? "")
        papers.access?.email = typing("access contact", access?.email)
        papers.access?.phone = typing("access contact", access?.phone)
        papers.agenda = agenda.map { entry in
            var entry = entry
            let typing = typing.about(entry.issue?.ref)
            entry.title = title(entry.title, entry.number, entry.issue?.ref)
            entry.note = typing("item \(entry.number), note", entry.note)
            entry.lateReason = typing("item \(entry.number), reason for taking it late", entry.lateReason)
            entry.chairNotes = typing("item \(entry.number), chair’s note", entry.chairNotes)
            entry.part = entry.part.mappingTyped(typing, entry.number)
            entry.issue = entry.issue?.mappingTyped(typing)
            entry.matter = entry.matter?.mappingTyped(typing)
            return entry
        }
        papers.actions = actions.map { $0.mappingTyped(typing) }
        papers.answers = answers.map { answer in
            var answer = answer
            let typing = typing.of(answer.ref, about: answer.ref)
            answer.said = typing("you said", answer.said)
            answer.did = typing("we did", answer.did)
            answer.impact = typing("impact", answer.impact)
            return answer
        }
        papers.background = background.map { paper in
            var paper = paper
            paper.title = typing("background paper", paper.title)
            paper.place = typing("background paper", paper.place)
            return paper
        }
        papers.nextDates = nextDates.map { date in
            var date = date
            date.venue = typing("venue of the next meeting", date.venue)
            return date
        }
        papers.calendar = calendar.enumerated().map { place, meeting in
            var meeting = meeting
            // That of a notice is the meeting's own.
            meeting.venue =
                place == 0 && venue != nil ? papers.venue : typing("venue of the next meeting", meeting.venue)
            return meeting
        }
        papers.declarations = declarations.map { line in
            var line = line
            line.interest = typing("declared interest", line.interest)
            return line
        }
        papers.notExcludedBecause = typing.minuting("why the public was not excluded", notExcludedBecause)
        papers.corrections = corrections.map { typing.minuting("corrections", $0) }
        papers.privateCorrections = privateCorrections.map { typing.minuting("corrections of private items", $0) }
        papers.minutes = minutes.map { entry in
            var entry = entry
            let typing = typing.about(entry.issue).minuting
            entry.title = title(entry.title, entry.number, entry.issue)
            entry.discussed = typing("item \(entry.number), discussed", entry.discussed)
            entry.part = entry.part.mappingTyped(typing, entry.number)
            entry.decisions = entry.decisions.map { $0.mappingTyped(typing) }
            entry.agreed = entry.agreed.map { minutes in
                var minutes = minutes
                let typing = typing.of(minutes.ref)
                minutes.corrections = typing("corrections", minutes.corrections)
                minutes.privateCorrections = typing("corrections of private items", minutes.privateCorrections)
                return minutes
            }
            return entry
        }
        papers.escalations = escalations.map { $0.mappingTyped(typing) }
        papers.standing.proposed = self.standing.proposed.map { $0.mappingTyped(typing) }
        papers.standing.arising = self.standing.arising.map { line in
            var line = line
            let typing = typing.about(line.issue).minuting
            line.decision = line.decision.mappingTyped(typing)
            line.part = line.part.mappingTyped(typing, line.item)
            return line
        }
        papers.standing.delegated = self.standing.delegated?.map { line in
            var line = line
            line.part = line.part.mappingTyped(typing, line.issue)
            return line
        }
        papers.standing.gaps = self.standing.gaps?.map { $0.mappingTyped(typing) }
        papers.standing.risks = self.standing.risks?.map { $0.mappingTyped(typing) }
        papers.notReached = notReached.map { line in
            var line = line
            line.title = title(line.title, line.number)
            line.because = typing("item \(line.number), chair’s reason", line.because)
            line.part = line.part.mappingTyped(typing, line.number)
            return line
        }
        return papers
    }
}

extension BoardPapers {
    fileprivate func mappingTyped(_ change: @escaping (TypedText) -> String) -> BoardPapers {
        let typing = Typing(reference: meeting.ref, change: change)
        func follow(_ lines: [BoardFollowUp]) -> [BoardFollowUp] {
            lines.map { line in
                var line = line
                line.note = typing.of(line.issue.ref, about: line.issue.ref)("where it stands", line.note)
                line.part = line.part.mappingTyped(typing, line.issue.ref)
                line.issue = line.issue.mappingTyped(typing)
                return line
            }
        }
        var papers = self
        papers.meeting = meeting.mappingTyped(change)
        papers.briefs = briefs.map { brief in
            var brief = brief
            brief.part = brief.part.mappingTyped(typing, brief.item ?? brief.issue.ref)
            brief.questions = brief.questions.map { question in
                var question = question
                let typing = typing.of(question.ref, about: brief.issue.ref)
                question.text = typing(question.stance?.lowercased() ?? "question", question.text)
                if let answer = question.answer?.text { question.answer?.text = typing("answer", answer) }
                return question
            }
            brief.issue = brief.issue.mappingTyped(typing)
            brief.gaps = brief.gaps.map { $0.mappingTyped(typing) }
            return brief
        }
        papers.returned = follow(returned)
        papers.overdue = follow(overdue)
        papers.exceptions = exceptions.map { exception in
            var exception = exception
            let typing = typing.of(exception.issue.ref, about: exception.issue.ref)
            exception.deferrals = exception.deferrals.map {
                BoardException.Deferral(day: $0.day, reason: typing("reason for deferring", $0.reason))
            }
            exception.part = exception.part.mappingTyped(typing, exception.issue.ref)
            exception.issue = exception.issue.mappingTyped(typing)
            return exception
        }
        papers.tracked = tracked.map { $0.mappingTyped(typing) }
        return papers
    }
}

extension BoardTracked {
    fileprivate func mappingTyped(_ typing: Typing) -> BoardTracked {
        let own = typing.of(issue.ref, about: issue.ref)
        var line = self
        line.part = part.mappingTyped(typing, issue.ref)
        line.issue = issue.mappingTyped(typing)
        line.decision = decision?.mappingTyped(own)
        if let latest {
            line.latest?.text = own.of(latest.ref)("\(latest.deed.uncapitalisedFirst)", latest.text)
        }
        line.outcome = own("outcome", outcome)
        line.evidence = own("evidence of the outcome", evidence)
        line.changed = changed.map { LaterChange(on: $0.on, text: own("what it changed", $0.text)) }
        return line
    }
}

extension FamilyAnswer {
    fileprivate func mappingTyped(_ change: @escaping (TypedText) -> String) -> FamilyAnswer {
        let typing = Typing(reference: ref, issue: ref, change: change)
        var answer = self
        answer.heard = typing("what was heard", heard)
        answer.decided = typing("what was decided", decided)
        answer.why = typing("why", why)
        answer.agreement = agreement.map { $0.mapping { typing("who has to agree", $0) } }
        answer.reopened?.because = typing("what is new", reopened?.because)
        answer.acknowledgement?.missing = typing("what is missing", acknowledgement?.missing)
        answer.acknowledgement?.earliest?.venue = typing("venue", acknowledgement?.earliest?.venue)
        answer.steps = steps.map { step in
            var step = step
            step.needs = typing("who has to agree", step.needs)
            step.who = typing("who acts", step.who)
            step.what = typing("action", step.what)
            return step
        }
        answer.impact = typing("impact", impact)
        if let reply { answer.reply?.who = typing("who has answered", reply.who) }
        if case .sentOn(let place, let contact, let told, let day)? = ending {
            answer.ending = .sentOn(to: place, contact: typing("contact given", contact), told: told, on: day)
        }
        return answer
    }
}
