import Testing
import Workflow

@testable import WorkflowFile

struct UpgradeTests {
    let story: Case

    init() throws { story = try Case.issue(at: "on-agenda") }

    private func verdict(
        replacing old: String = "", with new: String = "", clocks: ClockPolicy = .keep
    ) throws -> UpgradeVerdict {
        var text = try Shipped.text("issue")
        #expect(old.isEmpty || text.contains(old))
        if !old.isEmpty { text = text.replacing(old, with: new) }
        let later = try WorkflowFile.read(text, name: "issue.yaml", host: Shipped.host).get()
        let day = try #require(Day(iso: "2020-01-20"))
        return later.verdict(on: story.history, of: story.item, clocks: clocks, on: day)
    }

    @Test func movesWhatCouldHaveHappenedLikewise() throws {
        let verdict = try verdict()
        #expect(verdict.answer == .moves && verdict.sentences.isEmpty)
        #expect(verdict.item == story.item)
    }

    @Test func asksForWhatTheLaterDefinitionNeeds() throws {
        let verdict = try verdict(
            replacing: "      agency: optional\n      tried: record", with: "      agency: record\n      tried: record")
        #expect(verdict.answer == .needsInput)
        #expect(verdict.position == 2 && verdict.sentences == ["Responsible agency is needed."])
    }

    @Test func refusesWhatCouldNotHaveHappened() throws {
        let verdict = try verdict(replacing: "require: meeting.kind == lap", with: "require: meeting.kind == group")
        #expect(verdict.answer == .refused && verdict.position == 3 && verdict.item == nil)
    }

    @Test func holdsWhatWouldBeElsewhere() throws {
        let story = try Case.issue(at: "logged")
        let text = try Shipped.text("issue").replacing(
            "from: start\n    to: logged", with: "from: start\n    to: acknowledged")
        let later = try WorkflowFile.read(text, name: "issue.yaml", host: Shipped.host).get()
        let verdict = later.verdict(on: story.history, of: story.item, clocks: .keep, on: Day(number: 18_300))
        #expect(verdict.answer == .held && verdict.item == nil)
        #expect(verdict.sentences == ["Its history leads to “Acknowledged”, and it is at “Logged”."])
    }

    @Test func saysWhatDiffers() throws {
        let verdict = try verdict(replacing: "      carries: 0\n", with: "      carries: 1\n")
        #expect(verdict.answer == .moves && verdict.sentences == ["Times carried forward differs."])
    }

    @Test func keepsRestartsRebasesOrDropsClocks() throws {
        let old = "    lasts: 28 days\n    when: safeguarding == no and not anonymous"
        let new = "    lasts: 14 days\n    when: safeguarding == no and not anonymous"
        let due = { (policy: ClockPolicy) throws in
            try verdict(replacing: old, with: new, clocks: policy).item?.clocks["update"]?.due.description
        }
        #expect(try due(.keep) == "2019-12-31")
        #expect(try due(.rebase) == "2019-12-17")
        #expect(try due(.restart) == "2020-02-03")
        #expect(try due(.drop) == nil)
    }
}
