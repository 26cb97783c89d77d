import Testing
import Workflow

/// R7, R8, R11 and what meetings decide.
struct IssueMeetingRuleTests {
    @Test func refusesAfterTheCutOffWithoutALateReason() throws {
        var story = try Case.issue(at: "accepted")
        story.facts = Case.lap
        let meeting = ["meeting": "north-2020-01-14"]
        #expect(try story.reasons("schedule", on: "2019-12-30", meeting).isEmpty)
        let late = try story.reasons("schedule", on: "2019-12-31", meeting)
        #expect(late.map(\.code) == ["R7"])
        #expect(late.first?.remedies.first == .give(["late-reason"]))
        #expect(
            try story.reasons("schedule", on: "2019-12-31", meeting.merging(["late-reason": "New and urgent"]) { $1 })
                .isEmpty)
    }

    @Test func aLateReasonCountsForOneMeetingOnly() throws {
        var story = try Case.issue(at: "accepted")
        story.facts = Case.lap
        try story.happen("schedule", on: "2019-12-31", ["meeting": "m", "late-reason": "Urgent"])
        story.facts["meeting.published"] = "no"
        try story.happen("unschedule", as: "chair", ["reason": "Not ready"])
        #expect(try story.reasons("schedule", as: "dco", ["meeting": "m2"]).map(\.code) == ["R7"])
    }

    @Test func theCutOffIsForWhatIsNew() throws {
        var story = try Case.issue(at: "accepted")
        story.facts = Case.lap
        try story.happen("schedule", on: "2019-12-30", ["meeting": "m"])
        try story.happen(
            "defer", on: "2019-12-31", as: "chair", ["deferred-because": "not-reached", "next-meeting": "m2"])
        #expect(try story.reasons("schedule", as: "dco").isEmpty)
    }

    @Test func aDeferredIssueGoesToTheMeetingNamedUnlessAnotherIsGiven() throws {
        var story = try Case.issue(at: "on-agenda")
        try story.happen("defer", as: "chair", ["deferred-because": "not-reached", "next-meeting": "m2"])
        story.facts["meeting.date"] = "2020-02-14"
        story.facts["meeting.cut-off"] = "2020-01-31"
        try story.happen("schedule", as: "dco")
        #expect(story.item.fields["meeting"] == .text("m2"))
        #expect(story.item.fields["meeting-on"] == .day(Day(iso: "2020-02-14") ?? Day(number: 0)))
    }

    @Test(arguments: [("meeting.kind", "board"), ("meeting.state", "cancelled"), ("meeting.date", "2019-12-05")])
    func schedulesOnlyForAMeetingOfALAPThatIsToCome(fact: String, value: String) throws {
        var story = try Case.issue(at: "accepted")
        story.facts = Case.lap
        story.facts[fact] = value
        #expect(try story.reasons("schedule", on: "2019-12-06", ["meeting": "m"]).count == 1)
    }

    @Test func anIssuedAgendaIsFrozen() throws {
        var story = try Case.issue(at: "on-agenda")
        #expect(try story.reasons("unschedule", as: "chair", ["reason": "x"]).count == 1)
        story.facts["meeting.published"] = "no"
        #expect(try story.reasons("unschedule", as: "chair", ["reason": "x"]).isEmpty)
    }

    @Test func refusesAThirdDeferral() throws {
        var story = try Case.issue(at: "on-agenda")
        let defer_ = ["deferred-because": "not-reached", "next-meeting": "next"]
        for _ in 1...2 {
            story.facts = Case.lap
            try story.happen("defer", as: "chair", defer_)
            try story.happen("schedule", as: "dco", ["meeting": "other", "late-reason": "Carried forward"])
        }
        #expect(story.item.fields["carries"] == .number(2))
        let refused = try story.reasons("defer", as: "chair", defer_)
        #expect(refused.map(\.code) == ["R11"])
        #expect(refused.first?.remedies.first == .cause(event: "propose-escalation"))
        #expect(try story.reasons("defer", as: "chair", defer_.merging(["override-reason": "Illness"]) { $1 }).isEmpty)
    }

    @Test func takesNoFurtherActionOnlyWithAParentRepresentative() throws {
        var story = try Case.issue(at: "on-agenda")
        story.facts["meeting.parent-rep"] = "no"
        #expect(try story.reasons("note", as: "chair", ["noted-as": "no-further-action"]).map(\.code) == ["R8"])
        #expect(try story.reasons("note", as: "chair", ["noted-as": "answered"]).isEmpty)
    }

    @Test func decidesNothingBeforeTheMeetingHasMet() throws {
        let story = try Case.issue(at: "on-agenda")
        #expect(try story.reasons("note", on: "2020-01-13", as: "chair", ["noted-as": "answered"]).count == 1)
    }

    @Test func assigningOpensAnActionAndRecordsADecision() throws {
        var story = try Case.issue(at: "on-agenda")
        let change = try story.happen(
            "assign", as: "chair",
            ["owner": "lead@example.org", "agency": "Council", "due": "2020-02-14", "measure": "Waits fall"])
        #expect(change.effects.map(\.name) == ["decision", "open-action"])
        #expect(change.effects.first?.arguments["kind"] == .text("agreed"))
        #expect(
            change.effects.last?.arguments == [
                "text": .text("An appointment within the standard"), "owner": .text("lead@example.org"),
                "agency": .text("Council"), "due": .day(Day(iso: "2020-02-14") ?? Day(number: 0)),
                "measure": .text("Waits fall"),
            ])
        #expect(story.due?.clock == "update")
        #expect(story.item.clocks["action"]?.due == Day(iso: "2020-02-14"))
    }

    @Test func completesOnlyAfterTheOwnersProposal() throws {
        var story = try Case.issue(at: "local-action")
        let given = ["outcome": "Done", "outcome-evidence": "Letter", "satisfied": "yes"]
        #expect(
            try story.reasons("complete", on: "2020-02-01", as: "dco", given).compactMap(\.field) == ["proposed-on"])
        try story.happen("propose-completion", on: "2020-02-01", as: "action-owner", person: "lead@example.org")
        #expect(try story.reasons("complete", as: "dco", given).isEmpty)
    }

    @Test func everyOpenIssueFromAcceptedOnHasAnOwnerAndADay() throws {
        let steps = [
            "accepted", "on-agenda", "local-action", "escalation-proposed", "escalated", "with-board", "board-action",
            "resolved-board",
        ]
        for step in steps {
            let story = try Case.issue(at: step)
            #expect(story.item.fields["owner"] != nil, "\(step)")
            #expect(story.due != nil, "\(step)")
        }
    }
}
