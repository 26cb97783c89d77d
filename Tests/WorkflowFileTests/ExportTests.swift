import Foundation
import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// That state charts and nets do what the definitions say is for script/check-exports.py, which has other programs run them.
struct ExportTests {
    static let workflows = [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk",
    ]

    @Test(arguments: workflows)
    func drawsEveryStateAndStepForGraphviz(name: String) throws {
        let definition = try Shipped.definition(name)
        let dot = definition.dot()
        for state in definition.states { #expect(dot.contains("  \"\(state.name)\" [label=")) }
        for event in definition.events { #expect(dot.contains(event.name)) }
        #expect(dot.hasPrefix("digraph") && dot.hasSuffix("}\n"))
    }

    @Test func bringsOutARoleAndAnItem() throws {
        let definition = try Shipped.definition("issue")
        let dot = definition.dot(DiagramMarks(role: "chair", current: "on-agenda", visited: ["logged"]))
        #expect(dot.contains("\"on-agenda\" [label=\"On an agenda\", style=\"rounded,filled,bold\""))
        #expect(dot.contains("\"logged\" [label=\"Logged\", style=\"rounded,filled\""))
        #expect(dot.contains("\"on-agenda\" -> \"local-action\" [label=\"assign\", penwidth=2]"))
        #expect(dot.contains("\"logged\" -> \"acknowledged\" [label=\"acknowledge\", color="))
        let mermaid = definition.mermaid(DiagramMarks(role: "chair", current: "on-agenda"))
        #expect(mermaid.contains("s_on_agenda --> s_deferred : defer\n"))
        #expect(!mermaid.contains("acknowledge\n"))
        #expect(mermaid.contains("class s_on_agenda current"))
    }

    @Test func whatStaysWhereItIsIsAnArrowToItself() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk}
              note: {title: Note, from: [open, mid], by: chief}
              again: {title: Again, from: open, to: open, by: clerk}
              go: {title: Go, from: [open, mid], to: [{state: mid, when: n == 1}, {state: stay}], by: clerk}
            """, promises: "  {}")
        let definition = try WorkflowFile.read(text, name: "x", host: Host(referenceKinds: ["person"])).get()
        let dot = definition.dot()
        #expect(dot.contains("  \"open\" -> \"open\" [label=\"note\\nagain\\ngo\"];"), "\(dot)")
        #expect(dot.contains("  \"mid\" -> \"mid\" [label=\"note\\ngo\"];"), "\(dot)")
        #expect(definition.mermaid().contains("  s_open --> s_open : note, again, go\n"))
        #expect(definition.mermaid(DiagramMarks(role: "chief")).contains("  s_open --> s_open : note\n"))
        #expect(try Shipped.definition("issue").mermaid().contains("  group_2 --> group_2 : "))
    }

    @Test func whatCanHappenNearlyAnywhereIsOneArrow() throws {
        let definition = try Shipped.definition("issue")
        let dot = definition.dot()
        #expect(dot.contains("\"(group 1)\" [label=\"Any state but an end\""))
        #expect(dot.contains("\"(group 1)\" -> \"diverted\" [label=\"divert\"]"))
        #expect(!dot.contains("\"logged\" -> \"diverted\""))
        #expect(dot.contains("\"needs-info\" -> \"withdrawn\" [label=\"lapse\"]"))
        #expect(definition.mermaid().contains("group_1 --> s_diverted : divert\n"))
        #expect(!definition.mermaid().contains("s_logged --> s_diverted"))
        #expect(!(try Shipped.definition("action").dot()).contains("(group"))
    }

    @Test func escapesWhatMarkupMeansSomethingTo() throws {
        let text = StructuralMistakeTests.sound.replacing("title: Waiting", with: "title: \"A & B <\\\"x\\\">\"")
        let definition = try WorkflowFile.read(text, name: "x", host: Shipped.host).get()
        #expect(definition.pnml().contains("<text>A &amp; B &lt;&quot;x&quot;&gt;</text>"))
        #expect(definition.dot().contains("label=\"A & B <\\\"x\\\">\""))
    }

    @Test func theSchemaKnowsTheKeysThatReadingKnows() throws {
        let data = Data(WorkflowFile.jsonSchema().utf8)
        let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let parts = try #require(schema["properties"] as? [String: Any])
        #expect(Set(parts.keys) == Set(DefinitionReader.required + DefinitionReader.optional))
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let event = try #require(definitions["event"]?["properties"] as? [String: Any])
        #expect(Set(event.keys) == Set(DefinitionReader.eventKeys + ["title", "from", "by"]))
        let clock = try #require(definitions["clock"]?["properties"] as? [String: Any])
        #expect(Set(clock.keys) == Set(DefinitionReader.clockKeys + ["title", "in"]))
    }

    @Test func aTitleWithAColonKeepsTheFrontMatterOfMermaid() throws {
        let text = Order.text(Order.days, promises: "  {}").replacing("title: Order", with: "title: 'Order: \"fast\"'")
        let definition = try WorkflowFile.read(text, name: "x", host: Host(referenceKinds: ["person"])).get()
        #expect(definition.mermaid().hasPrefix("---\ntitle: \"Order: \\\"fast\\\"\"\n---\n"))
    }

    @Test func theSchemaWantsAClaimOfAPromiseAndALengthOfAClock() {
        let schema = WorkflowFile.jsonSchema()
        #expect(schema.contains("\"only-grows\"\n"))
        #expect(schema.contains("\"anyOf\""))
    }
}
