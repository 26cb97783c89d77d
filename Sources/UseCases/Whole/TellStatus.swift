import Packs
import Partnership
import Register
import Workflow

/// What needs doing next, for whoever asks, most urgent first.
public struct TellStatus: Question {
    public enum Scope: Sendable {
        /// The areas of the asker's seats; the whole partnership for a seat that serves all of it.
        case own
        case areas([String])
        case all
    }

    public let scope: Scope
    /// The day as of whose end it is told; nil for now.
    public let asOf: Day?
    /// So many lines of each list.
    public let limit: Int
    /// Sets papers as they would be made now.
    private let writer: PackWriter

    public init(_ scope: Scope, asOf: Day? = nil, limit: Int = 50, in place: Workplace) {
        self.scope = scope
        self.asOf = asOf
        self.limit = limit
        writer = place.writer([:])
    }

    public func answer(from view: View, as standing: Standing) throws -> ToldStatus {
        let areas = try areas(view, standing)
        let report =
            try asOf.map { try view.pastStatus(areas: areas, on: $0, as: standing, limit: limit) }
            ?? view.status(areas: areas, as: standing, limit: limit)
        let papers = asOf == nil ? try papers(in: areas, view, standing) : []
        return ToldStatus(
            areas: areas, isWhole: try !view.seesOwnOnly(standing),
            bodies: try view.reference.bodies.map { ToldStatus.Place(id: $0.id, title: $0.title) },
            status: StatusAnswer(
                report, duties: try duties(report, view, standing), papers: papers,
                letters: asOf == nil ? try letters(in: areas, besides: papers, view, standing) : [],
                calls: asOf == nil ? try calls(in: areas, view, standing) : [],
                cutOffs: asOf == nil ? try cutOffs(in: areas, view, standing) : [],
                lacking: asOf == nil ? try lacking(in: areas, view, standing) : [],
                terms: asOf == nil ? try terms(in: areas, view, standing) : [],
                unattended: asOf == nil && standing.may(.keepPeople) ? try view.unattendedAreas().map(\.title) : []),
            schedulers: try view.schedulers(besides: standing), drafts: try view.drafts(of: standing).count,
            undecidedBoards: try view.reference.thresholds.undecidedBoards,
            erasuresUnknownSince: try view.erasuresUnknownSince)
    }

    /// What is to be done about what is due, and by whom, by the lines of the report.
    private func duties(
        _ report: StatusReport, _ view: View, _ standing: Standing
    ) throws -> [StatusAnswer.Line.Key: Duty] {
        var duties: [StatusAnswer.Line.Key: Duty] = [:]
        for line in report.diversions + report.overdue + report.warned + report.coming {
            duties[StatusAnswer.Line.Key(line)] = try view.duty(on: line, as: standing, isPast: asOf != nil)
        }
        return duties
    }

    /// What has to be made again, for those who prepare a body's papers, and letters.
    private func papers(in areas: [String], _ view: View, _ standing: Standing) throws -> [PaperToMake] {
        try view.papersToMake().filter { paper in
            let area = paper.body.map(\.area) ?? paper.item.text("area")
            guard areas.isEmpty || area.map(areas.contains) ?? false else { return false }
            guard let body = paper.body else { return standing.may(.packLetter, at: Belonging(area: area)) }
            return try standing.may(.minute, at: .of(body)) && !isMadeAlike(paper, view)
        }
    }

    /// Families that time ran out for and that nobody has told, for those who write to them. A letter that has to be made
    /// again is among the papers.
    private func letters(
        in areas: [String], besides papers: [PaperToMake], _ view: View, _ standing: Standing
    ) throws -> [StatusAnswer.Letter] {
        let again = Set(papers.filter { $0.body == nil }.map(\.item.reference))
        return try view.familiesToTell().filter { family in
            let area = family.issue.text("area")
            return (areas.isEmpty || area.map(areas.contains) ?? false)
                && standing.may(.packLetter, at: Belonging(area: area)) && !again.contains(family.issue.reference)
        }.map { StatusAnswer.Letter(of: $0.issue.reference, body: $0.passed.body, on: $0.passed.on) }
    }

    /// Whether a paper of a meeting that stands would say now what it said when it went out.
    private func isMadeAlike(_ paper: PaperToMake, _ view: View) throws -> Bool {
        let subject = try PackSubject(paper.paper, from: view)
        guard let edition = subject.edition, let kept = try subject.kept(from: view) else { return false }
        let then = try subject.pack(from: view, on: kept.paper.day)
        return try writer.document(of: then, for: edition).saysTheSame(
            as: kept.document)
    }

