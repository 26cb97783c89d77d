import Partnership
import Workflow

/// The answer to a family, or that we have what it told us: one page, plain words, no short forms, and how to disagree.
struct LetterPack {
    let answer: FamilyAnswer

    init(_ answer: FamilyAnswer) {
        self.answer = answer
    }

    private var heading: String {
        answer.acknowledgement == nil ? "Our answer to what you told us" : "We have what you told us"
    }

    var document: PackDocument {
        PackDocument(
            kind: .letter, title: "\(heading) (\(answer.ref))", organisation: answer.from,
            heading: heading, subheading: answer.date.words,
            facts: [
                Fact("Your reference", answer.ref), answer.isPrivate ? nil : Fact("About", answer.theme),
                Fact("Area", answer.area),
            ].compactMap(\.self),
            notices: [formatNotice].compactMap(\.self),
            sections: sections, isLargePrint: answer.format == .largePrint || answer.format == .easyRead,
            date: answer.date.description)
    }

    private var sections: [PackSection] {
        let heard = answer.isPrivate ? notRepeated : Block.paragraphs(answer.heard) + received + joined
        return [
            PackSection(id: "heard", title: answer.isPrivate ? "What you told us" : "What we heard", blocks: heard),
            PackSection(
                id: "decided", title: decidedTitle, blocks: (answer.acknowledgement == nil ? becameOfIt : []) + decided),
            PackSection(id: "steps", title: "Who will do what, and by when", blocks: steps),
            PackSection(id: "next", title: "What happens next", blocks: next),
            PackSection(
                id: "disagree", title: answer.acknowledgement == nil ? "If you disagree" : "Your rights, and who helps",
                blocks: disagree),
        ].filter { !$0.blocks.isEmpty }
    }

    private var formatNotice: Notice? {
        switch answer.format {
        case .standard, .largePrint: nil
        case .easyRead:
            Notice(
                .note, title: "You asked for easy read",
                text: "We can go through this letter with you. Tell us when, and how you would like to.")
        case .interpreter(let language):
            Notice(
                .note, title: "You asked for an interpreter",
                text: "We can read this letter to you" + (language.map { " in \($0)." } ?? " in your language."))
        }
    }

    private var received: [Block] {
        answer.acknowledgement?.received.map { [.sentence("You told us this on \($0.words).")] } ?? []
    }

    /// Of what is taken in private no letter says what it is.
    private var notRepeated: [Block] {
        answer.acknowledgement?.received.map {
            [.sentence("You told us something on \($0.words). What it was is not repeated in this letter.")]
        } ?? []
    }

    private var joined: [Block] {
        guard answer.carriedBy != nil else { return [] }
        return [.sentence("Others told us the same. We took what you told us together with what they did.")]
    }

    private var isDecided: Bool { !answer.decided.isEmpty || answer.isNoFurtherAction }

    private var decidedTitle: String {
        if answer.acknowledgement != nil { return "What we told you" }
        if !isDecided { return answer.ending == nil ? "Where this stands" : "What became of it" }
        return answer.isPrivate ? "Our answer" : "What was decided, and why"
    }

    /// What became of it besides what was decided.
    private var becameOfIt: [Block] {
        switch answer.ending {
        case .withdrawn(let asked, let closed)?:
            [.sentence("You asked us on \(asked.words) to take this no further, and we closed it\(on(closed)).")]
        case .lapsed(let closed)?:
            [.sentence("We asked you for more about this, and it did not come. We closed it\(on(closed)).")]
        case .sentOn(let place, _, let told, let closed)?:
            [
                .sentence("This is for \(place) to answer, and we closed it\(on(closed))."),
                told.map { .sentence("We told you so on \($0.words).") },
            ].compactMap(\.self)
        case .answered?, nil: again + passedOver
        }
    }

    private var passedOver: [Block] {
        answer.passedOver.map {
            [.sentence("The \($0.body) was to hear it on \($0.on.words), and time ran out before it.")]
        } ?? []
    }

    private var again: [Block] {
        guard let reopened = answer.reopened else { return [] }
        var blocks = [Block.sentence("We opened this again on \(reopened.on.words).")]
        if let because = reopened.because { blocks += Block.paragraphs("What is new: \(because)") }
        if !isDecided { blocks.append(.sentence("Nothing has been decided since.")) }
        return blocks
    }

