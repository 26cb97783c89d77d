import Workflow

// What others learn of hidden fields, found by trying everything.
extension SmallCheck {
    /// What everybody sees of a record.
    struct Sight: Hashable {
        let state: Int
        let values: [Int?]
        let clocks: [Small.Record.Running?]
        /// What was handed to the host on the way there.
        var effects: [[Int]] = []
    }

    func sight(_ record: Small.Record, after strides: [Small.Stride] = []) -> Sight {
        let values = record.values.enumerated().map { small.hidden.contains($0) ? nil : $1 }
        return Sight(state: record.state, values: values, clocks: record.clocks, effects: strides.map(\.effects))
    }

    /// Which of the hidden fields hold anything.
    private func pattern(_ values: (Int) -> Int?) -> [Bool] { small.hidden.map { values($0) != nil } }

    private struct Try: Hashable {
        /// nil for time that passes.
        let event: Int?
        let given: [Int: Int]
        let scene: Small.Scene
        let from: Sight
        /// What of the hidden holds anything where time passes: what a clock causes may ask for it.
        let held: [Bool]
    }

    private struct Demand: Hashable {
        let tried: Try
        let record: [Bool]
        let given: [Bool]
    }

    /// How the hidden fields are told: two records that differ in them alone, with the same done to both, of which others see
    /// different things afterwards, or of which one is accepted and the other refused although both hold and are given
    /// something in the same of them. nil when nothing is.
    func told(isClerkToo: Bool) -> String? {
        if !isClerkToo, let when = small.clerkReads {
            // Of what has not begun there is nothing to read.
            let open = tried.records.first {
                $0.state >= 0 && small.truth(when, of: $0, before: $0, .init(roles: [])) == true
            }
            if let open { return "the clerk reads it of \(open)" }
        }
        // Everybody but the chair sees what is not hidden.
        var seen: [Try: Sight] = [:]
        var accepted: [Demand: Bool] = [:]
        for record in tried.records {
            func tried(_ event: Int?, _ given: [Int: Int], _ scene: Small.Scene, _ strides: [Small.Stride]?) -> String?
            {
                let name = event.map { small.events[$0].name } ?? "time"
                let key = Try(
                    event: event, given: given.filter { !small.hidden.contains($0.key) }, scene: scene,
                    from: sight(record), held: event == nil ? pattern { record.values[$0] } : [])
                let demand = Demand(tried: key, record: pattern { record.values[$0] }, given: pattern { given[$0] })
                if accepted[demand, default: strides != nil] != (strides != nil) {
                    return "\(name) of \(record) given \(given) is accepted or refused"
                }
                accepted[demand] = strides != nil
                guard let strides else { return nil }
                let now = sight(strides.last?.after ?? record, after: strides)
                if let other = seen[key], other != now {
                    return "\(name) of \(record) given \(given): \(now) or \(other)"
                }
                seen[key] = now
                return nil
            }
            for index in small.events.indices where small.happens(index, at: record.state) {
                for (given, scene) in self.tried.attempts(index) {
                    let strides = small.course(index, on: record, given: given, scene)
                    if let told = tried(index, given, scene, strides) { return told }
                }
            }
            for (day, fact) in self.tried.ticks(record) {
                let scene = Small.Scene(today: day, actor: Small.system, roles: ["system"], fact: fact)
                let strides = small.tick(record, day, fact: fact).compactMap(\.strides).flatMap(\.self)
                if let told = tried(nil, [:], scene, strides) { return told }
            }
        }
        return nil
    }

    mutating func readBroken(_ index: Int, _ isClerkToo: Bool, _ story: Story?) {
        guard let story else {
            fail("p\(index) broken without a story")
            return
        }
        do throws(Wrong) {
            let steps = try replayed(story)
            if isTold(by: steps) { return }
            if !isClerkToo, let when = small.clerkReads, let last = steps.last?.after,
                small.truth(when, of: last, before: last, .init(roles: [])) == true
            {
                return
            }
            throw Wrong(words: "nobody sees a difference")
        } catch {
            fail("p\(index) broken, and is not: \(error.words); \(story.events)")
        }
    }

