import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// Promises over events whose effects cause further events of the item.
struct FollowingTests {
    private static let host = Host(
        effects: ["follow": ["event"], "put-right": []], causes: ["follow": [.init("event")]],
        corrections: ["put-right"])

    private func findings(_ events: String, _ claim: String) throws -> [Finding] {
        let text = """
            workflow: w
            title: W
            roles: {clerk: Clerk, system: System}
            fields: {x: {title: X, type: flag}, y: {title: Y, type: flag}, n: {title: N, type: number 0 to 3}}
            states: {open: {title: Open}, mid: {title: Mid}, done: {title: Done, end: yes}}
            events:
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {x: optional}}
            \(events)
            promises:
              word: {title: Our word, \(claim)}

            """
        return try WorkflowFile.check(text, name: "w.yaml", host: Self.host).get().findings.map(\.finding)
    }

    private func verdict(_ events: String, _ claim: String) throws -> Finding? {
        try findings(events, claim).first { $0.subject == .promise("word") }
    }

    private static func finish(_ next: String, when: String = "") -> String {
        "  finish: {title: F, from: open, to: mid, by: clerk, effects: [{follow: {event: \"'\(next)'\"\(when)}}]}\n"
    }
    private static let close = "  close: {title: C, from: mid, to: done, by: [clerk, system]}"
    private static let fix = "  fix: {title: Fix, from: mid, by: system, sets: {y: yes}}"

    /// An item is where it comes to rest, with all that followed.
    @Test func whereAnItemOnlyPassesBreaksNothing() throws {
        let closing = Self.finish("close", when: ", when: x") + Self.close
        #expect(try verdict(closing, "never: state == mid and x")?.code != .promiseBroken)
        let broken = try #require(try verdict(closing, "never: state == mid and x is empty"))
        #expect(broken.code == .promiseBroken && broken.path == ["begin", "finish"])
        #expect(try verdict(Self.finish("fix") + Self.fix, "always: \"state != mid or y\"")?.code != .promiseBroken)
        let ending = Self.finish("fix") + Self.fix + "\n  end: {title: E, from: mid, to: done, by: clerk}"
        #expect(try verdict(ending, "before: done, must-pass: fix")?.code != .promiseBroken)
    }

    @Test func whatIsShownTellsWhatFollowed() throws {
        let events = Self.finish("fix") + Self.fix
        let broken = try #require(try verdict(events, "never: state == mid and y"))
        #expect(broken.code == .promiseBroken && broken.path == ["begin", "finish", "fix"])
        #expect(broken.story?.steps.last?.causes == ["fix"])
    }

    /// What follows refuses it, or leads elsewhere.
    @Test(arguments: [
        "check: {title: C, from: mid, to: done, by: system, rules: [{require: x, otherwise: No.}]}",
        "check: {title: C, from: mid, to: open, by: system}\n  end: {title: E, from: mid, to: done, by: clerk}",
    ])
    func aWayThatWhatFollowsBarsIsNotSure(check: String) throws {
        #expect(try verdict(Self.finish("check") + "  " + check, "from: open, can-reach: done") != nil)
    }

    @Test func aWayByWhatSurelyFollowsIsSure() throws {
        let found = try findings(
            Self.finish("on") + "  \"on\": {title: On, from: mid, to: done, by: system}", "from: open, can-reach: done")
        #expect(found.filter { $0.subject == .promise("word") }.map(\.sentence) == [])
        #expect(found.filter { $0.subject == .state("mid") }.map(\.sentence) == [])
    }

    @Test func whatHasToBePutRightIsNoSureWay() throws {
        let end = "  end: {title: E, from: open, to: done, by: clerk, asks: {y: optional}, effects: [put-right]}"
        let open = try #require(try verdict(end, "from: open, can-reach: done"))
        #expect(open.code == .promiseUnproved && open.sentence.contains("effects of “E”"), "\(open.sentence)")
    }

    // MARK: - Against trying everything

