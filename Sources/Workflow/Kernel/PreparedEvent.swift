/// An event with what is given for it, names resolved and values read once, so that it can be caused many times or on many
/// items at little cost. It remains what it says for instances of other definitions, which read it by its names.
public final class PreparedEvent: Sendable {
    public let name: String
    public let given: [String: Value]
    let program: Program
    let event: CompiledEvent
    let writes: Frame.Writes

    init(_ name: String, _ given: [String: Value], _ program: Program, _ event: CompiledEvent, _ writes: Frame.Writes) {
        self.name = name
        self.given = given
        self.program = program
        self.event = event
        self.writes = writes
    }
}

extension Definition {
    /// Reads what is given with an event, apart from any item. Throws when there is no such event, or when it does not take
    /// what is given.
    public func prepare(_ name: String, given: [String: Value] = [:]) throws(Refusal) -> PreparedEvent {
        guard let event = program.event(name) else { throw Refusal(event: name, reasons: [noEvent(name)]) }
        var proposal = Proposal(program, [:])
        proposal.begin(at: program.layout.start, in: .nowhere)
        proposal.take(.named(given), event)
        guard proposal.reasons.isEmpty else { throw Refusal(event: name, reasons: proposal.reasons) }
        return PreparedEvent(name, given, program, event, proposal.frame.writes)
    }
}

/// What is given with an event.
enum Given {
    case named([String: Value])
    /// Read already, into an empty record.
    case prepared(PreparedEvent)
}
