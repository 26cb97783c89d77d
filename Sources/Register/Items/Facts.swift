import Ledger
import Partnership
import Workflow

/// What guards are told beyond an item's own fields. Only the facts that a definition declares are looked up.
extension View {
    /// - Parameter event: the event to be decided, whose defaults may name the meeting or the area; nil for options.
    func setting(
        for before: StoredItem?, in definition: Definition, event: String? = nil, given: [String: Value],
        standing: Standing, on day: Day
    ) throws -> Setting {
        let written = (before?.item.fields ?? [:]).merging(given) { _, new in new }
        let asking = event.flatMap { definition.event($0) }
        let first = try setting(
            for: before, in: definition, asking: asking, proposed: written, standing: standing, on: day)
        guard let event else { return first }
        // What an event clears is looked up as it was.
        let left = definition.proposed(event, on: before?.item ?? Item(), given: given, in: first)
        var proposed = written.merging(left) { _, new in new }
        // What it asks anew and was not given is not what it was before.
        for ask in asking?.asks ?? [] where ask.isFresh && left[ask.field] == nil {
            proposed[ask.field] = nil
        }
        guard View.factFields.contains(where: { proposed[$0] != written[$0] }) else { return first }
        return try setting(
            for: before, in: definition, asking: asking, proposed: proposed, standing: standing, on: day)
    }

    /// The fields that facts and roles are looked up by.
    private static let factFields = [
        "meeting", "next-meeting", "before-meeting", "time", "lead", "under", "issue", "district", "area", "body",
        "date", "born", "item", "text", "matter",
    ]

    private func setting(
        for before: StoredItem?, in definition: Definition, asking event: Event?, proposed: [String: Value],
        standing: Standing, on day: Day
    ) throws -> Setting {
        // Seats count where it is, not where the event would put it.
        let actor = try actor(
            standing, writing: before?.item.fields ?? proposed, of: definition.name, begins: before == nil)
        return Setting(
            on: day, actor: actor,
            facts: try facts(for: before, in: definition, asking: event, proposed: proposed, actor: actor, on: day),
            calendars: try calendars())
    }

    /// Who causes an event of an item, given its fields before it: who may read an item besides, because it is about an issue
    /// of theirs, may not for that write to it.
    ///
    /// - Parameter isBegun: the item begins with the event, and is nobody's yet.
    func actor(
        _ standing: Standing, writing fields: [String: Value], of workflow: String, begins isBegun: Bool = false
    ) throws -> Actor {
        var owner: String?
        if !isBegun, case .text(let person) = fields["owner"] { owner = person }
        if !Standing.hasOwnersWithoutSeat(workflow), !standing.isSeated { owner = nil }
        return standing.actor(towards: try belonging(workflow: workflow, fields: fields), owner: owner)
    }

