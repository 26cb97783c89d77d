import Workflow

// Stories that findings tell, played again.
extension SmallCheck {
    struct Wrong: Error {
        let words: String
    }

    /// Plays a story with the reading of this test; the records before and after each step.
    func replay(_ story: Story) throws(Wrong) -> [(Small.Record, Small.Record, Small.Scene, Int)] {
        try replayed(story).map { ($0.before, $0.after, $0.scene, $0.event) }
    }

    /// One step of a story.
    struct Played {
        let before: Small.Record
        let after: Small.Record
        let scene: Small.Scene
        let event: Int
        var given: [Int: Int] = [:]
    }

    func replayed(_ story: Story) throws(Wrong) -> [Played] {
        var people = ["": 0]
        var lines = ["x": 1, "xx": 2, "xxx": 3]
        func line(_ text: String) -> Int {
            if let known = lines[text] { return known }
            lines[text] = lines.count * 100 + text.utf8.count
            return lines[text] ?? 0
        }
        func person(_ name: String) -> Int {
            if name == Actor.system.person { return SmallExplorer.system }
            if let known = people[name] { return known }
            people[name] = 20 + people.count
            return people[name] ?? 0
        }
        var record = small.start
        var steps: [Played] = []
        for (position, step) in story.steps.enumerated() {
            if step.event == nil, position < story.steps.count - 1 {
                let (next, scene, index) = try passed(step, record)
                steps.append(Played(before: record, after: next, scene: scene, event: index))
                record = next
                continue
            }
            guard let name = step.event, let index = small.events.firstIndex(where: { $0.name == name }) else {
                continue
            }
            let event = small.events[index]
            guard record.state < 0 ? event.from.isEmpty : event.from.contains(record.state) else {
                throw Wrong(words: "\(name) does not happen there")
            }
            guard step.actor.roles.contains(where: event.by.contains) else { throw Wrong(words: "\(name) by nobody") }
            var given: [Int: Int] = [:]
            for (field, value) in step.given {
                guard let position = small.fields.firstIndex(where: { $0.name == field }),
                    event.asks.contains(where: { $0.field == position })
                else { throw Wrong(words: "\(field) is not asked") }
                given[position] = number(value, small.fields[position].kind, person, line)
            }
            var fact: Bool?
            if case .flag(let flag)? = step.facts["self.big"] { fact = flag }
            let scene = Small.Scene(
                today: step.on.number - Self.firstDay, actor: person(step.actor.person), roles: step.actor.roles,
                fact: fact)
            let judgement = small.judge(event, on: record, given: given, scene)
            guard let state = step.to else {
                if judgement.result != nil { throw Wrong(words: "\(name) is not refused") }
                steps.append(Played(before: record, after: record, scene: scene, event: index, given: given))
                continue
            }
            guard let next = judgement.result else { throw Wrong(words: "\(name) is refused") }
            guard small.states[next.state].name == state else { throw Wrong(words: "\(name) leads elsewhere") }
            steps.append(Played(before: record, after: next, scene: scene, event: index, given: given))
            record = next
        }
        return steps
    }

    /// Time that passes until a clock is missed and causes its event.
    private func passed(
        _ step: Story.Step, _ record: Small.Record
    ) throws(Wrong) -> (Small.Record, Small.Scene, Int) {
        var scene = Small.Scene(today: step.on.number - Self.firstDay, roles: ["system"])
        scene.actor = SmallExplorer.system
        if case .flag(let flag)? = step.facts["self.big"] { scene.fact = flag }
        guard let due = record.clock?.due, due < scene.today, let index = small.clocks.first?.event else {
            throw Wrong(words: "no clock is missed")
        }
        guard let next = small.judge(small.events[index], on: record, given: [:], scene).result else {
            throw Wrong(words: "what follows of itself is refused")
        }
        guard small.states[next.state].name == step.to else { throw Wrong(words: "what follows leads elsewhere") }
        return (next, scene, index)
    }

    private func number(
        _ value: Value, _ kind: Small.Kind, _ person: (String) -> Int, _ line: (String) -> Int
    ) -> Int {
        switch value {
        case .number(let number): number
        case .flag(let flag): flag ? 1 : 0
        case .day(let day): day.number - Self.firstDay
        case .text(let text):
            switch kind {
            case .person: person(text)
            case .line: line(text)
            default: Small.choices.firstIndex(of: text) ?? -1
            }
        case .list(let names): names.reduce(0) { $0 | 1 << person($1) }
        }
    }

    static let firstDay = 18_262

    func confirm(
        _ claim: Small.Claim, _ steps: [(Small.Record, Small.Record, Small.Scene, Int)]
    ) throws(Wrong) {
        guard let last = steps.last else { throw Wrong(words: "no step") }
        switch claim {
        case .always, .never, .entering, .grows:
            guard isBroken(claim, last.0, last.1, last.2) else { throw Wrong(words: "the last step is well") }
        case .beforeEvent(let state, let event):
            guard last.1.state == state, !steps.contains(where: { $0.3 == event }) else {
                throw Wrong(words: "no detour")
            }
        case .beforeState(let state, let other):
            guard last.1.state == state, !steps.contains(where: { $0.1.state == other }) else {
                throw Wrong(words: "no detour")
            }
        case .read: break
        case .reach(let sources, let targets, let when):
            guard sources.contains(last.1.state) else { throw Wrong(words: "not where it begins") }
            if let when, small.truth(when, of: last.1, before: last.1, .init(roles: [])) != true {
                throw Wrong(words: "the condition does not hold")
            }
            var days: Set = [0, 1, 2, 30]
            var people: Set = [0, 1, 2]
            for (value, field) in zip(last.1.values, small.fields) {
                guard let value else { continue }
                if field.kind == .day { days.formUnion(value - 2...value + 2) }
                if field.kind == .person { people.insert(value) }
                if field.kind == .people { people.formUnion((0..<60).filter { value >> $0 & 1 == 1 }) }
            }
            let onwards = SmallExplorer(small, from: [last.1], days: days.sorted(), people: people.sorted())
            if onwards.records.contains(where: { targets.contains($0.state) }) { throw Wrong(words: "there is a way") }
        }
    }
}
