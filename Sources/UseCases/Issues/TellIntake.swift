import Partnership
import Register
import Workflow

/// What comes before the next meeting of an area's LAP or of the Board: when that is and until when something can be brought,
/// what is ready for it, what is not and why, and for a LAP what is alike.
public struct TellIntake: Question {
    /// The area's name, or the Board's; nil for where the asker holds a seat.
    public let area: String?

    public init(_ area: String?) { self.area = area }

    private static let mostSettled = 3

    public func answer(from view: View, as standing: Standing) throws -> IntakeAnswer {
        guard standing.isSeated else {
            throw RegisterError.notPermitted("What comes before a LAP is for people with a seat.")
        }
        let reference = try view.reference
        let boards = reference.bodies.filter { $0.kind == .board }.map(\.id)
        let area = try self.area(standing, reference, orOneOf: boards)
        let board = boards.contains(area) ? reference.body(area) : nil
        guard let body = board ?? reference.lap(ofArea: area) else {
            throw RegisterError.badInput(
                "\(reference.area(area)?.title ?? area) has no LAP, so nothing of it comes before a meeting.",
                remedies: [.deed("area-status", on: area)])
        }
        let meeting = try view.nextMeeting(of: body.id, after: view.today - 1)
        let schedulers = try view.schedulers(of: body.id, besides: standing)
        let areas = board == nil ? [area] : reference.lapAreas.map(\.id)
        // What the Board gave to somebody is with them until they answer: that is followed, and not ready for a meeting.
        let matters = try view.intake(of: areas, for: meeting, atBoard: board != nil, as: standing).filter { matter in
            board == nil || !["delegated", "referred"].contains(where: matter.item.issue.means)
        }
        let here = try lines(view, standing, in: areas)
        let brought = here.filter { line in
            meeting.map { line.codes[IssueReader.Field.meeting.rawValue] == .text($0.reference) } ?? false
        }
        let reached = board == nil ? [] : try boardCases(view, standing)
        let cases = Dictionary(reached.map { ($0.ref, $0) }, uniquingKeysWith: { first, _ in first })
        let waiting = matters.map { IntakeAnswer.Waiting($0, of: cases[$0.item.reference]) }
        let told = Set(brought.map(\.reference) + matters.map(\.item.reference))
        let themes = board != nil ? [] : Set(matters.compactMap(\.item.issue.theme) + brought.compactMap(\.theme))
        return IntakeAnswer(
            area: area, body: body.title, meeting: try meeting.map { try NextMeeting($0, of: body, view) },
            scheduledBy: schedulers,
            brought: brought.map {
                IntakeAnswer.Line(ref: $0.reference, title: $0.title, boardCase: cases[$0.reference])
            },
            ready: waiting.filter { $0.steps.count == 1 && $0.missing.isEmpty },
            notReady: waiting.filter { $0.steps.count > 1 || !$0.missing.isEmpty },
            followed: reached.filter { !told.contains($0.ref) },
            alike: try board != nil
                ? [] : view.alike(in: area, themes: Array(Set(here.compactMap(\.theme))), as: standing),
            days: reference.thresholds.alikeDays,
            elsewhere: try themes.sorted().compactMap { try elsewhere($0, besides: area, view, standing) })
    }

    /// What reached the Board and is not at an end, the next due first.
    private func boardCases(_ view: View, _ standing: Standing) throws -> [IntakeAnswer.BoardCase] {
        var filter = TrackerFilter()
        filter.open = true
        filter.limit = Int.max
        return try view.tracked(filter, as: standing).filter { $0.issue.issue.isScreenClear }.map { tracked in
            IntakeAnswer.BoardCase(
                tracked, origin: try view.origin(of: tracked), days: tracked.raised.map { view.today - $0 })
        }
    }

    private func area(
        _ standing: Standing, _ reference: ReferenceData, orOneOf boards: [String]
    ) throws -> String {
        let areas = reference.areas.map(\.id)
        if let area { return try KnownNames.resolve([area], of: "area", among: areas + boards)[0] }
        let bodies = standing.seats.compactMap(\.body)
        let seen = bodies.compactMap { reference.body($0) }
        let met = seen.filter { $0.kind == .lap }
        let own = Set((met.isEmpty ? seen : met).compactMap(\.area) + bodies.filter(boards.contains))
        guard own.count == 1, let only = own.first else {
            throw RegisterError.badInput(
                own.isEmpty ? "No area is yours by a seat." : "Several areas are yours by your seats.",
                remedies: [.say("Name one: \((reference.lapAreas.map(\.id) + boards).joined(separator: ", ")).")])
        }
        return only
    }

    /// The issues of some areas, or of a theme, that are open or came in since a day, newest first.
    private func lines(
        _ view: View, _ standing: Standing, in areas: [String], themes: [String] = [], since: Day? = nil
    ) throws -> [ItemLine] {
        var filter = IssueFilter()
        filter.areas = areas
        filter.themes = themes
        filter.open = since == nil
        filter.raisedFrom = since
        filter.limit = Int.max
        return try view.issues(filter, as: standing)
    }

