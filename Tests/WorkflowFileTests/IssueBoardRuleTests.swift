import Testing
import Workflow

/// R12 to R17.
struct IssueBoardRuleTests {
    @Test(arguments: ["criteria", "ask", "options", "recommendation", "evidence", "parent-rep-view"])
    func refusesAnEscalationWithoutItsWholeBrief(field: String) throws {
        let story = try Case.issue(at: "on-agenda")
        var brief = Case.brief
        brief[field] = nil
        #expect(try story.reasons("propose-escalation", as: "chair", brief).compactMap(\.field) == [field])
    }

    @Test func checksTheCriteriaThatTheRecordCanShow() throws {
        let story = try Case.issue(at: "on-agenda")
        let carried = Case.brief.merging(["criteria": "E4"]) { $1 }
        let severe = Case.brief.merging(["criteria": "E7"]) { $1 }
        #expect(try story.reasons("propose-escalation", as: "chair", carried).count == 1)
        #expect(try story.reasons("propose-escalation", as: "chair", severe).count == 1)
    }

    @Test func oneFamilysAppealIsNoGroundForEscalating() throws {
        var story = try Case.issue(at: "on-agenda")
        try story.happen("edit", as: "dco", ["scope": "individual", "parallel": "tribunal"])
        #expect(try story.reasons("propose-escalation", as: "chair", Case.brief).count == 1)
    }

    @Test func refusesThatTheOwnerSubmitsAlone() throws {
        let story = try Case.issue(at: "escalation-proposed")
        let alone = try story.reasons("submit", as: "dco")
        #expect(alone.map(\.code) == ["R13"])
        let remedies = try #require(alone.first?.remedies)
        #expect(remedies.first == .act(as: ["dco"]))
        #expect(remedies.last == .deed("seat"))
        #expect(try story.reasons("submit", as: "dco", person: "deputy@example.org").isEmpty)
    }

    @Test func submitsWithinFiveWorkingDays() throws {
        let story = try Case.issue(at: "escalation-proposed")
        #expect(story.item.clocks["submit"]?.due == Day(iso: "2020-01-21"))
    }

    @Test func refusesABriefWithPersonalDetails() throws {
        let story = try Case.issue(at: "escalation-proposed")
        let reasons = try story.reasons("submit", as: "dco", person: "deputy@example.org", ["brief-redacted": "no"])
        #expect(reasons.map(\.code) == ["R12"])
    }

    @Test func tablesBeforeThePapersDeadlineOrWithAReason() throws {
        var story = try Case.issue(at: "escalated")
        story.facts = Case.board
        let given = ["meeting": "board-2020-01-30"]
        #expect(try story.reasons("table", on: "2020-01-16", as: "board-secretary", given).isEmpty)
        #expect(try story.reasons("table", on: "2020-01-17", as: "board-secretary", given).map(\.code) == ["R7"])
    }

    @Test func privateItemsNeedTheirReason_R10() throws {
        var story = try Case.issue(at: "escalated")
        story.facts = Case.board
        let given = ["meeting": "board-2020-01-30", "private": "yes"]
        #expect(try story.reasons("table", as: "board-secretary", given).compactMap(\.field) == ["private-because"])
        let reasoned = given.merging(["private-because": "It is about one family"]) { $1 }
        #expect(try story.reasons("table", as: "board-secretary", reasoned).isEmpty)
        // No Act is named at a body that has not adopted it.
        let named = reasoned.merging(["schedule-12a": "2"]) { $1 }
        #expect(try story.reasons("table", as: "board-secretary", named).map(\.code) == ["R10"])
        story.facts["meeting.schedule-12a"] = "yes"
        #expect(try story.reasons("table", as: "board-secretary", reasoned).compactMap(\.field) == ["schedule-12a"])
        #expect(try story.reasons("table", as: "board-secretary", named).isEmpty)
    }

