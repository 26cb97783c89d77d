import Partnership
import Register
import Workflow

/// What is missing for a meeting to come, as far as the asker may know of it.
struct AgendaFindings {
    private let reading: MeetingReading
    private let view: View
    private let standing: Standing
    private let date: Day
    private let seats: [Seat]
    private let attendance: [AttendanceRecord]

    init(_ reading: MeetingReading, _ view: View, _ standing: Standing) throws {
        self.reading = reading
        self.view = view
        self.standing = standing
        date = reading.meeting.meeting.date ?? view.today
        seats = try view.seats(body: reading.body.id, on: date)
        attendance = try view.attendance(of: reading.meeting)
    }

    private var meeting: StoredItem { reading.meeting }
    private var body: Body { reading.body }

    /// It is still to be held.
    var isAhead: Bool {
        meeting.isOpen && view.today <= date && !attendance.contains { [.present, .deputised].contains($0.status) }
    }

    /// What is missing first.
    func all() throws -> [AgendaFinding] {
        let agenda = try reading.agenda()
        let found =
            try notice(agenda) + calls() + people() + agenda.flatMap(findings) + time(agenda) + minutes()
            + waiting(agenda)
        return found.filter(\.isMissing) + found.filter { !$0.isMissing }
    }

    private func notice(_ agenda: [AgendaItemAnswer]) throws -> [AgendaFinding] {
        let dates = try view.dates(of: body, meetingOn: date)
        var found: [AgendaFinding] = []
        if agenda.isEmpty { found.append(AgendaFinding(.noAgenda).with { $0.day = dates.publishBy }) }
        guard meeting.meeting.publishedOn == nil else {
            if try !view.unlisted(at: meeting).isEmpty { found.append(AgendaFinding(.stale)) }
            if try !view.isNoticed(meeting) { found.append(AgendaFinding(.notIssued)) }
            return found
        }
        if try view.isAgendaStale(of: meeting) { found.append(AgendaFinding(.stale)) }
        if view.today > dates.publishBy {
            found.append(AgendaFinding(.notPublished).with { $0.day = dates.publishBy })
        }
        if view.today > dates.callBy, try view.called(for: meeting).isEmpty {
            found.append(AgendaFinding(.noCall).with { $0.day = dates.callBy })
        }
        return found
    }

    private func calls() throws -> [AgendaFinding] {
        let late = try view.called(for: meeting).filter { $0.isWaiting && $0.by < view.today }
        return Dictionary(grouping: late, by: \.by).sorted { $0.key < $1.key }.map { day, called in
            AgendaFinding(.unanswered).with {
                $0.day = day
                $0.who = called.map(\.party.name)
            }
        }
    }

    /// Who has to be there and will not.
    private func people() throws -> [AgendaFinding] {
        let reference = try view.reference
        func expected(_ duty: SeatRole.Duty) -> (filled: [Person], away: [Person]) {
            let roles = reference.roles(with: duty)
            let filled = seats.filter { roles.contains($0.role) && $0.deputyFor == nil }.compactMap(\.person)
            let away = filled.filter { person in
                attendance.contains { $0.person.id == person.id && $0.status == .apologies }
            }
            return (filled, away)
        }
        var found: [AgendaFinding] = []
        if body.kind == .lap {
            let parents = expected(.parents)
            if parents.filled.count == parents.away.count {
                found.append(AgendaFinding(.noParentRepresentative).with { $0.who = parents.away.map(\.name) })
            }
        }
        let chairs = expected(.chairs)
        if chairs.filled.isEmpty {
            found.append(AgendaFinding(.noChair))
        } else if chairs.filled.count == chairs.away.count {
            found.append(AgendaFinding(.chairAway).with { $0.who = chairs.away.map(\.name) })
        }
        return found
    }