    /// With something else in a hidden field, the same story shows something else, or is refused though as much is hidden.
    private func isTold(by steps: [Played]) -> Bool {
        for (index, step) in steps.enumerated() {
            for ask in step.event.map({ small.events[$0].asks }) ?? [] where small.hidden.contains(ask.field) {
                var plays: [[(seen: Sight?, held: [Bool])]] = []
                let told = values(of: ask.field) + met(in: steps, like: ask.field)
                for value in [step.given[ask.field], nil] + told.map(Optional.some) {
                    var record = small.start
                    var seen: [(seen: Sight?, held: [Bool])] = []
                    for (position, played) in steps.enumerated() {
                        var given = played.given
                        if position == index { given[ask.field] = value }
                        guard let event = played.event, small.happens(event, at: record.state) else { break }
                        let held = pattern { record.values[$0] } + pattern { given[$0] }
                        let strides = small.course(event, on: record, given: given, played.scene)
                        record = strides?.last?.after ?? record
                        seen.append((strides.map { sight(record, after: $0) }, held))
                        if strides == nil { break }
                    }
                    plays.append(seen)
                }
                for one in plays {
                    for other in plays where zip(one, other).contains(where: isDifferent) { return true }
                }
            }
        }
        return false
    }

    private func isDifferent(_ one: (seen: Sight?, held: [Bool]), _ other: (seen: Sight?, held: [Bool])) -> Bool {
        one.seen != other.seen && (one.held == other.held || one.seen != nil && other.seen != nil)
    }

    /// What a field could hold of what the story tells: what others like it hold, and who acts.
    private func met(in steps: [Played], like field: Int) -> [Int] {
        func isLike(_ other: Int) -> Bool {
            switch (small.fields[field].kind, small.fields[other].kind) {
            case (.person, .person), (.line, .line), (.day, .day): true
            default: false
            }
        }
        let held = steps.flatMap { step in
            step.after.values.enumerated().compactMap { isLike($0) ? $1 : nil }
        }
        let isPerson = small.fields[field].kind == .person
        if small.fields[field].kind == .people {
            let named = steps.flatMap { step in
                step.after.values.enumerated().compactMap { small.fields[$0].kind == .person ? $1 : nil }
            }
            return Set(named + steps.map(\.scene.actor)).map { 1 << $0 }
        }
        let listed = steps.flatMap { step in
            step.after.values.enumerated().flatMap { index, value -> [Int] in
                guard isPerson, small.fields[index].kind == .people, let value else { return [] }
                return (0..<60).filter { value >> $0 & 1 == 1 }
            }
        }
        return Array(Set(held + listed + (isPerson ? steps.map(\.scene.actor) : [])))
    }

    private func values(of field: Int) -> [Int] {
        switch small.fields[field].kind {
        case .flag: [0, 1]
        case .choice(let count): Array(0..<count)
        case .number(let range): Array(range)
        case .day: [-1, 0, 1, 2, 3, 30]
        case .person: [0, 1, 2]
        case .people: [1, 2, 3]
        case .line(let limit): (1...limit).flatMap { [$0, $0 + 100] }
        }
    }

    /// What puts a hidden field into one that everybody reads is always told, unless the clerk surely reads that one then.
    mutating func silentCopies() {
        for (index, event) in small.events.enumerated() {
            let copies = event.sets.filter { field, term in
                !small.hidden.contains(field)
                    && term.reads { inner in
                        switch inner {
                        case .field(let source), .before(let source): small.hidden.contains(source)
                        default: false
                        }
                    }
            }
            guard !copies.isEmpty, tried.happened(index) else { continue }
            counts["copies", default: 0] += 1
            let isTold = findings.contains { $0.code == .sealedFieldCopied && $0.subject == .event(event.name) }
            if !isTold { fail("\(event.name) copies what is hidden, and it is not told") }
        }
    }
}
