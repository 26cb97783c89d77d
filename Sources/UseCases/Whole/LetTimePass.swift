import Partnership
import Register
import class Register.Operation
import Workflow

/// Lets time pass: what a missed clock causes is done, once, by the register itself.
public struct LetTimePass: Rehearsable {
    public let name = "tick"
    public let isTheRegisters = true

    public init() {}

    public func perform(in operation: Operation, as standing: Standing) throws -> [TickAnswer] {
        try standing.must(.tick)
        return try operation.tick().map { TickAnswer($0, workflow: $0.workflow) }
    }

    public func judge(from view: View, as standing: Standing) throws -> [TickAnswer] {
        try standing.must(.tick)
        return try view.foreseenTicks().map { TickAnswer($0, workflow: $0.workflow) }
    }
}

/// A missed clock, and what came of it.
public struct TickAnswer: Codable, Sendable {
    /// For a program.
    public struct Line: Sendable, Codable {
        public let ref: String
        /// The clock's title.
        public let clock: String
        public let due: Day
        public let event: String
        public let happened: Bool
        public let from: String?
        public let state: String?
        /// Why it did not happen.
        public let reasons: [String]
    }

    public enum Result: Codable, Sendable {
        /// From one state, by its title, to another; nil when it began with it.
        case happened(from: String?, to: String)
        /// It is tried again the next time.
        case refused([Reason])
        /// The item changed on a later day.
        case later(Day)
        /// It was undone on a day, and does not happen by itself again.
        case undone(Day)
    }

    public let line: Line
    public let workflow: String
    public let result: Result

    init(_ tick: TickedClock, workflow: String) {
        self.workflow = workflow
        var happened: (from: String?, state: String)?
        var reasons: [String] = []
        switch tick.result {
        case .happened(let outcome):
            happened = (outcome.from, outcome.item.state)
            result = .happened(
                from: outcome.from.map { outcome.item.definition[$0]?.title ?? $0 }, to: outcome.item.stateTitle)
        case .refused(let refused):
            reasons = refused.map(\.sentence)
            result = .refused(refused)
        case .later(let day):
            reasons = ["It changed on \(day)."]
            result = .later(day)
        case .undone(let day):
            reasons = ["It was undone on \(day)."]
            result = .undone(day)
        }
        line = Line(
            ref: tick.reference, clock: tick.clock, due: tick.due, event: tick.event, happened: happened != nil,
            from: happened?.from, state: happened?.state, reasons: reasons)
    }
}
