import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// A purchase with people, days and numbers, of which tests say what events it has and what it promises.
enum Order {
    /// The file, around some events.
    static func text(_ events: String, fields: String = "", promises: String, clocks: String = "") -> String {
        """
        workflow: order
        title: Order
        roles: {clerk: clerk, chief: chief, system: system}
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
          asked: {title: Asked, type: number 0 to 9}
          granted: {title: Granted, type: number 0 to 9}
          asker: {title: Asker, type: reference person}
          approver: {title: Approver, type: reference person}
          n: {title: N, type: number 0 to 3}
          big: {title: Big, type: number}
        \(fields)
        states: {open: {title: Open}, mid: {title: Mid}, done: {title: Done, end: yes}}
        events:
        \(events)
        \(clocks)
        promises:
        \(promises)

        """
    }

    static func found(_ text: String, _ budget: Budget = .usual) throws -> [Finding] {
        let host = Host(referenceKinds: ["person"])
        return try WorkflowFile.check(text, name: "order.yaml", host: host, budget).get().findings.map(\.finding)
    }

    /// The verdict on a promise: nil when it is kept.
    static func verdict(_ claim: String, _ events: String, clocks: String = "") throws -> Finding? {
        let text = Self.text(events, promises: "  word: {title: Our word, \(claim)}", clocks: clocks)
        return try found(text).first { $0.subject == .promise("word") }
    }

    static let days = """
          begin: {title: Begin, from: start, to: open, by: clerk, asks: {begun: required}}
          finish:
            title: Finish
            from: open
            to: done
            by: clerk
            asks: {ended: required}
            rules: [{require: ended >= begun, otherwise: No.}]
        """

    static let money = """
          begin: {title: Begin, from: start, to: open, by: clerk, asks: {asked: required}}
          grant:
            title: Grant
            from: open
            to: mid
            by: chief
            asks: {granted: required}
            rules: [{require: granted <= asked, otherwise: No.}]
          finish: {title: Finish, from: mid, to: done, by: clerk}
        """

    static let people = """
          begin: {title: Begin, from: start, to: open, by: clerk, sets: {asker: actor.person}}
          approve:
            title: Approve
            from: open
            to: done
            by: clerk
            rules: [{require: "actor.person != asker", otherwise: No.}]
            sets: {approver: actor.person}
        """

    static let flags = """
          begin: {title: Begin, from: start, to: open, by: clerk, asks: {asked: optional}}
          grant: {title: Grant, from: open, to: done, by: chief, sets: {granted: asked}}
        """
}
