import Foundation
import Ledger
import Partnership
import Workflow

/// One partnership's register: what is stored, behind transactions.
///
/// Reads see one unchanging state; a write is one transaction and one operation of the journal, or nothing.
public final class Register: Sendable {
    let engine: any Engine
    let rulebook: Rulebook
    /// The moment that is recorded as the time of a write.
    let now: @Sendable () -> Date

    init(engine: any Engine, rulebook: Rulebook, now: @escaping @Sendable () -> Date) {
        self.engine = engine
        self.rulebook = rulebook
        self.now = now
    }

    /// Opens the register in the file at `path`. Throws `LedgerError` when it is none, is newer, or cannot be opened.
    public static func open(
        path: String, rulebook: Rulebook, busySeconds: Double = SQLiteEngine.patience,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> Register {
        let engine = try SQLiteEngine(path: path, schema: .register, busySeconds: busySeconds)
        return Register(engine: engine, rulebook: rulebook, now: now)
    }

    /// Makes a new register in an empty or missing file, with the partnership's reference data and its first person.
    public static func create(
        path: String, rulebook: Rulebook, founding: Founding, now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> Register {
        let engine = try SQLiteEngine(path: path, making: .register) { connection in
            let moment = now()
            let view = View(
                connection: connection, rulebook: rulebook, today: founding.on, present: Day(inEnglandAt: moment))
            let operation = try Operation(
                view: view, actor: founding.person, on: founding.on, recorded: moment.recorded,
                command: "init")
            try operation.found(founding)
            try operation.finish()
        }
        return Register(engine: engine, rulebook: rulebook, now: now)
    }

    /// Reads as somebody, from the present day unless another is named.
    public func read<T>(by name: String?, on day: Day? = nil, _ body: (View, Standing) throws -> T) throws -> T {
        let present = Day(inEnglandAt: now())
        return try engine.read { connection in
            let view = View(connection: connection, rulebook: rulebook, today: day ?? present, present: present)
            return try body(view, view.standing(named: name))
        }
    }

    /// The same while nobody writes: it waits for those who do, up to a minute. In a register that cannot be written to
    /// others may write meanwhile.
    public func readAlone<T>(by name: String?, on day: Day? = nil, _ body: (View, Standing) throws -> T) throws -> T {
        return try readAlone(on: day) { try body($0, $0.standing(named: name)) }
    }

    /// The same without asking who.
    func readAlone<T>(on day: Day? = nil, _ body: (View) throws -> T) throws -> T {
        let present = Day(inEnglandAt: now())
        func answer(_ connection: any Connection) throws -> T {
            try body(View(connection: connection, rulebook: rulebook, today: day ?? present, present: present))
        }
        let start = ContinuousClock.now
        while true {
            do {
                return try engine.write(answer)
            } catch LedgerError.readOnly {
                return try engine.read(answer)
            } catch LedgerError.busy where ContinuousClock.now - start < .seconds(60) {
                continue
            }
        }
    }

    /// One transaction, one operation. Who writes must be on record; their standing is found in the same transaction, and
    /// the body asks it for whatever it does. Nothing is written when the body records nothing.
    ///
    /// - Parameters:
    ///   - day: when it happened; the present day unless told. Throws `RegisterError.badInput` when it lies ahead.
    ///   - deed: what the journal calls it.
    ///   - asRegister: the register itself is recorded as the one who acts.
    ///   - key: when the same was written under it before, `RegisterError.alreadyDone` is thrown.
    ///   - then: another deed of theirs in the same transaction: an operation of its own, of the present day.
    public func write<T>(
        by name: String?, on day: Day? = nil, deed: String, asRegister: Bool = false, key: WriteKey? = nil,
        then: (deed: String, body: (Operation, Standing) throws -> Void)? = nil,
        _ body: (Operation, Standing) throws -> T
    ) throws -> T {
        let moment = now()
        let present = Day(inEnglandAt: moment)
        if let day, day > present {
            throw RegisterError.badInput(
                "\(day) lies ahead: what has not happened cannot be recorded.",
                remedies: [.say("Name today or an earlier day.")])
        }
        return try confirmed { connection in
            let view = View(connection: connection, rulebook: rulebook, today: day ?? present, present: present)
            let standing = try view.standing(writing: name)
            if let key { try view.check(key, deed: deed, actor: standing.person) }
            let operation = try Operation(
                view: view, actor: asRegister ? .system : standing.person, on: day ?? present,
                recorded: moment.recorded, command: deed)
            if let key { operation.key = (key.keyDigest, key.wordsDigest(deed: deed, actor: standing.person.id)) }
            let answer = try body(operation, standing)
            if !operation.isEmpty { try operation.finish() }
            if let then {
                let view = View(connection: connection, rulebook: rulebook, today: present, present: present)
                let following = try Operation(
                    view: view, actor: standing.person, on: present, recorded: moment.recorded,
                    command: then.deed)
                try then.body(following, view.standing(writing: name))
                if !following.isEmpty { try following.finish() }
            }
            return (answer, operation)
        }
    }

    /// Writes, and when the disk fails at the end looks whether it is stored all the same: then
    /// `RegisterError.unconfirmed` is thrown, and what the disk said otherwise.
    func confirmed<T>(_ body: (any Connection) throws -> (T, Operation)) throws -> T {
        var written: Operation?
        do {
            return try engine.write { connection in
                let (answer, operation) = try body(connection)
                written = operation
                return answer
            }
        } catch LedgerError.disk(let writing) {
            guard let written, let hash = written.hash else { throw LedgerError.disk(writing: writing) }
            let isStored = try? engine.read { connection in
                try connection.row("SELECT hash FROM operation WHERE id = ?", [.integer(written.id)])?.text("hash")
                    == hash
            }
            guard let isStored else { throw RegisterError.unknown(operation: written.id) }
            if isStored { throw RegisterError.unconfirmed(operation: written.id) }
            throw LedgerError.disk(writing: writing)
        }
    }

    /// Reads without asking who.
    func read<T>(on today: Day, _ body: (View) throws -> T) throws -> T {
        try engine.read { connection in
            try body(
                View(
                    connection: connection, rulebook: rulebook, today: today, present: Day(inEnglandAt: now())))
        }
    }

    /// Reads one of the engine's settings back.
    func setting(_ name: String) throws -> String? {
        try (engine as? SQLiteEngine)?.pragma(name)
    }
}
