import Ledger
import Partnership
import Workflow

extension View {
    /// The answer to whoever raised an issue, as far as it has come. What was merged into another has the answer of that.
    ///
    /// - Parameter day: the day of the letter, on which something may be late.
    public func familyAnswer(on issue: StoredItem, asOf day: Day) throws -> FamilyAnswer {
        let carrier = try carrier(of: issue)
        for item in [issue, carrier] where !item.issue.isScreenClear {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "The safeguarding screen of \(item.reference) is not clear, so nothing is written about it.",
                    remedies: [], code: "R1")
            ])
        }
        guard try !isContactErased(of: issue) else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "How to reach whoever raised \(issue.reference) was erased, so there is nobody to write to.",
                    code: "R25")
            ])
        }
        guard !issue.issue.isAnonymous else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "\(issue.reference) was raised without a name, so there is nobody to write to.")
            ])
        }
        let course = try course(of: carrier)
        var answer = try letter(on: issue, of: course, on: day)
        let isPrivate = try part(of: issue).isTwo || part(of: carrier).isTwo
        switch answer.ending {
        case .withdrawn?, .lapsed?, .sentOn?:
            answer.isPrivate = isPrivate
            if isPrivate { answer.heard = "" }
            return answer
        case .answered?, nil: break
        }
        if isPrivate { return try privateAnswer(answer, on: issue, of: course, on: day) }
        return try openAnswer(answer, on: issue, of: course, on: day)
    }

    /// Whether how to reach whoever raised an issue was erased since it last changed otherwise.
    private func isContactErased(of issue: StoredItem) throws -> Bool {
        guard let section = issue.definition.field(IssueReader.Field.contact.rawValue).flatMap(issue.definition.seal)
        else { return false }
        let happened = try connection.rows(
            "SELECT name, origin, target FROM event WHERE item = ? ORDER BY id DESC", [.integer(issue.id)])
        let last = happened.first { row in
            row.text("origin") != row.text("target")
                || issue.definition.event(row.word("name"))?.erases.contains(section) ?? false
        }
        return last.flatMap { issue.definition.event($0.word("name")) }?.erases.contains(section) ?? false
    }

    /// The issue that one goes on as: the last of those that it was merged into, or itself.
    private func carrier(of issue: StoredItem) throws -> StoredItem {
        var carrier = issue
        var seen: Set = [issue.id]
        while carrier.issue.means("merged"), let lead = try carrier.issue.lead.map({ try item($0) }),
            seen.insert(lead.id).inserted
        {
            carrier = lead
        }
        return carrier
    }

    /// A letter without what was decided: whom it is from and about, how it ended, and what is known of what comes next.
    private func letter(on issue: StoredItem, of course: IssueCourse, on day: Day) throws -> FamilyAnswer {
        let reference = try reference
        let own = course.issue.issue
        let area = issue.issue.area.flatMap { reference.area($0) }
        var answer = FamilyAnswer(
            ref: issue.reference, theme: issue.issue.theme.flatMap { reference.theme($0)?.title } ?? "",
            area: area?.title ?? "", date: day, from: try sender(area),
            heard: issue.issue.said ?? issue.issue.summary ?? "", decided: "")
        answer.ending = try ending(of: course)
        answer.carriedBy = course.issue.id == issue.id ? nil : course.issue.reference
        // What one family said is not for another whose issue was merged into theirs.
        let isOwn = answer.carriedBy == nil
        answer.reopened = course.reopening.map {
            FamilyAnswer.Reopening(
                on: $0.on, because: isOwn && course.isSet(.newInformation) ? own.newInformation : nil)
        }
        answer.disagree = reference.waysToDisagree
        answer.reopenUntil = own.closedOn.map { $0.adding(months: reference.thresholds.reopenMonths) }
        answer.format = issue.issue.answerFormat(in: issue.language)
        answer.appeal = try appealTime(of: issue, on: day)
        guard course.issue.isOpen else { return answer }
        if let taken = issue.issue.consentWithdrawnOn {
            answer.withdrewConsent = .init(on: taken, goesOn: !isOwn || !isWithdrawn(issue))
        } else {
            let taking = try (isOwn ? course : self.course(of: issue)).setting(.consentWithdrawnOn)
            answer.renewedConsent = taking > course.decidedAt
        }
        if own.isSuspended {
            answer.rest = own.reviewOn.map { .init(until: $0, isOver: $0 < day) }
        } else {
            // A gap that is raised without a name has nobody to hear of it but those whose issues became part of it.
            // A family whose issue is part of another's is told by itself too.
            let told = isOwn ? nil : issue.issue.toldOn
            // Its own days go on meanwhile.
            func runs(_ clock: Definition.Clock) -> Bool { !isOwn && issue.item.clocks[clock.name] != nil }
            let waited =
                try isOwn && own.isAnonymous
                ? []
                : course.issue.definition.clocks.filter {
                    $0.meanings.contains("feedback") || $0.restartsOn.contains("update-raiser")
                }.map {
                    try wait(
                        by: $0, in: runs($0) ? issue : course.issue, for: letters(about: issue, by: day),
                        told: runs($0) ? nil : told)
                }
            answer.wasToHearBy = waited.compactMap(\.missed).min()
            // The day that a family was given when its own was acknowledged counts until then, whatever that became part of.
            let promised = issue.issue.replyBy.flatMap { $0 >= day ? $0 : nil }
            answer.hearsBy = (waited.compactMap(\.next) + [promised].compactMap(\.self)).min()
        }
        return answer
    }

    private func ending(of course: IssueCourse) throws -> FamilyAnswer.Ending? {
        let issue = course.issue.issue
        guard !course.issue.isOpen else { return nil }
        if issue.means("withdrawn") {
            guard course.isSet(.askedOn), let asked = issue.askedOn else { return .lapsed(on: issue.closedOn) }
            return .withdrawn(asked: asked, on: issue.closedOn)
        }
        if let destination = issue.destination.flatMap({ name in try? reference.destinations.first { $0.id == name } })
        {
            return .sentOn(
                to: destination.plainTitle, contact: course.isSet(.contactGiven) ? issue.contactGiven : nil,
                told: course.isSet(.toldOn) ? issue.toldOn : nil, on: issue.closedOn)
        }
        return .answered(on: issue.closedOn)
    }

    /// The answer on what was taken in public.
    private func openAnswer(
        _ begun: FamilyAnswer, on issue: StoredItem, of course: IssueCourse, on day: Day
    ) throws -> FamilyAnswer {
        let own = course.issue.issue
        let outcome = course.outcome
        let passed = try passing(of: course)
        // That it was put off is no answer any more once it was passed over since.
        let decision = course.decision.flatMap { $0.isDeferral && passed != nil ? nil : $0 }
        var answer = begun
        if outcome == nil, decision == nil, course.reopening == nil, passed == nil, begun.withdrewConsent == nil,
            !begun.renewedConsent
        {
            answer.acknowledgement = try acknowledgement(of: course, begun, received: issue.issue.received, on: day)
        }
        answer.isNoFurtherAction = course.isSettled && own.isNoFurtherAction
        if decision != nil || outcome != nil {
            (answer.decided, answer.why) = try words(for: course, outcome, isNothing: answer.isNoFurtherAction)
        }
        answer.passedOver = passed
        answer.reply = try reply(in: course)
        answer.decidedBy = try decision.flatMap { try reference.body($0.body)?.title }
        answer.decidedOn = try decision.flatMap { try item($0.meeting).meeting.date }
        answer.isProvisional = decision?.isProvisional ?? false
        answer.agreement = decision?.principle
        if case .awaited? = decision?.principle?.outcome, let by = decision?.principle?.by {
            answer.isAgreementLate = by < day
        }
        answer.steps = try steps(of: course, on: day)
        answer.next = try hearing(of: course, on: day)
        answer.impact = course.isSettled && course.isSet(.impact) ? own.impact : nil
        answer.names = [own.referredTo, course.deciding?.text(.commissioner)].compactMap(\.self)
        for principle in course.decisions.compactMap({ $0.decision.principle }) {
            answer.names.append(principle.subjectTo)
            switch principle.outcome {
            case .confirmed(_, let minute?), .refused(_, let minute?, _): answer.names.append(minute)
            case .confirmed, .refused, .awaited, .sought: break
            }
        }
        answer.names += try actions(about: course.issue).compactMap(\.action.agency)
        return answer
    }

    /// What is read as decided, and why.
    ///
    /// - Parameters:
    ///   - outcome: what came of it since it was decided.
    ///   - isNothing: it was settled by doing nothing more, which the letter says itself.
    private func words(
        for course: IssueCourse, _ outcome: String?, isNothing: Bool
    ) throws -> (decided: String, why: String?) {
        let reason = course.deciding?.text(.reason)
        guard let decision = course.decision else { return (outcome ?? "", nil) }
        if isNothing {
            let isUsual = decision.wording == (DecisionLine.Kind(rawValue: decision.kind)?.nothing ?? "")
            return (outcome ?? reason ?? (isUsual ? "" : decision.told(as: "resolved")), nil)
        }
        if let outcome { return (outcome, decision.wording == outcome ? nil : decision.told(as: "resolved")) }
        guard decision.isDeferral else { return (decision.told(as: "decided"), nil) }
        // When it is heard again is told as it is now, and not as it was meant then.
        let because = [course.deciding?.choice(.deferredBecause, in: course.issue.definition), reason]
            .compactMap { $0?.endedAsSentence }.joined(separator: " ")
        return ("It was put off to a later meeting.", because.isEmpty ? nil : "Why: \(because)")
    }

    /// The answer on what is taken in private: only what was written for that family since it was decided, when it is heard
    /// next, and how to disagree. Before it is decided, that we have it, and what they were told since it was last opened.
    private func privateAnswer(
        _ begun: FamilyAnswer, on issue: StoredItem, of course: IssueCourse, on day: Day
    ) throws -> FamilyAnswer {
        // What it was told before it became part of another is no answer to that.
        let own = begun.carriedBy == nil ? course : try self.course(of: issue)
        let since = max(course.decidedAt, begun.carriedBy == nil ? 0 : own.setting(.lead))
        let told = own.isSet(.told, since: since) ? issue.issue.told : nil
        guard !course.isDecided || told != nil else {
            let tells = "update-raiser"
            let mayTell = issue.definition.event(tells)?.from.contains(issue.state) ?? false
            let isOwn = try part(of: issue).isTwo
            let taken = isOwn ? "" : ", which \(issue.reference) was merged into,"
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "\((isOwn ? issue : course.issue).reference)\(taken) was taken in private, so its letter prints only what was "
                        + "written for that family since it was decided, and nothing is yet.",
                    remedies: mayTell
                        ? [.cause(event: tells, workflow: issue.workflow, item: issue.reference, giving: ["told"])]
                        : [.deed("show", on: course.issue.reference)], code: "R10")
            ])
        }
        var answer = begun
        answer.isPrivate = true
        answer.theme = ""
        answer.heard = ""
        answer.reopened?.because = nil
        if !course.isDecided, course.reopening == nil {
            answer.acknowledgement = try acknowledgement(of: course, begun, received: issue.issue.received, on: day)
            // What they were asked for may tell of it.
            answer.acknowledgement?.missing = nil
        }
        answer.decided = told ?? ""
        answer.toldOn = told == nil ? nil : issue.issue.toldOn
        answer.passedOver = try passing(of: course)
        answer.next = try fixedHearing(of: course, on: day)
        return answer
    }

    /// Who writes: `Designated Clinical Officer, North LAP`; where none meets, of the area.
    private func sender(_ area: Area?) throws -> String {
        let reference = try reference
        return [reference.answeringTitle, area.map { reference.lap(ofArea: $0.id)?.title ?? $0.title }].compactMap(
            \.self
        )
        .joined(separator: ", ")
    }
}

extension ReferenceData {
    /// Who helps a family that disagrees, each a sentence.
    fileprivate var waysToDisagree: [String] {
        destinations.filter(\.givesAdvice).map {
            "\($0.plainTitle) can help you, free of charge and independently of us"
        }
    }
}

extension StoredItem {
    /// What its family speaks, where that is on record: `Urdu`.
    fileprivate var language: String? {
        definition.field("language")?.choices.first { $0.name == text("language") }?.title
    }
}

extension IssueReader {
    /// As whoever raised it asked to have it.
    fileprivate func answerFormat(in language: String?) -> FamilyAnswer.Format {
        if formats.contains("easy-read") { return .easyRead }
        if formats.contains("large-print") { return .largePrint }
        return formats.contains("interpreter") ? .interpreter(language) : .standard
    }
}

extension Destination {
    /// Without the short form that often follows in brackets.
    fileprivate var plainTitle: String {
        title.firstIndex(of: "(").map { title[..<$0].split(separator: " ").joined(separator: " ") } ?? title
    }
}

extension DecisionLine.Kind {
    /// What is read of a decision to do nothing more where nobody gave words.
    fileprivate var nothing: String? {
        self == .notAgreed ? Self.noFurtherAction : nil
    }
}
