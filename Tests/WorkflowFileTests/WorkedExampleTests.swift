import Testing
import Workflow

/// The two examples that the partnership published, driven through the kernel.
struct WorkedExampleTests {
    static func resolvedLocally() throws -> Case {
        var story = try Case("issue", on: "2019-04-01")
        try story.happen(
            "log", as: "dco-admin", person: "admin@example.org",
            [
                "safeguarding": "no", "received": "2019-04-01", "channel": "meeting", "raised-by": "forum",
                "area": "east", "theme": "early-help",
                "summary": "Access to early help for children with emotional needs",
                "parallel": "none", "consent": "record,discuss-anonymised",
            ])
        try story.happen("acknowledge", on: "2019-04-02", ["method": "email", "reply-by": "2019-04-08"])
        try story.happen(
            "accept", on: "2019-04-04", as: "dco", person: "dco.east@example.org",
            [
                "scope": "systemic", "families": "20", "phase": "primary", "severity": "2", "tried": "School nurse",
                "services": "Primary mental health", "outcome-sought": "Make workers available to parents",
            ])
        story.facts = [
            "meeting.date": "2019-05-15", "meeting.cut-off": "2019-04-30", "meeting.kind": "lap",
            "meeting.body": "north", "self.lap": "north", "self.private": "no", "meeting.schedule-12a": "no",
            "meeting.state": "scheduled", "meeting.published": "no", "meeting.parent-rep": "yes", "self.merges": "0",
        ]
        try story.happen("schedule", on: "2019-04-10", ["meeting": "east-2019-05-15"])
        try story.happen(
            "assign", on: "2019-05-15", as: "chair",
            [
                "owner": "pmhw.lead@example.org", "agency": "NHS", "due": "2019-07-31",
                "measure": "Workers at planned parent events",
                "action": "Make Primary Mental Health Workers available at planned parent events",
            ])
        try story.happen("propose-completion", on: "2019-07-10", as: "action-owner", person: "pmhw.lead@example.org")
        try story.happen(
            "complete", on: "2019-07-12", as: "dco", person: "dco.east@example.org",
            ["outcome": "Available at parent events", "outcome-evidence": "Event programme", "satisfied": "yes"])
        try story.happen(
            "feed-back", on: "2019-07-15",
            [
                "method": "email", "said": "Early help is hard to reach",
                "did": "Primary Mental Health Workers come to parent events",
            ])
        return story
    }

    static func escalated() throws -> Case {
        var story = try Case("issue", on: "2019-04-03")
        try story.happen(
            "log",
            [
                "safeguarding": "no", "received": "2019-04-03", "channel": "meeting", "raised-by": "forum",
                "area": "north", "theme": "social-care-assessment", "parallel": "none",
                "summary": "Type and quality of social care assessments used to decide eligibility for short breaks",
                "consent": "record,discuss-anonymised",
            ])
        try story.happen("acknowledge", on: "2019-04-03", ["method": "in-person", "reply-by": "2019-04-10"])
        try story.happen(
            "accept", on: "2019-04-04",
            [
                "scope": "systemic", "families": "30", "phase": "not-in-setting", "severity": "3",
                "tried": "Raised with the team", "services": "Social care", "outcome-sought": "Suitable assessments",
            ])
        story.facts = [
            "meeting.date": "2019-04-24", "meeting.cut-off": "2019-04-08", "meeting.kind": "lap",
            "meeting.body": "north", "self.lap": "north", "self.private": "no", "meeting.schedule-12a": "no",
            "meeting.state": "published", "meeting.published": "yes", "meeting.parent-rep": "yes", "self.merges": "0",
        ]
        try story.happen("schedule", on: "2019-04-05", ["meeting": "north-2019-04-24"])
        try story.happen("propose-escalation", on: "2019-04-24", as: "chair", Case.brief)
        try story.happen("submit", on: "2019-04-26", as: "dco", person: "deputy@example.org")
        story.facts = [
            "meeting.date": "2019-05-23", "meeting.papers-due": "2019-05-08", "meeting.kind": "board",
            "self.private": "no", "meeting.schedule-12a": "no",
            "meeting.state": "scheduled", "self.merges": "0",
        ]
        try story.happen("table", on: "2019-05-01", as: "board-secretary", ["meeting": "board-2019-05-23"])
        try story.happen(
            "board-own", on: "2019-05-23", as: "board-chair", person: "board.chair@example.org",
            [
                "decision": "That the director follow it up", "owner": "social.care.director@example.org",
                "due": "2019-07-31", "measure": "No inappropriate assessments", "plan": "IP-1.6",
            ])
        try story.happen(
            "board-complete", on: "2019-07-25",
            [
                "proposed-on": "2019-07-22", "outcome": "Followed up with the teams", "outcome-evidence": "Audit",
                "impact": "Inappropriate assessments are not undertaken",
            ])
        try story.happen(
            "feed-back", on: "2019-07-29", as: "dco", person: "dco.north@example.org",
            ["method": "in-person", "said": "Assessments do not fit", "did": "They are no longer used"])
        return story
    }

    @Test func settlesTheFirstAtTheLAP() throws {
        let story = try Self.resolvedLocally()
        #expect(story.item.state == "closed")
        #expect(story.item.clocks.isEmpty)
        #expect(story.item.fields["board-outcome"] == .flag(false))
    }

    @Test func settlesTheSecondAtTheBoard() throws {
        let story = try Self.escalated()
        #expect(story.item.state == "closed")
        #expect(story.item.fields["board-outcome"] == .flag(true))
        #expect(story.item.fields["lap-meeting"] == .text("north-2019-04-24"))
        #expect(story.item.fields["meeting"] == .text("board-2019-05-23"))
    }

    @Test func replayingTheirHistoryRebuildsThemExactly() throws {
        for story in [try Self.resolvedLocally(), try Self.escalated()] {
            #expect(try story.definition.replay(story.history).get().item == story.item)
        }
    }

    @Test func aHistoryWithAGapDoesNotReplay() throws {
        var story = try Self.escalated()
        story.history.remove(at: 5)
        guard case .failure(let failure) = story.definition.replay(story.history) else {
            Issue.record("it was accepted")
            return
        }
        #expect(failure.position == 5 && failure.event == "table")
    }
}