    /// What one line of the agenda lacks.
    private func findings(_ line: AgendaItemAnswer) throws -> [AgendaFinding] {
        func finding(_ kind: AgendaFinding.Kind, _ change: (inout AgendaFinding) -> Void = { _ in }) -> AgendaFinding {
            AgendaFinding(kind).with {
                $0.item = line.number
                $0.ref = line.issue ?? line.matter
                $0.title = line.title
                change(&$0)
            }
        }
        var found: [AgendaFinding] = []
        let isHeading = !line.number.contains(".")
        let matter = try line.matter.map { try view.item($0) }
        if let late = line.late {
            found.append(
                finding(.late) {
                    $0.because = [late]
                    $0.isMissing = false
                })
        }
        if isHeading, !line.lead.isEmpty, !seats.contains(where: { $0.role == line.lead && $0.person != nil }) {
            let lead = try view.reference.title(ofRole: line.lead)
            found.append(finding(.noLead) { $0.who = [lead] })
        }
        if !isHeading, line.private, line.issue != nil || line.matter != nil, try lacksReason(line) {
            found.append(finding(.noPrivateReason))
        }
        guard let own = matter?.matter, !own.isMessage else { return found }
        if let day = own.followsOn {
            let lead = try own.lead.map { try view.known($0).name }
            found.append(
                finding(.toFollow) {
                    $0.day = day
                    $0.who = [lead ?? own.author].compactMap(\.self)
                    $0.isMissing = day < view.today
                })
        }
        let purpose = own.purpose ?? (own.hasPaper ? StandingItem.Purpose(rawValue: line.purpose) : nil)
        let isAsked = purpose == .decision || purpose == .approval
        let isEmpty = own.author == nil && own.summary == nil && own.background.isEmpty
        if own.followsOn == nil, isEmpty, own.hasPaper || isAsked || purpose == .assurance {
            found.append(finding(.noPaper))
        }
        if isAsked, own.recommendation == nil { found.append(finding(.noRecommendation)) }
        return found
    }

    private func lacksReason(_ line: AgendaItemAnswer) throws -> Bool {
        let ground = try view.agendaItem(line.number, of: meeting).ground
        return body.followsSchedule12A ? ground.paragraph == nil : ground.reason == nil
    }

    private func time(_ agenda: [AgendaItemAnswer]) -> [AgendaFinding] {
        let allowed = agenda.reduce(0) { $0 + $1.minutes }
        guard let lasts = body.lasts, allowed > lasts else { return [] }
        return [
            AgendaFinding(.overrun).with {
                $0.minutes = allowed
                $0.allowed = lasts
            }
        ]
    }

    private func minutes() throws -> [AgendaFinding] {
        try view.unagreedMinutes(of: body.id, before: date).map { meeting in
            AgendaFinding(.minutesToAgree).with {
                $0.ref = meeting.reference
                $0.day = meeting.meeting.date
                $0.isMissing = false
            }
        }
    }

    /// What could come before the meeting and does not. What the asker may not read is not told.
    private func waiting(_ agenda: [AgendaItemAnswer]) throws -> [AgendaFinding] {
        try view.waitingMatters(for: meeting).compactMap { waiting in
            let item = waiting.item
            let isIssue = item.workflow == "issue"
            if isIssue {
                guard try view.mayRead(item, at: body, as: standing) else { return nil }
            } else {
                guard item.matter.privateGround == nil || standing.may(.readPrivate, at: .of(body)) else { return nil }
            }
            return AgendaFinding(.waiting).with {
                $0.ref = item.reference
                $0.title = isIssue ? item.issue.summary : item.matter.title
                $0.isMissing = false
                switch waiting.cause {
                case .toBeBuilt:
                    $0.cause = .toBeBuilt
                    $0.isMissing = true
                case .putOff(let next):
                    $0.cause = .putOff
                    $0.because = [next]
                case .consent: $0.cause = .consent
                case .rules(let sentences):
                    $0.cause = .rules
                    $0.because = sentences
                case .notBrought: $0.cause = .notBrought
                }
            }
        }
    }
}
