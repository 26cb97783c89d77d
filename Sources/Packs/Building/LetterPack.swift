import Partnership
import Workflow

/// The answer to a family: one page, plain words, no short forms, and how to disagree.
struct LetterPack {
    let answer: FamilyAnswer

    init(_ answer: FamilyAnswer) {
        self.answer = answer
    }

    var document: PackDocument {
        PackDocument(
            kind: .letter, title: "Our answer to what you told us (\(answer.ref))", organisation: answer.from,
            heading: "Our answer to what you told us", subheading: answer.date.words,
            facts: [
                Fact("Your reference", answer.ref), answer.isPrivate ? nil : Fact("About", answer.theme),
                Fact("Area", answer.area),
            ].compactMap(\.self),
            notices: [formatNotice].compactMap(\.self),
            sections: sections, isLargePrint: answer.format == .largePrint || answer.format == .easyRead,
            date: answer.date.description)
    }

    private var sections: [PackSection] {
        let disagree = PackSection(id: "disagree", title: "If you disagree", blocks: disagree)
        guard !answer.isPrivate else {
            return [
                PackSection(id: "decided", title: "Our answer", blocks: Block.paragraphs(answer.decided)), disagree,
            ]
        }
        return [
            PackSection(id: "heard", title: "What we heard", blocks: Block.paragraphs(answer.heard)),
            PackSection(id: "decided", title: "What was decided, and why", blocks: decided),
            PackSection(id: "steps", title: "Who will do what, and by when", blocks: steps),
            PackSection(id: "next", title: "What happens next", blocks: next), disagree,
        ]
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

    private var decided: [Block] {
        var blocks = Block.paragraphs(answer.decided)
        if let why = answer.why { blocks += Block.paragraphs(why) }
        let when = answer.decidedOn.map { " on \($0.words)" } ?? ""
        if let body = answer.decidedBy { blocks.append(.sentence("\(body.capitalisedFirst) decided this\(when).")) }
        return blocks
    }

    private var steps: [Block] {
        guard !answer.steps.isEmpty else {
            return [.sentence(answer.isFull ? "Nothing more has to be done." : "No steps are recorded yet.")]
        }
        let lines = answer.steps.map { step in
            "\(step.who): \(step.what.oneLine)" + (step.by.map { ", by \($0.words)" } ?? "")
        }
        return [.list(ItemList(lines.map(\.sentence)))]
    }

    private var next: [Block] {
        var blocks =
            answer.next.map(Block.paragraphs)
            ?? [.sentence(answer.isFull ? "This is our full answer. You need not do anything." : stillOpen)]
        if let impact = answer.impact { blocks += Block.paragraphs("What has changed: \(impact)") }
        return blocks
    }

    private var stillOpen: String {
        "We have not closed this yet, and will tell you what comes of it. You need not do anything."
    }

    private var disagree: [Block] {
        let until = answer.reopenUntil.map { " until \($0.words)" } ?? ""
        var blocks: [Block] = [
            .sentence("If something is wrong or has changed, tell us\(until) and we will look at it again.")
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
