import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// `can-reach`: what is proved is so, what is broken is not, and what is neither is noted.
struct ReachProofTests {
    private func codes(_ promise: String, _ events: String, fields: String = "") throws -> [Finding.Code] {
        let text = """
            workflow: loan
            title: Loan
            calendar: weekdays
            roles: {clerk: clerk, chair: chair}
            sections: {notes: {title: Notes, takes-text: yes, readers: [clerk, chair]}}
            facts: {meeting.date: {title: Meeting, type: day}}
            fields:
              begun: {title: Begun, type: day}
              ended: {title: Ended, type: day}
              until: {title: Until, type: day}
              by: {title: By, type: reference person}
              note: {title: Note, type: line}
              grade: {title: Grade, type: choice, choices: [low, high]}
              sure: {title: Sure, type: flag}
              tags: {title: Tags, type: choices, choices: [one, two]}
            states: {open: {title: Open}, shut: {title: Shut, end: yes}}
            events:
              begin:
                title: Begin
                from: start
                to: open
                by: clerk
                asks: {begun: required, grade: required, sure: required, note: optional, until: optional, tags: required}
                sets: {by: actor.person}
              \(events)
            promises:
              ends: {title: It ends, from: open, can-reach: shut\(promise)}
            """
        let definition = try WorkflowFile.read(
            text, name: "loan.yaml", host: Host(referenceKinds: ["person"], calendars: ["weekdays"])
        ).get()
        return definition.verify().filter { $0.subject == .promise("ends") }.map(\.code)
    }

    @Test(arguments: [
        // Whatever is on record.
        "asks: {ended: required}",
        // A day can be given that is later than any other, and somebody else can act.
        "asks: {ended: required}\n    rules: [{require: ended > begun, otherwise: No.}]",
        "rules: [{require: actor.person != by, otherwise: No.}]",
        "asks: {ended: required}\n    rules: [{require: ended > begun and actor.person != by, otherwise: No.}]",
        // What is given is enough, so that nothing hangs on the other side.
        "asks: {ended: optional}\n    rules: [{require: sure or ended is set or note == 'x', otherwise: No.}]",
        // Facts and days may turn out as they must.
        "rules: [{require: meeting.date >= today, otherwise: No.}]",
        // Another event brings about what is needed.
        "rules: [{require: grade == high, otherwise: No.}]\n  raise: {title: Raise, from: open, by: clerk, sets: {grade: high}}",
        "rules: [{require: grade == high, otherwise: No.}]\n  edit: {title: Edit, from: open, by: clerk, asks: {grade: optional}}",
        // Of two targets the record decides, and both are well.
        "to: [{state: shut, when: sure}, {state: shut}]",
    ])
    func isProved(end: String) throws {
        #expect(try codes("", event(end)) == [])
    }

    private func event(_ rest: String) -> String {
        rest.contains("to: ")
            ? "end:\n    title: End\n    from: open\n    by: clerk\n    \(rest)"
            : "end:\n    title: End\n    from: open\n    to: shut\n    by: clerk\n    \(rest)"
    }

    @Test func holdsWhereItsConditionDoes() throws {
        let end = event("rules: [{require: sure, otherwise: No.}]")
        #expect(try codes("", end) == [.promiseBroken])
        #expect(try codes(", when: sure", end) == [])
        #expect(try codes(", when: not sure", end) == [.promiseBroken])
        #expect(try codes(", when: grade == low", end) == [.promiseBroken])
    }

    /// A day that may not be on record is later than none.
    @Test func asksForWhatItHangsOn() throws {
        let end = event("asks: {ended: required}\n    rules: [{require: ended > until, otherwise: No.}]")
        #expect(try codes("", end) == [.promiseBroken])
        #expect(try codes("", end + "\n  set: {title: Set, from: open, by: clerk, asks: {until: required}}") == [])
    }

    /// A list is not followed value by value, but an item that lacks what is needed can be led there.
    @Test func isBrokenByAnItemThatNothingLeadsOnFrom() throws {
        #expect(try codes("", event("rules: [{require: tags has one, otherwise: No.}]")) == [.promiseBroken])
    }

