import Testing
import Workflow

@testable import WorkflowFile

/// The time to divert, and a worry that leaves no story.
struct SafeguardingTests {
    @Test(arguments: [
        // A Tuesday; a Saturday before Christmas; Christmas Eve.
        ("2019-12-03", "2019-12-03"), ("2019-12-21", "2019-12-23"), ("2019-12-25", "2019-12-27"),
    ])
    func isDueTheSameWorkingDay(screened: String, due: String) throws {
        var story = try Case("issue", on: screened)
        try story.happen("log", Case.raised.merging(["safeguarding": "yes"]) { $1 })
        #expect(story.due?.clock == "divert" && story.due?.on.description == due)
        #expect(Set(story.item.clocks.keys) == ["divert"])
    }

    @Test func comesBeforeWhateverElseWasDue() throws {
        var story = try Case.issue(at: "local-action")
        try story.happen("rescreen", on: "2020-03-02", as: "dco", ["safeguarding": "unsure"])
        #expect(story.due?.clock == "divert" && story.due?.on.description == "2020-03-02")
        #expect(Set(story.item.clocks.keys) == ["divert"])
        try story.happen(
            "divert", on: "2020-03-03", as: "dco-admin",
            ["destination": "childrens-services", "external-reference": "CS-1"])
        #expect(story.due == nil)
    }

    @Test func aClearScreenHasNoTimeToDivert() throws {
        #expect(try Case.issue(at: "logged").item.clocks["divert"] == nil)
    }

    @Test func aWorryIsLoggedWithoutItsStory() throws {
        var story = try Case("issue", on: "2019-12-02")
        let given = ["received": "2019-12-02", "destination": "police", "external-reference": "P-1", "area": "north"]
        let change = try story.happen("log-diverted", as: "dco-admin", given)
        #expect(change.to == "diverted" && change.item.clocks.isEmpty)
        #expect(
            Set(change.item.fields.keys) == [
                "area", "received", "destination", "external-reference", "passed-on", "safeguarding",
            ])
        let event = try #require(story.definition.event("log-diverted"))
        let texts = event.asks.filter { [.line, .text].contains(story.definition.field($0.field)?.kind) }
        #expect(texts.map(\.field) == ["external-reference"])
    }

    @Test func theAreaFollowsFromTheDistrict() throws {
        var story = try Case("issue", on: "2019-12-02")
        story.facts = ["district.area": "south"]
        let given = [
            "received": "2019-12-02", "destination": "police", "external-reference": "P-1", "district": "chorley",
        ]
        let change = try story.happen("log-diverted", as: "dco", given)
        #expect(change.item.fields["area"] == .text("south") && change.item.fields["district"] == nil)
    }

    @Test func marksWhatHasGoneToTheBoardForGood() throws {
        #expect(try Case.issue(at: "escalation-proposed").item.fields["escalated"] == .flag(false))
        #expect(try Case.issue(at: "escalated").item.fields["escalated"] == .flag(true))
        let definition = try Shipped.definition("issue")
        let others = definition.events.filter { $0.erases.isEmpty }
        #expect(others.allSatisfy { !$0.clears.contains("escalated") && $0.ask("escalated") == nil })
    }
}
