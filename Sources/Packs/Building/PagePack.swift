import Partnership
import Workflow

/// A body's page for everybody: when it meets next, how something is brought to it, what it decided and what came of what
/// people said. Nothing of it is not in public papers.
struct PagePack: MeetingPack {
    let meeting: EditedMeeting
    /// The meetings whose public minutes it tells of, oldest first.
    let told: [EditedMeeting]

    var document: PackDocument {
        let name = papers.body.title
        return PackDocument(
            kind: .page, title: "\(name), on \(papers.asOf.words)", organisation: words.organisation,
            heading: name, subheading: "As of \(papers.asOf.words)", edition: meeting.edition.title,
            sections: [meetings, raising, decisions, answers, published].compactMap(\.self),
            date: papers.asOf.description)
    }

    private var meetings: PackSection {
        guard let next = papers.calendar.first(where: { !$0.isCalledOff }) else {
            return PackSection(
                id: "meetings", title: "Next meetings", blocks: [.sentence("No further meetings are fixed yet.")])
        }
        let joining = [Fact("How to join on \(next.day.words)", optional: papers.joining)].compactMap(\.self)
        let access = papers.access == nil ? [] : words.access
        return PackSection(
            id: "meetings", title: "Next meetings",
            blocks: [.table(.meetings(papers.calendar, "Meetings of the \(papers.body.title) to come"))]
                + (joining + access).asBlocks)
    }

    /// Whom to tell, and by when it is heard.
    private var raising: PackSection {
        var blocks = contact
        if let next = papers.calendar.first(where: { !$0.isCalledOff && $0.bringBy >= papers.asOf }) {
            blocks.append(
                .sentence(
                    "What we have by \(next.bringBy.wordsWithWeekday) can be heard on \(next.day.wordsWithWeekday)."))
        }
        blocks.append(
            .sentence(
                "What you tell us is treated as neither a complaint nor an appeal. No time limit for those is stopped "
                    + "by it."))
        return PackSection(id: "raise", title: "How to raise something", blocks: blocks)
    }

    /// The contact of the partnership's own, or who it is by what they are called; never a meeting's, which is for access.
    private var contact: [Block] {
        if let officer = papers.officer {
            return [Fact("Tell", officer.title), Fact("Email or telephone", officer.reach)].asBlocks
        }
        return papers.answering.map { [.sentence("Tell the \($0) of your area.")] } ?? []
    }

    private var decisions: PackSection? {
        let sections = told.reversed().map { meeting in
            let words = MeetingWords(meeting)
            let notices = [words.unagreedNotice, words.quorumNotice, words.parentRepNotice].compactMap(\.self)
            let decided = BriefingPack(meeting: meeting).decided
            return PackSection(
                id: "decided-\(meeting.papers.ref.slug)", title: words.subheading,
                blocks: notices.map(Block.notice)
                    + (decided.isEmpty ? [.sentence("No decision that may be told here is on record.")] : decided))
        }
        guard !sections.isEmpty else { return nil }
        return PackSection(id: "decided", title: "What was decided", sections: sections)
    }

    private var answers: PackSection? {
        guard !papers.answers.isEmpty else { return nil }
        return AnswersSection(answers: papers.answers, withheld: nil, caption: "Answers of the last twelve months")
            .section
    }

    private var published: PackSection? {
        guard !papers.published.isEmpty else { return nil }
        let facts = papers.published.map { paper in
            Fact(paper.date.words, "\(paper.kind.capitalisedFirst) (\(paper.format.uppercased()))", link: paper.name)
        }
        return PackSection(id: "papers", title: "Papers", blocks: [.facts(FactList(facts))])
    }
}

extension [Fact] {
    fileprivate var asBlocks: [Block] { isEmpty ? [] : [.facts(FactList(self))] }
}
