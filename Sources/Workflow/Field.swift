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

    /// Kept behind one reference, so that handing a field on costs next to nothing.
    private let parts: Boxed<Parts>

    /// Lower-case words joined by hyphens, `reply-by`; also the command-line option's name.
    public var name: String { parts.content.name }
    /// As people read it: `Reply by`.
    public var title: String { parts.content.title }
    /// One sentence for help and prompts, when the title is not enough.
    public var help: String? { parts.content.help }
    public var kind: Kind { parts.content.kind }
    /// The section the value belongs to (`contact`, `child`, `narrative`), which says who may read it and whether it is
    /// sealed; nil for a field that anybody may read.
    public var section: String? { parts.content.section }
    /// The most characters a line or text may have.
    public var limit: Int { parts.content.limit }

    public init(
        name: String, title: String, help: String? = nil, kind: Kind, section: String? = nil, limit: Int = 10_000
    ) {
        parts = Boxed(Parts(name: name, title: title, help: help, kind: kind, section: section, limit: limit))
    }

    private struct Parts: Hashable {
        let name: String
        let title: String
        let help: String?
        let kind: Kind
        let section: String?
        let limit: Int
    }
}
