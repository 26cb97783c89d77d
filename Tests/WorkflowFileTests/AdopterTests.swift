import Foundation
import Testing
import Workflow
import WorkflowFile
import WorkflowProof

/// What somebody else needs who keeps items of their own.
struct AdopterTests {
    private static let text = """
        workflow: purchase
        title: Purchase
        roles: {buyer: buyer, approver: approver}
        fields:
          price: {title: Price, type: number 1 to 5000}
          on: {title: Day, type: day}
          asked-by: {title: Asked by, type: reference person}
        states: {asked: {title: Asked}, approved: {title: Approved, end: yes}}
        events:
          ask:
            title: Ask
            from: start
            to: asked
            by: buyer
            asks: {price: required}
            sets: {asked-by: actor.person, on: today}
          approve:
            title: Approve
            from: asked
            to: approved
            by: [buyer, approver]
            rules: [{require: actor.person != asked-by, otherwise: It takes two.}]
            effects: [{order: {for: price}}]
        clocks: {answer: {title: Answer, in: asked, lasts: 10 days}}
        promises:
          two: {title: It takes two, never: "state == approved and asked-by is empty"}
        """

    private func definition() throws -> Definition {
        try WorkflowFile.read(
            Self.text, name: "purchase.yaml", host: Host(effects: ["order": ["for"]], referenceKinds: ["person"])
        ).get()
    }

    @Test func anItemAndWhatHappenedToItCanBeWrittenAndReadBack() throws {
        let definition = try definition()
        var instance = Instance(of: definition)
        let day = try #require(Day(iso: "2026-11-02"))
        let setting = Setting(
            on: day, actor: Actor(person: "buyer@example.org", roles: ["buyer"]), facts: ["x.y": .flag(true)])
        try instance.cause("ask", given: ["price": .number(120)], in: setting)
        let item = try JSONDecoder().decode(Item.self, from: JSONEncoder().encode(instance.item))
        #expect(item == instance.item)
        let event = RecordedEvent(event: "ask", given: ["price": .number(120)], setting: setting)
        let read = try JSONDecoder().decode(RecordedEvent.self, from: JSONEncoder().encode(event))
        #expect(read.event == "ask" && read.given == event.given && read.setting.facts == setting.facts)
        #expect(try definition.replay([read]).get().item == instance.item)
        for value in [Value.text("a"), .flag(false), .day(day), .list(["a", "b"]), .number(-3)] {
            #expect(try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value)
        }
    }

    @Test func causingAnEventTellsWhatIsToBeDone() throws {
        var instance = Instance(of: try definition())
        let day = try #require(Day(iso: "2026-11-02"))
        var setting = Setting(on: day, actor: Actor(person: "buyer@example.org", roles: ["buyer"]))
        #expect(try instance.cause("ask", given: ["price": .number(120)], in: setting).isEmpty)
        let refusal = #expect(throws: Refusal.self) { try instance.cause("approve", in: setting) }
        #expect(refusal.map { "\($0)" } == "It takes two.")
        setting.actor = Actor(person: "approver@example.org", roles: ["approver"])
        let effects = try instance.cause("approve", in: setting)
        #expect(effects == [EffectCall(name: "order", arguments: ["for": .number(120)])])
    }

