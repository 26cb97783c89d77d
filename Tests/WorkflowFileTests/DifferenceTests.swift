import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

struct DifferenceTests {
    private func definition(_ text: String) throws -> Definition {
        try WorkflowFile.read(text, name: "sample.yaml", host: Shipped.host).get()
    }

    private func differences(_ old: String, _ new: String) throws -> [Difference] {
        let text = VerificationTests.sound
        #expect(text.contains(old))
        return try definition(text).differences(to: definition(text.replacing(old, with: new)))
    }

    @Test(arguments: [
        ("by: [boss]", "by: [boss, clerk]", "looser", "Clerk can now “Finish”."),
        ("by: [clerk, system]", "by: [clerk]", "tighter", "System can no longer “Wait”."),
        ("from: [open, waiting]", "from: open", "tighter", "“Finish” no longer happens from “Waiting”."),
        (
            "require: level >= 2", "require: level >= 3", "tighter",
            "“level >= 2” becomes “level >= 3”, which is stronger."
        ),
        ("require: level >= 2", "require: level >= 1", "looser", "“level >= 2” becomes “level >= 1”, which is weaker."),
        ("require: level >= 2", "require: level <= 2", "other", "“level >= 2” becomes “level <= 2”."),
        (
            "lasts: 3 working days", "lasts: 4 days", "other", "“Answer” lasts 4 days, not 3 working days."
        ),
        (
            "lasts: 3 working days", "lasts: 2 working days", "tighter",
            "“Answer” lasts 2 working days, not 3 working days."
        ),
        ("lasts: 3 working days", "lasts: 28 days", "looser", "“Answer” lasts 28 days, not 3 working days."),
        ("in: [open, waiting]", "in: open", "looser", "“Answer” no longer runs at “Waiting”."),
        (
            "lasts: 3 working days", "lasts: 3 working days, warns: 2", "other", "“Answer” warns 2 days before."
        ),
        (
            "lasts: 3 working days", "lasts: 3 working days, restarts-on: wait", "looser",
            "“Answer” begins again with wait."
        ),
        ("level: required", "level: optional", "looser", "“Begin” no longer needs level."),
        ("secret: optional", "secret: required", "tighter", "“Finish” now needs secret."),
        ("needs: [title]", "needs: [title, level]", "tighter", "“Open” needs level."),
        (
            "type: number 1 to 4", "type: number 1 to 5", "other",
            "“Level” was a whole number from 1 to 4 and is a whole number from 1 to 5."
        ),
        ("type: line, section: secret", "type: line", "other", "“Secret” moves from secret to notes."),
        ("readers: [boss]", "readers: [boss, clerk]", "looser", "Clerk can now read “Secret”."),
        ("readers: [clerk, boss, system]", "readers: [clerk, boss]", "tighter", "System can no longer read “Notes”."),
        (
            "readers: [boss]", "readers: [{roles: boss, when: level > 1}]", "tighter",
            "Boss reads “Secret” when level > 1."
        ),
        ("end: yes}", "end: yes, means: done}", "other", "“Done” means done."),
        ("lasts: 3 working days}", "lasts: 3 working days, means: feedback}", "other", "“Answer” means feedback."),
        (
            "    sets: {owner: actor.person, count: 0}", "    sets: {owner: actor.person}", "other",
            "“Begin” leaves another record behind."
        ),
        (
            "by: [clerk, system]", "by: [system, clerk]", "other",
            "Who holds several roles acts in the first of these in “Wait”: System, Clerk."
        ),
        (
            "lasts: 3 working days", "starts: due, lasts: 3 working days", "other",
            "“Answer” counts from due, not from the day it begins."
        ),
        (
            "type: line, section: secret", "type: line, section: secret, limit: 40", "tighter",
            "“Secret” holds 40 characters at most, not 280."
        ),
    ])
    func says(old: String, new: String, effect: String, sentence: String) throws {
        let found = try differences(old, new)
        #expect(found.map(\.sentence) == [sentence])
        #expect(found.map(\.effect.rawValue) == [effect])
    }

    @Test(arguments: [
        ("require: level >= 2", "require: not (level < 2)"), ("require: level >= 2", "require: 2 <= level"),
        ("require: level >= 2", "require: level > 1"),
        // One rule in two, in another order.
        (
            "- {require: level >= 2, otherwise: Too low.}",
            "- {require: level <= 4, otherwise: No.}\n      - {require: level > 1, otherwise: Too low.}"
        ),
    ])
    func whatHoldsOfTheSameRecordsIsTheSame(old: String, new: String) throws {
        #expect(try differences(old, new).map(\.sentence) == [])
    }

    @Test func aRuleThatIsGoneIsOneOfItsEvent() throws {
        let found = try differences(
            "\n      - {require: \"colour == green or due is set\", otherwise: Red needs a day.}", "")
        #expect(found.map(\.subject.description) == ["event finish"])
        #expect(found.map(\.sentence) == ["The rule “colour == green or due is set” is gone."])
    }

    @Test func aClockThatCountsInAnotherCalendarSaysInWhich() throws {
        func definition(_ calendar: String) throws -> Definition {
            let text = Order.text(
                "  begin: {title: Begin, from: start, to: open, by: clerk}", promises: "  {}",
                clocks: "clocks: {late: {title: Late, in: open, lasts: 5 working days in \(calendar)}}")
            let host = Host(referenceKinds: ["person"], calendars: ["here", "there"])
            return try WorkflowFile.read(text, name: "x", host: host).get()
        }
        #expect(
            try definition("here").differences(to: definition("there")).map(\.sentence) == [
                "“Late” lasts 5 working days in there, not 5 working days in here."
            ])
    }

    @Test func aClockThatCountsFromADayOnRecordDoesSoWhenItBeginsAgain() throws {
        let found = try differences(
            "lasts: 3 working days", "starts: due, lasts: 3 working days, restarts-on: wait")
        #expect(
            found.map(\.sentence) == [
                "“Answer” counts from due, not from the day it begins.",
                "“Answer” begins again with wait, from due as before.",
            ])
        #expect(found.map(\.effect) == [.other, .other])
    }

    @Test func findsNoneWhereOnlyWordsOfAFileChanged() throws {
        #expect(try differences("title: Sample", "title: Another").isEmpty)
        let text = VerificationTests.sound
        let commented = text.replacing("states:", with: "# Where it can be.\nstates:")
        #expect(try definition(text).canonicalForm == definition(commented).canonicalForm)
    }

    @Test(arguments: [
        ("level >= 2", "level >= 3"), ("Finish", "End"), ("3 working days", "4 working days"), ("Too low.", "Low."),
        ("readers: [boss]", "readers: [{roles: boss, when: level > 1}]"), ("end: yes}", "end: yes, means: done}"),
        ("Too low.}", "Too low., remedy: {date: yes}}"),
    ])
    func everyChangeOfMeaningChangesTheCanonicalForm(old: String, new: String) throws {
        let text = VerificationTests.sound
        #expect(try definition(text).canonicalForm != definition(text.replacing(old, with: new)).canonicalForm)
    }

    @Test(arguments: [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk",
    ])
    func nothingDiffersFromItself(name: String) throws {
        let definition = try Shipped.definition(name)
        #expect(definition.differences(to: definition).isEmpty)
    }
}
