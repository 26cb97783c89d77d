import Foundation
import Testing
import Workflow

@testable import WorkflowFile

struct ExportTests {
    static let workflows = ["issue", "meeting", "action", "plan-action"]

    /// The attribute's values in the order of the text.
    private func values(of attribute: String, in line: Substring) -> String? {
        guard let start = line.range(of: " \(attribute)=\"") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test(arguments: workflows)
    func drawsEveryStateAndStepForGraphviz(name: String) throws {
        let definition = try Shipped.definition(name)
        let dot = definition.dot()
        for state in definition.states { #expect(dot.contains("  \"\(state.name)\" [label=")) }
        for event in definition.events where event.targets.contains(where: { $0.state != nil }) {
            #expect(dot.contains(event.name))
        }
        #expect(dot.hasPrefix("digraph") && dot.hasSuffix("}\n"))
    }

    @Test func bringsOutARoleAndAnItem() throws {
        let definition = try Shipped.definition("issue")
        let dot = definition.dot(DiagramMarks(role: "chair", current: "on-agenda", visited: ["logged"]))
        #expect(dot.contains("\"on-agenda\" [label=\"On an agenda\", style=\"rounded,filled,bold\""))
        #expect(dot.contains("\"logged\" [label=\"Logged\", style=\"rounded,filled\""))
        #expect(dot.contains("\"on-agenda\" -> \"deferred\" [label=\"defer\", penwidth=2]"))
        #expect(dot.contains("\"logged\" -> \"acknowledged\" [label=\"acknowledge\", color="))
        let mermaid = definition.mermaid(DiagramMarks(role: "chair", current: "on-agenda"))
        #expect(mermaid.contains("s_on_agenda --> s_deferred : defer\n"))
        #expect(!mermaid.contains("acknowledge\n"))
        #expect(mermaid.contains("class s_on_agenda current"))
    }

    /// A small interpreter of the state charts, which knows nothing of definitions.
    @Test(arguments: workflows)
    func theStateChartReachesTheSameStates(name: String) throws {
        let definition = try Shipped.definition(name)
        var transitions: [String: [(event: String, target: String)]] = [:]
        var state = ""
        for line in definition.scxml().split(separator: "\n") {
            if let id = values(of: "id", in: line) {
                state = id
                #expect(transitions[id] == nil)
                transitions[id] = []
            } else if let event = values(of: "event", in: line) {
                transitions[state, default: []].append((event, values(of: "target", in: line) ?? state))
            }
        }
        for target in transitions.values.flatMap(\.self).map(\.target) { #expect(transitions[target] != nil) }
        for event in definition.events {
            for source in event.begins ? ["start"] : event.from {
                for (index, target) in event.targets.enumerated() {
                    let isLast = index == event.targets.count - 1
                    let sent = isLast ? event.name : "\(event.name).\(target.state ?? "stay")"
                    let taken = transitions[source]?.first { sent == $0.event || sent.hasPrefix($0.event + ".") }
                    #expect(taken?.target == target.state ?? source, "\(sent) from \(source)")
                }
            }
        }
    }

    @Test func theStateChartFollowsTheWorkedExamples() throws {
        for story in [try WorkedExampleTests.resolvedLocally(), try WorkedExampleTests.escalated()] {
            let chart = story.definition.scxml()
            var state = "start"
            for recorded in story.history {
                let element = try #require(chart.components(separatedBy: "<state id=\"\(state)\">").last)
                let body = try #require(element.components(separatedBy: "</state>").first)
                let line = try #require(
                    body.split(separator: "\n").first { $0.contains("event=\"\(recorded.event)\"") })
                state = values(of: "target", in: line) ?? state
            }
            #expect(state == story.item.state)
        }
    }

    /// Fires transitions from the marking of the net itself; sound means that the end can always be reached and that
    /// nothing is dead.
    @Test(arguments: workflows)
    func thePetriNetIsSound(name: String) throws {
        let net = try Shipped.definition(name).pnml()
        var inputs: [String: String] = [:]
        var outputs: [String: String] = [:]
        for line in net.split(separator: "\n") where line.contains("<arc ") {
            let source = try #require(values(of: "source", in: line))
            let target = try #require(values(of: "target", in: line))
            if source.hasPrefix("t") { outputs[source] = target } else { inputs[target] = source }
        }
        let places = net.split(separator: "\n").filter { $0.contains("<place ") }.compactMap {
            values(of: "id", in: $0)
        }
        #expect(net.components(separatedBy: "<initialMarking>").count == 2)
        var reached: Set<String> = ["start"]
        var ending: Set<String> = ["end"]
        for _ in places {
            for (transition, place) in inputs {
                guard let next = outputs[transition] else { continue }
                if reached.contains(place) { reached.insert(next) }
                if ending.contains(next) { ending.insert(place) }
            }
        }
        #expect(reached == Set(places))
        #expect(ending == Set(places))
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
}
