import Workflow

// Stories that findings tell, played again.
extension SmallCheck {
    struct Wrong: Error {
        let words: String
    }

    /// One step of a story, with all that came of it.
    struct Played {
        let before: Small.Record
        let after: Small.Record
        let scene: Small.Scene
        /// nil for time that passed.
        let event: Int?
        var given: [Int: Int] = [:]
        var strides: [Small.Stride] = []
        var misses: [Small.Miss] = []
    }

    /// Plays a story with the reading of this test.
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
        for step in story.steps {
            guard let name = step.event else {
                let played = try passed(step, record)
                steps.append(played)
                record = played.after
                continue
            }
            let index = small.events.firstIndex { $0.name == name } ?? 0
            let event = small.events[index]
            guard small.happens(index, at: record.state) else { throw Wrong(words: "\(name) does not happen there") }
            if step.actor == .system, small.isBound(index) { throw Wrong(words: "nothing causes \(name)") }
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
            let strides = small.course(index, on: record, given: given, scene)
            guard strides?.last.map({ small.states[$0.after.state].name }) == step.to else {
                throw Wrong(words: "\(name) is refused, or leads elsewhere")
            }
            guard Array((strides ?? []).dropFirst().map { small.events[$0.event].name }) == step.causes else {
                throw Wrong(words: "something else follows from \(name)")
            }
            let after = strides?.last?.after ?? record
            steps.append(
                Played(
                    before: record, after: after, scene: scene, event: index, given: given, strides: strides ?? []))
            record = after
        }
        return steps
    }

    /// Time that passes, with what clocks cause that are missed.
    private func passed(_ step: Story.Step, _ record: Small.Record) throws(Wrong) -> Played {
        var scene = Small.Scene(today: step.on.number - Self.firstDay, roles: ["system"])
        scene.actor = SmallExplorer.system
        if case .flag(let flag)? = step.facts["self.big"] { scene.fact = flag }
        let ticked = small.tick(record, scene.today, fact: scene.fact)
        guard !ticked.isEmpty else { throw Wrong(words: "no clock is missed") }
        let strides = ticked.compactMap(\.strides).flatMap(\.self)
        let after = strides.last?.after ?? record
        if let to = step.to, small.states[after.state].name != to { throw Wrong(words: "time leads elsewhere") }
        if step.to == nil, !ticked.contains(where: { $0.strides == nil }) { throw Wrong(words: "nothing is refused") }
        return Played(before: record, after: after, scene: scene, event: nil, strides: strides, misses: ticked)
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

    func confirm(_ claim: Small.Claim, _ steps: [Played]) throws(Wrong) {
        guard let last = steps.last else { throw Wrong(words: "no step") }
        let way = steps.flatMap(\.strides)
        switch claim {
        case .always, .never, .entering, .grows:
            if broken(claim, last.strides) == nil { throw Wrong(words: "the last step is well") }
        case .beforeEvent(let state, let event):
            guard last.after.state == state, !way.contains(where: { $0.event == event }) else {
                throw Wrong(words: "no detour")
            }
        case .beforeState(let state, let other):
            guard last.after.state == state, !way.contains(where: { $0.after.state == other }) else {
                throw Wrong(words: "no detour")
            }
        case .read: break
        case .reach(let sources, let targets, let when):
            guard sources.contains(last.after.state) else { throw Wrong(words: "not where it begins") }
            if let when, small.truth(when, of: last.after, before: last.after, .init(roles: [])) != true {
                throw Wrong(words: "the condition does not hold")
            }
            var days: Set = [0, 1, 2, 30]
            var people: Set = [0, 1, 2]
            for (value, field) in zip(last.after.values, small.fields) {
                guard let value else { continue }
                if field.kind == .day { days.formUnion(value - 2...value + 2) }
                if field.kind == .person { people.insert(value) }
                if field.kind == .people { people.formUnion((0..<60).filter { value >> $0 & 1 == 1 }) }
            }
            let onwards = SmallExplorer(small, from: [last.after], days: days.sorted(), people: people.sorted())
            if onwards.records.contains(where: { targets.contains($0.state) }) { throw Wrong(words: "there is a way") }
        }
    }
}