    private func facts(
        for item: StoredItem?, in definition: Definition, asking event: Event?, proposed: [String: Value],
        actor: Actor, on day: Day
    ) throws -> [String: Value] {
        var facts: [String: Value] = [:]
        let declared = Set(definition.facts.map { $0.name.prefix { $0 != "." } }.map(String.init))
        func reference(_ field: String) -> String? {
            if case .text(let name) = proposed[field] { return name }
            return nil
        }
        func tell(_ subject: String, _ told: [String: Value]) {
            for (name, value) in told { facts["\(subject).\(name)"] = value }
        }
        if declared.contains("meeting"), let name = reference("meeting") {
            tell("meeting", try meetingFacts(self.item(name, workflow: "meeting")))
        }
        if declared.contains("lead"), let name = reference("lead") {
            let lead = try self.item(name, workflow: "issue")
            tell(
                "lead",
                [
                    "state": .text(lead.state), "reference": .text(lead.reference),
                    "area": .text(lead.text("area") ?? ""), "screen-clear": .flag(lead.issue.isScreenClear),
                ])
        }
        if declared.contains("issue"), let name = reference("issue") {
            let issue = try self.item(name, workflow: "issue")
            tell(
                "issue",
                ["area": .text(issue.text("area") ?? ""), "screen-clear": .flag(issue.issue.isScreenClear)])
        }
        if declared.contains("next-meeting"), let name = reference("next-meeting") {
            let next = try self.item(name, workflow: "meeting")
            let own = try reference("meeting").map { try self.item($0, workflow: "meeting") }
            var told: [String: Value] = ["state": .text(next.state)]
            told["date"] = next.meeting.date.map { .day($0) }
            told["same-body"] = .flag(own.map { $0.meeting.body == next.meeting.body } ?? true)
            tell("next-meeting", told)
        }
        if declared.contains("before-meeting"), let name = reference("before-meeting") {
            let next = try self.item(name, workflow: "meeting")
            var told: [String: Value] = ["state": .text(next.state)]
            told["date"] = next.meeting.date.map { .day($0) }
            tell("before-meeting", told)
        }
        for subject in [MeetingReader.Field.agreedAt, .confirmedAt].map(\.rawValue) where declared.contains(subject) {
            guard let later = try reference(subject).map({ try self.item($0, workflow: "meeting") }) else { continue }
            let own = MeetingReader(Item(fields: proposed), definition)
            guard let day = own.date, let laterDay = later.meeting.date else { continue }
            let follows = later.meeting.body == own.body && laterDay > day
            tell(
                subject,
                [
                    "state": .text(later.state), "follows": .flag(follows), "complete": .flag(try isComplete(later)),
                ])
        }
        if declared.contains("destination"), let name = reference("destination"),
            let destination = try self.reference.destinations.first(where: { $0.id == name })
        {
            tell("destination", ["urgent": .flag(destination.isUrgent)])
        }
        if declared.contains("district"), let name = reference("district"),
            let district = try self.reference.districts.first(where: { $0.id == name })
        {
            tell("district", ["area": .text(district.area)])
        }
        // Where it goes to somebody has to see to it.
        if declared.contains("area"), let name = reference("area"), let item, item.text("area") != name {
            tell("area", ["attended": .flag(try isAttended(area: name))])
        }
        if declared.contains("self") {
            tell("self", try ownFacts(item, in: definition, asking: event, proposed: proposed, on: day))
            if definition.name == "issue" { tell("self", screen(of: item, actor: actor, on: day)) }
        }
        return facts
    }

    /// What the screen found, by whom and when: as recorded where it was not clear, or else a worry of whoever says now
    /// that it is one.
    private func screen(of issue: StoredItem?, actor: Actor, on day: Day) -> [String: Value] {
        guard let issue, !issue.issue.isScreenClear else {
            return ["screen": .text("yes"), "screened-by": .text(actor.person), "screened-on": .day(day)]
        }
        var found = issue.item.fields.filter { ["screened-by", "screened-on"].contains($0.key) }
        found["screen"] = issue.item.fields[IssueReader.Field.safeguarding.rawValue]
        return found
    }

    /// Whether a meeting could agree minutes and confirm decisions: whole, and for the item under which it does so (rule R8).
    private func isComplete(_ meeting: StoredItem) throws -> Bool {
        let arising = try agenda(of: meeting).first { $0.feed == StandingItem.Feed.previousMinutes.rawValue }
        return try !finding(of: meeting).finding.isProvisional && !isProvisional(under: arising?.id, at: meeting)
    }

    /// The ids of everybody who has owned an item, whatever became of it since, by its own changes.
    private func owners(of item: StoredItem) throws -> [String] {
        let rows = try connection.rows(
            """
            SELECT change.after FROM change JOIN operation ON operation.id = change.operation
            WHERE change.relation = 'item' AND change.key = ? AND change.after IS NOT NULL AND operation.reverses IS NULL
              AND operation.id NOT IN (SELECT reverses FROM operation WHERE reverses IS NOT NULL)
            ORDER BY operation.id
            """, [.text(String(item.id))])
        var owners: [String] = []
        for row in rows {
            let fields = try ItemCoding.parse(ItemCoding.parse(row.word("after"))["fields"]?.string ?? "{}")
            guard let owner = fields[IssueReader.Field.owner.rawValue]?.string, !owners.contains(owner) else {
                continue
            }
            owners.append(owner)
        }
        return owners
    }