    /// Days and people are not followed value by value, but what is sure of every record wherever it is asked again is.
    @Test(arguments: [
        // What a rule saw to stands when another asks the same.
        ("asks: {ended: required}", "ended >= begun", "", "ended >= begun"),
        ("asks: {ended: required}", "ended > begun + 5 days", "", "ended >= begun"),
        ("sets: {chair: actor.person}", "chair != by", "", "chair != by"),
        ("asks: {ended: required}", "ended >= begun", "", "ended >= begun and actor.person != by"),
        ("asks: {ended: required}", "ended == begun + 3 days", "", "days from begun to ended == 3"),
        // A promise that is proved.
        (
            "asks: {ended: required}", "ended >= begun", "rest: {title: R, never: state == mid and ended < begun}",
            "not (ended < begun)"
        ),
    ])
    func isProvedByWhatIsSure(writes: String, rule: String, promise: String, later: String) throws {
        #expect(try chain(writes, rule, promise, later) == [])
    }

    @Test(arguments: [
        // An event in between takes it away.
        (
            "asks: {ended: required}", "ended >= begun",
            "edit: {title: E, from: mid, by: clerk, asks: {ended: required}}"
        ),
        // It was sure of the other state only.
        (
            "asks: {ended: required}", "ended >= begun",
            "skip: {title: E, from: open, to: mid, by: clerk, asks: {ended: required}}"
        ),
    ])
    func isNotProvedByWhatIsNot(writes: String, rule: String, event: String) throws {
        #expect(try chain(writes, rule, "", "ended >= begun", event) != [])
    }

    private func chain(
        _ writes: String, _ rule: String, _ promise: String, _ later: String, _ event: String = ""
    ) throws -> [Finding.Code] {
        let text = """
            workflow: loan
            title: Loan
            roles: {clerk: clerk}
            fields:
              begun: {title: Begun, type: day}
              ended: {title: Ended, type: day}
              by: {title: By, type: reference person}
              chair: {title: Chair, type: reference person}
            states: {open: {title: Open}, mid: {title: Mid}, shut: {title: Shut, end: yes}}
            events:
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {begun: required}, sets: {by: actor.person}}
              go:
                title: Go
                from: open
                to: mid
                by: clerk
                \(writes)
                rules: [{require: \(rule), otherwise: No.}]
              \(event)
              end: {title: End, from: mid, to: shut, by: clerk, rules: [{require: \(later), otherwise: No.}]}
            promises:
              ends: {title: It ends, from: mid, can-reach: shut}
              \(promise)
            """
        let definition = try WorkflowFile.read(text, name: "loan.yaml", host: Host(referenceKinds: ["person"])).get()
        return definition.verify().filter { $0.subject == .promise("ends") }.map(\.code)
    }

    /// A day may be chosen by how long a month is, but not by a calendar.
    @Test func isNotedWhenItIsNeitherProvedNorBroken() throws {
        func end(_ rule: String) -> String {
            event("asks: {ended: required}\n    rules: [{require: \(rule), otherwise: No.}]")
        }
        #expect(try codes("", end("ended == begun + 1 month")) == [])
        #expect(try codes("", end("working days from begun to ended == 3")) == [.promiseUnproved])
    }

    @Test func whatIsNotedNamesTheHurdle() throws {
        let definition = try WorkflowFile.read(
            """
            workflow: w
            title: W
            calendar: weekdays
            roles: {clerk: clerk}
            fields: {begun: {title: Begun, type: day}, ended: {title: Ended, type: day}}
            states: {open: {title: Open}, shut: {title: Shut, end: yes}}
            events:
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {begun: required}}
              end:
                title: End
                from: open
                to: shut
                by: clerk
                asks: {ended: required}
                rules: [{require: working days from begun to ended == 3, otherwise: No.}]
            promises:
              ends: {title: It ends, from: open, can-reach: shut}
            """, name: "w.yaml", host: Host(calendars: ["weekdays"])
        ).get()
        let finding = try #require(definition.verify().first { $0.code == .promiseUnproved })
        #expect(finding.severity == .note)
        #expect(finding.sentence.contains("“Open”") && finding.sentence.contains("“Begun”"), "\(finding.sentence)")
    }

