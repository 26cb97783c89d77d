import Workflow
import WorkflowProof

// The same in code: conditions are read against the fields, so that a name that does not exist is told at once.
let fields = [
    Field(name: "asked", title: "Price asked", kind: .number(1...5000)),
    Field(name: "granted", title: "Price granted", kind: .number(1...5000)),
    Field(name: "asker", title: "Asked by", kind: .reference("person")),
]
let roles = ["buyer", "approver"]
let names = ExpressionEnvironment(fields: fields, roles: roles, states: ["waiting", "approved"])
let person = try Expression("actor.person", in: names, giving: .reference("person"))
let another = try Expression("actor.person != asker", in: names)
let ceiling = try Expression("granted <= asked", in: names)
let purchase = Definition(
    name: "purchase", title: "Purchase", roles: roles, fields: fields,
    states: [State(name: "waiting", title: "Waiting"), State(name: "approved", title: "Approved", isEnd: true)],
    events: [
        Event(
            name: "ask", title: "Ask", targets: [Target(state: "waiting")], by: ["buyer"], asks: [Ask(field: "asked")],
            sets: [Assignment(field: "asker", expression: person)]),
        Event(
            name: "approve", title: "Approve", from: ["waiting"], targets: [Target(state: "approved")], by: roles,
            asks: [Ask(field: "granted")],
            rules: [
                Rule(condition: another, otherwise: "It takes two."),
                Rule(condition: ceiling, otherwise: "No more than was asked for."),
            ]),
    ],
    clocks: [Definition.Clock(name: "answer", title: "Answer", runsIn: ["waiting"], lasts: .days(10))],
    promises: [
        Promise(name: "ceiling", title: "Nothing beyond what was asked", claim: .entering(["approved"], ceiling))
    ])
print(purchase.faults, purchase.verify().map(\.sentence))
