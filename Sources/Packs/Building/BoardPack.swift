import Workflow
import Partnership

/// The Board's papers: what it is asked to decide first, then why.
struct BoardPack: MeetingPack {
    let board: EditedBoard
    var meeting: EditedMeeting { board.meeting }

    var document: PackDocument {
        PackDocument(
            kind: .board, title: words.documentTitle("papers"), organisation: words.organisation, heading: "Papers",
            subheading: words.subheading, edition: meeting.edition.title, marking: meeting.edition.marking,
            markingReason: meeting.edition.markingReason,
            facts: words.place + [Fact("How to join", optional: papers.joining)].compactMap(\.self) + words.chair
                + words.issued("Papers issued") + words.access,
            notices: notices, sections: sections, attached: MatterSheetSection.attached(to: papers),
            date: papers.asOf.description)
    }

    /// `two meetings`.
    private var undecided: String { board.undecidedBoards.words("meeting") }

    private var notices: [Notice] {
        var notices = [words.changeNotice, words.changesNotice, words.quorumNotice].compactMap(\.self)
        if !board.exceptions.isEmpty {
            notices.append(
                Notice(
                    .warning, title: "Undecided after \(undecided)",
                    text: "\(board.exceptions.count.words("issue").capitalisedFirst): see “Exceptions”."))
        }
        return notices
    }

    private var sections: [PackSection] {
        var sections = [cover]
        if !papers.agenda.isEmpty { sections.append(AgendaTable(meeting).section) }
        sections += [ArisingSection(meeting).section].compactMap(\.self) + [briefs]
        sections += [MatterSheetSection.all(of: papers)].compactMap(\.self)
        sections += [followUps, exceptions, TrackerSection(board: board).section]
        if meeting.edition != .restricted {
            sections += [ThemesSection(figures: board.themes).section, ThemeTrendSection(meeting)?.section].compactMap(
                \.self)
        }
        let log = ActionLog(
            actions: papers.actions, counts: meeting.actionCounts, withheld: meeting.withheldActions, day: papers.asOf,
            isSomeLeftOut: papers.isActionLeftOut, caption: "Action log on \(papers.asOf.words)",
            none: meeting.noActions)
        sections.append(PackSection(id: "actions", title: "Action log", blocks: log.blocks))
        return sections + [words.background, words.nextDates, words.record].compactMap(\.self)
    }

    private var cover: PackSection {
        guard !board.briefs.isEmpty else {
            return PackSection(
                id: "decisions", title: "Decisions asked for",
                blocks: [.sentence("No issue has been sent to this meeting.")])
        }
        let rows = board.briefs.map { line in
            let brief = line.brief
            let issue = brief.issue
            guard line.absence == nil else {
                return PackTable.Row(
                    .init(issue.ref),
                    [.init(issue.area), .init(issue.summary)] + Array(repeating: .init("–"), count: 5))
            }
            return PackTable.Row(
                .init(issue.ref, link: IssueSheetSection.id(issue.ref)),
                [
                    .init(issue.area), .init(issue.theme), .init(issue.age.map(String.init) ?? "–"),
                    .init(brief.raisedOn.map { "Raised here, \($0.shortWords)" } ?? brief.sentOn?.shortWords ?? "–"),
                    .init(issue.criteria.isEmpty ? "–" : issue.criteria.map(\.code).joined(separator: ", ")),
                    .init(issue.ask?.sentence ?? "–"),
                    .init((issue.report?.recommendation ?? issue.recommendation)?.sentence ?? "–"),
                ])
        }
        let table = PackTable(
            caption: "Issues before the \(papers.body.title)",
            columns: [
                .init("Issue", width: 2), .init("Area", width: 2), .init("Theme", width: 4),
                .init("Age in days", width: 2), .init("Sent up on", width: 3),
                .init("Criteria", width: 3), .init("What is asked", width: 7), .init("Recommended decision", width: 7),
            ], rows: rows, note: criteria)
        return PackSection(
            id: "decisions", title: "Decisions asked for", startsPage: true, isWide: true, blocks: [.table(table)])
    }

