/// What a paper that is a PDF was found to be.
struct PaperLook: Codable, Hashable, Sendable {
    /// Why its pages are not set in a pack.
    var refused: UnfitPaper?
    /// Of each page, whether it lies on its side.
    var wide: [Bool]?
    var isTagged: Bool?
    /// It says that it was made for readers with a screen reader (PDF/UA), and its tags can be taken over.
    var isAccessible: Bool?
    /// It says that it was made for archives, with tags (PDF/A).
    var isArchival: Bool?
}

/// Why the pages of a paper are not set in a pack.
public enum UnfitPaper: String, Codable, Hashable, Sendable {
    case encrypted, broken, large, scripted, holding

    /// Half a sentence: `it is broken`.
    public var words: String {
        switch self {
        case .encrypted: "it is locked, with a password or against programs that read it"
        case .broken: "it is broken"
        case .large: "it has more than 600 pages, or is larger within than any paper"
        case .scripted: "it holds programs, or is a form that only some programs show"
        case .holding: "other files are packed into it"
        }
    }
}
