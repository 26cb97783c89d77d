import Workflow
import Partnership

/// What goes out before a meeting.
struct AgendaPack: MeetingPack {
    let meeting: EditedMeeting

    var document: PackDocument {
        PackDocument(
            kind: .agenda, title: words.documentTitle("agenda"), organisation: words.organisation, heading: "Agenda",
            subheading: words.subheading, edition: meeting.edition.title, marking: meeting.edition.marking,
            markingReason: meeting.edition.markingReason, facts: facts, notices: notices,
            sections: [
                AgendaTable(meeting).section, standing, ArisingSection(meeting).section, actions, sheets,
                MatterSheetSection.all(of: papers), answers,
                ThemeTrendSection(meeting)?.section, proposed, words.background, words.nextDates,
            ].compactMap(\.self),
            attached: MatterSheetSection.attached(to: papers),
            date: papers.asOf.description)
    }

    private var facts: [Fact] {
        let joining = [Fact("How to join", papers.joining ?? "Not yet given")]
        return words.place + joining + words.chair + words.issued("Agenda issued") + words.access
    }

    private var notices: [Notice] {
        var notices = [words.changeNotice, words.changesNotice, words.quorumNotice, words.parentRepNotice].compactMap(
            \.self)
        for supplement in papers.supplements {
            // As the edition prints it: why something came late tells of it.
            let reasons = papers.agenda.filter { $0.supplement == supplement.number }.compactMap { entry in
                entry.lateReason.map { "Item \(entry.number): \($0.endedAsSentence)" }
            }
            notices.append(
                Notice(
                    .note,
                    title: "Supplement \(supplement.number), "
                        + (supplement.issued.map { "issued \($0.words)" } ?? "not issued yet"),
                    text: reasons.isEmpty ? "It came after the agenda was issued." : reasons.joined(separator: " ")))
        }
        if meeting.edition == .public, !meeting.partTwo.isEmpty {
            let numbers = meeting.partTwo.joinedInWords
            notices.append(
                Notice(
                    .note, title: "Private items",
                    text: meeting.partTwo.count == 1
                        ? "Item \(numbers) is taken in private. The agenda gives the reason."
                        : "Items \(numbers) are taken in private. The agenda gives the reason for each."))
        }
        return notices
    }

    private var standing: PackSection? {
        guard papers.body.kind != .group else { return nil }
        return PackSection(
            id: "quorum",
            title: words.quorumTitle,
            blocks: words.findings)
    }

    private var actions: PackSection {
        let log = ActionLog(
            actions: papers.actions, counts: meeting.actionCounts, withheld: meeting.withheldActions, day: papers.asOf,
            isSomeLeftOut: papers.isActionLeftOut, caption: "Action log on \(papers.asOf.words)",
            none: meeting.noActions)
        return PackSection(id: "actions", title: "Action log", startsPage: papers.actions.count > 5, blocks: log.blocks)
    }

    private var sheets: PackSection {
        var seen: Set<String> = []
        let issues = papers.agenda.compactMap(\.issue).filter { seen.insert($0.ref).inserted }
        return PackSection(
            id: "issues", title: "Issue sheets", startsPage: issues.count > 2,
            blocks: [
                .sentence(
                    issues.isEmpty
                        ? "No issue sheets are in this edition."
                        : "Each sheet tells what was raised without saying who raised it.")
            ], sections: issues.map { IssueSheetSection(issue: $0).section })
    }

    /// What is to be sent to another body, and was not yet.
    private var proposed: PackSection? {
        let lines = papers.standing.proposed
        return lines.isEmpty ? nil : EscalationsSection(escalations: lines, isNothingSent: false).section
    }

    private var answers: PackSection? {
        guard meeting.edition != .restricted else { return nil }
        return AnswersSection(answers: papers.answers, withheld: meeting.withheldAnswers).section
    }
}