    private func elsewhere(
        _ theme: String, besides area: String, _ view: View, _ standing: Standing
    ) throws -> IntakeAnswer.Elsewhere? {
        let reference = try view.reference
        let others = reference.lapAreas.map(\.id).filter { $0 != area }
        func place(of line: ItemLine) -> String { line.area.flatMap(reference.area)?.title ?? "" }
        let open = try Dictionary(
            lines(view, standing, in: others, themes: [theme]).map { (place(of: $0), 1) }, uniquingKeysWith: +)
        var settled: [IntakeAnswer.Settled] = []
        for line in try lines(view, standing, in: others, themes: [theme], since: view.today.adding(months: -12))
        where settled.count < Self.mostSettled {
            // What settled it is for those who read it there.
            let seen = try view.seen(view.item(line.reference), as: standing, isNoted: false)
            guard case .text(let outcome)? = seen.fields[IssueReader.Field.outcome.rawValue] else { continue }
            settled.append(
                IntakeAnswer.Settled(
                    ref: line.reference, area: place(of: line), stateTitle: seen.stateTitle, outcome: outcome))
        }
        guard !open.isEmpty || !settled.isEmpty else { return nil }
        return IntakeAnswer.Elsewhere(
            theme: theme, title: try title(of: theme, view),
            open: open.sorted { $0.key < $1.key }.map { IntakeAnswer.Count(area: $0.key, count: $0.value) },
            settled: settled)
    }

    private func title(of theme: String, _ view: View) throws -> String {
        try view.reference.theme(theme)?.title ?? theme
    }
}

/// A meeting to come, and until when something can be brought to it.
public struct NextMeeting: Sendable, Codable {
    public let ref: String
    public let on: Day
    /// The last day to bring an issue without a late reason.
    public let cutOff: Day
    /// The working days that are left until then, that day among them; less than 0 once it is over.
    public let workingDaysLeft: Int
    /// The last day to give notice of it.
    public let publishBy: Day
    /// Its agenda went out.
    public let isPublished: Bool

    init(_ meeting: StoredItem, of body: Body, _ view: View) throws {
        let date = meeting.meeting.date ?? view.today
        let dates = try view.dates(of: body, meetingOn: date)
        ref = meeting.reference
        on = date
        cutOff = dates.cutOff
        workingDaysLeft = try view.workingCalendar().workingDays(from: view.today, to: dates.cutOff)
        publishBy = dates.publishBy
        isPublished = meeting.meeting.publishedOn != nil
    }
}

public struct IntakeAnswer: Sendable, Codable {
    public struct Line: Sendable, Codable {
        public let ref: String
        public let title: String?
        /// Nil before a LAP.
        public let boardCase: BoardCase?
    }

    /// What the Board has to know of an issue that reached it; what the asker may not read is nil.
    public struct BoardCase: Sendable, Codable {
        public let ref: String
        /// What it is about, without names.
        public let title: String?
        public let stateTitle: String
        /// What the Board is asked to do.
        public let ask: String?
        /// The codes of the criteria by which it was: `E1`.
        public let criteria: [String]
        /// The LAP that sent it up, or the Board's meeting at which it was raised; and the day it went to the Board.
        public let origin: String
        public let reached: Day?
        /// Days since it was received.
        public let days: Int?
        /// How many of the Board's meetings left it undecided.
        public let boardsPassed: Int
        /// Who follows it up, and by when.
        public let owner: String?
        public let due: Day?

        init(_ tracked: TrackedIssue, origin: String, days: Int?) {
            ref = tracked.issue.reference
            title = tracked.title
            stateTitle = tracked.issue.stateTitle
            ask = tracked.ask
            criteria = tracked.criteria
            self.origin = origin
            reached = tracked.reached
            self.days = days
            boardsPassed = tracked.boardsPassed
            owner = tracked.owner?.name
            due = tracked.due
        }
    }

    /// An issue that is to come before a meeting.
    public struct Waiting: Sendable, Codable {
        public let ref: String
        public let title: String?
        public let stateTitle: String
        /// The events until it is brought, the next one first.
        public let steps: [String]
        /// What is missing for that, each a sentence.
        public let missing: [String]
        /// The titles of the roles that may take the next step, where the asker may not.
        public let by: [String]
        /// Nil for what has not reached the Board.
        public let boardCase: BoardCase?

        init(_ matter: IntakeMatter, of boardCase: BoardCase?) {
            ref = matter.item.reference
            title = matter.title
            stateTitle = matter.item.stateTitle
            steps = matter.steps.map(\.name)
            missing = matter.missing.map(\.sentence)
            by = matter.others
            self.boardCase = boardCase
        }
    }

    public struct Count: Sendable, Codable {
        public let area: String
        public let count: Int
    }

    public struct Settled: Sendable, Codable {
        public let ref: String
        public let area: String
        public let stateTitle: String
        public let outcome: String
    }

    /// A theme in other areas.
    public struct Elsewhere: Sendable, Codable {
        public let theme: String
        public let title: String
        /// How many are open, by the titles of areas.
        public let open: [Count]
        /// What settled it there within the last year, as far as the asker may read it, newest first.
        public let settled: [Settled]
    }

    /// Or the Board's name.
    public let area: String
    /// The title of its LAP, or of the Board.
    public let body: String
    /// Nil while none is scheduled.
    public let meeting: NextMeeting?
    /// The titles of the roles that may schedule one, where the asker may not.
    public let scheduledBy: [String]
    public let brought: [Line]
    public let ready: [Waiting]
    public let notReady: [Waiting]
    /// What else reached the Board and is not at an end, the next due first; none for a LAP.
    public let followed: [BoardCase]
    public let alike: [AlikeIssues]
    /// Within so many days.
    public let days: Int
    public let elsewhere: [Elsewhere]
}
