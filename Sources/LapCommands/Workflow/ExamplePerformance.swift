import Ledger
import Register
import Workflow

/// An example played step by step, each with what it did.
struct ExamplePerformance {
    private let definition: Definition
    private var rows: [[JSON]] = []

    /// - Parameter host: what it lets follow.
    init(_ example: Example, of definition: Definition, by host: HostActs) {
        self.definition = definition
        var item = Item()
        for (index, step) in example.steps.enumerated() {
            let before = item.state
            switch step.happening {
            case .event(let event, let given):
                let course = definition.course(of: event, on: item, given: given, in: step.setting, by: host)
                item = course.changes?.last?.item ?? item
                let followed = (course.changes ?? []).dropFirst().map { "So \($0.event) happened." }
                add(
                    index, event, step, capacity: course.changes?.first?.capacity, from: before, item,
                    said: followed + course.reasons.map(\.sentence))
            case .tick:
                let standings = definition.standings(
                    of: item, on: step.setting.on, calendars: step.setting.calendars)
                let ticked = definition.tick(item, in: step.setting, by: host)
                item = ticked.item
                let silent = standings.filter { standing in
                    standing.phase == .missed && !ticked.steps.contains { $0.missed.clock == standing.clock.name }
                }
                let said = silent.map { missed($0.clock.title, on: $0.running.due) + "." } + ticked.steps.map(says)
                add(index, "tick", step, capacity: "system", from: before, item, said: said)
            }
        }
    }

    private func missed(_ title: String, on due: Day) -> String { "“\(title)” was missed on \(due)" }

    /// What a missed clock caused, or why that was refused.
    private func says(_ step: Ticked.Step) -> String {
        let title = definition.clock(step.missed.clock)?.title ?? step.missed.clock
        let words = missed(title, on: step.missed.due)
        switch step.course {
        case .happened(let changes):
            return "\(words), so \(Sentences.list(changes.map(\.event), "and")) happened."
        case .refused(let reasons, _):
            let why = reasons.map(\.sentence).joined(separator: " ")
            return "\(words), but \(step.missed.event) is refused: \(why)"
        }
    }

    private mutating func add(
        _ index: Int, _ event: String, _ step: Example.Step, capacity: String?, from: String?, _ item: Item,
        said: [String]
    ) {
        let due = definition.due(of: item)
        rows.append([
            .number(index + 1), .string(step.setting.on.description), .string(event), .string(capacity),
            .string(from), .string(item.state), .string(due?.clock), .string(due?.on.description),
            .string(said.isEmpty ? nil : said.joined(separator: " ")),
        ])
    }

    var table: Table {
        Table(
            [
                .init(header: "Step", key: "step"), .init(header: "Day", key: "on"),
                .init(header: "Event", key: "event"), .init(header: "As", key: "capacity"),
                .init(header: "From", key: "from"), .init(header: "To", key: "to"),
                .init(header: "Clock", key: "clock"), .init(header: "Due", key: "due"),
                .init(header: "Said", key: "said", stretches: true),
            ], rows: rows)
    }
}
