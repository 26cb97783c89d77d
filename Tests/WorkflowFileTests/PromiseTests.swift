import StrictYAML
import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

struct PromiseTests {
    private func broken(_ claim: String, replacing old: String = "", with new: String = "") throws -> [String]? {
        let promise = "promises:\n  word:\n    title: Our word\n" + claim
        let found = try VerificationTests.findings(replacing: old, with: new, adding: promise)
        return found.first { $0.finding.code == .promiseBroken }?.finding.path
    }

    @Test(arguments: [
        "    always: count < 4\n", "    never: count > 3\n", "    entering: done\n    holds: level >= 2\n",
        "    entering: done\n    holds: colour == green or due is set\n", "    before: done\n    must-pass: begin\n",
        "    before: waiting\n    must-pass: open\n", "    from: waiting\n    can-reach: open\n",
        "    only-grows: count\n", "    always: owner is set\n", "    always: title is set and level is set\n",
    ])
    func isProved(claim: String) throws {
        #expect(try broken(claim) == nil)
    }

    @Test(arguments: [
        ("    always: count < 2\n", ["begin", "wait", "resume", "wait"]),
        ("    never: colour == red\n", ["begin"]),
        ("    never: state == done and colour == red\n", ["begin", "wait", "resume", "finish"]),
        ("    entering: done\n    holds: level > 2\n", ["begin", "finish"]),
        ("    entering: waiting\n    holds: due is set\n", ["begin", "wait"]),
        ("    before: done\n    must-pass: wait\n", ["begin", "finish"]),
        ("    before: done\n    must-pass: waiting\n", ["begin", "finish"]),
        ("    from: [done]\n    can-reach: open\n", ["begin", "finish"]),
        // No rule lets a low level be done, and nothing raises it.
        ("    from: [open, waiting]\n    can-reach: done\n", ["begin"]),
    ])
    func isShownBrokenByTheShortestWay(claim: String, path: [String]) throws {
        #expect(try broken(claim) == path)
    }

    /// The guard is what keeps the promise: without it the promise breaks.
    @Test func dependsOnTheRulesOfTheWorkflow() throws {
        let claim = "    entering: done\n    holds: level >= 2\n"
        #expect(
            try broken(claim, replacing: "require: level >= 2", with: "require: level >= 1 or self.size > 3") == [
                "begin", "finish",
            ])
    }

    /// Counts are followed as far as anything tells them apart.
    @Test func followsACountAsFarAsItMatters() throws {
        let path = try broken("    always: count < 20\n", replacing: "require: count < 3", with: "require: count < 30")
        #expect(path?.count == 40)
        #expect(path?.filter { $0 == "wait" }.count == 20)
        #expect(
            try broken("    always: count < 31\n", replacing: "require: count < 3", with: "require: count < 30") == nil)
    }

    /// What is told apart in a copy is told apart in what it was copied from.
    @Test func followsACopy() throws {
        let copied = "asks: {due: optional}\n    sets: {count: level}"
        #expect(
            try broken("    never: count == 4\n", replacing: "asks: {due: optional}", with: copied) == [
                "begin", "wait", "resume",
            ])
    }

    @Test func namesTheRecordThatIsStuck() throws {
        let promise = "promises:\n  word: {title: Our word, from: open, can-reach: done}\n"
        let found = try VerificationTests.findings(adding: promise).map(\.finding.sentence)
        #expect(found.count == 1)
        #expect(found.first?.contains("level is 1") == true, "\(found)")
    }

    @Test(arguments: [
        (
            "feedback", "- require: method is set and told is set or anonymous or contact-lost-reason is set",
            "- require: told-on is set"
        ),
        ("safeguarding", "- require: safeguarding == no\n", "- require: received is set\n"),
        ("third-deferral", "- require: carries < 3 or override-reason is set", "- require: carries < 9"),
        (
            "escalation gone-to-the-board", "from: escalated\n    to: with-board",
            "from: [escalated, escalation-proposed]\n    to: with-board"
        ),
        (
            "escalation gone-to-the-board whole-brief", "from: with-board\n    to: board-action",
            "from: [with-board, accepted]\n    to: board-action"
        ),
        (
            "safeguarding", "divert, rescreen, carry",
            "divert, rescreen, table, carry"
        ),
        (
            "diverting", "code: R1\n    except: [log, log-diverted, divert, rescreen,",
            "code: R1\n    except: [log, log-diverted, rescreen,"
        ),
        (
            "way-out", "- require: said is set and did is set or no-entry-reason is set",
            "- require: safeguarding == yes"
        ),
        ("counts", "clears: [closed-on, due, meeting,", "clears: [carries, closed-on, due, meeting,"),
        (
            "no-narrative", "erases: [narrative, notes, detail, contact, consent, child]",
            "erases: [narrative, detail, contact, consent, child]"
        ),
    ])
    func ofTheIssueBreaksWithoutTheRuleThatKeepsIt(name: String, old: String, new: String) throws {
        let text = try Shipped.text("issue")
        #expect(text.contains(old))
        let checked = try WorkflowFile.check(
            text.replacing(old, with: new), name: "issue", host: Shipped.host, .unlimited,
            calendars: Calendars([Shipped.calendar])
        ).get()
        let found = checked.findings.filter { $0.finding.code == .promiseBroken }
        #expect(found.map(\.finding.subject.description) == name.split(separator: " ").map { "promise \($0)" })
        #expect(found.first?.finding.path.first == "log")
    }

    @Test func needsAClaim() {
        let text = VerificationTests.sound + "promises:\n  word: {title: Our word}\n"
        guard case .failure(let problems) = WorkflowFile.check(text, name: "x", host: Shipped.host) else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.map(\.sentence) == ["A promise needs a claim."])
    }
}
