import Foundation
import Testing

@testable import LapCommands

struct WorkflowExampleTests {
    @Test func everyExampleOfTheWorkflowsInForceIsKept() async throws {
        let ran = try await Scratch().run("workflow", "test")
        #expect(ran.status == 0, "\(ran.output)")
        #expect(ran.output.contains("issue\tlogged\tyes\t"))
    }

    @Test func programsGetWhatHappenedInAnExampleAndNotWhatWasRefused() async throws {
        let ran = try await Scratch().run("workflow", "test", "plan-action", "--json=example,history")
        let told = try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [[String: Any]]
        let delayed = try #require(told?.first { $0["example"] as? String == "delayed" })
        let history = try #require(delayed["history"] as? [[String: Any]])
        #expect(history.compactMap { $0["event"] as? String }.prefix(3) == ["add", "edit", "plan-start"])
        #expect(history.first?["to"] as? String == "not-started")
        #expect(history.first?["on"] as? String == "2019-04-01")
        #expect((history.first?["given"] as? [String: String])?["provisional-start"] == "2019-05-01")
        #expect((history.first?["actor"] as? [String: Any])?["roles"] as? [String] == ["board-secretary"])
    }

    @Test func anExampleThatComesOutOtherwiseIsSaidWithItsStep() async throws {
        let scratch = try await Scratch()
        try scratch.write(ShippedWorkflow.text("action"), to: "action.yaml")
        try scratch.write(
            """
            wrong:
              title: A step that leads elsewhere
              steps:
                - do: open
                  on: 2020-01-14
                  as: chair
                  give: {text: Publish the waits, owner: lead@example.org, due: 2020-02-14}
                - {do: start, as: action-owner, leads-to: done}
            """, to: "stories.yaml")
        let ran = await scratch.run(
            "workflow", "test", "action.yaml", "--examples", "stories.yaml", "--json=example,kept,step")
        #expect(ran.status == 1)
        #expect(ran.output == "[{\"example\":\"wrong\",\"kept\":false,\"step\":2}]\n")
        let played = await scratch.run(
            "workflow", "replay", "action.yaml", "--examples", "stories.yaml", "--example", "wrong")
        #expect(played.status == 1)
        #expect(played.output.contains("2\t2020-01-14\tstart\taction-owner\topen\tin-progress\tdue\t2020-02-14"))
        #expect(played.complaints.contains("Step 2: “start” led to in-progress, not to done."))
    }

    @Test func examplesThatAreNotThereOrCannotBeReadAreSaid() async throws {
        let scratch = try await Scratch()
        try scratch.write(ShippedWorkflow.text("action"), to: "action.yaml")
        let none = await scratch.run("workflow", "test", "action.yaml")
        #expect(none.status == 66)
        #expect(none.complaints.contains("has no examples"))
        try scratch.write("a:\n  title: A\n  steps:\n    - {do: opne}\n", to: "stories.yaml")
        let bad = await scratch.run("workflow", "test", "action.yaml", "--examples", "stories.yaml")
        #expect(bad.status == 65)
        #expect(bad.complaints.contains("stories.yaml:4:"))
        #expect(bad.complaints.contains("Did you mean “open”?"))
    }

    @Test func aWorkflowWithoutExamplesDoesNotKeepTheOthersFromBeingPlayed() async throws {
        let scratch = try await Scratch()
        let folder = scratch.folder.appending(path: ".lap/workflows")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try scratch.write(ShippedWorkflow.text("action"), to: ".lap/workflows/action.yaml")
        let ran = await scratch.run("workflow", "test")
        #expect(ran.status == 0)
        #expect(ran.output.contains("issue\tlogged\tyes"))
        #expect(!ran.output.contains("action\tdone"))
        #expect(ran.complaints.contains("The workflow action has no examples."))
        #expect(await scratch.run("workflow", "test", "action").status == 66)
    }

    @Test func coverSaysWhatIsNotReached() async throws {
        let ran = try await Scratch().run("workflow", "cover", "issue", "--json=part,reached,of,left")
        #expect(ran.output.contains("{\"left\":[],\"of\":23,\"part\":\"states\",\"reached\":23}"))
        #expect(ran.output.contains("\"part\":\"rules\""))
    }

    @Test func theShortestWayNamesRolesAndTime() async throws {
        let ran = try await Scratch().run("workflow", "paths", "issue", "--to", "acknowledged")
        let lines = ran.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("acknowledged\t1\tlog\tdco, dco-admin\t\tlogged\tDivert: the same working day"))
        #expect(lines[0].contains("Acknowledge: 3 working days"))
        #expect(lines[1].hasPrefix("acknowledged\t2\tacknowledge\tdco, dco-admin\tlogged\tacknowledged\t"))
        let unknown = try await Scratch().run("workflow", "paths", "issue", "--to", "closde")
        #expect(unknown.status == 66)
        #expect(unknown.complaints.contains("Did you mean “closed”?"))
    }

    @Test func coveringWaysTakeEveryArrowOfTheActionWorkflow() async throws {
        let ran = try await Scratch().run("workflow", "paths", "action", "--covering")
        for event in ["start", "complete", "reopen", "cancel", "supersede", "reassign"] {
            #expect(ran.output.contains("\t\(event)\t"), "\(event)")
        }
    }

    @Test func aPathIsFollowedAndADeadEndIsSaid() async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run("workflow", "replay", "issue", "log", "acknowledge")
        #expect(ran.status == 0)
        #expect(ran.output.contains("2. acknowledge: Logged → Acknowledged, by dco, dco-admin"))
        #expect(ran.output.contains("Only if: safeguarding == no (R1)"))
        for (words, said) in [
            (["log", "schedule"], "Step 2: “schedule” happens from"),
            (["accept"], "Step 1: “accept” does not begin anything"),
            (["log", "log"], "Step 2: “log” begins an item"),
        ] {
            let dead = await scratch.run(["workflow", "replay", "issue"] + words)
            #expect(dead.status == 1)
            #expect(dead.complaints.contains(said), "\(dead.complaints)")
        }
        #expect(await scratch.run("workflow", "replay", "issue").status == 64)
    }
}