    /// Small workflows at random, every record of which can be tried.
    @Test func agreesWithTryingEverything() throws {
        var numbers = FuzzTests.Numbers(state: 41)
        var counts: [String: Int] = [:]
        for _ in 0..<120 {
            let text = Self.text(&numbers)
            let definition = try WorkflowFile.read(text, name: "random.yaml", host: Host()).get()
            let codes = definition.verify().filter { $0.subject == .promise("ends") }.map(\.code)
            let isKept = Self.isKept(definition)
            counts["\(codes.first?.rawValue ?? "proved")", default: 0] += 1
            if codes == [] { #expect(isKept, "proved, and not so:\n\(text)") }
            if codes == [.promiseBroken] { #expect(!isKept, "broken, and not so:\n\(text)") }
        }
        #expect(counts["proved", default: 0] > 15 && counts["promise-broken", default: 0] > 30, "\(counts)")
    }

    private static func text(_ numbers: inout FuzzTests.Numbers) -> String {
        func pick(_ choices: [String]) -> String { choices.randomElement(using: &numbers) ?? "" }
        let conditions = [
            "left", "right", "not left", "grade == low", "grade != low", "left or grade == high", "right is empty",
            "grade in [low, high] and not right", "before.left", "grade != high or before.left", "left implies right",
            "right == left", "grade is set", "state == one or left",
        ]
        var events = ""
        for number in 1...5 {
            let from = pick(["one", "two", "[one, two]", "[two, three]"])
            events += "  event-\(number):\n    title: Event\n    from: \(from)\n    by: clerk\n"
            let when = "when: '\(pick(conditions))'"
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0: break
            case 1: events += "    to: [{state: \(pick(["one", "two"])), \(when)}, {state: three}]\n"
            case 2: events += "    to: [{state: done, \(when)}, {state: \(pick(["one", "two"]))}]\n"
            default: events += "    to: \(pick(["one", "two", "three", "done"]))\n"
            }
            let asks = [
                "left: required", "left: optional", "right: anew", "grade: {need: record}", "grade: optional",
                "right: {when: left}", "right: {default: left}", "left: {default: before.right}",
            ]
            if Bool.random(using: &numbers) { events += "    asks: {\(pick(asks))}\n" }
            if Bool.random(using: &numbers) {
                events += "    rules: [{require: '\(pick(conditions))', otherwise: No.}]\n"
            }
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0:
                events +=
                    "    sets: {\(pick(["left: not right", "right: left", "grade: high", "left: before.left"]))}\n"
            case 1: events += "    clears: \(pick(["left", "right", "grade"]))\n"
            default: break
            }
        }
        return """
            workflow: w
            title: W
            roles: {clerk: clerk}
            fields:
              left: {title: Left, type: flag}
              right: {title: Right, type: flag}
              grade: {title: Grade, type: choice, choices: [low, middle, high]}
            states:
              one: {title: One}
              two: {title: Two}
              three: {title: Three\(pick(["", ", needs: right", ", needs: [left, grade]"]))}
              done: {title: Done, end: yes}
            events:
              begin: {title: Begin, from: start, to: one, by: clerk, asks: {left: optional, grade: optional}}
            \(events)
            promises:
              ends: {title: It ends, from: [one, two, three], can-reach: done}
            """
    }

    /// Whether every item that can be made can come to `done`.
    private static func isKept(_ definition: Definition) -> Bool {
        let setting = Setting(on: Day(number: 18_000), actor: Actor(person: "x", roles: ["clerk"]))
        var origins: [Item: Set<Item>] = [:]
        var queue = [Item()]
        var seen: Set<Item> = []
        while let item = queue.popLast() {
            for event in definition.events {
                for given in givens(event, definition) {
                    guard
                        case .accepted(let change) = definition.decide(
                            event.name, on: item, given: given, in: setting)
                    else { continue }
                    origins[change.item, default: []].insert(item)
                    if seen.insert(change.item).inserted { queue.append(change.item) }
                }
            }
        }
        var good = seen.filter { $0.state == "done" }
        queue = Array(good)
        while let item = queue.popLast() {
            for origin in origins[item] ?? [] where good.insert(origin).inserted { queue.append(origin) }
        }
        return seen.allSatisfy(good.contains)
    }

    private static func givens(_ event: Event, _ definition: Definition) -> [[String: Value]] {
        var givens: [[String: Value]] = [[:]]
        for ask in event.asks {
            var values: [Value?] = [nil]
            switch definition.field(ask.field)?.kind {
            case .flag: values += [.flag(true), .flag(false)]
            case .choice(let choices): values += choices.map { .text($0.name) }
            default: break
            }
            givens = givens.flatMap { given in
                values.map { value in given.merging([ask.field: value].compactMapValues(\.self)) { $1 } }
            }
        }
        return givens
    }

    /// On some day: one that is on record, or that lies before or after all of them.
    @Test(arguments: [
        "today >= begun", "today > begun + 5 days", "today <= begun",
        "today >= begun + 2 months and today > before.begun",
        "days from begun to today >= 10", "begun <= today and by is set",
    ])
    func aDayIsChosenByWhatIsOnRecord(rule: String) throws {
        let shut = """
            shut: {title: Shut, from: open, to: shut, by: clerk, rules: [{require: \(rule), otherwise: No.}]}
            """
        #expect(try codes("", shut) == [], "\(rule)")
    }