    @Test func aDefinitionMadeInCodeIsCheckedAndDoesNotTrap() throws {
        let lost = Definition(
            name: "lost", title: "Lost", roles: ["a"], fields: [], sections: [],
            states: [State(name: "here", title: "Here", needs: ["nothing"])],
            events: [
                Event(name: "begin", title: "Begin", targets: [Target(state: "nowhere")], by: ["a"]),
                Event(name: "begin", title: "Begin", from: ["there"], targets: [Target(state: nil)], by: ["b"]),
            ], rules: [], clocks: [], facts: [])
        #expect(
            lost.faults == [
                "There are two events “begin”.", "The state “here”: there is no field “nothing”.",
                "The event “begin”: there is no state “nowhere”.", "The event “begin”: there is no state “there”.",
                "The event “begin”: there is no role “b”.",
            ])
        let setting = Setting(on: Day(number: 0), actor: Actor(person: "x", roles: ["a"]))
        guard case .refused(let reasons) = lost.decide("begin", on: Item(), in: setting) else {
            Issue.record("it led nowhere, and happened")
            return
        }
        #expect(reasons.map(\.kind) == [.target])
        #expect(try definition().faults == [])
    }

    @Test func aFileMayHaveKindsOfItsOwn() throws {
        let text = Self.text.replacing(
            "fields:\n", with: "fields:\n  seller: {title: Seller, type: reference supplier}\n")
        let host = Host(effects: ["order": ["for"]], referenceKinds: ["person"])
        guard case .failure(let problems) = WorkflowFile.read(text, name: "purchase.yaml", host: host) else {
            Issue.record("a kind that nobody knows was taken")
            return
        }
        #expect(problems.problems.map(\.sentence) == ["There is nothing of the kind “supplier” to refer to."])
        #expect(problems.problems.map(\.hint) == ["Kinds: person. The file's own stand under “kinds”."])
        let own = text.replacing("title: Purchase\n", with: "title: Purchase\nkinds: supplier\n")
        let definition = try WorkflowFile.read(own, name: "purchase.yaml", host: host).get()
        #expect(definition.field("seller")?.kind == .reference("supplier"))
        let twice = own.replacing("kinds: supplier", with: "kinds: [supplier, person]")
        #expect(throws: Problems.self) {
            try WorkflowFile.read(twice, name: "purchase.yaml", host: host).get()
        }
    }

    @Test func enteringAStateDoesWhatTheStateSays() throws {
        let text = Self.text
            .replacing("    effects: [{order: {for: price}}]\n", with: "")
            .replacing(
                "approved: {title: Approved, end: yes}",
                with: "approved: {title: Approved, end: yes, effects: [{order: {for: price, when: price > 9}}]}"
            )
        let host = Host(effects: ["order": ["for"]], referenceKinds: ["person"])
        let definition = try WorkflowFile.read(text, name: "purchase.yaml", host: host).get()
        let day = try #require(Day(iso: "2026-11-02"))
        for price in [9, 120] {
            var instance = Instance(of: definition)
            var setting = Setting(on: day, actor: Actor(person: "buyer@example.org", roles: ["buyer"]))
            #expect(try instance.cause("ask", given: ["price": .number(price)], in: setting).isEmpty)
            setting.actor = Actor(person: "approver@example.org", roles: ["approver"])
            let wanted =
                price > 9 ? [EffectCall(name: "order", arguments: ["for": .number(price)])] : []
            guard case .accepted(let change) = definition.decide("approve", on: instance.item, in: setting) else {
                Issue.record("it was refused")
                return
            }
            #expect(change.effects == wanted)
            #expect(try instance.cause("approve", in: setting) == wanted)
        }
        #expect(try definition.canonicalForm != self.definition().canonicalForm)
    }

    @Test(arguments: [
        ("title: Price, type", "title: [x] y, type", "Between { and }, text that holds [, ], {, } or a comma"),
        ("title: Price, type", "title: [x], type", "Text that begins with [ needs quotes around it."),
        ("require: actor.person != asked-by", "require: state in [asked]", "Between { and }"),
    ])
    func whatNeedsQuotesIsHintedAt(old: String, new: String, hint: String) throws {
        #expect(Self.text.contains(old))
        let host = Host(effects: ["order": ["for"]], referenceKinds: ["person"])
        let read = WorkflowFile.read(Self.text.replacing(old, with: new), name: "purchase.yaml", host: host)
        guard case .failure(let problems) = read else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.count == 1)
        #expect(problems.problems.first?.hint?.hasPrefix(hint) == true, "\(problems)")
    }

    @Test func aFieldOfAWrongTypeIsToldOnceWhereItIsDeclared() throws {
        let text = Self.text
            .replacing("type: number 1 to 5000", with: "type: numbr 1 to 5000")
            .replacing("promises:\n", with: "promises:\n  dear: {title: Dear, never: price > 3 and price is empty}\n")
        let host = Host(effects: ["order": ["for"]], referenceKinds: ["person"])
        guard case .failure(let problems) = WorkflowFile.read(text, name: "purchase.yaml", host: host) else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.map(\.sentence) == ["There is no type “numbr 1 to 5000”."])
    }
}
