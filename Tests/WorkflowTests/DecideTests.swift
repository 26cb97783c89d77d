import Testing

@testable import Workflow

struct DecideTests {
    let definition: Definition
    let begun: Item

    init() throws {
        definition = try Samples.definition()
        let decision = definition.decide("begin", on: Item(), given: ["title": .text("A")], in: Samples.setting())
        begun = try #require(decision.change?.item)
    }

    @Test func beginsAnItem() {
        #expect(begun.state == "open")
        #expect(
            begun.fields == [
                "title": .text("A"), "level": .number(2), "owner": .text("clerk@example.org"), "urgent": .flag(false),
                "resting": .flag(false), "count": .number(0),
            ])
    }

    @Test func tellsWhatChanged() throws {
        let change = try #require(
            definition.decide("wait", on: begun, given: ["reason": .text("x")], in: Samples.setting()).change)
        #expect(change.from == "open" && change.to == "waiting" && change.capacity == "clerk")
        #expect(change.changed == ["reason": .some(.text("x")), "count": .some(.number(1))])
        #expect(change.effects == [EffectCall(name: "tell", arguments: ["why": .text("x")])])
    }

    @Test func recordsTheFirstRoleOfTheEventThatTheActorHolds() throws {
        let setting = Samples.setting(as: ["boss", "clerk"])
        let change = try #require(
            definition.decide("wait", on: begun, given: ["reason": .text("x")], in: setting).change)
        #expect(change.capacity == "clerk")
    }

    @Test func refusesAnEventThatDoesNotExist() {
        let reasons = definition.decide("fnish", on: begun, in: Samples.setting()).reasons
        #expect(reasons.map(\.kind) == [.unknownEvent])
        #expect(reasons.first?.remedies == [.say("Did you mean “finish”?")])
    }

    @Test func refusesWhatCannotHappenHereAndSaysWhereItCan() {
        let reasons = definition.decide("resume", on: begun, in: Samples.setting()).reasons
        #expect(reasons.map(\.sentence) == ["“Resume” happens from “Waiting”; this is at “Open”."])
        #expect(definition.decide("begin", on: begun, in: Samples.setting()).reasons.map(\.kind) == [.state])
        #expect(definition.decide("wait", on: Item(), in: Samples.setting()).reasons.map(\.kind) == [.state])
    }

    @Test func refusesAPersonWithoutTheRoleAndSaysWhoMay() {
        let reasons = definition.decide("finish", on: begun, in: Samples.setting(as: ["viewer"], person: "v")).reasons
        #expect(reasons.map(\.kind) == [.role])
        #expect(reasons.first?.sentence == "“Finish” is for the boss (boss) or system (system).")
    }

    @Test func tellsEveryReasonAtOnce() {
        var item = begun
        item.fields["count"] = .number(2)
        let given: [String: Value] = ["title": .text("x"), "meeting": .text(""), "colour": .text("red")]
        let reasons = definition.decide("wait", on: item, given: given, in: Samples.setting(as: [])).reasons
        #expect(reasons.map(\.kind) == [.role, .value, .value, .value, .missing, .rule])
        #expect(reasons.compactMap(\.field) == ["colour", "title", "meeting", "reason"])
        #expect(reasons.last?.code == "R1" && reasons.last?.remedies == [.say("finish it")])
    }

    @Test func asksAnewForWhatAnEarlierEventLeft() throws {
        var item = begun
        item.fields["reason"] = .text("an old one")
        let reasons = definition.decide("wait", on: item, in: Samples.setting()).reasons
        #expect(reasons.map(\.field) == ["reason"])
    }

    @Test func requiresWhatItsConditionRequires() {
        let given: [String: Value] = ["title": .text("A"), "level": .number(4)]
        let reasons = definition.decide("begin", on: Item(), given: given, in: Samples.setting()).reasons
        #expect(reasons.map(\.sentence) == ["Level 4 needs an end."])
        #expect(reasons.first?.remedies == [.give(["until"])])
    }

    @Test func namesTheEmptyFieldWhenARuleIsUnknown() {
        let given: [String: Value] = ["reason": .text("x"), "meeting": .text("m")]
        let reasons = definition.decide("wait", on: begun, given: given, in: Samples.setting()).reasons
        #expect(reasons.map(\.sentence) == ["Too late. (Date of the meeting is not known.)"])
        #expect(reasons.first?.field == "meeting.date")
    }

    @Test func readsRulesOnTheProposedRecord() throws {
        var item = begun
        item.fields["count"] = .number(2)
        let decision = definition.decide("wait", on: item, given: ["reason": .text("x")], in: Samples.setting())
        #expect(decision.reasons.map(\.code) == ["R1"])
    }

    @Test func takesTheFirstTargetThatHolds() throws {
        var item = begun
        item.state = "waiting"
        item.fields["reason"] = .text("x")
        #expect(definition.decide("resume", on: item, in: Samples.setting()).change?.to == "open")
        item.fields["count"] = .number(2)
        #expect(definition.decide("resume", on: item, in: Samples.setting()).change?.to == "done")
    }

    @Test func needsWhatTheStateNeeds() {
        var item = begun
        item.fields["title"] = nil
        let reasons = definition.decide("finish", on: item, in: Samples.setting(as: ["boss"], person: "b")).reasons
        #expect(reasons.map(\.kind) == [.stateNeeds])
        #expect(reasons.first?.sentence == "Title must be on record at “Done”.")
    }

    @Test func needsWhatTheStateNeedsEvenWhenItStays() {
        var item = begun
        item.state = "waiting"
        let reasons = definition.decide("rest", on: item, given: ["resting": .flag(true)], in: Samples.setting())
            .reasons
        #expect(reasons.map(\.field) == ["reason"])
    }

    @Test func erasesWholeSections() throws {
        var item = begun
        item.fields["notes"] = .text("private")
        let change = try #require(
            definition.decide("finish", on: item, in: Samples.setting(as: ["boss"], person: "b")).change)
        #expect(change.erases == ["private"])
        #expect(change.item.fields["notes"] == nil)
        #expect(change.changed["notes"] == .some(.none))
    }

    @Test func appliesRulesOfTheWorkflowExceptWhereTheyAreWaived() {
        var item = begun
        item.fields["level"] = .number(1)
        let refused = definition.decide("wait", on: item, given: ["reason": .text("x")], in: Samples.setting())
        #expect(refused.reasons.map(\.sentence) == ["Level 1 can only be finished."])
        let finished = definition.decide("finish", on: item, in: Samples.setting(as: ["boss"], person: "b"))
        #expect(finished.change != nil)
    }

    @Test func replaysAHistoryToTheSameItem() throws {
        let history = [
            RecordedEvent(event: "begin", given: ["title": .text("A")], setting: Samples.setting()),
            RecordedEvent(event: "wait", given: ["reason": .text("x")], setting: Samples.setting(on: "2019-12-03")),
            RecordedEvent(event: "resume", given: [:], setting: Samples.setting(on: "2019-12-09")),
        ]
        let once = try definition.replay(history).get().item
        #expect(try definition.replay(history).get().item == once)
        #expect(once.state == "open" && once.fields["count"] == .number(1))
    }

    @Test func tellsTheRecordThatFactsAreAbout() {
        let proposed = definition.proposed(
            "begin", on: Item(), given: ["title": .text("A")], in: Samples.setting())
        #expect(proposed["level"] == .number(2) && proposed["owner"] == .text("clerk@example.org"))
    }

    @Test func saysWhereAHistoryBreaks() {
        let history = [
            RecordedEvent(event: "begin", given: ["title": .text("A")], setting: Samples.setting()),
            RecordedEvent(event: "resume", given: [:], setting: Samples.setting()),
        ]
        guard case .failure(let failure) = definition.replay(history) else {
            Issue.record("it was accepted")
            return
        }
        #expect(failure.position == 1 && failure.event == "resume" && failure.item.state == "open")
    }
}
