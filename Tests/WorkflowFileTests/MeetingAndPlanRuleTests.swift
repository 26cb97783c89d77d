import Testing
import Workflow

/// R8 and R20 to R24 as the meeting, action and plan action workflows keep them.
struct MeetingAndPlanRuleTests {
    private func meeting() throws -> Case {
        var story = try Case("meeting", on: "2019-12-02")
        story.facts = [
            "self.publish-by": "2020-01-06", "self.agenda-items": "15", "self.present": "6", "self.quorate": "yes",
            "self.parent-rep": "yes", "self.undecided": "0", "self.lacks-exclusion": "no",
            "self.agenda-stale": "no", "self.minuted": "9",
        ]
        try story.happen("schedule", ["body": "north", "date": "2020-01-14", "time": "10:00", "venue": "A school"])
        return story
    }

    @Test func publishesWithClearDaysOfNoticeOrAReason() throws {
        let story = try meeting()
        #expect(story.item.clocks["publish"]?.due == Day(iso: "2020-01-06"))
        #expect(try story.reasons("publish", on: "2020-01-06").isEmpty)
        #expect(try story.reasons("publish", on: "2020-01-07").map(\.code) == ["R22"])
        #expect(try story.reasons("publish", on: "2020-01-07", ["late-reason": "Snow"]).isEmpty)
    }

    @Test func publishesNoEmptyAgenda() throws {
        var story = try meeting()
        story.facts["self.agenda-items"] = "0"
        #expect(try story.reasons("publish").map(\.remedies) == [[.deed("build-agenda")]])
    }

    @Test func circulatesNoMinutesWhileAnIssueIsNeitherDecidedNorCarried() throws {
        var story = try meeting()
        try story.happen("publish", on: "2020-01-03")
        #expect(try story.reasons("hold", on: "2020-01-13").count == 1)
        try story.happen("hold", on: "2020-01-14", as: "chair")
        story.facts["self.lacks-exclusion"] = "yes"
        #expect(try story.reasons("conclude").map(\.code) == ["R10"])
        story.facts["self.lacks-exclusion"] = "no"
        story.facts["self.undecided"] = "2"
        try story.happen("conclude")
        story.facts["self.minuted"] = "1"
        try story.happen("draft-minutes")
        #expect(
            try story.reasons("circulate-minutes").first?.remedies.first == .cause(event: "defer", workflow: "issue"))
        story.facts["self.undecided"] = "0"
        #expect(try story.reasons("circulate-minutes").isEmpty)
    }

    @Test func decisionsWithoutAParentRepresentativeAreProvisionalUntilConfirmed() throws {
        var story = try meeting()
        try story.happen("publish", on: "2020-01-03")
        try story.happen("hold", on: "2020-01-14", as: "chair")
        story.facts["self.parent-rep"] = "no"
        try story.happen("conclude")
        story.facts["self.provisional-decisions"] = "2"
        let later = ["confirmed-at": "north-2020-02-11"]
        story.facts["confirmed-at.follows"] = "yes"
        story.facts["confirmed-at.complete"] = "yes"
        story.facts["confirmed-at.state"] = "published"
        #expect(try story.reasons("confirm", on: "2020-02-11", later).map(\.code) == ["R8"])
        story.facts["confirmed-at.state"] = "held"
        story.facts["confirmed-at.complete"] = "no"
        #expect(try story.reasons("confirm", on: "2020-02-11", later).map(\.code) == ["R8"])
        story.facts["confirmed-at.complete"] = "yes"
        try story.happen("confirm", on: "2020-02-11", later)
        story.facts["self.provisional-decisions"] = "0"
        #expect(try story.reasons("confirm", ["confirmed-at": "x"]).map(\.code) == ["R8"])
    }

    @Test func circulatesMinutesWithinFiveWorkingDaysAndAgreesThemLater() throws {
        var story = try meeting()
        try story.happen("publish", on: "2020-01-03")
        try story.happen("hold", on: "2020-01-14", as: "chair")
        try story.happen("conclude")
        #expect(story.item.clocks["minutes"]?.due == Day(iso: "2020-01-21"))
        try story.happen("draft-minutes")
        try story.happen("circulate-minutes", on: "2020-01-16")
        story.facts["agreed-at.follows"] = "no"
        story.facts["agreed-at.state"] = "held"
        story.facts["agreed-at.complete"] = "yes"
        let later = ["agreed-at": "north-2020-02-11"]
        #expect(try story.reasons("agree-minutes", on: "2020-02-11", later).map(\.code) == ["R23"])
        story.facts["agreed-at.follows"] = "yes"
        #expect(try story.reasons("agree-minutes", on: "2020-01-14", later).map(\.code) == ["R23"])
        try story.happen("agree-minutes", on: "2020-02-11", ["agreed-at": "north-2020-02-11", "corrections": "Item 4"])
        try story.happen("sign-minutes")
        #expect(story.item.state == "signed")
    }

    @Test func movingAMeetingTakesItsNoticeBack() throws {
        var story = try meeting()
        try story.happen("publish", on: "2020-01-03")
        #expect(try story.reasons("reschedule", ["date": "2020-01-14", "reason": "x"]).count == 1)
        try story.happen("reschedule", ["date": "2020-01-21", "reason": "Snow"])
        #expect(story.item.state == "scheduled" && story.item.fields["published-on"] == nil)
    }

    private func action() throws -> Case {
        var story = try Case("action", on: "2020-01-14")
        try story.happen(
            "open", as: "chair", ["text": "Publish the waits", "owner": "lead@example.org", "due": "2020-02-14"])
        return story
    }

    @Test func keepsTheFirstDueDayAndCountsItsRevisions() throws {
        var story = try action()
        #expect(try story.reasons("revise-due", ["due": "2020-02-14", "reason": "x"]).map(\.code) == ["R24"])
        #expect(try story.reasons("revise-due", ["due": "2020-03-14"]).compactMap(\.field) == ["reason"])
        try story.happen("revise-due", ["due": "2020-03-13", "reason": "Illness"])
        #expect(story.item.fields["first-due"] == .day(Day(iso: "2020-02-14") ?? Day(number: 0)))
        #expect(story.item.fields["revisions"] == .number(1))
        #expect(story.item.clocks["due"]?.due == Day(iso: "2020-03-13"))
    }

    @Test func finishesAnActionWithEvidence() throws {
        var story = try action()
        #expect(try story.reasons("propose-done").compactMap(\.field) == ["evidence"])
        try story.happen("propose-done", as: "action-owner", ["evidence": "The page"])
        try story.happen("complete", as: "chair")
        #expect(story.item.state == "done" && story.due == nil)
    }

    @Test func aDelayNeedsReasonRecoveryAndALaterDate() throws {
        var story = try Case("plan-action", on: "2019-04-01")
        #expect(
            try story.reasons("add", as: "board-secretary", ["title": "x"]).compactMap(\.field) == ["provisional-start"]
        )
        #expect(try story.reasons("add", as: "system", ["title": "x"]).isEmpty)
        try story.happen("add", as: "board-secretary", ["title": "Review", "provisional-start": "2019-05-01"])
        try story.happen("start", on: "2019-05-01", ["due": "2019-12-20"])
        #expect(try story.reasons("delay").compactMap(\.field) == ["reason", "recovery", "due"])
        let given = ["reason": "Staff", "recovery": "Recruit", "due": "2019-12-01"]
        #expect(try story.reasons("delay", given).map(\.code) == ["R20"])
        try story.happen("delay", given.merging(["due": "2020-03-31"]) { $1 })
        #expect(story.item.state == "delayed" && story.item.fields["revisions"] == .number(1))
    }
}
