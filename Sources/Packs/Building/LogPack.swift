import Partnership
import Workflow

/// A body's action log on its own: the whole, or what one person leads or helps with.
struct LogPack: MeetingPack {
    let meeting: EditedMeeting

    var document: PackDocument {
        let whose = papers.lead.map { "Actions of \($0.shortWords)" }
        let title = "\(papers.body.title) action log\(papers.lead.map { " of \($0.shortWords)" } ?? "")"
        return PackDocument(
            kind: .log, title: "\(title), \(papers.asOf.words) (\(meeting.edition.title.uncapitalisedFirst))",
            organisation: words.organisation, heading: whose ?? "Action log", subheading: "On \(papers.asOf.words)",
            edition: meeting.edition.title, marking: meeting.edition.marking,
            markingReason: meeting.edition.markingReason, sections: [actions], date: papers.asOf.description)
    }

    private var actions: PackSection {
        let log = ActionLog(
            actions: papers.actions, counts: meeting.actionCounts, withheld: meeting.withheldActions, day: papers.asOf,
            isSomeLeftOut: papers.isActionLeftOut,
            caption: "Open, and closed since the last agenda went out", none: meeting.noActions)
        return PackSection(id: "actions", title: "Actions", blocks: log.blocks)
    }
}
