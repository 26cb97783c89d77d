/// What a program needs of a workflow, whatever else its file holds: the names that the program reads and causes. States
/// and clocks it knows by what they mean, never by their names.
public struct Contract: Sendable {
    /// What a field may be.
    public enum Kind: Hashable, Sendable {
        /// A line or text of any length.
        case text
        case number, day, flag
        /// A choice that has at least these names among its own.
        case choice(having: [String] = [])
        case choices(having: [String] = [])
        case reference(String)
        case references(String)
    }

    /// The workflow's name.
    public let workflow: String
    /// By name, the kinds that each may be.
    public let fields: [String: [Kind]]
    /// Events that happen to an item.
    public let events: [String]
    /// Events that begin one.
    public let beginnings: [String]
    /// Meanings, each of which some state must have.
    public let states: [String]
    /// Meanings, each of which some clock must have.
    public let clocks: [String]

    public init(
        workflow: String, fields: [String: [Kind]] = [:], events: [String] = [], beginnings: [String] = [],
        states: [String] = [], clocks: [String] = []
    ) {
        self.workflow = workflow
        self.fields = fields
        self.events = events
        self.beginnings = beginnings
        self.states = states
        self.clocks = clocks
    }
}

extension Contract.Kind {
    func takes(_ kind: Field.Kind) -> Bool {
        switch (self, kind) {
        case (.text, .line), (.text, .text), (.number, .number), (.day, .day), (.flag, .flag): true
        case (.choice(let names), .choice), (.choices(let names), .choices):
            Set(names).isSubset(of: kind.choiceNames)
        case (.reference(let wanted), .reference(let found)), (.references(let wanted), .references(let found)):
            wanted == found
        default: false
        }
    }

    /// `a choice that has no, yes`.
    var sentence: String {
        switch self {
        case .text: "text"
        case .number: "a number"
        case .day: "a day"
        case .flag: "yes or no"
        case .choice(let names): "a choice" + Self.having(names)
        case .choices(let names): "choices" + Self.having(names)
        case .reference(let kind): "the name of a \(kind)"
        case .references(let kind): "names of the kind \(kind)"
        }
    }

    private static func having(_ names: [String]) -> String {
        names.isEmpty ? "" : " among them \(Sentences.list(names, "and"))"
    }
}