    private func ownFacts(
        _ item: StoredItem?, in definition: Definition, asking event: Event?, proposed: [String: Value], on day: Day
    ) throws -> [String: Value] {
        var facts: [String: Value] = [:]
        // What takes looking through a history, or other issues, is found out only for an event whose rules ask for it.
        func isAsked(_ name: String) -> Bool {
            event?.rules.contains { $0.condition.facts.contains("self.\(name)") } ?? true
        }
        if let item { facts["reference"] = .text(item.reference) }
        switch definition.name {
        case "issue":
            if let item {
                let merged = try connection.row(
                    """
                    WITH RECURSIVE part(reference) AS (
                      SELECT reference FROM item WHERE lead = ?
                      UNION SELECT item.reference FROM item JOIN part ON item.lead = part.reference)
                    SELECT count(*) AS merged FROM part
                    """, [.text(item.reference)])
                facts["merges"] = .number(merged?.count("merged") ?? 0)
                if isAsked("owners") { facts["owners"] = .list(try owners(of: item)) }
                let takings = try privateTakings(of: item)
                let actions = try actions(about: item)
                facts["open-actions"] = .number(actions.count(where: \.isOpen))
                // As those said who did it.
                let evidence = actions.filter { $0.action.status == .done }.compactMap(\.action.evidence)
                if !evidence.isEmpty { facts["actions-evidence"] = .text(evidence.joined(separator: "\n")) }
                facts["awaited"] = .number(try awaited(about: item).count)
                if isAsked("action-failed") {
                    facts["action-failed"] = .flag(try hasFailed(actions, of: item, on: day))
                }
                if isAsked("theme-elsewhere") {
                    facts["theme-elsewhere"] = .flag(try isThemeElsewhere(of: item, on: day))
                }
                facts["held"] = .flag(try isHeld([item]))
                facts["private"] = .flag(!takings.isEmpty)
                if let paragraph = takings.last?.ground.paragraph, case .text(let name) = proposed["meeting"],
                    try body(of: self.item(name, workflow: "meeting")).followsSchedule12A
                {
                    facts["paragraph"] = .number(paragraph.rawValue)
                }
            }
            if proposed["escalated"] == .flag(true),
                let board = try reference.bodies.first(where: { $0.kind == .board })
            {
                facts["next-board"] = try nextMeeting(of: board.id, after: day - 1).map { .text($0.reference) }
            }
            if case .text(let area) = proposed["area"] {
                facts["area"] = .text(area)
                facts["lap"] = try reference.lap(ofArea: area).map { .text($0.id) }
            }
            if case .day(let born) = proposed["born"] {
                facts["rights-pass-on"] = .day(RightsPass.day(born: born))
            }
        case "meeting":
            if case .text(let name) = proposed["body"], case .day(let date) = proposed["date"],
                let body = try reference.body(name)
            {
                facts["publish-by"] = .day(try dates(of: body, meetingOn: date).publishBy)
                let dayOff = DayOff(date, calendar: try workingCalendar(), schools: try reference.schoolHolidays)
                facts["day-off"] = dayOff.map { .text($0.rawValue) }
            }
            facts["day-taken"] = .flag(try isDayTaken(by: item, proposed))
            if case .text(let time) = proposed["time"] { facts["time-unread"] = .flag(ClockTime(time) == nil) }
            guard let item else { break }
            facts.merge(try meetingFacts(item)) { proposed, _ in proposed }
            let counts = try connection.row(
                """
                SELECT
                  (SELECT count(*) FROM agenda_item WHERE meeting = ?) AS agenda,
                  (SELECT count(*) FROM agenda_item WHERE meeting = ? AND (discussed IS NOT NULL OR reached = 0)) AS minuted,
                  (SELECT coalesce(max(supplement), 0) FROM agenda_item WHERE meeting = ?) AS supplement,
                  (SELECT count(*) FROM attendance
                    WHERE meeting = ? AND status IN ('present', 'deputised')) AS present
                """, Array(repeating: .integer(item.id), count: 4))
            facts["agenda-items"] = .number(counts?.count("agenda") ?? 0)
            facts["minuted"] = .number(counts?.count("minuted") ?? 0)
            facts["present"] = .number(counts?.count("present") ?? 0)
            facts["provisional-decisions"] = .number(try decisions(of: item).count(where: \.isProvisional))
            facts["undecided"] = .number(try undecided(at: item).count)
            facts["agenda-stale"] = .flag(try isAgendaStale(of: item))
            facts["unlisted"] = .number(try unlisted(at: item).count)
            facts["supplement-due"] = .flag(counts?.count("supplement") ?? 0 > item.meeting.supplements)
            facts["lacks-exclusion"] = .flag(try lacksExclusion(item))
            if case .text(let text) = proposed[MeetingReader.Field.corrections.rawValue] {
                facts["corrections-private"] = .flag(try !privateMatters(in: text, of: item).isEmpty)
            }
        case "matter":
            // Its own body's agenda, or that of the meeting it is brought to.
            let owner: String? =
                if case .text(let name) = proposed["meeting"] {
                    try self.item(name, workflow: "meeting").meeting.body
                } else if case .text(let name) = proposed["body"] { name } else { nil }
            if let body = try owner.flatMap({ try reference.body($0) }), case .text(let under) = proposed["under"] {
                facts["under-unknown"] = .flag(body.standingItem(under) == nil)
            }
        case "request":
            facts.merge(try requestFacts(item, proposed: proposed)) { $1 }
        case "commitment": facts.merge(try settingFacts(item, proposed: proposed)) { $1 }
        case "action":
            facts.merge(try settingFacts(item, proposed: proposed)) { $1 }
            // What the meeting of a LAP sets to be done is its area's, as is what is to be done about an issue.
            if case .text(let name) = proposed["issue"] {
                facts["area"] = try self.item(name, workflow: "issue").text("area").map { .text($0) }
            } else if case .text(let name) = proposed["meeting"] {
                facts["area"] = try body(of: self.item(name, workflow: "meeting")).area.map { .text($0) }
            }
        default: break
        }
        return facts
    }

