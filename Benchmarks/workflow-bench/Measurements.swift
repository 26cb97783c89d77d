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

    /// Events per second for the first three, seconds for the others.
    enum Figure: String, CaseIterable {
        case toggle, lifecycle, replay, parse, load, verify
    }

    func measure(_ figure: Figure) throws -> Double {
        switch figure {
        case .toggle: try toggle()
        case .lifecycle: try lifecycle()
        case .replay: try replay()
        case .parse: try best { _ = try YAMLDocument.read(material.text, name: "issue.yaml").get() }
        case .load: try best { _ = try Material.definition(of: material.text) }
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

    /// Every example's events, each example by an item of its own.
    private func lifecycle() throws -> Double {
        let taken = try best {
            for _ in 0..<rounds {
                for history in material.histories {
                    var instance = Instance(of: material.definition)
                    for recorded in history {
                        try instance.cause(recorded.event, given: recorded.given, in: recorded.setting)
                    }
                }
            }
        }
        return Double(count * rounds) / taken
    }

    /// Recorded events replayed to the items they lead to: every example, over and over.
    private func replay() throws -> Double {
        let taken = try best {
            for _ in 0..<rounds {
                for history in material.histories { _ = try material.definition.replay(history).get() }
            }
        }
        return Double(rounds * count) / taken
    }

    private var count: Int { material.histories.reduce(0) { $0 + $1.count } }
    /// So many that there are 100,000 events or a few more.
    private var rounds: Int { 100_000 / count + 1 }

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
