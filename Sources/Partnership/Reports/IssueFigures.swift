import Workflow

/// What became of issues within some days, as tables by area. Every row adds up across areas, and what happened across
/// quarters (rule R19).
public struct IssueFigures: Sendable {
    let issues: [ReportedIssue]
    let days: ClosedRange<Day>
    let figures: AreaFigures
    /// For the public, an issue that was emptied since counts by what it was about then: two reports of one quarter side by
    /// side shall not tell that there was such an issue.
    let isPublic: Bool

    public init(_ issues: [ReportedIssue], within days: ClosedRange<Day>, by areas: [Area], isPublic: Bool) {
        self.issues = issues
        self.days = days
        figures = AreaFigures(areas)
        self.isPublic = isPublic
    }

    private var takenIn: [ReportedIssue] { issues.filter { $0.isTakenIn(within: days) } }
    private var open: [ReportedIssue] { issues.filter(isOpenAtEnd) }

    private func isOpenAtEnd(_ issue: ReportedIssue) -> Bool { issue.standing(on: days.upperBound)?.isOpen ?? false }

    /// Open before, taken in, opened again, ended, open after.
    public var flow: FigureTable {
        FigureTable(
            "flow", "Concerns and questions", columns: figures.columns,
            rows: flowRows,
            note: "Open on the first day, taken in and opened again, less what ended, are those open on the last day.")
    }

    private var flowRows: [FigureTable.Row] {
        [
            figures.row("open-before", "Open before the first day", of: issues) {
                $0.standing(on: days.lowerBound - 1)?.isOpen ?? false
            },
            figures.row("taken-in", "Taken in", of: takenIn) { _ in true },
            figures.row("reopened", "Opened again", of: issues, times: { $0.reopenings(within: days) }),
            figures.row("ended", "Ended", of: issues, times: { $0.endings(within: days) }),
            figures.row("open-after", "Open on the last day", of: open) { _ in true },
        ]
    }

    /// What was settled one to one, and what meetings had decided.
    public var settled: FigureTable {
        func settled(_ issue: ReportedIssue, atMeeting: Bool) -> Int {
            issue.settlements(within: days).count { issue.wasDecided(by: $0) == atMeeting }
        }
        let individual = issues.filter(\.isIndividual)
        let systemic = issues.filter { !$0.isIndividual }
        return FigureTable(
            "settled", "Settled", columns: figures.columns,
            rows: [
                figures.row(
                    "individual-one-to-one", "Individual, one to one", of: individual,
                    times: { settled($0, atMeeting: false) }),
                figures.row(
                    "individual-at-meetings", "Individual, at meetings", of: individual,
                    times: { settled($0, atMeeting: true) }),
                figures.row(
                    "systemic-one-to-one", "Systemic, without a meeting", of: systemic,
                    times: { settled($0, atMeeting: false) }),
                figures.row(
                    "systemic-at-meetings", "Systemic, at meetings", of: systemic,
                    times: { settled($0, atMeeting: true) }),
                figures.row("all", "In all", of: issues, times: { $0.settlements(within: days).count }),
            ], note: "What a meeting had decided something about is settled at meetings.")
    }

    /// How each clock was kept.
    ///
    /// - Parameters:
    ///   - order: their titles, in the order in which the workflow has them.
    ///   - withDiversions: the clocks of safeguarding matters too, which are the DCO's side's alone.
    public func clocks(in order: [String], withDiversions: Bool) -> FigureTable {
        let answered = issues.flatMap { issue in
            issue.clocks(within: days).filter { withDiversions || !$0.clock.isDiverting }.map { (issue.area, $0) }
        }
        let found = Set(answered.map(\.1.clock.title))
        var titles: [String] = []
        for title in order + found.sorted() where found.contains(title) && !titles.contains(title) {
            titles.append(title)
        }
        let rows = titles.flatMap { title -> [FigureTable.Row] in
            let own = answered.filter { $0.1.clock.title == title }
            func row(
                _ id: String, _ words: String, _ holds: @escaping (ReportedIssue.Answered) -> Bool
            ) -> FigureTable.Row {
                figures.row("\(title): \(id)", "\(title): \(words)") { area in own.count { $0.0 == area && holds($0.1) }
                }
            }
            let onTime = row("on-time", "on time") { $0.on != nil && !$0.isLate }
            let ended = row("answered", "answered") { $0.on != nil }
            return [
                onTime, row("late", "late") { $0.on != nil && $0.isLate },
                figures.share("\(title): share", "\(title): on time, %", of: onTime, in: ended),
                row("overdue", "overdue on the last day") { $0.on == nil && $0.isLate },
            ]
        }
        return FigureTable(
            "clocks", "On time", columns: figures.columns, rows: rows,
            note: "Counted when a clock was answered. What fell away with its issue was answered by nobody.")
    }