    private func on(_ day: Day?) -> String { day.map { " on \($0.words)" } ?? "" }

    private var decided: [Block] {
        var blocks: [Block] =
            answer.isNoFurtherAction ? [.sentence("It was decided to take no further action.")] : []
        blocks += Block.paragraphs(answer.decided)
        if let told = answer.toldOn { blocks.append(.sentence("We told you this on \(told.words).")) }
        if let why = answer.why { blocks += Block.paragraphs(why) }
        if let body = answer.decidedBy {
            let who = body.hasPrefix("the ") ? body : "the \(body)"
            blocks.append(.sentence("\(who.capitalisedFirst) decided this\(on(answer.decidedOn))."))
        }
        if answer.isProvisional {
            let body = answer.decidedBy.map { "the \($0)" } ?? "those who decided it"
            blocks.append(
                .sentence("That decision is provisional. It holds once a later meeting of \(body) has confirmed it."))
        }
        if let agreement = answer.agreement {
            blocks += Block.paragraphs(agreement.sentence)
            if answer.isAgreementLate { blocks.append(.sentence("That day has passed, and it is not there yet.")) }
        }
        if let reply = answer.reply { blocks.append(.sentence("\(reply.who) answered on \(reply.on.words).")) }
        if isBarred { blocks.append(.sentence("What was agreed cannot be done without that.")) }
        return blocks
    }

    /// Whose decision it needs has refused, or is not asked any more.
    private var isBarred: Bool {
        switch answer.agreement?.outcome {
        case .refused?, .sought?: true
        case .awaited?, .confirmed?, nil: false
        }
    }

    private var steps: [Block] {
        guard !answer.steps.isEmpty else {
            return answer.isFull && !answer.isPrivate ? [.sentence("Nothing more has to be done.")] : []
        }
        let lines = answer.steps.map { step in
            let asked = step.what.limbsOnOneLine
            // What a meeting resolved that somebody do is told as what they see to.
            let what =
                "\(step.who): "
                + (asked.lowercased().hasPrefix("that ") ? "See to it that\(asked.dropFirst(4))" : asked)
            if step.isCalledOff { return "\(what.sentence) This was called off." }
            if let day = step.doneOn { return "\(what.sentence) This was done on \(day.words)." }
            let needs = step.needs.map { ", if \($0) agrees" } ?? ""
            if step.isLate, let by = step.by {
                return "\((what.withoutStop + needs).sentence) This was to be done by \(by.words) and is not done yet."
            }
            return what.withoutStop + (step.by.map { ", by \($0.words)" } ?? "") + needs
        }
        return [.list(ItemList(lines.map(\.sentence)))]
    }

    private var next: [Block] {
        var sentences: [String] = []
        if let ending = answer.ending {
            sentences += closing(ending)
        } else {
            if let withdrawal = answer.withdrewConsent { sentences += withdrawal.sentences }
            sentences += answer.acknowledgement?.sentences ?? []
            if answer.renewedConsent { sentences.append("You have agreed again to what you had taken back.") }
            switch (answer.rest, answer.next) {
            case (let rest?, .fixed(let body, let day)?) where !rest.isOver && day < rest.until:
                sentences += rest.sentences(until: "the \(body) hears it on \(day.words)")
            default:
                if let rest = answer.rest { sentences += rest.sentences() }
                if let hearing = answer.next { sentences.append(hearing.sentence) }
            }
            sentences.append("We have not closed this yet, and will tell you what comes of it.")
            if let day = answer.wasToHearBy {
                sentences.append("You were to hear from us by \(day.words). We are sorry that you did not.")
            }
            if let day = answer.hearsBy { sentences.append("You will hear from us again by \(day.words).") }
            let isAsked = answer.acknowledgement.map { $0.neededBy != nil || $0.needsConsent } ?? false
            sentences += [appeal ?? (isAsked ? nil : "You need not do anything.")].compactMap(\.self)
        }
        var blocks = Block.paragraphs(answer.acknowledgement?.missing.map { "What we asked you for: \($0)" } ?? "")
        blocks.append(.sentence(sentences.joined(separator: " ")))
        if let impact = answer.impact { blocks += Block.paragraphs("What has changed: \(impact)") }
        return blocks
    }

