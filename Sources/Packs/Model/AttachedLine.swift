import Partnership

/// A file that goes out with a pack.
public struct AttachedLine: Codable, Hashable, Sendable {
    /// Its name, to which the pack's own text leads.
    public var link: String
    /// What it is kept under.
    public var id: String

    init(_ paper: AttachedPaper) {
        link = paper.name
        id = paper.digest
    }
}
