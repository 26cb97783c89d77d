import Foundation
import Partnership
import Workflow

/// One partnership's register: what is stored, behind transactions.
///
/// Reads see one unchanging state; a write is one transaction and one operation of the journal, or nothing.
public final class Register: Sendable {
    private let engine: any Engine
    let rulebook: Rulebook
    /// The moment that is recorded as the time of a write.
    private let now: @Sendable () -> Date

    init(engine: any Engine, rulebook: Rulebook, now: @escaping @Sendable () -> Date) {
        self.engine = engine
        self.rulebook = rulebook
        self.now = now
    }

    /// Opens the register in the file at `path`. Throws `RegisterError` when it is none, is newer, or cannot be opened.
    public static func open(
        path: String, rulebook: Rulebook, busySeconds: Double = 5, now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> Register {
        let engine = try SQLiteEngine(path: path, creating: false, busySeconds: busySeconds)
        return Register(engine: engine, rulebook: rulebook, now: now)
    }

    /// Makes a new register in an empty or missing file, with the partnership's reference data and its first person.
    public static func create(
        path: String, rulebook: Rulebook, founding: Founding, now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> Register {
        let engine = try SQLiteEngine(path: path, creating: true)
        let register = Register(engine: engine, rulebook: rulebook, now: now)
        try register.write(as: founding.person, on: founding.on, command: "init") { try $0.found(founding) }
        return register
    }

    public func read<T>(on today: Day, _ body: (View) throws -> T) throws -> T {
        try engine.read { try body(View(connection: $0, rulebook: rulebook, today: today)) }
    }

    /// One transaction, one operation. With `rehearsing`, everything is done and then undone: the answer is what would
    /// have happened.
    public func write<T>(
        as actor: Person, on day: Day, command: String, reverses: Int? = nil, rehearsing: Bool = false,
        _ body: (Operation) throws -> T
    ) throws -> T {
        var answer: T?
        do {
            try engine.write { connection in
                let view = View(connection: connection, rulebook: rulebook, today: day)
                let operation = try Operation(
                    view: view, actor: actor, on: day, recorded: now().formatted(.iso8601), command: command,
                    reverses: reverses)
                answer = try body(operation)
                if rehearsing { throw Rehearsal() }
                if !operation.isEmpty { try operation.finish() }
            }
        } catch is Rehearsal {
            // Rolled back on purpose.
        }
        guard let answer else { throw RegisterError.damaged("a write ended without an answer") }
        return answer
    }

    private struct Rehearsal: Error {}

    /// Reads one of the engine's settings back.
    func setting(_ name: String) throws -> String? {
        try (engine as? SQLiteEngine)?.pragma(name)
    }
}