    /// How often families had heard by the day that was promised to them.
    public var promises: FigureTable {
        let kept = figures.row("kept", "Kept", of: issues, times: { $0.promises(within: days).count { $0 } })
        let all = figures.row("promised", "Promised for these days", of: issues) { $0.promises(within: days).count }
        return FigureTable(
            "promises", "The day promised to a family", columns: figures.columns,
            rows: [
                all, kept, figures.row("broken", "Not kept", of: issues) { $0.promises(within: days).count { !$0 } },
                figures.share("share", "Kept, %", of: kept, in: all),
            ])
    }

    /// What was taken in, by theme.
    public func themes(_ themes: [Theme]) -> FigureTable {
        let rows = figures.rows(
            of: takenIn, by: themes.map { .init($0.id, $0.title) }, without: "Not told by theme"
        ) { issue in issue.isEmptied && !isPublic ? nil : issue.theme }
        return FigureTable(
            "themes", "Taken in, by theme", of: .families, columns: figures.columns,
            rows: rows + [figures.row("all", "In all", of: takenIn) { _ in true }])
    }

    /// What went to the Board, and what came of it.
    public var escalations: FigureTable {
        func went(_ issue: ReportedIssue) -> Bool {
            issue.times(within: days, \.isEscalated) > 0
                || issue.isTakenIn(within: days) && issue.steps.first?.isEscalated ?? false
        }
        let kinds: [(DecisionLine.Kind, String)] = [
            (.agreed, "agreed"), (.agreedWithAmendment, "agreed with amendment"), (.notAgreed, "not agreed"),
            (.delegated, "given to a group"), (.referred, "referred on"), (.noted, "noted"), (.deferred, "put off"),
        ]
        return FigureTable(
            "escalations", "The Board", columns: figures.columns,
            rows: [
                figures.row("sent", "Sent up by a LAP", of: issues) { went($0) && !$0.isRaisedAtBoard },
                figures.row("raised", "Raised at the Board itself", of: issues) { went($0) && $0.isRaisedAtBoard },
            ]
                + kinds.map { kind, words in
                    figures.row("board-\(kind.rawValue)", "The Board's decisions: \(words)", of: issues) { issue in
                        issue.decisions.count { $0.isBoards && $0.kind == kind && days.contains($0.on) }
                    }
                } + [
                    figures.row("resolved", "Resolved by the Board", of: issues) { issue in
                        issue.settlements(within: days).count { day in
                            issue.steps.last { $0.on <= day && $0.isSettled }?.isBoardOutcome ?? false
                        }
                    },
                    figures.row("under-way", "With the Board on the last day", of: open) { issue in
                        issue.standing(on: days.upperBound).map { $0.isEscalated && !$0.isSettled } ?? false
                    },
                ])
    }

    /// What is open on the last day, by the time since it was received.
    public var ages: FigureTable {
        func age(_ issue: ReportedIssue) -> Int { days.upperBound - (issue.received ?? days.upperBound) }
        let bands = [0...28, 29...91, 92...182, 183...365, 366...Int.max]
        return FigureTable(
            "ages", "Open on the last day, by days since received", columns: figures.columns,
            rows: bands.map { band in
                let words =
                    band.upperBound == Int.max
                    ? "More than \(band.lowerBound - 1) days" : "\(band.lowerBound) to \(band.upperBound) days"
                return figures.row("from-\(band.lowerBound)", words, of: open) { band.contains(age($0)) }
            } + [figures.row("all", "In all", of: open) { _ in true }])
    }

    /// All issues, by where they were on the last day.
    public var states: FigureTable {
        FigureTable(
            "states", "All on record, by state on the last day", columns: figures.columns,
            rows: figures.rows(of: issues, without: "") { $0.standing(on: days.upperBound)?.stateTitle }
                + [figures.row("all", "In all", of: issues) { _ in true }])
    }
}
