import Partnership
import Workflow

/// What members of a body pass on to their teams: what a meeting decided, and who is asked to do what by when, on a page.
/// Nothing of it is not in the public minutes.
struct BriefingPack: MeetingPack {
    let meeting: EditedMeeting

    var document: PackDocument {
        PackDocument(
            kind: .briefing, title: words.documentTitle("briefing"), organisation: words.organisation,
            heading: "Briefing for teams", subheading: words.subheading, edition: meeting.edition.title,
            marking: meeting.edition.marking, markingReason: meeting.edition.markingReason,
            notices: [words.unagreedNotice, words.quorumNotice, words.parentRepNotice].compactMap(\.self),
            sections: [decisions, tasks, ahead, words.record].compactMap(\.self), date: papers.asOf.description)
    }

    private var decisions: PackSection {
        let lines = decided
        return PackSection(
            id: "decisions", title: "What was decided",
            blocks: lines.isEmpty ? [.sentence("No decision that may be told here is on record.")] : lines)
    }

    /// A paragraph for each decision.
    var decided: [Block] {
        meeting.toldItems.flatMap { entry in
            // By its issue it is found when that may be printed no more.
            let issue = entry.issue.map { entry.title.contains($0) ? "" : " (\($0))" } ?? ""
            return entry.decisions.map { decision in
                let said = Resolution(decision, because: words.provisional(at: entry.number))
                let text = ([said.text] + said.limbs).joined(separator: " ").sentence
                let notes = (said.notes + [said.provisional].compactMap(\.self)).map { " \($0)" }.joined()
                return Block.paragraph(
                    Paragraph(
                        "\(said.kind). \(said.label) \(text)\(notes)", lead: "\(entry.title.withoutStop)\(issue):"))
            }
        }
    }

    private var tasks: PackSection? {
        let named = Set(meeting.toldItems.flatMap(\.actions))
        let rows = papers.actions.filter { named.contains($0.ref) }.map { action in
            PackTable.Row(
                .init(action.lead.shortWords, details: [action.agency].compactMap(\.self)),
                [
                    .init(
                        action.text.limbsOnOneLine.sentence,
                        details: [[action.ref, action.issue].compactMap(\.self).joined(separator: ", ")]
                            + (action.status.isClosed ? [action.state] : [])),
                    .init(action.due?.shortWords ?? "–"),
                ])
        }
        guard !rows.isEmpty else { return nil }
        return PackSection(
            id: "tasks", title: "Who is asked to do what",
            blocks: [
                .table(
                    PackTable(
                        caption: "Actions from this meeting, on \(papers.asOf.words)",
                        columns: [.init("Who", width: 4), .init("What", width: 9), .init("By", width: 3)], rows: rows))
            ])
    }

    /// The last day to bring something, and when it meets next.
    private var ahead: PackSection? {
        guard !papers.nextDates.isEmpty else { return nil }
        return PackSection(
            id: "dates", title: words.asOf("What comes next"),
            blocks: [
                .facts(
                    FactList(
                        papers.nextDates.map { date in
                            let parts = [date.day.wordsWithWeekday, date.time?.words, date.venue].compactMap(\.self)
                            return Fact(date.title, parts.joined(separator: ", "))
                        } + (papers.access?.facts(label: "Questions to", lead: papers.access?.title ?? "") ?? [])))
            ])
    }
}
