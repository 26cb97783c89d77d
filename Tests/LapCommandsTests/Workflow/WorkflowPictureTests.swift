import Foundation
import Testing

@testable import LapCommands

struct WorkflowPictureTests {
    @Test func aPictureShowsWhereAnItemIsAndHasBeen() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        let dot = try await season.does("workflow", "graph", "issue", "--item", "N-1")
        #expect(dot.contains("\"accepted\" [label=\"Accepted\", style=\"rounded,filled,bold\""))
        #expect(dot.contains("\"acknowledged\" [label=\"Acknowledged\", style=\"rounded,filled\", fillcolor"))
        #expect(dot.contains("\"closed\" [label=\"Closed\", peripheries=2];"))
    }

    @Test func aPictureBringsOutWhatARoleCanDo() async throws {
        let ran = try await Scratch().run("workflow", "graph", "action", "--for", "system")
        #expect(ran.output.contains("penwidth=2"))
        #expect(ran.output.contains("color=\"#bbbbbb\""))
    }

    @Test(arguments: [("scxml", "<?xml"), ("pnml", "<?xml"), ("mermaid", "---"), ("dot", "digraph")])
    func everyFormatIsWritten(format: String, start: String) async throws {
        let ran = try await Scratch().run("workflow", "graph", "issue", "--format", format)
        #expect(ran.status == 0)
        #expect(ran.output.hasPrefix(start))
    }

    @Test func svgComesFromGraphvizAndItsAbsenceIsNamed() async throws {
        let scratch = try await Scratch()
        let missing = await scratch.run("workflow", "graph", "issue", "--format", "svg")
        #expect(missing.status == 78)
        #expect(missing.complaints.contains("Graphviz"))
        #expect(missing.complaints.contains("Hint: Install the package graphviz"))
        #expect(missing.output.isEmpty)
        try scratch.write("#!/bin/sh\nhead -n 1 | sed 's/^/drawn with /'\necho \"$1\"\n", to: "dot")
        let program = scratch.folder.appending(path: "dot").path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let drawn = await scratch.run(
            ["workflow", "graph", "issue", "--format", "svg"],
            environment: ["PATH": "\(scratch.folder.path):/usr/bin:/bin"])
        #expect(drawn.output == "drawn with digraph \"issue\" {\n-Tsvg\n", "\(drawn.complaints)")
    }

    @Test(arguments: [
        (["workflow", "graph", "issue", "--format", "dott"], 64, "Did you mean “dot”?"),
        (["workflow", "graph", "issue", "--for", "dcx"], 66, "Did you mean “dco”?"),
        (["workflow", "graph", "issue", "--format", "pnml", "--for", "dco"], 64, "mark pictures"),
        (["workflow", "graph", "meeting", "--item", "N-1"], 65, "N-1 is an issue, not a meeting"),
        (["workflow", "graph", "isue"], 66, "Did you mean “issue”?"),
    ])
    func aMistakeIsMetWithWhatWasMeant(words: [String], status: Int, said: String) async throws {
        let season = try await Season()
        try await season.raise()
        let ran = await season.scratch.run(words)
        #expect(Int(ran.status) == status)
        #expect(ran.complaints.contains(said), "\(ran.complaints)")
    }

    @Test func theSchemaIsJSON() async throws {
        let ran = try await Scratch().run("workflow", "schema")
        let schema = try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any]
        #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
}
