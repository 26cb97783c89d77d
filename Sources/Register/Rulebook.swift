import Ledger
import Synchronization
import Workflow

/// The workflow definitions and calendars in force: read when first needed, kept after that.
///
/// The register is given them rather than reading them, so that it never touches a file but its own.
public final class Rulebook: Sendable {
    private let source: @Sendable (_ workflow: String) throws -> String
    private let read: @Sendable (_ text: String, _ workflow: String) throws -> Definition
    private let readAnew: @Sendable (_ text: String, _ workflow: String) throws -> Definition
    private let prove: @Sendable (_ text: String, _ workflow: String) throws -> Definition
    private let calendarSource: @Sendable () throws -> Calendars
    private let proveCalendars: (@Sendable () throws -> Calendars)?
    /// Throws when a definition should not be used. Asked before the register stores one that it has not used before.
    let verify: @Sendable (Definition) throws -> Void
    /// The places of what tells of private matters, of those given, that a text tells of by words near one another: `N-7`,
    /// or `north-2020-01-14, item 16.1, taken in private`.
    let tellsOf: @Sendable (_ text: String, _ matters: [PersonalValue], _ view: View) throws -> [String]
    private let kept = Mutex(Kept())

    private struct Kept {
        var sources: [String: String] = [:]
        /// By their text.
        var definitions: [WholeText: Definition] = [:]
        /// By the digest that a register knows them by.
        var stored: [String: Definition] = [:]
        /// Those in force, by the workflow's name.
        var current: [String: Definition] = [:]
        /// The same as far as a register has compared them with what it knows.
        var inForce: [String: Definition] = [:]
        /// Those that a register has compared with what it knows.
        var calendars: Calendars?
        /// The digest of those that were read from the files themselves.
        var provedCalendars: String?
    }

    /// - Parameters:
    ///   - source: the text of a workflow's file.
    ///   - read: the definition a text holds; throws with every problem in it.
    ///   - readAnew: the same, whatever is kept of earlier readings; for checks.
    ///   - prove: the same from the text itself, in place of what is kept of earlier readings.
    ///   - calendars: the calendars that clocks run on.
    ///   - proveCalendars: the same from the files themselves, in place of what is kept of earlier readings; nil where
    ///     nothing is kept.
    ///   - verify: throws when a definition should not be used; asked before the first item starts under it.
    ///   - tellsOf: which of what tells of private matters a text tells of, by words near one another.
    public init(
        source: @escaping @Sendable (_ workflow: String) throws -> String,
        read: @escaping @Sendable (_ text: String, _ workflow: String) throws -> Definition,
        readAnew: (@Sendable (_ text: String, _ workflow: String) throws -> Definition)? = nil,
        prove: (@Sendable (_ text: String, _ workflow: String) throws -> Definition)? = nil,
        calendars: @escaping @Sendable () throws -> Calendars,
        proveCalendars: (@Sendable () throws -> Calendars)? = nil,
        verify: @escaping @Sendable (Definition) throws -> Void = { _ in },
        tellsOf: @escaping @Sendable (String, [PersonalValue], View) throws -> [String] = { _, _, _ in [] }
    ) {
        self.tellsOf = tellsOf
        self.source = source
        self.read = read
        self.readAnew = readAnew ?? read
        self.prove = prove ?? readAnew ?? read
        self.calendarSource = calendars
        self.proveCalendars = proveCalendars
        self.verify = verify
    }

    /// The text of the definition that new items start under.
    public func text(of workflow: String) throws -> String {
        if let text = kept.withLock({ $0.sources[workflow] }) { return text }
        let text = try source(workflow)
        kept.withLock { $0.sources[workflow] = text }
        return text
    }

    /// The definition that new items start under, as far as what is kept of its file can be believed.
    public func definition(_ workflow: String) throws -> Definition {
        if let definition = kept.withLock({ $0.current[workflow] }) { return definition }
        let definition = try definition(workflow, text: text(of: workflow))
        kept.withLock { $0.current[workflow] = definition }
        return definition
    }

    /// The definition that new items start under.
    ///
    /// - Parameter digest: by which a register knows what its text means; nil where it has not used it yet.
    func definition(_ workflow: String, knownBy digest: (_ text: String) throws -> String?) throws -> Definition {
        if let definition = kept.withLock({ $0.inForce[workflow] }) { return definition }
        let text = try text(of: workflow)
        let known = try digest(text)
        let definition =
            try known.map { try self.definition(workflow, digest: $0) { text } } ?? self.definition(workflow)
        kept.withLock { $0.inForce[workflow] = definition }
        return definition
    }

    /// The definition that a text holds: one in force, or one that an item was pinned to earlier.
    func definition(_ workflow: String, text: String) throws -> Definition {
        if let definition = kept.withLock({ $0.definitions[WholeText(text)] }) { return definition }
        let definition = try read(text, workflow)
        kept.withLock { $0.definitions[WholeText(text)] = definition }
        return definition
    }

    /// The definition that a text holds, read anew: what a check believes.
    func definitionAnew(_ workflow: String, text: String) throws -> Definition { try readAnew(text, workflow) }

    /// The definition of a digest that the register stored; its text is asked for only when it is not known yet. What was kept
    /// of an earlier reading counts only where it means what the digest says: anybody can write to a file that is no record.
    func definition(_ workflow: String, digest: String, text: () throws -> String) throws -> Definition {
        if let definition = kept.withLock({ $0.stored[digest] }) { return definition }
        let text = try text()
        var definition = try definition(workflow, text: text)
        if Hash.of(definition.canonicalForm) != digest {
            definition = try proved(workflow, text: text)
            // A forged digest is not what anything is known by.
            guard Hash.of(definition.canonicalForm) == digest else { return definition }
        }
        kept.withLock { $0.stored[digest] = definition }
        return definition
    }

    /// The digest by which a register knows what a definition means, or would.
    func digest(of definition: Definition) -> String {
        let form = definition.canonicalForm
        let known = kept.withLock { kept in
            kept.stored.first { $0.value.name == definition.name && $0.value.canonicalForm == form }?.key
        }
        return known ?? Hash.of(form)
    }

    /// The definition that a text holds, read anew in place of what is kept of it.
    func proved(_ workflow: String, text: String) throws -> Definition {
        let definition = try prove(text, workflow)
        kept.withLock {
            $0.definitions[WholeText(text)] = definition
            if $0.sources[workflow] == text {
                $0.current[workflow] = definition
                $0.inForce[workflow] = definition
            }
        }
        return definition
    }

    /// The calendars that clocks run on. What was kept of an earlier reading counts only where it is what a register knows
    /// them by: anybody can write to a file that is no record.
    ///
    /// - Parameter digest: by which the register knows them; nil where it has none on record.
    func calendars(knownBy digest: () throws -> String?) throws -> Calendars {
        if let calendars = kept.withLock({ $0.calendars }) { return calendars }
        var calendars = try calendarSource()
        var proved: String?
        if let proveCalendars {
            if try digest() != calendars.digest {
                calendars = try proveCalendars()
                proved = calendars.digest
            }
        } else {
            proved = calendars.digest
        }
        kept.withLock {
            $0.calendars = calendars
            $0.provedCalendars = proved
        }
        return calendars
    }

    /// The digest of the calendars, where they were read from the files themselves; nil where they were not, or not yet.
    var provedCalendars: String? { kept.withLock { $0.provedCalendars } }
}
