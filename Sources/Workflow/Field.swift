/// A piece of data that an item of a workflow can carry: declared once, asked for by events, read by guards.
public struct Field: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// One line of text, no line breaks.
        case line
        /// Text of any number of lines.
        case text
        case number(ClosedRange<Int>)
        case day
        case flag
        /// One of the choices.
        case choice([Choice])
        /// Any of the choices.
        case choices([Choice])
        /// The name of one thing of a kind that the host knows: `meeting`, `issue`, `theme`, `person`.
        case reference(String)
        /// The names of several things of one kind.
        case references(String)
    }

    public struct Choice: Hashable, Sendable {
        public let name: String
        public let title: String

        public init(name: String, title: String) {
            self.name = name
            self.title = title
        }
    }

    /// Lower-case words joined by hyphens, `reply-by`; also the command-line option's name.
    public let name: String
    /// As people read it: `Reply by`.
    public let title: String
    /// One sentence for help and prompts, when the title is not enough.
    public let help: String?
    public let kind: Kind
    /// The sealed section the value belongs to (`contact`, `child`, `narrative`), which can be read by some roles only and
    /// erased as a whole; nil for an open field.
    public let section: String?
    /// The most characters a line or text may have.
    public let limit: Int

    public init(
        name: String, title: String, help: String? = nil, kind: Kind, section: String? = nil, limit: Int = 10_000
    ) {
        self.name = name
        self.title = title
        self.help = help
        self.kind = kind
        self.section = section
        self.limit = limit
    }
}
