import Testing
import Workflow

/// One item on its way through a shipped workflow, told in the words that a person would type.
struct Case {
    let definition: Definition
    var item = Item()
    var history: [RecordedEvent] = []
    /// The day of the next event.
    var day: String
    var person = "dco.north@example.org"
    var roles = ["dco"]
    /// As text; an empty text takes a fact away.
    var facts: [String: String] = [:]
    var calendar = Shipped.calendar
    /// What is due first.
    var due: (clock: String, on: Day)? { definition.due(of: item) }

    init(_ workflow: String, on day: String) throws {
        definition = try Shipped.definition(workflow)
        self.day = day
    }

    func setting() throws -> Setting {
        var values: [String: Value] = [:]
        let declared = Set(definition.facts.map(\.name))
        let told = Case.usual.filter { declared.contains($0.key) }.merging(facts) { $1 }
        for (name, text) in told where !text.isEmpty {
            let fact = try #require(definition.facts.first { $0.name == name }, "no fact \(name)")
            values[name] = try fact.read(text).get()
        }
        return Setting(
            on: try #require(Day(iso: day)), actor: Actor(person: person, roles: roles), facts: values,
            calendars: Calendars([calendar]))
    }

    func decide(_ event: String, _ given: [String: String] = [:]) throws -> Decision {
        var values: [String: Value] = [:]
        for (name, text) in given {
            let field = try #require(definition.field(name), "no field \(name)")
            values[name] = try field.read(text).get()
        }
        return definition.decide(event, on: item, given: values, in: try setting())
    }

    /// Makes an event happen; fails the test with the reasons when it is refused.
    @discardableResult
    mutating func happen(
        _ event: String, on day: String? = nil, as roles: String? = nil, person: String? = nil,
        _ given: [String: String] = [:]
    ) throws -> Change {
        if let day { self.day = day }
        if let roles { self.roles = roles.split(separator: " ").map(String.init) }
        if let person { self.person = person }
        switch try decide(event, given) {
        case .accepted(let change):
            var values: [String: Value] = [:]
            for (name, text) in given { values[name] = try definition.field(name)?.read(text).get() }
            history.append(RecordedEvent(event: event, given: values, setting: try setting()))
            item = change.item
            return change
        case .refused(let reasons):
            throw Refused(event: event, sentences: reasons.map(\.sentence))
        }
    }

    /// The reasons for which an event is refused; none when it is accepted.
    func reasons(
        _ event: String, on day: String? = nil, as roles: String? = nil, person: String? = nil,
        _ given: [String: String] = [:]
    ) throws -> [Reason] {
        var other = self
        if let day { other.day = day }
        if let roles { other.roles = roles.split(separator: " ").map(String.init) }
        if let person { other.person = person }
        guard case .refused(let reasons) = try other.decide(event, given) else { return [] }
        return reasons
    }

    struct Refused: Error, CustomStringConvertible {
        let event: String
        let sentences: [String]
        var description: String { "\(event) refused: \(sentences.joined(separator: " "))" }
    }
}

extension Case {
    static let raised = [
        "safeguarding": "no", "received": "2019-12-02", "channel": "email", "raised-by": "parent-carer",
        "area": "north", "theme": "salt", "summary": "Nine-month wait for a first therapy appointment",
        "parallel": "none", "consent": "record,discuss-anonymised",
    ]

    /// What is so unless a story says otherwise.
    static let usual = ["destination.urgent": "yes", "lead.area": "north", "lead.screen-clear": "yes"]

    static let judged = [
        "scope": "systemic", "families": "14", "phase": "primary", "severity": "3", "tried": "Two letters",
        "services": "Therapy service", "outcome-sought": "An appointment within the standard",
    ]

    static let brief = [
        "criteria": "E1,E2", "ask": "Fund a locum", "options": "Wait, or fund", "recommendation": "Fund",
        "evidence": "Waiting list", "parent-rep-view": "Agrees",
    ]

    static let lap = [
        "meeting.date": "2020-01-14", "meeting.cut-off": "2019-12-30", "meeting.kind": "lap",
        "meeting.body": "north", "self.lap": "north", "self.private": "no", "meeting.schedule-12a": "no",
        "meeting.state": "published", "meeting.published": "yes", "meeting.parent-rep": "yes", "self.merges": "0",
        "next-meeting.date": "2099-01-14", "next-meeting.state": "scheduled", "next-meeting.same-body": "yes",
    ]

    static let board = [
        "meeting.date": "2020-01-30", "meeting.papers-due": "2020-01-16", "meeting.kind": "board",
        "self.private": "no", "meeting.schedule-12a": "no",
        "meeting.state": "scheduled", "self.merges": "0",
        "next-meeting.date": "2099-01-30", "next-meeting.state": "scheduled", "next-meeting.same-body": "yes",
    ]

    /// An issue taken as far as a step of the usual way to the Board and back.
    static func issue(at step: String) throws -> Case {
        var story = try Case("issue", on: "2019-12-02")
        try story.happen("log", raised)
        if step == "logged" { return story }
        try story.happen("acknowledge", on: "2019-12-03", ["method": "email", "reply-by": "2019-12-09"])
        if step == "acknowledged" { return story }
        try story.happen("accept", on: "2019-12-05", judged)
        if step == "accepted" { return story }
        story.facts = lap
        try story.happen("schedule", on: "2019-12-06", ["meeting": "north-2020-01-14"])
        story.day = "2020-01-14"
        if step == "on-agenda" { return story }
        if step == "local-action" {
            try story.happen(
                "assign", as: "chair",
                ["owner": "lead@example.org", "agency": "Council", "due": "2020-02-14", "measure": "Waits fall"])
            return story
        }
        try story.happen("propose-escalation", as: "chair", brief)
        if step == "escalation-proposed" { return story }
        try story.happen("submit", on: "2020-01-15", as: "dco", person: "deputy@example.org")
        if step == "escalated" { return story }
        story.facts = board
        try story.happen("table", as: "board-secretary", ["meeting": "board-2020-01-30"])
        story.day = "2020-01-30"
        if step == "with-board" { return story }
        try story.happen("board-own", as: "board-chair", own)
        if step == "board-action" { return story }
        try story.happen(
            "board-complete", on: "2020-03-30", as: "board-chair", person: "board.chair@example.org",
            ["proposed-on": "2020-03-27", "outcome": "Funded", "outcome-evidence": "List", "impact": "Waits fall"])
        return story
    }

    static let own = [
        "decision": "That a locum be funded", "owner": "director@example.org", "due": "2020-03-31",
        "measure": "Wait under 18 weeks", "plan": "IP-3.6",
    ]
}
