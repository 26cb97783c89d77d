@testable import Workflow

extension Samples {
    /// A small workflow: opened by a clerk, may wait, is done by a boss.
    static func definition() throws -> Definition {
        let condition = { (text: String) throws in try expression(text, giving: .flag) }
        let begin = Event(
            name: "begin", title: "Begin", targets: [Target(state: "open")], by: ["clerk"],
            asks: [
                Ask(field: "title"), Ask(field: "notes", requirement: .optional, isFresh: false),
                Ask(field: "level", requirement: .optional, fallback: try expression("2"), isFresh: false),
                Ask(
                    field: "until",
                    requirement: .requiredWhen(try condition("level == 4"), because: "Level 4 needs an end.")),
            ],
            sets: [
                Assignment(field: "owner", expression: try expression("actor.person")),
                Assignment(field: "urgent", expression: try expression("level >= 3")),
                Assignment(field: "resting", expression: try expression("no")),
                Assignment(field: "count", expression: try expression("0")),
            ])
        let wait = Event(
            name: "wait", title: "Wait", from: ["open"], targets: [Target(state: "waiting")], by: ["clerk", "boss"],
            asks: [Ask(field: "reason"), Ask(field: "meeting", requirement: .optional)],
            rules: [
                Rule(
                    condition: try condition("count < 3 or urgent"), otherwise: "It has waited twice.",
                    remedies: [.say("finish it")], code: "R1"),
                Rule(condition: try condition("meeting is empty or meeting.date >= today"), otherwise: "Too late."),
            ],
            adds: ["count": 1],
            effects: [
                Effect(name: "tell", arguments: ["why": try expression("reason"), "who": try expression("helpers")])
            ])
        let resume = Event(
            name: "resume", title: "Resume", from: ["waiting"],
            targets: [Target(state: "done", condition: try condition("count == 2")), Target(state: "open")],
            by: ["boss", "clerk"], clears: ["meeting"])
        let finish = Event(
            name: "finish", title: "Finish", from: ["open", "waiting"], targets: [Target(state: "done")],
            by: ["boss", "system"],
            rules: [Rule(condition: try condition("actor.person != owner"), otherwise: "It takes two.", code: "R2")],
            erases: ["private"])
        let rest = Event(
            name: "rest", title: "Rest", from: ["open", "waiting"], targets: [Target(state: nil)], by: ["clerk"],
            asks: [Ask(field: "resting")])
        return Definition(
            name: "sample", title: "Sample", roles: ["clerk", "boss", "system"], roleTitles: ["boss": "the boss"],
            fields: fields, sections: [Section(name: "private", title: "Private")],
            states: [
                State(name: "open", title: "Open"), State(name: "waiting", title: "Waiting", needs: ["reason"]),
                State(name: "done", title: "Done", isEnd: true, needs: ["title"]),
            ],
            events: [begin, wait, resume, finish, rest],
            rules: [
                Rule(
                    condition: try condition("level != 1"), otherwise: "Level 1 can only be finished.",
                    except: ["begin", "finish"])
            ],
            clocks: [
                Definition.Clock(
                    name: "answer", title: "Answer", runsIn: ["open"],
                    lasts: .workingDays(3, calendar: "england-and-wales"), pausesIn: ["waiting"],
                    pausesWhen: "resting"),
                Definition.Clock(
                    name: "end", title: "End", runsIn: ["open", "waiting"], lasts: .days(28), until: "until",
                    whenMissed: .event("finish")),
            ],
            facts: facts, calendar: "england-and-wales")
    }

    static func text(_ text: String) -> Value { .text(text) }
}

extension Decision {
    var change: Change? {
        guard case .accepted(let change) = self else { return nil }
        return change
    }

    var reasons: [Reason] {
        guard case .refused(let reasons) = self else { return [] }
        return reasons
    }
}