    /// What is brought to meetings to come and that their published agendas lack, for those who lay out the agenda.
    private func lacking(in areas: [String], _ view: View, _ standing: Standing) throws -> [StatusAnswer.Lacking] {
        try view.meetingsAhead().compactMap { meeting in
            let body = try view.body(of: meeting)
            guard areas.isEmpty || body.area.map(areas.contains) ?? false,
                standing.may(.buildAgenda, at: .of(body))
            else { return nil }
            let issues = try view.unlisted(at: meeting)
            return issues.isEmpty ? nil : StatusAnswer.Lacking(meeting: meeting.reference, issues: issues)
        }
    }

    /// Calls for items that are due within a fortnight or not answered in time, for those who lay out the agenda.
    private func calls(in areas: [String], _ view: View, _ standing: Standing) throws -> [StatusAnswer.Call] {
        try view.meetingsAhead().compactMap { meeting in
            let body = try view.body(of: meeting)
            guard areas.isEmpty || body.area.map(areas.contains) ?? false,
                standing.may(.buildAgenda, at: .of(body)), let date = meeting.meeting.date
            else { return nil }
            let called = try view.called(for: meeting)
            guard let by = called.map(\.by).max() else {
                let dates = try view.dates(of: body, meetingOn: date)
                guard dates.callBy <= view.today + 14, meeting.meeting.publishedOn == nil else { return nil }
                return StatusAnswer.Call(meeting: meeting.reference, by: dates.callBy, waitingFor: [], isMade: false)
            }
            let waiting = called.filter(\.isWaiting).map(\.party.name)
            guard by <= view.today, !waiting.isEmpty else { return nil }
            return StatusAnswer.Call(meeting: meeting.reference, by: by, waitingFor: waiting, isMade: true)
        }
    }

    /// Until when something can be brought to a meeting, where that is within a fortnight, for those who lay out the agenda.
    private func cutOffs(in areas: [String], _ view: View, _ standing: Standing) throws -> [NextMeeting] {
        try view.meetingsAhead().compactMap { meeting in
            let body = try view.body(of: meeting)
            guard areas.isEmpty || body.area.map(areas.contains) ?? false, body.kind != .group,
                standing.may(.buildAgenda, at: .of(body))
            else { return nil }
            let next = try NextMeeting(meeting, of: body, view)
            return (view.today...(view.today + 14)).contains(next.cutOff) ? next : nil
        }
    }

    /// Terms of reference whose review is past, for those who minute for the body.
    private func terms(in areas: [String], _ view: View, _ standing: Standing) throws -> [TermsAnswer] {
        try view.reference.bodies.filter { body in
            (areas.isEmpty || body.area.map(areas.contains) ?? false) && standing.may(.minute, at: .of(body))
        }.compactMap { body in
            try view.terms(of: body).last.map { TermsAnswer($0, of: body, on: view.today) }
        }.filter(\.isDue)
    }

    private func areas(_ view: View, _ standing: Standing) throws -> [String] {
        let reference = try view.reference
        switch scope {
        case .all: return []
        case .areas(let names):
            return try KnownNames.resolve(names, of: "area", among: reference.areas.map(\.id))
        case .own:
            let bodies = standing.seats.compactMap { $0.body.flatMap { reference.body($0) } }
            return bodies.contains { $0.area == nil } ? [] : Array(Set(bodies.compactMap(\.area))).sorted()
        }
    }
}

public struct ToldStatus: Sendable, Codable {
    /// The areas it is about; none for the whole partnership.
    public let areas: [String]
    /// It tells of more than what whoever asks owns.
    public let isWhole: Bool
    /// The bodies whose what is due may be, in their order.
    public let bodies: [Place]
    public let status: StatusAnswer
    /// The titles of the roles that schedule meetings, where the asker may schedule none.
    public let schedulers: [String]
    /// How many drafts the asker has.
    public let drafts: Int
    /// So many meetings of the Board leave an exception undecided (rule R15).
    public let undecidedBoards: Int
    /// In a register restored from a backup: since when it is not known what was erased. ISO 8601, UTC.
    public let erasuresUnknownSince: String?

    public struct Place: Sendable, Codable {
        public let id: String
        public let title: String
    }
}
