import Foundation
import Testing

@testable import LapCommands

struct WorkflowCheckTests {
    @Test func theWorkflowsInForceAreSound() async throws {
        let ran = try await Scratch().run("workflow", "check")
        #expect(ran.status == 0, "\(ran.output)")
        for name in ["action", "issue", "meeting", "plan-action"] {
            #expect(ran.output.contains("\(name).yaml: sound;"), "\(ran.output)")
        }
        #expect(!ran.output.contains(": error "))
    }

    @Test func aBrokenPromiseIsShownWithItsPathAndCanBeFollowed() async throws {
        let scratch = try await Scratch()
        try scratch.write(
            ShippedWorkflow.text("issue", replacing: "must-pass: submit", with: "must-pass: lapse"), to: "own.yaml")
        let ran = await scratch.run("workflow", "check", "own.yaml")
        #expect(ran.status == 1)
        #expect(ran.complaints.isEmpty)
        let line = try #require(ran.output.split(separator: "\n").first { $0.contains("promise-broken") })
        #expect(line.hasPrefix("own.yaml:"))
        #expect(ran.output.contains("lap workflow replay own.yaml log"))
        let json = await scratch.run(
            "workflow", "check", "own.yaml", "--json=file,severity,code,subject,path")
        #expect(json.status == 1)
        #expect(
            json.output.contains(
                "{\"code\":\"promise-broken\",\"file\":\"own.yaml\",\"path\":[\"log\",\"acknowledge\",\"accept\","))
    }

    @Test func everyProblemOfAFileHasItsPlaceAndAnUnreadableFileOutranksAFinding() async throws {
        let scratch = try await Scratch()
        try scratch.write(ShippedWorkflow.text("action", replacing: "    by:", with: "    bye:"), to: "bad.yaml")
        try scratch.write(
            ShippedWorkflow.text("issue", replacing: "must-pass: submit", with: "must-pass: lapse"), to: "own.yaml")
        let ran = await scratch.run("workflow", "check", "bad.yaml", "own.yaml")
        #expect(ran.status == 65)
        let problems = ran.output.split(separator: "\n").filter { $0.contains(": error unreadable: ") }
        #expect(problems.count > 4)
        for problem in problems {
            let place = problem.split(separator: ":")
            #expect(place[0] == "bad.yaml" && Int(place[1]) != nil && Int(place[2]) != nil, "\(problem)")
        }
        #expect(ran.output.contains("promise-broken"))
    }

    @Test func standardInputIsAFileToo() async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run(["workflow", "check", "-"], input: try ShippedWorkflow.text("action"))
        #expect(ran.status == 0)
        #expect(ran.output.hasPrefix("standard input: sound;"))
    }

    @Test(arguments: [
        (["workflow", "check", "isue"], 66, "Did you mean “issue”?"),
        (["workflow", "check", "nowhere/else.yaml"], 66, "cannot be read"),
        (["workflow", "check", "bytes.yaml"], 65, "is not UTF-8 text"),
        (["workflow", "chekc"], 64, "Did you mean “check”?"),
    ])
    func whatCannotBeCheckedIsSaid(words: [String], status: Int, said: String) async throws {
        let scratch = try await Scratch()
        try scratch.write([0xFF, 0xFE, 0x00], to: "bytes.yaml")
        let ran = await scratch.run(words)
        #expect(Int(ran.status) == status)
        #expect(ran.complaints.contains(said), "\(ran.complaints)")
    }
}
