import Foundation
import Partnership
import ProfileFile
import StrictYAML
import Workflow
import WorkflowFile

/// The shipped issue workflow, and the histories that its examples tell.
struct Material {
    let text: String
    let definition: Definition
    /// The same, as it is written down compiled.
    let compiled: Data
    /// Its states and events alone: no fields, rules, clocks or needs, and of several targets the first.
    let bare: Definition
    /// Without clocks, which the other engine does not have.
    let untimed: Definition
    /// The accepted events of each example, from the start.
    let histories: [[RecordedEvent]]

    init(share: URL) throws {
        let text = try Self.read(share, "Workflows/issue.yaml")
        self.text = text
        let definition = try Self.definition(of: text)
        self.definition = definition
        compiled = try JSONEncoder().encode(definition)
        bare = Definition(
            name: definition.name, title: definition.title, roles: definition.roles, fields: [], sections: [],
            states: definition.states.map { State(name: $0.name, title: $0.title, isEnd: $0.isEnd) },
            events: definition.events.map { event in
                Event(
                    name: event.name, title: event.title, from: event.from,
                    targets: event.targets.prefix(1).map { Target(state: $0.state) }, by: event.by)
            }, rules: [], clocks: [], facts: [])
        untimed = Definition(
            name: definition.name, title: definition.title, roles: definition.roles, fields: definition.fields,
            sections: definition.sections, states: definition.states, events: definition.events,
            rules: definition.rules, clocks: [], facts: definition.facts, calendar: definition.calendar)
        let calendar = "Data/calendars/england-and-wales.yaml"
        let calendars = try CalendarFile.read([SourceText(name: calendar, text: Self.read(share, calendar))]).get()
        let examples = try ExampleFile.read(
            Self.read(share, "Workflows/examples/issue.yaml"), name: "examples", of: definition,
            calendars: calendars
        ).get()
        histories = examples.map { example in
            var instance = Instance(of: definition)
            return example.steps.compactMap { step in
                guard case .event(let event, let given) = step.happening,
                    (try? instance.cause(event, given: given, in: step.setting)) != nil
                else { return nil }
                return RecordedEvent(event: event, given: given, setting: step.setting)
            }
        }
    }

    static func definition(of text: String) throws -> Definition {
        try WorkflowFile.read(text, name: "issue.yaml", host: host).get()
    }

    static let host = Host.partnership(calendars: ["england-and-wales"])

    /// 62 KB: 300 states, as many promises, and six flags that may stand in any way.
    static let large: String = {
        let flags = (0..<6).map { "  f\($0): {title: F, type: flag}\n" }.joined()
        let states = (0..<300).map { "  s\($0): {title: S}\n" }.joined()
        let events = (0..<300).map { index in
            let asks = "{f\(index % 6): required, f\((index + 1) % 6): optional}"
            return "  e\(index): {title: E, from: s\(index), to: s\((index * 7 + 1) % 300), by: a, asks: \(asks)}\n"
        }.joined()
        let promises = (0..<300).map { index in
            "  p\(index): {title: P, never: state == s\(index) and f0 and f1 and f2 and not f3 and f4 and not f5}\n"
        }.joined()
        return "workflow: w\ntitle: W\nroles: {a: A}\nfields:\n\(flags)states:\n\(states)events:\n"
            + "  b: {title: B, from: start, to: s0, by: a}\n\(events)promises:\n\(promises)"
    }()

    /// Two states and one event between them.
    static let toggle = """
        workflow: door
        title: Door
        roles: {anyone: anyone}
        states: {open: {title: Open}, shut: {title: Shut}}
        events:
          make: {title: Make, from: start, to: open, by: anyone}
          toggle:
            title: Toggle
            from: [open, shut]
            to: [{state: shut, when: state == open}, {state: open}]
            by: anyone
        """

    /// The same with something for the host to do each time.
    static let bell = toggle + "\n    effects: [{decision: {kind: \"'bell'\"}}]\n"

    private static func read(_ folder: URL, _ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}
