import Workflow

/// Something that a pack for some audience must not hold. Nothing that prints, dumps or reflects it shows its value.
///
/// Give what identifies somebody or was told in confidence: names, addresses, numbers, narratives. A value that is an
/// ordinary word, such as how somebody likes to be contacted, would be found in every pack.
public struct Secret: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        /// A value or a narrative: searched whole when short, else sentence by sentence.
        case text(String)
        /// A person's name: also turned round, with an initial, and the surname behind a title.
        case name(String)
        /// A day, in every way that people write one.
        case day(Day)
    }

    /// Whose it is: `N-7`.
    public let ref: String
    /// What it is: `contact`.
    public let section: String
    let content: Content

    private init(_ ref: String, _ section: String, _ content: Content) {
        self.ref = ref
        self.section = section
        self.content = content
    }

    public static func text(_ value: String, ref: String, section: String) -> Secret {
        Secret(ref, section, .text(value))
    }

    public static func name(_ value: String, ref: String, section: String) -> Secret {
        Secret(ref, section, .name(value))
    }

    public static func day(_ value: Day, ref: String, section: String) -> Secret {
        Secret(ref, section, .day(value))
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(ref), \(section)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["ref": ref, "section": section]) }
}
