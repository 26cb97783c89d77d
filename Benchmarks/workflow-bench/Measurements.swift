import Foundation
import StrictYAML
import Workflow
import WorkflowFile

/// Each figure is the best of several rounds.
struct Measurements {
    private let material: Material

    init(_ material: Material) {
        self.material = material
    }

    /// Events per second for the first seven, seconds for the others.
    enum Figure: String, CaseIterable {
        case toggle, decide, effects, bare, guarded, named, replay, parse, load, compiled, verify, large
    }

    func measure(_ figure: Figure) throws -> Double {
        switch figure {
        case .toggle: try toggle()
        case .decide: try decide(Material.toggle)
        case .effects: try decide(Material.bell)
        case .bare: try lifecycle(material.bare, material.histories.compactMap(withoutFields))
        case .guarded: try prepared()
        case .named: try lifecycle(material.untimed, material.histories)
        case .replay: try replay()
        case .parse: try best { _ = try YAMLDocument.read(material.text, name: "issue.yaml").get() }
        case .load: try best { _ = try Material.definition(of: material.text) }
        case .compiled:
            try best { _ = try JSONDecoder().decode(Definition.self, from: material.compiled) }
        case .large:
            try best(of: 1) { _ = try WorkflowFile.check(Material.large, name: "large.yaml", host: Host()).get() }
        case .verify:
            try best { _ = try WorkflowFile.check(material.text, name: "issue.yaml", host: Material.host).get() }
        }
    }

    /// One item going to and fro between two states.
    private func toggle() throws -> Double {
        let definition = try Material.definition(of: Material.toggle)
        let setting = Setting(on: Day(number: 18_000), actor: Actor(person: "one", roles: ["anyone"]))
        var door = Instance(of: definition)
        try door.cause("make", in: setting)
        let count = 200_000
        return Double(count) / (try best { for _ in 0..<count { try door.cause("toggle", in: setting) } })
    }

    /// The same of an item that lies elsewhere: each event is decided on the item as the last one left it, and what the host
    /// is to do is looked at.
    private func decide(_ text: String) throws -> Double {
        let definition = try Material.definition(of: text)
        let setting = Setting(on: Day(number: 18_000), actor: Actor(person: "one", roles: ["anyone"]))
        var item = Item()
        var effects = 0
        func happen(_ event: String) throws {
            guard case .accepted(let change) = definition.decide(event, on: item, in: setting) else {
                throw CocoaError(.featureUnsupported)
            }
            item = change.item
            effects += change.effects.count
        }
        try happen("make")
        let count = 200_000
        let taken = try best { for _ in 0..<count { try happen("toggle") } }
        return effects >= 0 ? Double(count) / taken : 0
    }

    /// Every example's events, each example by an item of its own in the same room.
    private func lifecycle(_ definition: Definition, _ histories: [[RecordedEvent]]) throws -> Double {
        var instance = Instance(of: definition)
        return try rate(histories) { history in
            instance.restart()
            for recorded in history {
                try instance.cause(recorded.event, given: recorded.given, in: recorded.setting)
            }
        }
    }

    /// The same with each event prepared before time is taken.
    private func prepared() throws -> Double {
        let definition = material.untimed
        let histories = try material.histories.map { history in
            try history.map { (event: try definition.prepare($0.event, given: $0.given), setting: $0.setting) }
        }
        var instance = Instance(of: definition)
        return try rate(histories) { history in
            instance.restart()
            for step in history { try instance.cause(step.event, in: step.setting) }
        }
    }

    /// Recorded events replayed to the items they lead to.
    private func replay() throws -> Double {
        try rate(material.histories) { _ = try material.definition.replay($0).get() }
    }

    /// Events per second, over at least 100,000 events.
    private func rate<Event>(_ histories: [[Event]], _ follow: ([Event]) throws -> Void) rethrows -> Double {
        let count = histories.reduce(0) { $0 + $1.count }
        let rounds = 100_000 / count + 1
        let taken = try best {
            for _ in 0..<rounds {
                for history in histories { try follow(history) }
            }
        }
        return Double(rounds * count) / taken
    }

    /// A history for the bare workflow; nil when its first targets do not lead along it.
    private func withoutFields(_ history: [RecordedEvent]) -> [RecordedEvent]? {
        let bare = history.map { RecordedEvent(event: $0.event, given: [:], setting: $0.setting) }
        guard case .success = material.bare.replay(bare) else { return nil }
        return bare
    }

    /// Seconds of processor time that a round takes, so that what else the machine does counts little.
    private func best(of rounds: Int = 7, _ body: () throws -> Void) rethrows -> Double {
        var best = Double.infinity
        for _ in 0..<rounds {
            let start = Self.processorTime
            try body()
            best = min(best, Self.processorTime - start)
        }
        return best
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
