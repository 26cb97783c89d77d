import Ledger
import Partnership
import Workflow

extension Operation {
    /// Does what an event's effect asks for, in the same transaction, and adds to the outcome what came of it.
    func perform(
        _ effect: EffectCall, of change: Change, before: StoredItem?, after: StoredItem, telling outcome: inout Outcome
    ) throws {
        func text(_ name: String) -> String? { effect.arguments[name].map(ItemCoding.text) }
        switch effect.name {
        case "decision":
            let meeting = try view.deciding(after, before: before, on: on)
            // Minutes that went out get no decision that they did not have: what is proposed since is nobody's resolution.
            guard meeting.meeting.circulatedOn == nil else { return }
            let kind = text("kind") ?? "agreed"
            var wording = try wording(text("text"), kind: kind, of: after)
            for term in terms(setBy: change.event, for: after) { wording += "\n\(term)" }
            outcome.recorded.append(try decide(kind: kind, wording: wording, at: meeting, about: after))
        case "put-right": try view.check(effect, of: change.event, before: before, after: after, on: on)
        case "mark-mistaken":
            for (name, old) in (before?.sealed ?? [:]).sorted(by: { $0.key < $1.key })
            where after.sealed[name] != old && after.definition.event(change.event)?.corrects(name) ?? false {
                _ = try insert(.mistaken, [.integer(after.id), .text(name), .integer(old.key)])
            }
        case "pass-over":
            try view.check(effect, of: change.event, before: before, after: after, on: on)
            guard let line = try view.passedOver(after, before: before) else { return }
            try update(.agendaItem, key: .integer(line.id), ["reached": .integer(0)])
        case "put-on-agenda":
            // Until notice is given of it, an agenda is laid out anew anyway.
            guard let meeting = try after.issue.meeting.map({ try view.item($0, workflow: "meeting") }),
                try meeting.isOpen && view.isLaidOutForGood(meeting)
            else { return }
            _ = try layOut(meeting, anew: after.reference)
        case "open-action":
            var given: [String: Value] = effect.arguments
            given["issue"] = .text(after.reference)
            if let meeting = after.issue.meeting ?? before?.issue.meeting { given["meeting"] = .text(meeting) }
            given[ActionReader.Field.decision.rawValue] = outcome.decision.map { .text($0) }
            let definition = try view.definition("action")
            given = given.filter { definition.field($0.key) != nil }
            outcome.recorded.append(try begin("action", given: given, as: .system).item.reference)
        case "seek-decision":
            // Of what no decision is minuted none is sought.
            guard let whose = text("of"), case .day(let by)? = effect.arguments["by"],
                let decision = outcome.decision,
                let owner = try after.issue.owner.map({ try view.person(id: $0) })
            else { return }
            let sought = DecisionSought(subjectTo: whose, by: by, owner: owner)
            outcome.recorded.append(try seek(sought, for: decision, about: after))
        case "open-next":
            guard let months = after.commitment.repeats, var due = after.commitment.due else { return }
            // What was late by more than one round is not made up for.
            while due <= on || due == after.commitment.due { due = due.adding(months: months) }
            let kept: [CommitmentReader.Field] = [
                .body, .text, .askedBy, .owner, .repeats, .issue, .matter, .meeting, .item,
            ]
            var given = after.item.fields.filter { field, _ in kept.contains { $0.rawValue == field } }
            given[CommitmentReader.Field.due.rawValue] = .day(due)
            given[CommitmentReader.Field.follows.rawValue] = .text(after.reference)
            outcome.recorded.append(
                try begin("commitment", by: "open", given: given, as: .system).item.reference)
        case "supersede-actions":
            for action in try view.actions(hangingOn: after) where action.isOpen {
                let superseded = try cause("supersede", on: action, as: .system).item
                let title = superseded.definition.event("supersede")?.title
                outcome.told.append(Outcome.Told(superseded, .told, by: title))
            }
        case "release-merged":
            for row in try connection.rows(
                "SELECT id FROM item WHERE lead = ? AND workflow = 'issue' ORDER BY id", [.text(after.reference)])
            {
                let part = try view.item(id: row.count("id"))
                // One that began under a version without the event stays as it is.
                guard part.definition.event("come-back") != nil else { continue }
                outcome.released.append(try cause("come-back", on: part, as: .system).item.reference)
            }
        default:
            guard let steps = try view.consequences(of: effect, for: outcome.item) else {
                throw RegisterError.damaged(
                    "the workflow asks for the effect \(effect.name), which this program does not know")
            }
            try outcome.follow(steps) { event, item, given in
                try cause(event, on: item, given: given, as: .system).item
            }
        }
    }

