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
        "meeting", "next-meeting", "before-meeting", "raised-at", "time", "lead", "under", "issue", "district", "area",
        "body", "date", "born", "item", "text", "matter",
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
        for subject in ["meeting", "raised-at"] where declared.contains(subject) {
            guard let name = reference(subject) else { continue }
            tell(subject, try meetingFacts(self.item(name, workflow: "meeting")))
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
            var told: [String: Value] = [
                "area": .text(issue.text("area") ?? ""), "screen-clear": .flag(issue.issue.isScreenClear),
            ]
            if definition.facts.contains(where: { $0.name == "issue.board-meeting" }) {
                told["undecided"] = .flag(issue.issue.means("board-undecided"))
                told["board-meeting"] = try boardMeeting(of: issue, on: day).map { .text($0) }
            }
            tell("issue", told)
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
            told["kind"] = .text(try body(of: next).kind.rawValue)
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

    private func ownFacts(
        _ item: StoredItem?, in definition: Definition, asking event: Event?, proposed: [String: Value], on day: Day
    ) throws -> [String: Value] {
        var facts: [String: Value] =
            switch definition.name {
            case "issue": try issueFacts(item, asking: event, proposed: proposed, on: day)
            case "meeting": try ownMeetingFacts(item, proposed: proposed)
            case "matter": try matterFacts(item, proposed: proposed)
            case "request": try requestFacts(item, proposed: proposed)
            case "commitment": try settingFacts(item, proposed: proposed)
            case "gap", "risk": try citingFacts(proposed, on: day)
            case "action": try actionFacts(item, proposed: proposed)
            default: [:]
            }
        if let item { facts["reference"] = .text(item.reference) }
        return facts
    }
}
