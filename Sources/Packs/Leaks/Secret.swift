import Workflow

/// Something that a pack for some audience must not hold. Nothing that prints, dumps or reflects it shows its value.
public struct Secret: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Who raised it, or for whom: also turned round, with an initial, behind a title, the family name alone.
        case name
        /// The child: also the first name alone.
        case child
        /// Whatever people write: a line is searched whole, a long text by its numbers, addresses and sentences.
        case text
        /// How somebody is reached: like text, and a number without its area code too.
        case contact
        /// Words that this edition leaves out, in private or without consent: whole sentences.
        case passage
        /// What raised it, known to everybody: only somebody who is named beside it is worth a look.
        case organisation
        /// Where it happened: its words are worth a look, no more.
        case place
        /// What names a matter that is not for the public, a reference or a title: as it stands, and worth a look.
        case mention
        /// A few words that were said of such a matter: worth a look where several of them are said again.
        case said
    }

    enum Content: Hashable, Sendable {
        case words(Kind, String)
        case birth(Day)
    }

    /// Whose it is: `N-7`.
    public let ref: String
    /// What it is: `name`.
    public let section: String
    let content: Content
    /// Its issue is in this paper, or open where the paper is about: a family name alone tells who is meant.
    let isNear: Bool
    /// It was said of a matter that is not for the public: only with that is it let into a paper.
    private(set) var isOfPrivateMatter = false
    /// The private matter that it is about: what papers print of that themselves does not tell of it.
    private(set) var about: String?
    /// It was told by those whom the paper is for: in other words it tells them nothing.
    private(set) var isOfReader = false
    /// Words of it near one another tell of it too.
    private(set) var tellsByWords = true
    /// Of a child: the names of those who raised it, whose family name the child may have.
    private(set) var families: [String] = []

    /// What it is, told to somebody who may not know whose.
    var general: String {
        switch content {
        case .birth: "a day of birth"
        case .words(.name, _), .words(.child, _): "a name"
        case .words(.contact, _): "how somebody is reached"
        case .words(.passage, _): "left out of this edition"
        case .words(.mention, _), .words(.said, _): "a matter that is not for the public"
        case .words: isOfPrivateMatter ? "a matter that is not for the public" : "a personal detail"
        }
    }

    private init(_ ref: String, _ section: String, _ content: Content, isNear: Bool) {
        self.ref = ref
        self.section = section
        self.content = content
        self.isNear = isNear
    }

    public static func words(_ value: String, as kind: Kind, ref: String, section: String, isNear: Bool = true)
        -> Secret
    {
        Secret(ref, section, .words(kind, value), isNear: isNear)
    }

    /// The same, said of a matter that is not for the public.
    public var ofPrivateMatter: Secret {
        var secret = self
        secret.isOfPrivateMatter = true
        return secret
    }

    /// The same, told by those whom the paper is for.
    var ofReader: Secret {
        var secret = self
        secret.isOfReader = true
        return secret
    }

    /// The same, about a matter.
    ///
    /// - Parameter tellsByWords: whether words of it near one another, in whatever order, tell of it too.
    public func about(_ matter: String?, tellsByWords: Bool = true) -> Secret {
        var secret = self
        secret.about = matter
        secret.tellsByWords = tellsByWords
        return secret
    }

    /// The same child, who may have the family name of those who raised it.
    public func called(after families: [String]) -> Secret {
        var secret = self
        secret.families = families
        return secret
    }

    /// A date of birth, in every way that people write one.
    public static func birth(_ value: Day, ref: String, section: String, isNear: Bool = true) -> Secret {
        Secret(ref, section, .birth(value), isNear: isNear)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(ref), \(section)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["ref": ref, "section": section]) }
}