    @Test(arguments: 0..<40) func noVerdictIsWrong(seed: UInt64) throws {
        var random = Random(seed: seed)
        func one(_ texts: [String]) -> String { texts[Int(random.next() % UInt64(texts.count))] }
        let states = ["open", "mid", "done"]
        let names = ["a", "b", "c", "d"]
        let events = names.map { name -> String in
            let from = one(["open", "mid", "[open, mid]"])
            let to = one(["open", "mid", "done", "stay", "mid"])
            let sets = one(["", "", ", sets: {x: yes}", ", sets: {y: yes}", ", clears: [x]", ", adds: {n: 1}"])
            let asks = one(["", "", ", asks: {y: optional}"])
            let rule = one(["", "", "x", "not (x is set)", "y", "n < 2"])
            let rules = rule.isEmpty ? "" : ", rules: [{require: \(rule), otherwise: No.}]"
            let next = one(names.filter { $0 > name } + [""])
            let when = one(["", ", when: x", ", when: y is empty"])
            let effects = next.isEmpty ? "" : ", effects: [{follow: {event: \"'\(next)'\"\(when)}}]"
            return
                "  \(name): {title: \(name.uppercased()), from: \(from), to: \(to), by: [clerk, system]\(asks)\(sets)"
                + "\(rules)\(effects)}"
        }.joined(separator: "\n")
        let state = one(states)
        let flag = one(["x", "y", "n > 1"])
        let claims = [
            "never: state == \(state) and \(flag)", "from: open, can-reach: done", "before: done, must-pass: b",
        ]
        for (index, claim) in claims.enumerated() {
            guard let findings = try? findings(events, claim) else { continue }
            let code = findings.first { $0.subject == .promise("word") }?.code
            let truth = try Everything(events, text: claim, host: Self.host)
            let isKept =
                switch index {
                case 0: !truth.rests.contains { $0.state == state && holds(flag, $0) }
                case 1: truth.rests.allSatisfy { $0.state != "open" || truth.reaches("done", $0) }
                default: !truth.isReached("done", without: "b")
                }
            if code == nil { #expect(isKept, "kept? \(claim)\n\(events)") }
            if code == .promiseBroken { #expect(!isKept, "broken? \(claim)\n\(events)") }
        }
    }

    private func holds(_ flag: String, _ item: Item) -> Bool {
        if case .number(let number)? = item.fields["n"], flag == "n > 1" { return number > 1 }
        return item.fields[flag] == .flag(true)
    }

    /// Splitmix.
    private struct Random {
        var seed: UInt64
        mutating func next() -> UInt64 {
            seed &+= 0x9E37_79B9_7F4A_7C15
            var mixed = seed
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// Every item that there can be, with what follows from one.
    private struct Everything {
        /// An item, and whether an event happened to it on its way.
        struct Place: Hashable {
            let item: Item
            let hasPassed: Bool
        }

        var next: [Place: [Place]] = [:]
        var rests: [Item] { Set(next.keys.map(\.item)).filter { $0.state != nil } }

        init(_ events: String, text claim: String, host: Host) throws {
            let text = """
                workflow: w
                title: W
                roles: {clerk: Clerk, system: System}
                fields: {x: {title: X, type: flag}, y: {title: Y, type: flag}, n: {title: N, type: number 0 to 3}}
                states: {open: {title: Open}, mid: {title: Mid}, done: {title: Done, end: yes}}
                events:
                  begin: {title: Begin, from: start, to: open, by: clerk, asks: {x: optional}}
                \(events)

                """
            let definition = try WorkflowFile.read(text, name: "w.yaml", host: host).get()
            var queue = [Place(item: Item(), hasPassed: false)]
            while let place = queue.popLast() {
                guard next[place] == nil else { continue }
                var further: [Place] = []
                for event in definition.events {
                    for given in Self.given(event) {
                        guard let (item, names) = Self.happen(definition, event.name, place.item, given, "clerk") else {
                            continue
                        }
                        further.append(Place(item: item, hasPassed: place.hasPassed || names.contains("b")))
                    }
                    // The host may cause, for others, what is its own to cause.
                    if event.by.contains("system"),
                        let (item, names) = Self.happen(
                            definition, event.name, place.item, [:], "system")
                    {
                        further.append(Place(item: item, hasPassed: place.hasPassed || names.contains("b")))
                    }
                }
                next[place] = further
                queue += further
            }
        }

        private static func given(_ event: Event) -> [[String: Value]] {
            event.asks.reduce(into: [[:]]) { all, ask in
                all += all.flatMap { one in
                    [true, false].map { flag in one.merging([ask.field: .flag(flag)]) { $1 } }
                }
            }
        }

        private static func happen(
            _ definition: Definition, _ event: String, _ item: Item, _ given: [String: Value], _ role: String
        ) -> (Item, [String])? {
            let actor = role == "system" ? Actor.system : Actor(person: "p", roles: [role])
            let setting = Setting(on: Day(number: 18_000), actor: actor)
            guard case .accepted(let change) = definition.decide(event, on: item, given: given, in: setting) else {
                return nil
            }
            var (now, names) = (change.item, [event])
            for effect in change.effects {
                guard case .text(let name)? = effect.arguments["event"], let state = now.state,
                    definition.event(name)?.from.contains(state) ?? false
                else { continue }
                guard let (after, more) = happen(definition, name, now, [:], "system") else { return nil }
                now = after
                names += more
            }
            return (now, names)
        }

        func reaches(_ state: String, _ item: Item) -> Bool {
            var seen = Set(next.keys.filter { $0.item == item })
            var queue = Array(seen)
            while let place = queue.popLast() {
                if place.item.state == state { return true }
                for other in next[place] ?? [] where seen.insert(other).inserted { queue.append(other) }
            }
            return false
        }

        func isReached(_ state: String, without: String) -> Bool {
            next.keys.contains { $0.item.state == state && !$0.hasPassed }
        }
    }
}
