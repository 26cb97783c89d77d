import Partnership
import Register
import class Register.Operation
import Workflow

/// Reverses an operation; the journal keeps both. Asks for the right to do what is undone, of the moment of undoing it.
public struct UndoOperation: Rehearsable {
    public let operation: Int
    public let happened: Day?
    /// An area may be left without anybody who sees to its issues.
    public let leavesVacant: Bool
    public let name = "undo"

    /// - Parameter line: the operation to take back, which is dated like it.
    public init(_ line: OperationAnswer, leavesVacant: Bool = false) {
        self.leavesVacant = leavesVacant
        operation = line.operation
        happened = line.happened
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> OperationAnswer {
        let view = operation.view
        let line = try view.operation(self.operation)
        try check(line, view, standing)
        let seating = Seating(view, standing)
        let isOfSeats = try !view.touched(by: line).places.isEmpty
        try seating.ending(leavingVacant: leavesVacant || !isOfSeats) { try operation.undo(line, as: standing) }
        try seating.mustLeaveRegistrar()
        return OperationAnswer(line)
    }

    public func judge(from view: View, as standing: Standing) throws -> OperationAnswer {
        let line = try view.operation(self.operation)
        try check(line, view, standing)
        try view.checkUndo(of: line, as: standing)
        let places = try view.touched(by: line).places.filter { $0.person != nil }
        if !leavesVacant, !places.isEmpty { try Seating(view, standing).mustAttend(without: places) }
        return OperationAnswer(line)
    }

    /// What cannot be undone by anybody is refused for that, later.
    private func check(_ line: OperationLine, _ view: View, _ standing: Standing) throws {
        guard line.id > 1, line.reverses == nil, line.reversedBy == nil else { return }
        try Undoing(line: line, view: view, standing: standing).check()
    }
}

/// Whether somebody may take an operation back.
private struct Undoing {
    let line: OperationLine
    let view: View
    let standing: Standing

    func check() throws {
        let touched = try view.touched(by: line)
        var isAsked = false
        for event in touched.events {
            // What an event brought with it is taken back with that event.
            if event.capacity == "system", line.actor != Person.system.id { continue }
            isAsked = true
            try check(event)
        }
        if !isAsked {
            for (meeting, part) in touched.meetings {
                isAsked = true
                let body = try view.body(of: meeting)
                let isTheBoards = try view.reference.bodies.contains {
                    part == .release && $0.kind == .board && standing.may(part.permission, at: .of($0))
                }
                if !isTheBoards { try standing.must(part.permission, at: body) }
            }
        }
        let places = touched.places.filter { $0.person != nil }
        if !places.isEmpty {
            isAsked = true
            let seats = Dictionary(grouping: places, by: \.isLeft).mapValues { places in
                places.map { Seating.Place(body: $0.body, role: $0.role, person: $0.person) }
            }
            // To take back that somebody left a seat is to fill it; that they took one, to end it.
            for (isLeft, places) in seats { try Seating(view, standing).must(places, isEnding: !isLeft) }
        }
        if touched.people, places.isEmpty {
            isAsked = true
            try standing.must(.keepPeople)
        }
        if !isAsked, line.actor != standing.person.id { throw refusal(by: nil) }
    }

    private func check(_ event: Touched.Event) throws {
        // Of what somebody may not know of, neither that it is there nor whose it is.
        guard (try? view.item(event.item.reference, visibleTo: standing)) != nil else { throw refusal(by: nil) }
        let definition = event.item.definition
        let able =
            event.name == "upgrade"
            ? definition.upgradedBy : (definition.event(event.name)?.by ?? []).filter { $0 != "system" }
        let held = try view.actor(standing, undoing: event).roles
        guard held.contains(where: able.contains) else {
            let holders = try view.holders(of: able, definition, view.belonging(of: event.item))
            throw refusal(by: holders.isEmpty ? "the register itself" : "the \(Sentences.list(holders, "or"))")
        }
    }

    private func refusal(by able: String?) -> RegisterError {
        let who = able ?? "whoever did it"
        return .notPermitted(
            "Undoing operation \(line.id) is for \(who), which \(standing.person.name) is not.",
            remedies: [.say("Have somebody undo it who may do it.")])
    }
}

extension Touched.Part {
    fileprivate var permission: Permission {
        switch self {
        case .agenda, .call: .buildAgenda
        case .minutes: .minute
        case .attendance: .attend
        case .declarations: .declare
        case .release: .releasePrivate
        }
    }
}