    /// What is read behind "Resolved:", a sentence of its own: an action's text begins with a verb and needs somebody of whom
    /// it is asked, and stands as it was said; what is for another body to decide is recommended to it, or asked of it; a
    /// deferral says until when, and why; what is taken from another field says what it is. Where nobody gave words, the
    /// usual ones of its kind.
    private func wording(_ text: String?, kind: String, of item: StoredItem) throws -> String {
        let kind = DecisionLine.Kind(rawValue: kind) ?? .agreed
        if kind == .deferred {
            let date = try item.issue.nextMeeting.flatMap { try view.item($0).meeting.date }
            let until = date.map { " to the meeting on \($0.words)" } ?? ""
            let reason = text.map { " (\($0))" } ?? ""
            return "That the matter be deferred\(until)\(reason)."
        }
        guard let text else {
            return kind.usualWording(group: try item.issue.group.flatMap { try view.reference.body($0)?.title })
        }
        switch kind {
        case .referred:
            if text == item.issue.recommendation {
                return text.asked("be recommended to the \(try view.reference.boardTitle)")
            }
            if let asked = item.issue.referredTo, text == item.issue.question {
                return text.asked("be asked of \(asked)")
            }
            if text == item.issue.advice {
                let lap = try item.issue.area.flatMap { try view.reference.lap(ofArea: $0)?.title } ?? "LAP"
                return "That this be returned to the \(lap), with this advice: \(text)"
            }
        case .notAgreed:
            if [item.text("reason"), item.issue.outcome].contains(text) {
                return "That no further action be taken, for this reason: \(text)"
            }
        case .agreed, .agreedWithAmendment:
            if text == item.issue.action {
                return text.asked(item.issue.agency.map { "be asked of \($0)" } ?? "be done")
            }
            if text == item.text("milestone") { return "That this be commissioned, by this milestone: \(text)" }
        case .noted, .deferred, .delegated: break
        }
        return text.begunAsResolution(of: kind)
    }

    /// Who is to commission it, and what a decision lets somebody do, as limbs of it: `Authority granted: …`; none for one
    /// that asks for neither.
    private func terms(setBy event: String, for item: StoredItem) -> [String] {
        ["commissioner", IssueReader.Field.authorityGranted.rawValue].compactMap { field in
            guard item.definition.event(event)?.ask(field) != nil, let title = item.definition.field(field)?.title,
                let words = item.text(field)
            else { return nil }
            return "\(title): \(words.split(whereSeparator: \.isWhitespace).joined(separator: " "))"
        }
    }

}

extension Outcome {
    /// The decision that was recorded with it, the last one; nil when none was.
    fileprivate var decision: String? {
        recorded.last {
            if case .decision? = Reference($0) { true } else { false }
        }
    }
}

extension View {
    /// What an effect would make follow, without causing it.
    func foresee(_ effect: EffectCall, on day: Day, telling outcome: inout Outcome) throws {
        guard let steps = try consequences(of: effect, for: outcome.item) else { return }
        try outcome.follow(steps) { event, item, given in
            item.changed(
                by: try decide(event, on: item, in: item.definition, given: given, standing: .system, day: day))
        }
    }

    /// Throws when an effect of an event could not be performed.
    func check(
        _ effect: EffectCall, of event: String, before: StoredItem?, after: StoredItem, on day: Day
    ) throws {
        switch effect.name {
        case "decision": _ = try deciding(after, before: before, on: day)
        case "put-right":
            guard let event = after.definition.event(event) else { return }
            let isPutRight = event.asks.contains { ask in
                !ask.isFresh && before?.item.fields[ask.field] != after.item.fields[ask.field]
            }
            guard !isPutRight else { return }
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "Nothing of \(after.reference) would be put right.",
                    remedies: [.say("Give what was wrong as it should be.")])
            ])
        case "pass-over":
            guard let line = try passedOver(after, before: before), line.discussed != nil else { return }
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "Something is minuted of \(after.reference) under item \(line.number), so time did not "
                        + "run out before it.",
                    remedies: [.give([IssueReader.Field.deferredBecause.rawValue])])
            ])
        default: break
        }
    }

    /// The item of the meeting that it was before, which the minutes list as one that time ran out for.
    fileprivate func passedOver(_ issue: StoredItem, before: StoredItem?) throws -> AgendaItem? {
        guard let meeting = issue.issue.meeting ?? before?.issue.meeting else { return nil }
        return try agenda(of: item(meeting, workflow: "meeting")).last { $0.issue?.id == issue.id }
    }

    /// The meeting that decides on an item. Throws when it is before none, or the meeting has not taken place.
    fileprivate func deciding(_ item: StoredItem, before: StoredItem?, on day: Day) throws -> StoredItem {
        guard let name = item.text("meeting") ?? before?.text("meeting") else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "\(item.reference) is before no meeting that could decide it.",
                    remedies: [
                        .cause(event: "schedule", workflow: item.workflow, item: item.reference, giving: ["meeting"])
                    ])
            ])
        }
        let meeting = try self.item(name, workflow: "meeting")
        guard let date = meeting.day("date"), day < date else {
            if let reason = reasonNotMet(meeting) { throw RegisterError.refused([reason]) }
            return meeting
        }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence:
                    "\(meeting.reference) has not taken place on \(day), so it cannot have decided \(item.reference).",
                remedies: [.date])
        ])
    }
}

extension Event {
    /// It puts another value in the place of a field's, rather than asking for one of its own.
    func corrects(_ field: String) -> Bool { ask(field).map { !$0.isFresh } ?? false }
}

extension String {
    /// `That this be asked of X: write`, or where it begins with "That" itself `That it be asked of X that they write`.
    fileprivate func asked(_ verb: String) -> String {
        beginsWithThat ? "That it \(verb) that\(dropFirst(4))" : "That this \(verb): \(self)"
    }

    /// The words in which it was said: a sentence that goes on from "Resolved:" in a small letter lacks its "That".
    fileprivate func begunAsResolution(of kind: DecisionLine.Kind) -> String {
        guard kind != .noted, kind != .notAgreed, let first, first.isLowercase, !beginsWithThat else { return self }
        return "That \(self)"
    }

    private var beginsWithThat: Bool { lowercased().hasPrefix("that ") }
}
