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
            "readers: [boss]", "readers: [{roles: boss, when: level > 1}]", "other",
            "Boss reads “Secret” when level > 1."
        ),
        ("end: yes}", "end: yes, means: done}", "other", "“Done” means done."),
        ("lasts: 3 working days}", "lasts: 3 working days, means: feedback}", "other", "“Answer” means feedback."),
        (
            "    sets: {owner: actor.person, count: 0}", "    sets: {owner: actor.person}", "other",
            "“Begin” leaves another record behind."
        ),
    ])
    func says(old: String, new: String, effect: String, sentence: String) throws {
        let found = try differences(old, new)
        #expect(found.map(\.sentence) == [sentence])
        #expect(found.map(\.effect.rawValue) == [effect])
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

    @Test(arguments: ["issue", "meeting", "action", "plan-action", "breach", "request"])
    func nothingDiffersFromItself(name: String) throws {
        let definition = try Shipped.definition(name)
        #expect(definition.differences(to: definition).isEmpty)
    }
}
