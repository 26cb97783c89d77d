import Packs
import Partnership
import Register
import Workflow

/// The forward plan: the Boards to come with their papers' day, what they have standing and what goes to them, reports that
/// are due, commitments, plan actions, risks and gaps to look at, and days of other bodies; oldest first, no more than the
/// asker may see.
public struct TellPlanner: Question {
    /// At most two years.
    public let days: ClosedRange<Day>

    public init(_ days: ClosedRange<Day>) { self.days = days }

    public func answer(from view: View, as standing: Standing) throws -> Planner {
        try standing.mustHoldSeat(toSee: "The forward plan")
        guard days.upperBound - days.lowerBound <= 731 else {
            throw RegisterError.badInput("That is more than two years.", remedies: [.give(["from", "to"])])
        }
        let profile = try view.setting("profile") ?? "register"
        var lines: [PlannerLine] = []
        // The papers of a Board after the last day may be due before it.
        let boards = try view.boards(within: days.lowerBound...(days.upperBound + 62))
        let going = try boards.map { try view.issues(goingTo: $0, as: standing) }
        let placed = Set(going.joined().map(\.line.reference))
        let waiting = try view.issuesBeforeBoard(as: standing).filter { !placed.contains($0.line.reference) }
        let next = boards.firstIndex { $0.meeting.date.map { $0 >= view.today } ?? false }
        for (index, meeting) in boards.enumerated() {
            let issues =
                try going[index].map { "Goes there: \(try words($0, view))" }
                + (index == next ? waiting.map { "To be tabled: \(try words($0, view))" } : [])
            lines += try self.lines(of: meeting, issues, view)
        }
        for line in try view.reportsDue(within: days, as: standing) {
            lines.append(PlannerLine(line, .report, words: try reporting(line, view)))
        }
        for kind in PlannerLine.Kind.workflows {
            let title = try view.definition(kind.rawValue).title
            lines += try view.due(of: kind.rawValue, within: days, as: standing).map {
                PlannerLine($0, kind, words: [title, $0.clockTitle].compactMap(\.self).joined(separator: ": "))
            }
        }
        let outside = try view.reference.outsideDates.entries
        for (index, entry) in outside.enumerated() where days.contains(entry.day) {
            let place = outside[..<index].count { $0.day == entry.day }
            lines.append(
                PlannerLine(
                    day: entry.day, kind: .outside, ref: nil, title: entry.title, key: "\(entry.day)-\(place)"))
        }
        let order = PlannerLine.Kind.allCases
        lines = lines.filter { days.contains($0.day) }.enumerated().sorted { one, other in
            func key(_ line: (offset: Int, element: PlannerLine)) -> (Day, Int, Int) {
                (line.element.day, order.firstIndex(of: line.element.kind) ?? 0, line.offset)
            }
            return key(one) < key(other)
        }.map(\.element)
        return Planner(
            lines: lines,
            calendar: PlannerCalendar.text(
                of: lines.map {
                    PlannerCalendar.Date(
                        id: "lap:\(profile):planner:\($0.kind.rawValue):\($0.key)", day: $0.day,
                        title: [$0.ref, $0.title].compactMap(\.self).joined(separator: ", "), changes: $0.version)
                }, of: try view.setting("title") ?? "", on: view.today))
    }

    /// An issue in words, named where it may be.
    private func words(_ issue: (line: ItemLine, isNamed: Bool), _ view: View) throws -> String {
        guard issue.isNamed else { return "a matter taken in private" }
        let theme = try issue.line.theme.flatMap { try view.reference.theme($0)?.title }
        return [issue.line.reference, theme, issue.line.title].compactMap(\.self).joined(separator: ", ")
    }

    /// A meeting of the Board, and the day on which its papers are due.
    private func lines(of meeting: StoredItem, _ issues: [String], _ view: View) throws -> [PlannerLine] {
        guard let date = meeting.meeting.date else { return [] }
        let body = try view.body(of: meeting)
        let titles = body.agenda.map(\.title)
        let details = (titles.isEmpty ? [] : ["Standing items: " + titles.joined(separator: "; ")]) + issues
        return [
            PlannerLine(
                day: date, kind: .meeting, ref: meeting.reference, title: "Meeting of the \(body.title)",
                key: meeting.reference,
                details: details, version: meeting.version),
            PlannerLine(
                day: try view.dates(of: body, meetingOn: date).cutOff, kind: .papers, ref: meeting.reference,
                title: "Papers due for the \(body.title)", key: meeting.reference, version: meeting.version),
        ]
    }

    /// `Report due from the Joint Commissioning Group`.
    private func reporting(_ line: ItemLine, _ view: View) throws -> String {
        guard case .text(let name)? = line.codes[IssueReader.Field.group.rawValue],
            let group = try view.reference.body(name)
        else { return line.clockTitle ?? "Report due" }
        return "Report due from the \(group.title)"
    }
}

/// The forward plan.
public struct Planner: Sendable, Codable {
    public let lines: [PlannerLine]
    /// The same as a calendar, without any text that somebody typed but the days of other bodies.
    public let calendar: String
}

/// A day of the forward plan.
public struct PlannerLine: Sendable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case meeting, papers, report, commitment, risk, gap, outside
        case planAction = "plan-action"

        /// Those that are called like the workflow whose clocks they are.
        static let workflows: [Kind] = [.commitment, .planAction, .risk, .gap]
    }

    public let day: Day
    public let kind: Kind
    /// Nil for another body's.
    public let ref: String?
    /// In the register's own words, but for another body's.
    public let title: String
    /// What it is about, as somebody typed it.
    public let about: String?
    public let details: [String]
    /// Names it within its kind, however often its day changes.
    public let key: String
    public let version: Int

    init(
        day: Day, kind: Kind, ref: String?, title: String, about: String? = nil, key: String, details: [String] = [],
        version: Int = 0
    ) {
        self.day = day
        self.kind = kind
        self.ref = ref
        self.title = title
        self.about = about
        self.key = key
        self.details = details
        self.version = version
    }

    /// What is due of an item.
    init(_ line: ItemLine, _ kind: Kind, words: String) {
        self.init(
            day: line.due ?? Day.kept.upperBound, kind: kind, ref: line.reference, title: words, about: line.title,
            key: "\(line.reference):\(line.clock ?? "")", version: line.version)
    }
}
