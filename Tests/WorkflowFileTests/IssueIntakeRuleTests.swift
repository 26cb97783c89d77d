import Testing
import Workflow

/// R1 to R5 as the issue workflow keeps them.
struct IssueIntakeRuleTests {
    @Test func refusesAnIssueWithoutASafeguardingScreen() throws {
        var given = Case.raised
        given["safeguarding"] = nil
        let reasons = try Case("issue", on: "2019-12-02").reasons("log", given)
        #expect(reasons.map(\.field) == ["safeguarding"])
    }

    @Test(arguments: ["yes", "unsure"])
    func allowsOnlyDivertingWhenTheScreenIsNotClear(screen: String) throws {
        var story = try Case("issue", on: "2019-12-02")
        try story.happen("log", Case.raised.merging(["safeguarding": screen]) { $1 })
        let refused = try story.reasons("acknowledge", ["method": "email", "reply-by": "2019-12-09"])
        #expect(refused.map(\.code) == ["R1"])
        let open = story.definition.options(for: story.item, in: try story.setting()).filter {
            if case .open = $0.verdict { true } else { false }
        }
        #expect(open.map(\.event.name) == ["rescreen", "divert"])
    }

    @Test func divertingLeavesNoNarrative() throws {
        var story = try Case("issue", on: "2019-12-02")
        let personal = [
            "safeguarding": "yes", "detail": "The whole story", "name": "A parent", "contact": "01234",
            "born": "2010-02-01", "services": "Some", "setting": "A school", "tried": "Much", "agency": "Council",
        ]
        story.facts = ["self.screen": "yes", "self.screened-by": "dco@example.org", "self.screened-on": "2019-12-02"]
        try story.happen("log", Case.raised.merging(personal) { $1 })
        let change = try story.happen(
            "divert", ["destination": "childrens-services", "external-reference": "CS-1"])
        #expect(Set(change.erases) == ["narrative", "notes", "detail", "contact", "consent", "child"])
        #expect(change.effects.map(\.name) == ["supersede-actions", "release-merged"])
        let left = Set(story.item.fields.keys)
        #expect(
            left == [
                "received", "area", "safeguarding", "screened-by", "screened-on", "destination", "passed-on",
                "external-reference", "carries", "contact-attempts", "board-defers", "reopens", "signposts",
            ])
        // Nothing that a field can hold outlasts it, but what a diversion keeps and counts that only grow.
        let event = try #require(story.definition.event("divert"))
        let kept = story.definition.fields.filter { field in
            !event.clears.contains(field.name) && !(field.section.map(event.erases.contains) ?? false)
        }
        #expect(Set(kept.map(\.name)) == left)
    }

    @Test func aLaterWorryLeavesOnlyDiverting() throws {
        var story = try Case.issue(at: "on-agenda")
        try story.happen("rescreen", ["safeguarding": "unsure"])
        #expect(
            try story.reasons("defer", as: "chair", ["deferred-because": "not-reached", "next-meeting": "m"]).map(
                \.code) == ["R1"])
        #expect(try story.reasons("rescreen", ["safeguarding": "no"]).map(\.code) == ["R1"])
        story.facts = ["self.screen": "unsure"]
        try story.happen("divert", as: "dco", ["destination": "police", "external-reference": "P-1"])
        #expect(story.item.state == "diverted")
        #expect(story.item.fields["safeguarding"] == .text("unsure"))
    }

    @Test(arguments: ["redirect", "withdraw", "merge", "divert"])
    func recordsDestinationOrReasonForEveryOtherWayOut(event: String) throws {
        var story = try Case.issue(at: "acknowledged")
        story.facts = ["self.reference": "N-1", "lead.state": "accepted"]
        let missing = try story.reasons(event).filter { $0.kind == .missing }.compactMap(\.field)
        let expected = [
            "redirect": ["destination", "contact-given", "told-on"], "withdraw": ["withdrawn-because", "asked-on"],
            "merge": ["lead"], "divert": ["destination", "external-reference"],
        ]
        #expect(missing == expected[event])
    }

    @Test func mustBeAcknowledgedWithinThreeWorkingDaysOfItsReceipt() throws {
        var story = try Case("issue", on: "2019-12-24")
        try story.happen("log", Case.raised.merging(["received": "2019-12-20"]) { $1 })
        #expect(story.item.clocks["acknowledge"]?.due == Day(iso: "2019-12-27"))
    }

    @Test func suspendingNeverStopsTheAcknowledgement() throws {
        var story = try Case.issue(at: "logged")
        try story.happen("suspend", ["suspended-because": "Moving house", "review-on": "2020-02-03"])
        #expect(story.item.clocks["acknowledge"]?.pausedOn == nil)
        #expect(story.item.clocks["resume"]?.due == Day(iso: "2020-02-03"))
    }

    @Test func acknowledgingNeedsMethodAndReplyDay() throws {
        let story = try Case.issue(at: "logged")
        #expect(try story.reasons("acknowledge").compactMap(\.field) == ["method", "reply-by"])
    }

    /// Nobody waits to hear that it has arrived, nor what came of it.
    @Test func whatIsRaisedWithoutANameIsNotAcknowledgedButTakenOn() throws {
        var story = try Case("issue", on: "2019-12-02")
        try story.happen("log", Case.raised.merging(["anonymous": "yes"]) { $1 })
        #expect(Set(story.item.clocks.keys) == ["accept"] && story.item.clocks["accept"]?.due == Day(iso: "2019-12-09"))
        let refused = try story.reasons("acknowledge", ["method": "phone", "reply-by": "2019-12-09"])
        #expect(refused.map(\.kind) == [.rule] && refused[0].remedies == [.cause(event: "accept")])
        try story.happen("accept", Case.judged)
        #expect(story.item.state == "accepted" && story.item.clocks["feedback"] == nil)
        let named = try Case.issue(at: "logged")
        let early = try named.reasons("accept", Case.judged)
        #expect(early.map(\.kind) == [.rule] && early[0].sentence.contains("has not heard yet"))
        #expect(try named.reasons("merge", ["lead": "N-2"]).contains { $0.sentence.contains("has not heard yet") })
    }

    @Test func nothingIsReceivedAfterItWentOn() throws {
        var story = try Case.issue(at: "acknowledged")
        story.facts = ["self.went-on-on": "2019-12-01"]
        #expect(try story.reasons("edit", ["received": "2019-12-02"]).isEmpty)
        story.facts = ["self.went-on-on": "2019-11-29"]
        #expect(try story.reasons("edit", ["received": "2019-12-01"]).map(\.kind) == [.rule])
        #expect(try story.reasons("edit", ["received": "2019-11-29"]).isEmpty)
        #expect(try story.reasons("edit", ["channel": "phone"]).isEmpty)
    }

    @Test(arguments: ["scope", "families", "phase", "severity", "tried", "services", "outcome-sought"])
    func refusesToAcceptWithoutWhatIsNeededToJudge(field: String) throws {
        let story = try Case.issue(at: "acknowledged")
        var given = Case.judged
        given[field] = nil
        #expect(try story.reasons("accept", given).compactMap(\.field) == [field])
    }

    @Test func acceptsWhatWasGivenEarlier() throws {
        var story = try Case("issue", on: "2019-12-02")
        try story.happen("log", Case.raised.merging(Case.judged) { $1 })
        try story.happen("acknowledge", ["method": "email", "reply-by": "2019-12-09"])
        #expect(try story.reasons("accept").isEmpty)
    }

    @Test func refusesToAcceptWithoutConsent() throws {
        var story = try Case("issue", on: "2019-12-02")
        try story.happen("log", Case.raised.filter { $0.key != "consent" })
        try story.happen("acknowledge", ["method": "email", "reply-by": "2019-12-09"])
        let reasons = try story.reasons("accept", Case.judged)
        #expect(reasons.map(\.code) == ["R4"])
        #expect(reasons.first?.remedies.last == .cause(event: "request-info", giving: ["missing"]))
    }

    @Test func acceptsASystemicIssueWithoutANameAndWithoutConsent() throws {
        var story = try Case("issue", on: "2019-12-02")
        try story.happen("log", Case.raised.filter { $0.key != "consent" }.merging(["anonymous": "yes"]) { $1 })
        #expect(try story.reasons("accept", Case.judged).isEmpty)
        let individual = Case.judged.merging(["scope": "individual"]) { $1 }
        #expect(try story.reasons("accept", individual).map(\.code) == ["R4"])
    }

    @Test func theYoungPersonConsentsOnceTheRightsArePassed() throws {
        var story = try Case.issue(at: "acknowledged")
        story.facts = ["self.rights-pass-on": "2019-06-28"]
        #expect(try story.reasons("accept", Case.judged).map(\.code) == ["R5"])
        #expect(
            try story.reasons("accept", Case.judged.merging(["consent-by": "parent-carer"]) { $1 }).map(\.code) == [
                "R5"
            ])
        #expect(try story.reasons("accept", Case.judged.merging(["consent-by": "young-person"]) { $1 }).isEmpty)
        story.facts = ["self.rights-pass-on": "2026-06-26"]
        #expect(try story.reasons("accept", Case.judged.merging(["consent-by": "parent-carer"]) { $1 }).isEmpty)
    }

    @Test func sharingWithNamesSaysWithWhom() throws {
        let story = try Case("issue", on: "2019-12-02")
        let given = Case.raised.merging(["consent": "record,share-identifiably"]) { $1 }
        #expect(try story.reasons("log", given).map(\.remedies) == [[.give(["consent-with"])]])
        #expect(try story.reasons("log", given.merging(["consent-with": "The school"]) { $1 }).isEmpty)
    }

    @Test func neverMergesIntoItselfOrIntoWhatIsNotOpen() throws {
        var story = try Case.issue(at: "acknowledged")
        story.facts = ["self.reference": "N-1", "lead.state": "merged"]
        #expect(try story.reasons("merge", ["lead": "N-2"]).map(\.sentence) == ["The lead issue is not open."])
        story.facts["lead.state"] = "acknowledged"
        #expect(
            try story.reasons("merge", ["lead": "N-1"]).map(\.sentence) == ["An issue cannot be merged into itself."])
        #expect(try story.reasons("merge", ["lead": "N-2"]).isEmpty)
    }

    @Test func lapsesOnlyAfterTwoContactAttempts() throws {
        var story = try Case.issue(at: "acknowledged")
        try story.happen("request-info", ["missing": "The date of the letter"])
        #expect(story.item.clocks["information"]?.due == Day(iso: "2019-12-17"))
        #expect(story.item.clocks["triage"]?.pausedOn == Day(iso: "2019-12-03"))
        #expect(try story.reasons("lapse").first?.remedies == [.cause(event: "attempt-contact", giving: ["method"])])
        try story.happen("attempt-contact", ["method": "phone"])
        try story.happen("attempt-contact", ["method": "letter"])
        #expect(try story.reasons("lapse").map(\.sentence) == ["What was asked for may still come."])
        #expect(try story.reasons("lapse", on: "2019-12-18").isEmpty)
        var later = story
        later.day = "2019-12-18"
        let ticked = later.definition.tick(later.item, in: try later.setting())
        #expect(ticked.steps.map(\.missed.clock) == ["information"] && ticked.item.state == "withdrawn")
    }

    @Test func updatesTheRaiserEveryTwentyEightDays() throws {
        var story = try Case.issue(at: "acknowledged")
        #expect(story.item.clocks["update"]?.due == Day(iso: "2019-12-31"))
        try story.happen("update-raiser", on: "2019-12-10", ["method": "email", "told": "It is being looked at"])
        #expect(story.item.clocks["update"]?.due == Day(iso: "2020-01-07"))
    }

    @Test func withdrawingConsentTakesAnIndividualIssueOffTheWayToALAP() throws {
        var story = try Case.issue(at: "accepted")
        try story.happen("edit", ["scope": "individual"])
        story.facts = Case.lap
        #expect(try story.reasons("schedule", ["meeting": "m"]).isEmpty)
        try story.happen("withdraw-consent")
        #expect(story.item.fields["consent-withdrawn-on"] == .day(Day(iso: "2019-12-05") ?? Day(number: 0)))
        #expect(try story.reasons("schedule", ["meeting": "m"]).count == 1)
        #expect(try story.reasons("withdraw-consent").map(\.sentence) == ["There is no consent on record."])
    }
}