    /// What the codes in the table mean.
    private var criteria: String? {
        var meanings: [String: String] = [:]
        for criterion in board.briefs.flatMap(\.brief.issue.criteria) { meanings[criterion.code] = criterion.text }
        guard !meanings.isEmpty else { return nil }
        let words = meanings.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.uncapitalisedFirst)" }
        return "Criteria. " + words.joined(separator: "; ").sentence
    }

    private var briefs: PackSection {
        PackSection(
            id: "briefs", title: "Briefs", startsPage: !board.briefs.isEmpty,
            blocks: board.briefs.isEmpty ? [.sentence("There are no briefs.")] : [],
            sections: board.briefs.enumerated().map { index, line in section(line, isFirst: index == 0) })
    }

    private func section(_ line: EditedBoard.Brief, isFirst: Bool) -> PackSection {
        let brief = line.brief
        let issue = brief.issue
        if let absence = line.absence {
            let item = brief.item ?? ""
            return PackSection(
                id: "brief-\(item.slug)", title: "Item \(item): \(issue.summary)", blocks: [.sentence(absence)])
        }
        let id = IssueSheetSection.id(issue.ref)
        var blocks: [Block] = []
        if let ask = issue.ask {
            blocks.append(.notice(Notice(.ask, title: "The \(papers.body.title) is asked", text: ask.sentence)))
        }
        if let report = issue.report {
            let day = report.on.map { ", \($0.words)" } ?? ""
            if !report.text.isEmpty {
                blocks.append(.paragraph(Paragraph(report.text.sentence, lead: "Report of the \(report.by)\(day).")))
            }
            if let recommendation = report.recommendation {
                blocks.append(.paragraph(Paragraph(recommendation.sentence, lead: "The group recommends.")))
            }
        }
        if let recommendation = issue.recommendation {
            let lead = issue.report == nil ? "Recommended decision." : "What the LAP recommended before."
            blocks.append(.paragraph(Paragraph(recommendation.sentence, lead: lead)))
        }
        blocks.append(.paragraph(Paragraph(issue.summary.sentence, lead: "The issue.")))
        if let who = brief.refusedBy {
            blocks.append(
                .notice(
                    Notice(
                        .warning, title: "Refused",
                        text: "What was agreed in principle was refused by \(who), so it comes back to be decided.")))
        }
        if brief.deferrals > 0 {
            blocks.append(
                .notice(
                    Notice(
                        .warning, title: "Put off before",
                        text: "It has been put off \(brief.deferrals.times).")))
        }
        blocks.append(.facts(FactList(background(brief))))
        blocks += [QuestionsTable(questions: brief.questions).block].compactMap(\.self)
        return PackSection(id: id, title: "\(issue.ref): \(issue.theme)", startsPage: !isFirst, blocks: blocks)
    }

    private func background(_ brief: BoardBrief) -> [Fact] {
        let sent = [brief.sentBy, brief.sentOn?.words].compactMap(\.self).joined(separator: ", ")
        let known = IssueSheetSection(issue: brief.issue).background.filter { $0.label != "Recommendation" }
        let actions = brief.actions.map { action in
            let due = action.due.map { ", \(action.isOverdue ? "overdue since" : "due") \($0.words)" } ?? ""
            return "\(action.ref): \(action.state.uncapitalisedFirst)\(due)"
        }
        let references: [Fact?] = [
            brief.raisedOn.map { Fact("Raised", "At the \(papers.body.title), \($0.words)") }
                ?? Fact("Sent by", optional: sent),
            Fact(
                "Provisional",
                optional: brief.isProvisional
                    ? "The decision to send it was not taken by a complete meeting, and waits for a later one to confirm it."
                    : nil),
            Fact("Asked for between meetings", optional: brief.between?.sentence),
            Fact("Actions so far", optional: actions.isEmpty ? nil : actions.joined(separator: "; ").sentence),
            Fact(
                "Concerns",
                optional: brief.concerns.map { "\($0.number): \($0.text.sentence)" }.joined(separator: " ")),
            Fact(
                "Plan actions",
                optional: brief.planActions.map { "\($0.ref): \($0.title.sentence)" }.joined(separator: " ")),
            Fact("Gaps found", optional: brief.gaps.map(\.sentence).joined(separator: " ")),
        ]
        return known + references.compactMap(\.self)
    }

    private var followUps: PackSection {
        PackSection(
            id: "follow-up", title: "Returned and overdue", startsPage: true,
            sections: [
                followUp(
                    "returned", "Returned", caption: "Issues given back", board.returned, date: "Returned",
                    none: "No issue given back is printed here."),
                followUp(
                    "overdue", "Overdue", caption: "Issues past their date", board.overdue, date: "Was due",
                    none: noneOverdue),
            ])
    }

    /// What the Board asked for is in the action log too, and may be late there.
    private var noneOverdue: String {
        let late = meeting.actionCounts.overdue
        let log =
            late > 0 ? " \(late.words("line").capitalisedFirst) of the action log \(late == 1 ? "is" : "are")." : ""
        return "No issue past its date is printed here.\(log)"
    }

    private func followUp(
        _ id: String, _ title: String, caption: String, _ lines: [BoardFollowUp], date: String, none: String
    ) -> PackSection {
        guard !lines.isEmpty else { return PackSection(id: id, title: title, blocks: [.sentence(none)]) }
        let table = PackTable(
            caption: caption,
            columns: [
                .init("Issue", width: 2), .init("About", width: 6), .init("Where it stands", width: 6),
                .init("With", width: 4), .init(date, width: 3),
            ],
            rows: lines.map { line in
                PackTable.Row(
                    .init(line.issue.ref),
                    [
                        .init(line.issue.summary.sentence), .init(line.note.sentence),
                        .init(line.holder ?? line.holderRole ?? "–"),
                        .init(line.day?.shortWords ?? "–"),
                    ])
            })
        return PackSection(id: id, title: title, blocks: [.table(table)])
    }

    private var exceptions: PackSection {
        guard !board.exceptions.isEmpty else {
            return PackSection(
                id: "exceptions", title: "Exceptions",
                blocks: [.sentence("No issue left undecided by \(undecided) is printed here.")])
        }
        let table = PackTable(
            caption: "Undecided after \(undecided)",
            columns: [.init("Issue", width: 2), .init("About", width: 8), .init("Left undecided", width: 8)],
            rows: board.exceptions.map { exception in
                PackTable.Row(
                    .init(exception.issue.ref),
                    [
                        .init(exception.issue.summary.sentence),
                        .init(
                            exception.boards.times.capitalisedFirst,
                            details: exception.deferrals.map { "\($0.day.shortWords): \($0.reason.sentence)" }),
                    ])
            })
        return PackSection(id: "exceptions", title: "Exceptions", blocks: [.table(table)])
    }
}