    @Test func whatWasTakenInPrivateStaysPrivateUntilItIsReleased_R10() throws {
        var story = try Case.issue(at: "escalated")
        story.facts = Case.board.merging(["self.private": "yes"]) { $1 }
        let given = ["meeting": "board-2020-01-30", "private-because": "As before"]
        #expect(try story.reasons("table", as: "board-secretary", given).isEmpty)
        let open = given.merging(["private": "no"]) { $1 }
        #expect(try story.reasons("table", as: "board-secretary", open).map(\.code) == ["R10"])
    }

    @Test(arguments: [
        ("board-own", ["decision", "owner", "due", "measure"]),
        ("board-commission", ["commissioner", "authority-granted", "milestone", "due"]),
        ("board-delegate", ["group", "group-lead", "report-back"]),
        ("board-refer", ["referred-to", "question", "expected"]),
        ("board-return", ["advice", "authority-granted"]),
        ("board-nfa", ["reason"]),
        ("board-defer", ["reason", "next-meeting"]),
    ])
    func everyBoardDecisionNamesWhatItMust(event: String, fields: [String]) throws {
        let story = try Case.issue(at: "with-board")
        let missing = try story.reasons(event, as: "board-chair").filter { $0.kind == .missing }
        #expect(missing.compactMap(\.field) == fields)
    }

    @Test func recordsABoardDecisionByItsType() throws {
        var story = try Case.issue(at: "with-board")
        let change = try story.happen("board-own", as: "board-chair", Case.own)
        #expect(change.effects.map(\.name) == ["decision", "open-action"])
        #expect(change.effects[0].arguments["kind"] == .text("agreed"))
        #expect(change.effects[0].arguments["text"] == .text("That a locum be funded"))
    }

    /// The group's part is over, and the Board's time runs to the meeting that it was given.
    @Test(arguments: ["board-2020-04-16", nil])
    func aGroupThatHasReportedCountsNoLonger(meeting: String?) throws {
        var story = try Case.issue(at: "with-board")
        let group = ["group": "therapy", "group-lead": "lead@example.org", "report-back": "2020-04-16"]
        try story.happen("board-delegate", as: "board-chair", group)
        if let meeting {
            story.facts["meeting.date"] = "2020-04-16"
            #expect(meeting.hasSuffix("2020-04-16"))
        } else {
            for name in story.facts.keys where name.hasPrefix("meeting.") { story.facts[name] = "" }
        }
        var given = ["report": "Done", "group-recommendation": "Ask"]
        given["meeting"] = meeting
        try story.happen("group-report", on: "2020-04-10", as: "group-lead", given)
        #expect(story.item.state == (meeting == nil ? "escalated" : "with-board"))
        #expect(["group", "group-lead", "report-back"].allSatisfy { story.item.fields[$0] == nil })
        #expect(story.item.fields["board-date"] == meeting.flatMap { _ in Day(iso: "2020-04-16").map(Value.day) })
        #expect((story.item.clocks["board-answer"] != nil) == (meeting != nil))
    }

    @Test func undecidedAfterTwoBoardsIsAnException() throws {
        var story = try Case.issue(at: "with-board")
        let given = ["reason": "No time", "next-meeting": "board-2020-04-16"]
        try story.happen("board-defer", as: "board-chair", given)
        #expect(story.item.fields["board-exception"] == .flag(false))
        try story.happen("table", as: "board-secretary", ["late-reason": "Carried over"])
        try story.happen("board-defer", as: "board-chair", given.merging(["next-meeting": "board-2020-07-16"]) { $1 })
        #expect(story.item.fields["board-defers"] == .number(2))
        #expect(story.item.fields["board-exception"] == .flag(true))
    }

