import Testing
import Workflow

@testable import WorkflowFile

/// Every state × event × role of each shipped workflow, against the domain's table.
struct EveryStepTests {
    @Test(arguments: [
        ("issue", LifecycleTable.issue), ("meeting", .meeting), ("action", .action), ("plan-action", .planAction),
        ("breach", .breach), ("request", .request), ("matter", .matter), ("commitment", .commitment),
        ("question", .question), ("draft", .draft), ("gap", .gap), ("risk", .risk),
    ])
    func happensExactlyWhereAndByWhomTheDomainSays(name: String, table: LifecycleTable) throws {
        let definition = try Shipped.definition(name)
        #expect(Set(definition.states.map(\.name)) == Set(table.states).subtracting(["start"]))
        #expect(Set(definition.roles) == Set(table.roles))
        #expect(Set(definition.events.map(\.name)) == Set(table.steps.map(\.event)))
        for step in table.steps {
            let event = try #require(definition.event(step.event))
            let facts = Self.facts(for: event, in: definition)
            let given = Self.given(for: event, in: definition)
            for state in table.states {
                let item = Self.item(in: state, before: event, of: definition)
                for role in table.roles {
                    let setting = Setting(
                        on: Self.today, actor: Actor(person: "someone@example.org", roles: [role]), facts: facts,
                        calendars: Calendars([Shipped.calendar]))
                    let decision = definition.decide(event.name, on: item, given: given, in: setting)
                    let isAllowed = step.from.contains(state) && step.by.contains(role)
                    switch decision {
                    case .accepted(let change):
                        #expect(isAllowed, "\(role) could \(event.name) from \(state)")
                        #expect(change.to == (step.to == "=" ? state : step.to))
                        #expect(change.capacity == role)
                    case .refused(let reasons):
                        #expect(!isAllowed, "\(role), \(event.name), \(state): \(reasons.map(\.sentence))")
                        let kinds = Set(reasons.map(\.kind))
                        #expect(kinds.contains(.state) == !step.from.contains(state))
                        #expect(kinds.contains(.role) == !step.by.contains(role))
                    }
                }
            }
        }
    }

    static let today = Day(number: 18_275)  // 2020-01-14

    /// Facts that let an event happen.
    static func facts(for event: Event, in definition: Definition) -> [String: Value] {
        let isOfBoard =
            ["table", "group-report", "receive-reply"].contains(event.name) || event.name.hasPrefix("board-")
        let isAhead = ["schedule", "bring-back", "table", "add", "move"].contains(event.name)
        let known: [String: Value] = [
            "meeting.date": .day(isAhead ? today + 30 : today), "meeting.cut-off": .day(today + 10),
            "meeting.papers-due": .day(today + 10), "meeting.kind": .text(isOfBoard ? "board" : "lap"),
            "meeting.body": .text("north"), "self.lap": .text("north"), "self.private": .flag(false),
            "meeting.schedule-12a": .flag(true), "self.lacks-exclusion": .flag(true),
            "self.agenda-stale": .flag(false), "self.supplement-due": .flag(event.name == "supplement"),
            "raised-at.kind": .text("board"), "raised-at.date": .day(today), "raised-at.state": .text("held"),
            "meeting.state": .text("scheduled"), "meeting.published": .flag(false), "meeting.parent-rep": .flag(true),
            "self.merges": .number(0), "self.open-actions": .number(0), "self.reference": .text("N-1"),
            "lead.state": .text("accepted"),
            "self.agenda-items": .number(9), "self.publish-by": .day(today + 2), "self.present": .number(5),
            "self.quorate": .flag(true), "self.parent-rep": .flag(true), "self.undecided": .number(0),
            "self.minuted": .number(4), "destination.urgent": .flag(true), "lead.screen-clear": .flag(true),
            "lead.area": .text("sample"), "issue.screen-clear": .flag(true), "agreed-at.follows": .flag(true),
            "agreed-at.state": .text("held"), "confirmed-at.follows": .flag(true), "confirmed-at.complete": .flag(true),
            "agreed-at.complete": .flag(true),
            "self.provisional-decisions": .number(1), "confirmed-at.state": .text("held"),
            "next-meeting.date": .day(today + 30), "next-meeting.state": .text("scheduled"),
            "next-meeting.same-body": .flag(true),
            "issue.undecided": .flag(true), "before-meeting.kind": .text("board"),
            "before-meeting.date": .day(today + 90), "before-meeting.state": .text("scheduled"),
            "self.time-unread": .flag(false), "self.held": .flag(false),
            "self.next-board": .text("board-2020-01-30"),
            "self.ended": .flag(true), "self.past": .flag(true), "self.alike": .flag(true),
            "self.rights-passed": .flag(false), "self.under-unknown": .flag(false),
            "self.unclear": .flag(false), "self.meeting-ahead": .flag(false), "self.owner-unseated": .flag(false),
        ]
        return known.filter { name, _ in definition.facts.contains { $0.name == name } }
    }

