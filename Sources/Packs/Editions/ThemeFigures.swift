import Partnership
import Workflow

/// Issues by theme and area, in the numbers that an edition's audience may have (rule R21).
///
/// The public has a closed quarter, which no further issue can join, in rounded numbers; themes with fewer than five
/// issues in all are not listed, whether they have any or none, and count in the totals. Everybody else has the exact
/// numbers of the papers' day.
struct ThemeFigures: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        let theme: String
        /// One for each area, and one for all of them.
        let counts: [String]
    }

    let caption: String
    /// The areas' titles.
    let areas: [String]
    let rows: [Row]
    /// Of all themes, those that are not listed too: one for each area, and one for all of them.
    let totals: [String]
    /// How to read the numbers; nil where they are exact.
    let note: String?
    /// What stands in place of the table when nothing is counted.
    let none: String?

    init(_ papers: BoardPapers, for edition: Edition) {
        let counts = edition == .public ? papers.received : papers.themes
        areas = counts.areas
        guard edition == .public else {
            caption = "Open issues by theme and area on \(papers.meeting.asOf.words)"
            rows = counts.rows.filter { $0.counts.contains { $0 > 0 } }.map { row in
                Row(theme: row.theme, counts: (row.counts + [row.counts.reduce(0, +)]).map(String.init))
            }
            totals = (counts.totals + [counts.total]).map(String.init)
            note = nil
            none = rows.isEmpty ? "There are no open issues to count." : nil
            return
        }
        let quarter = Quarter(closedBefore: papers.meeting.asOf)
        caption = "Issues received from \(quarter.words), by theme and area"
        rows = counts.rows.filter { $0.counts.reduce(0, +) >= PublicCount.step }.map { row in
            Row(theme: row.theme, counts: (row.counts + [row.counts.reduce(0, +)]).map { PublicCount($0).text })
        }
        totals = (counts.totals + [counts.total]).map { PublicCount($0).text }
        note =
            "Each number, totals too, is rounded down to a multiple of five, and <5 stands for none to four, so that no "
            + "family can be picked out. Themes with fewer than five issues are not listed, but count in the totals."
        none = nil
    }
}