    @Test func refusesToCloseWithoutFeedback() throws {
        let story = try Case.issue(at: "resolved-board")
        let reasons = try story.reasons("feed-back", as: "dco")
        #expect(Set(reasons.map(\.code)) == ["R16"])
        let told = ["method": "email", "said": "We wait too long", "did": "A locum starts in May"]
        #expect(try story.reasons("feed-back", as: "dco", told).isEmpty)
        #expect(try story.reasons("feed-back", as: "dco", told.filter { $0.key != "method" }).map(\.code) == ["R16"])
    }

    @Test func closesWithoutFeedbackOnlyWhenNobodyCanBeTold() throws {
        var story = try Case.issue(at: "resolved-board")
        let lost = ["contact-lost-reason": "Moved away", "no-entry-reason": "One family only"]
        #expect(try story.reasons("feed-back", as: "dco", lost).map(\.code) == ["R16"])
        try story.happen("attempt-contact", as: "dco", ["method": "phone"])
        try story.happen("attempt-contact", as: "dco", ["method": "letter"])
        #expect(try story.reasons("feed-back", as: "dco", lost).isEmpty)
    }

    @Test func tellsTheRaisersOfMergedIssuesToo() throws {
        var story = try Case.issue(at: "resolved-board")
        story.facts["self.merges"] = "2"
        let told = ["method": "email", "said": "We wait too long", "did": "A locum starts in May"]
        #expect(try story.reasons("feed-back", as: "dco", told).count == 1)
        #expect(try story.reasons("feed-back", as: "dco", told.merging(["merged-told": "yes"]) { $1 }).isEmpty)
    }

    @Test func closingWithNoFurtherActionTakesTwoPeople() throws {
        var story = try Case.issue(at: "on-agenda")
        try story.happen("note", as: "chair", person: "chair@example.org", ["noted-as": "no-further-action"])
        let told = ["method": "email", "said": "We asked", "did": "It was discussed"]
        #expect(try story.reasons("feed-back", as: "dco", told).map(\.code) == ["R13"])
        #expect(try story.reasons("feed-back", as: "dco", person: "dco.north@example.org", told).isEmpty)
    }

    @Test func reopensWithinTwelveMonthsOnly() throws {
        var story = try Case.issue(at: "on-agenda")
        try story.happen("note", as: "chair", ["noted-as": "answered"])
        try story.happen("feed-back", as: "dco", ["method": "email", "said": "We asked", "did": "We answered"])
        let given = ["new-information": "It happened again"]
        #expect(try story.reasons("reopen", on: "2021-01-15", given).map(\.code) == ["R17"])
        #expect(try story.reasons("reopen", on: "2021-01-14", given).isEmpty)
        try story.happen("reopen", on: "2020-06-01", given)
        #expect(story.item.fields["reopens"] == .number(1))
        #expect(story.item.fields["closed-on"] == nil)
    }

    @Test func onlyTheBoardsChairReopensWhatTheBoardSettled() throws {
        var story = try Case.issue(at: "resolved-board")
        try story.happen("feed-back", as: "dco", ["method": "email", "said": "We asked", "did": "Funded"])
        let given = ["new-information": "The locum left"]
        #expect(try story.reasons("reopen", as: "dco", given).map(\.code) == ["R17"])
        #expect(try story.reasons("reopen", as: "board-chair", given).isEmpty)
    }

    @Test func suspendsAndResumesOnce() throws {
        var story = try Case.issue(at: "local-action")
        #expect(try story.reasons("resume", as: "dco").map(\.sentence) == ["It is not suspended."])
        try story.happen(
            "suspend", on: "2020-01-20", as: "dco", ["suspended-because": "Illness", "review-on": "2020-02-03"])
        #expect(try story.reasons("suspend", ["suspended-because": "x", "review-on": "2020-02-03"]).count == 1)
        #expect(story.due?.clock == "resume")
        try story.happen("resume", on: "2020-01-27")
        #expect(story.item.clocks["action"]?.due == Day(iso: "2020-02-21"))
        #expect(story.item.clocks["resume"] == nil)
    }
}
