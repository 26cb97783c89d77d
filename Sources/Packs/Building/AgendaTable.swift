import Partnership

/// The agenda itself. The chair's has the time at which each standing item begins, and the chair's notes.
struct AgendaTable {
    let meeting: EditedMeeting
    private var entries: [AgendaEntry] { meeting.papers.agenda }
    private var changes: [AgendaChange] { meeting.papers.changes }
    private var hasTimes: Bool { meeting.edition == .chair && meeting.papers.starts != nil }

    init(_ meeting: EditedMeeting) {
        self.meeting = meeting
    }

    var section: PackSection {
        guard !entries.isEmpty else {
            let sentence =
                meeting.edition == .restricted
                ? "This meeting has no private items." : "The agenda has not been drawn up yet."
            return PackSection(id: "agenda", title: "Agenda", blocks: [.sentence(sentence)])
        }
        return PackSection(id: "agenda", title: "Agenda", startsPage: true, blocks: [.table(table)])
    }

    private var table: PackTable {
        var columns: [PackTable.Column] = [
            .init("Item", width: 2), .init("Matter", width: 13), .init("Purpose", width: 4), .init("Led by", width: 5),
            .init("Minutes", width: 3, isNumber: true),
        ]
        if hasTimes { columns.insert(.init("From", width: 3), at: 1) }
        let minutes = entries.map { $0.minutes ?? 0 }
        let starts = meeting.papers.starts.map { AgendaTimes.starts(minutes, from: $0) } ?? []
        let rows = entries.enumerated().map { index, entry in
            var cells = [
                PackTable.Cell(entry.title, details: details(entry), link: link(entry)),
                .init(entry.purpose.title), .init(entry.matter?.lead?.shortWords ?? entry.lead ?? "–"),
                .init(entry.minutes.map(String.init) ?? ""),
            ]
            if hasTimes { cells.insert(.init(starts[index]?.words ?? ""), at: 0) }
            return PackTable.Row(.init(entry.number), cells, isGroup: !entry.number.contains("."))
        }
        let total = minutes.reduce(0, +)
        let lasts = meeting.papers.body.lasts.map { "; the meeting lasts \($0.hoursAndMinutes)" } ?? ""
        return PackTable(
            caption: "Items of business", columns: columns, rows: rows,
            note: total > 0 ? "Time allowed in all: \(total.hoursAndMinutes)\(lasts)." : nil)
    }

    private func link(_ entry: AgendaEntry) -> String? {
        entry.issue.map { IssueSheetSection.id($0.ref) }
            ?? entry.matter.flatMap { $0.isTelling ? MatterSheetSection.id($0.ref) : nil }
    }

    private func details(_ entry: AgendaEntry) -> [String] {
        var lines = StandingFeed(meeting).lines(entry)
        if let issue = entry.issue {
            var words = ["Issue \(issue.ref)", issue.theme]
            if issue.carries > 0 { words.append("carried forward \(issue.carries.times)") }
            lines.append(words.filter { !$0.isEmpty }.joined(separator: ", ").sentence)
            lines += issue.likeness?.sentences ?? []
        }
        if let matter = entry.matter {
            let follows = matter.followsOn.map { ", by \($0.words)" } ?? ""
            var words = [matter.form.map { $0 + follows }].compactMap(\.self)
            if matter.carries > 0 { words.append("carried forward \(matter.carries.times)") }
            if !words.isEmpty { lines.append(words.joined(separator: "; ").sentence) }
            if let asked = matter.recommendation, !matter.isTelling {
                lines.append("The meeting is asked: \(asked.sentence)")
            }
        }
        if let marking = Showing.marking(entry.part, sentence: entry.note) { lines.append(marking) }
        if let note = entry.note { lines.append(note.sentence) }
        if let reason = entry.lateReason { lines.append("Late item. \(reason.sentence)") }
        if let supplement = entry.supplement { lines.append("Added by supplement \(supplement).") }
        if changes.contains(.corrected(item: entry.number)) { lines.append("Printed with a correction.") }
        if changes.contains(.supplied(item: entry.number)) { lines.append("Its paper has come since.") }
        if let notes = entry.chairNotes { lines.append("Chair’s note: \(notes.sentence)") }
        return lines
    }
}

extension Likeness {
    /// What the meeting may want to take together, or to send up.
    fileprivate var sentences: [String] {
        var sentences: [String] = []
        if alike > 0 || !alikePublished.isEmpty {
            let count =
                alike > 0 ? "\(alike) individual issues of this theme and area in \(days) days" : "Alike in this area"
            sentences.append(count + (alikePublished.isEmpty ? "." : ": \(alikePublished.joinedInWords)."))
        }
        if !elsewhere.isEmpty {
            let places = elsewhere.map { place in
                let told = [place.count > 0 ? "\(place.count) open" : nil].compactMap(\.self) + place.published
                return "\(place.area) (\(told.joined(separator: ", ")))"
            }
            sentences.append("The same theme in another area (E6): \(places.joinedInWords).")
        }
        return sentences
    }
}

extension StandingItem.Purpose {
    fileprivate var title: String {
        switch self {
        case .information: "Information"
        case .discussion: "Discussion"
        case .decision: "Decision"
        case .assurance: "Assurance"
        case .approval: "Approval"
        }
    }
}

extension Int {
    /// `2 hours 5 minutes`.
    fileprivate var hoursAndMinutes: String {
        let hours = self / 60
        let minutes = self % 60
        if hours == 0 { return minutes.words("minute") }
        return hours.words("hour") + (minutes == 0 ? "" : " " + minutes.words("minute"))
    }
}