    private func closing(_ ending: FamilyAnswer.Ending) -> [String] {
        let rest = appeal ?? "You need not do anything."
        switch ending {
        case .withdrawn, .lapsed: return [rest]
        case .sentOn(_, let contact, _, _):
            let given = contact.map { "The contact that we gave you: \($0.sentence)" }
            return ["You have to turn to them yourself, because we do not pass this on.", given, appeal]
                .compactMap(\.self)
        case .answered(let day):
            if answer.isPrivate { return ["We closed this\(on(day)).", rest] }
            if answer.isFull { return ["This is our full answer.", rest] }
            let going = answer.isNothingToDo ? nil : "What is listed above goes on."
            return ["We closed this\(on(day)).", going, rest].compactMap(\.self)
        }
    }

    /// A family's own time, of which it is told as far as it is known: whether an appeal is in time is for the tribunal to say.
    private var appeal: String? {
        guard let appeal = answer.appeal else { return nil }
        let said = "Whether an appeal is in time is for the tribunal to say."
        return appeal.isOver
            ? "By the day of the decision that we know of, the time to appeal ended on \(appeal.until.words). \(said)"
            : "If you want to appeal, do so by \(appeal.until.words), by the day of the decision that we know of. \(said)"
    }

    private var disagree: [Block] {
        let by = answer.reopenUntil.map { " by \($0.words)" } ?? ""
        var blocks: [Block] =
            answer.acknowledgement == nil
            ? [.sentence("If something is wrong or has changed, tell us\(by) and we will look at it again.")]
            : [
                .sentence("If something is wrong or has changed, tell us."),
                .sentence(
                    "What you told us is treated as neither a complaint nor an appeal. No time limit for those is stopped "
                        + "by it."),
            ]
        if !answer.disagree.isEmpty { blocks.append(.list(ItemList(answer.disagree.map(\.sentence)))) }
        blocks.append(
            .sentence(
                "This letter takes away none of your rights: to complain, to ask for mediation, or to appeal to the "
                    + "tribunal."))
        if let contact = answer.contact {
            blocks.append(.facts(FactList(contact.facts(label: "Contact", lead: contact.title))))
        } else {
            blocks.append(.sentence("To reach us, answer the message or letter that this came with."))
        }
        return blocks
    }
}

extension FamilyAnswer.Acknowledgement {
    fileprivate var sentences: [String] {
        [
            neededBy.map {
                "We need \(missing == nil ? "more about this" : "that") by \($0.words). Please let us have it, or tell us."
            },
            decidesBy.map { "By \($0.words) we decide whether we take this on, or who else it is for." },
            dealtWithBy.map { "We have taken this on, and the \($0) deals with it." },
            needsConsent
                ? "No meeting can hear it unless you agree that it is discussed there without names. Tell us if you do."
                : nil,
            earliest.map { meeting in
                guard let day = meeting.on else {
                    return "If it has to go to the \(meeting.body), the day is not fixed yet."
                }
                let place = meeting.venue.map { " (\($0))" } ?? ""
                return
                    "If it has to go to the \(meeting.body), that can hear it on \(day.words)\(place) at the earliest."
            },
        ].compactMap(\.self)
    }
}

extension FamilyAnswer.Hearing {
    fileprivate var sentence: String {
        switch self {
        case .fixed(let body, let day): "The \(body) is to hear it on \(day.words)."
        case .passed(let body, let day):
            "The \(body) was to hear it on \(day.words). What came of that is not on record yet."
        case .open(let body): "The \(body) is to hear it. The day is not fixed yet."
        case .proposed(let body, let other):
            "The \(body) wants the \(other) to decide this. The day on which that hears it is not fixed yet."
        case .returned(let body): "It is with the \(body) again. The day on which it hears this is not fixed yet."
        }
    }
}

extension FamilyAnswer.Rest {
    /// - Parameter event: what happens before that, as a clause; nil for nothing.
    fileprivate func sentences(until event: String? = nil) -> [String] {
        [
            event.map { "This rests until \($0)." } ?? "This rests for now.",
            isOver
                ? "It was to be looked at again on \(until.words), and that is still to be done."
                : "We look at it again on \(until.words).",
        ]
    }
}

extension FamilyAnswer.ConsentWithdrawal {
    fileprivate var sentences: [String] {
        let rest =
            goesOn
            ? "Others are concerned too, so it goes on without what is yours alone."
            : "No meeting hears it and no paper that is made from now on tells of it, unless you agree to that again."
        return ["You took back on \(on.words) what you had agreed to.", rest]
    }
}