    /// A value for everything that an event asks.
    static func given(for event: Event, in definition: Definition) -> [String: Value] {
        var given: [String: Value] = [:]
        for ask in event.asks {
            guard let field = definition.field(ask.field) else { continue }
            given[ask.field] = special(field.name, event) ?? sample(field)
        }
        if event.name == "move" { given["under"] = .text("elsewhere") }
        if event.name == "bring-again" { given["body"] = .text("north") }
        given["group-outcome"] = given["group-outcome"].map { _ in .text("decision") }
        return given
    }

    private static func special(_ name: String, _ event: Event) -> Value? {
        switch name {
        case "safeguarding": .text(event.name == "rescreen" ? "unsure" : "no")
        case "kind" where event.name == "erase": .text("erasure")
        case "kind" where event.name == "receive": .text("disposal")
        case "criteria": .list(["E1"])
        case "agreed-on": .day(today)
        case "needed-by" where event.name == "lapse": .day(today - 1)
        case "complaint": .text(event.name == "answer-complaint" ? "no" : "yes")
        case "team-answer-by": .day(today + 10)
        case "due", "needed-by", "reply-by", "review-on", "expected", "report-back", "date", "decide-by":
            .day(today + 60)
        case "next-meeting": .text("later")
        case "parallel": .list(["none"])
        case "anonymous" where ["log", "log-history", "edit"].contains(event.name): .flag(false)
        case "form": .text("to-follow")
        case "asked-by" where event.name == "withdraw": .text("someone@example.org")
        case "consent-by": .text("young-person")
        case "owner": .text(event.name == "keep" ? "someone@example.org" : "next.owner@example.org")
        default: nil
        }
    }

    private static func sample(_ field: Field) -> Value {
        switch field.kind {
        case .line, .text, .reference: .text("sample")
        case .number(let range): .number(range.lowerBound)
        case .day: .day(today)
        case .flag: .flag(true)
        case .choice(let choices): .text(choices[0].name)
        case .choices(let choices): .list(choices.map(\.name))
        case .references: .list(["sample"])
        }
    }

    /// An item with all on record that could stand in the way.
    static func item(in state: String, before event: Event, of definition: Definition) -> Item {
        guard state != "start" else { return Item() }
        var item = Item(state: state)
        for field in definition.fields { item.fields[field.name] = special(field.name, event) ?? sample(field) }
        // A matter stands where nothing but its state is in the way.
        if definition.name == "matter" {
            item.fields["body"] = .text("north")
            item.fields["form"] = .text(event.name == "supply" ? "to-follow" : "verbal")
        }
        // It is scored otherwise than it was.
        if definition.name == "risk" { item.fields["likelihood"] = .number(2) }
        let carries = ["carry", "wait"].contains(event.name) ? 1 : 2
        for (name, count) in ["carries": carries, "contact-attempts": 2, "board-defers": 0]
        where item.fields[name] != nil {
            item.fields[name] = .number(count)
        }
        for name in ["anonymous", "board-outcome", "no-further-action"] where item.fields[name] != nil {
            item.fields[name] = .flag(false)
        }
        if event.name == "review" { item.fields["board-outcome"] = .flag(true) }
        // Nobody waits to hear that it has arrived.
        if state == "logged", ["accept", "merge"].contains(event.name) { item.fields["anonymous"] = .flag(true) }
        if item.fields["withheld"] != nil { item.fields["withheld"] = .flag(false) }
        if event.name == "accept" { item.fields["consent-withdrawn-on"] = nil }
        if event.name.hasSuffix("take-private") { item.fields["private"] = .flag(false) }
        if event.name == "answer-complaint" { item.fields["complaint"] = .text("later") }
        if item.fields["suspended"] != nil { item.fields["suspended"] = .flag(event.name == "resume") }
        if item.fields["safeguarding"] != nil { item.fields["safeguarding"] = .text("no") }
        item.fields["erased-on"] = nil
        if event.name == "edit" { item.fields["consent-withdrawn-on"] = nil }
        item.fields["owner"] = item.fields["owner"].map { _ in .text("owner@example.org") }
        item.fields["due"] = item.fields["due"].map { _ in .day(today + 20) }
        // Minutes are agreed at a later meeting.
        let met = event.name == "agree-minutes" ? today - 30 : today
        item.fields["date"] = item.fields["date"].map { _ in .day(met) }
        return item
    }
}