    @Test func somebodyElseIsFoundWhateverIsOnRecord() throws {
        let shut = """
            shut: {title: Shut, from: open, to: shut, by: clerk, rules: [{require: actor.person not in [note, by], otherwise: No.}]}
            """
        #expect(try codes("", shut.replacing("not in [note, by]", with: "!= by")) == [])
        #expect(
            try codes(
                "", shut.replacing("actor.person not in [note, by]", with: "note is empty or actor.person != note"))
                == [])
    }

    @Test func noDayIsBothBeforeAndAfterWhatIsOnRecord() throws {
        let shut = """
            shut: {title: Shut, from: open, to: shut, by: clerk, rules: [{require: today > begun and today < begun, otherwise: No.}]}
            """
        #expect(try codes("", shut) == [.promiseBroken])
    }

    /// What is chosen for one rule is not free for another that reads it by way of what the event sets.
    @Test(arguments: [
        ("sets: {ended: today}", "today >= begun", "ended <= 2020-01-05"),
        ("asks: {until: required}, sets: {ended: until}", "until >= begun", "ended <= 2020-01-05"),
    ])
    func aDayIsChosenOnce(writes: String, rule: String, other: String) throws {
        let shut = """
            shut:
                title: Shut
                from: open
                to: shut
                by: clerk
                \(writes.replacing("}, sets", with: "}\n    sets"))
                rules: [{require: \(rule), otherwise: No.}, {require: \(other), otherwise: No.}]
            """
        #expect(try codes("", shut) != [])
    }

    /// A short line is never the same as a text that is longer.
    @Test(arguments: [("'xx'", [Finding.Code.promiseBroken]), ("'x'", [])])
    func aTextThatAFieldCannotHoldIsNotGiven(text: String, expected: [Finding.Code]) throws {
        let file = """
            workflow: loan
            title: Loan
            roles: {clerk: clerk}
            sections: {notes: {title: Notes, takes-text: yes, readers: [clerk]}}
            fields: {short: {title: Short, type: line, limit: 1}, long: {title: Long, type: line}}
            states: {open: {title: Open}, shut: {title: Shut, end: yes}}
            events:
              begin: {title: Begin, from: start, to: open, by: clerk}
              shut:
                title: Shut
                from: open
                to: shut
                by: clerk
                asks: {short: optional}
                sets: {long: "\(text)"}
                rules: [{require: long == short, otherwise: No.}]
            promises:
              ends: {title: It ends, from: open, can-reach: shut}
            """
        let definition = try WorkflowFile.read(file, name: "loan.yaml", host: Host()).get()
        let found = definition.verify().filter { $0.subject == .promise("ends") }.map(\.code)
        #expect(found == expected || (found == [.promiseUnproved] && !expected.isEmpty), "\(found)")
    }

    /// What a rule wants empty is not given because the state needs it.
    @Test(arguments: [("not (granted is set)", true), ("not (granted is set) or granted > 2", false)])
    func whatAStateNeedsIsGivenAsTheRulesWantIt(rule: String, isStuck: Bool) throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk}
              finish:
                title: Finish
                from: open
                to: done
                by: clerk
                asks: {granted: anew}
                rules: [{require: "\(rule)", otherwise: No.}]
            """, promises: "  word: {title: Our word, from: open, can-reach: done}"
        ).replacing("done: {title: Done, end: yes}", with: "done: {title: Done, end: yes, needs: [granted]}")
        let found = try Order.found(text).filter { $0.subject == .promise("word") }.map(\.code)
        #expect(found == (isStuck ? [.promiseBroken] : []))
    }

    /// What would help is told: a rule by which somebody is named.
    @Test(arguments: ["", ", rules: [{require: approver != 'system', otherwise: A person.}]"])
    func aFieldThatMayNameTheHostIsTold(rules: String) throws {
        let found = try Order.verdict(
            "from: open, can-reach: done",
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {approver: required}\(rules)}
              finish:
                title: Finish
                from: open
                to: done
                by: chief
                rules: [{require: actor.person == approver, otherwise: No.}]
            """)
        #expect((found == nil) == !rules.isEmpty, "\(found?.sentence ?? "")")
        #expect(
            found?.sentence.contains("“Approver” may name “system”, as whom nobody acts") ?? true,
            "\(found?.sentence ?? "")")
    }
}