    /// Of what is set to be done or promised: whether the agenda of its meeting has the item under which it is set; whether it
    /// would tell everybody of something private, once it begins; and whether it would leave an item taken in private.
    private func settingFacts(_ item: StoredItem?, proposed: [String: Value]) throws -> [String: Value] {
        func name(_ field: String) -> String? {
            if case .text(let name) = proposed[field] { name } else { nil }
        }
        guard let meeting = try name("meeting").map({ try self.item($0, workflow: "meeting") }) else { return [:] }
        var facts: [String: Value] = [:]
        if let number = name("item") {
            facts["item-unknown"] = .flag(
                try connection.row(
                    "SELECT 1 FROM agenda_item WHERE meeting = ? AND number = ?",
                    [.integer(meeting.id), .text(number)]) == nil)
        }
        let source = PaperSource(
            issue: try name("issue").map { try self.item($0) }, matter: name("matter"), decision: name("decision"),
            meeting: meeting.reference, item: name("item"))
        if let item {
            let isMoved =
                item.item.fields["item"] != proposed["item"] || item.item.fields["meeting"] != proposed["meeting"]
            facts["leaves-private"] = .flag(
                try isMoved && part(of: origin(of: item)).isTwo && !part(of: source).isTwo)
        } else if let text = name("text") {
            facts["tells-private"] = .flag(
                try !part(of: source).isTwo && !privateMatters(in: text, of: meeting).isEmpty)
        }
        return facts
    }

    /// Whether the body of a meeting has another one on its day.
    private func isDayTaken(by meeting: StoredItem?, _ proposed: [String: Value]) throws -> Bool {
        guard case .text(let body) = proposed["body"], case .day(let date) = proposed["date"] else { return false }
        return try connection.row(
            """
            SELECT 1 FROM item WHERE body = ? AND workflow = 'meeting' AND happens = ? AND id <> ?
              AND NOT \(inState(meaning: "called-off", of: "meeting"))
            """, [.text(body), .text(date.description), .integer(meeting?.id ?? 0)]) != nil
    }

    /// What a guard may ask about a meeting.
    func meetingFacts(_ meeting: StoredItem) throws -> [String: Value] {
        guard let name = meeting.text("body"), let body = try reference.body(name), let date = meeting.day("date")
        else { throw RegisterError.damaged("the meeting \(meeting.reference) has no body or date") }
        let dates = try dates(of: body, meetingOn: date)
        let finding = try finding(of: meeting)
        return [
            "date": .day(date), "body": .text(body.id), "kind": .text(body.kind.rawValue),
            "state": .text(meeting.state), "cut-off": .day(dates.cutOff), "papers-due": .day(dates.cutOff),
            "publish-by": .day(dates.publishBy), "published": .flag(meeting.day("published-on") != nil),
            "schedule-12a": .flag(body.followsSchedule12A),
            "private": .flag(
                try connection.row(
                    """
                    SELECT 1 FROM agenda_item WHERE meeting = ? AND private = 1 AND released IS NULL
                      AND (issue IS NOT NULL OR matter IS NOT NULL)
                    """, [.integer(meeting.id)]) != nil),
            "quorate": .flag(finding.isQuorate), "parent-rep": .flag(finding.finding.isCompliant),
        ]
    }
}
