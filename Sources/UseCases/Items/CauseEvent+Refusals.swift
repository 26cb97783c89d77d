import Packs
import Partnership
import Register
import Workflow

/// What refuses an event besides its workflow.
extension CauseEvent {
    /// What only puts right what it is given has to be given something. Throws `RegisterError.refused` for an event that takes
    /// fields, was given none and left everything as it was.
    func mustChangeSomething(_ before: StoredItem, _ after: StoredItem) throws {
        guard given.isEmpty, attached.isEmpty, let event = before.definition.event(event), !event.asks.isEmpty,
            event.effects.isEmpty, after.state == before.state, after.item.fields == before.item.fields
        else { return }
        throw RegisterError.refused([
            Reason(
                kind: .missing, sentence: "Nothing was given to change.",
                remedies: [.say("Give the fields that are to be put right.")])
        ])
    }

    /// What many read tells of nothing that was taken in private, unless it is said to be for the public. Which matter it would
    /// be is not said, and who may read nothing of it is not asked: the question alone would tell them. Throws
    /// `RegisterError.refused` (rule R10).
    func mustTellNothingPrivate(of item: StoredItem, from view: View, as standing: Standing) throws {
        guard try !isForPublic && view.reference.bodies.contains(where: { standing.may(.readPrivate, at: .of($0)) })
        else { return }
        // What others wrote and this rests on counts too: whoever wrote it may have read less.
        let relied = (item.definition.event(event)?.asks ?? []).filter { !$0.isFresh && $0.requirement == .required }
        let texts = relied.reduce(into: given) { texts, ask in
            texts[ask.field] = texts[ask.field] ?? item.item.fields[ask.field]
        }
        let fields = try view.fieldsTellingPrivately(texts, of: item, to: standing)
        guard !fields.isEmpty else { return }
        let given = Sentences.list(fields.map { "“\($0)”" }, "and")
        throw PrivateMatters.refusal(
            "\(given) may tell of something that is not for the public, and papers print that for everybody.")
    }

    /// Whoever sends a brief on says that it is free of personal details. Throws `RegisterError.refused`, with every find,
    /// while the search for them finds any in what the brief prints (rule R12).
    func mustBeFreeOfDetails(_ issue: StoredItem, from view: View, as standing: Standing) throws {
        let attested = IssueReader.Field.briefRedacted.rawValue
        guard issue.workflow == "issue", issue.item.fields[attested] == .flag(true),
            issue.definition.event(event)?.ask(attested) != nil, let share
        else { return }
        let found = try view.told(view.details(inBriefOf: issue, share.ordinaryWords()), as: standing)
        guard !found.isEmpty else { return }
        let titles = Set(found.filter { $0.reference == issue.reference }.map(\.place))
        let remedies =
            issue.corrections(of: titles)
            + [.say("A value that was never true of anybody can be marked as mistaken.")]
        throw RegisterError.refused(
            found.sentences.enumerated().map { place, told in
                Reason(
                    kind: .rule, sentence: "A personal detail stands in what the brief prints: \(told).",
                    remedies: place + 1 < found.sentences.count ? [] : remedies, code: "R12")
            })
    }

    /// Nothing is kept of what an event empties, and so none of it in the few words that it takes either. Throws
    /// `RegisterError.refused`, with every find, while a personal detail stands in those (rule R1).
    func mustKeepNoDetails(of issue: StoredItem?, from view: View, as standing: Standing) throws {
        guard workflow == "issue", let share else { return }
        let definition = try issue?.definition ?? view.definition(workflow)
        let found = try view.told(
            view.details(keptBy: event, of: issue, in: definition, given: given, share.ordinaryWords), as: standing)
        guard !found.isEmpty else { return }
        throw RegisterError.refused(
            found.sentences.enumerated().map { place, told in
                Reason(
                    kind: .rule, sentence: "A personal detail stands in what would be kept: \(told).",
                    remedies: place + 1 < found.sentences.count
                        ? [] : [.say("Give only the number or code by which the other service knows it.")], code: "R1")
            })
    }

    /// What goes out with an event is a paper for everybody: an agenda or minutes of which none could be made are neither
    /// published nor circulated, nor does either get anything more to print. Throws `RegisterError.refused`, with every find
    /// (rule R9).
    func mustBePrintable(_ meeting: StoredItem, since before: StoredItem, from view: View, as standing: Standing) throws
    {
        guard meeting.workflow == "meeting", let share else { return }
        let (then, now) = (before.meeting, meeting.meeting)
        let (found, paper, remedies): ([PersonalFinding], String, [Remedy])
        if then.publishedOn == nil && now.publishedOn != nil || then.supplements < now.supplements {
            found = try view.details(inNoticeOf: meeting, share.ordinaryWords())
            paper = "this agenda"
            remedies = [
                .say("Take the words out where they stand, and lay the agenda out again:"),
                .deed("build-agenda", on: meeting.reference),
            ]
        } else if then.corrections != now.corrections, now.corrections != nil {
            found = try view.details(inMinutesOf: meeting, share.ordinaryWords())
            paper = "these minutes"
            remedies = [
                .say("Leave the words out of the corrections; what the minutes say is taken out for good:"),
                .deed("redact", on: meeting.reference),
            ]
        } else if then.circulatedOn == nil, now.circulatedOn != nil {
            found = try view.details(inMinutesOf: meeting, share.ordinaryWords())
            paper = "these minutes"
            remedies = [
                .say("Take the words out where they stand, or minute it anew:"),
                .deed("minute", on: meeting.reference),
                .say("What a decision says, the information officer takes out for good:"),
                .deed("redact", on: meeting.reference),
            ]
        } else {
            return
        }
        let told = try view.told(found, as: standing)
        guard !told.isEmpty else { return }
        throw RegisterError.refused(
            told.sentences.prefix(10).enumerated().map { place, find in
                Reason(
                    kind: .rule, sentence: "No public paper could be made of \(paper), because of \(find).",
                    remedies: place > 0 ? [] : remedies + PackProblem.publishing(told), code: "R9")
            })
    }
}

extension TakingOut {
    /// Throws where it stands for certain in something that has to be kept as it is: that would be printed once nothing can
    /// be searched for it (rules R9, R25).
    func mustNotBeHeld(from view: View, for standing: Standing) throws {
        guard !held.isEmpty else { return }
        let known = try Set(held.filter { try view.shows($0, to: standing) }.map(\.reference)).sorted()
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: "Something that has to be kept as it is tells of it"
                    + (known.isEmpty ? "." : ": \(known.joined(separator: ", "))."),
                remedies: [
                    .say("Tell the service that deals with it now."),
                    .say("Then ask the information officer to release what has to be kept."),
                ], code: "R25")
        ])
    }
}

extension StoredItem {
    /// The events that put right what stands in some of its fields, without moving it: each with those that it takes.
    ///
    /// - Parameter titles: the fields'.
    fileprivate func corrections(of titles: Set<String>) -> [Remedy] {
        let fields = definition.fields.filter { titles.contains($0.title) }.map(\.name)
        return definition.events.filter { $0.from.contains(state) && $0.targets.allSatisfy { $0.state == nil } }
            .compactMap { event in
                let taken = fields.filter { event.ask($0).map { !$0.isFresh } ?? false }
                return taken.isEmpty
                    ? nil : .cause(event: event.name, workflow: workflow, item: reference, giving: taken)
            }
    }
}
