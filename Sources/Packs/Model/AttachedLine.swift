import Partnership

/// A file that goes out with a pack.
public struct AttachedLine: Codable, Hashable, Sendable {
    /// Its name, to which the pack's own text leads.
    public var link: String
    /// What it is kept under.
    public var id: String

    /// The same for those who only read its name.
    var withoutKey: AttachedLine {
        var line = self
        line.id = ""
        return line
    }

    init(_ paper: AttachedPaper) {
        link = paper.name
        id = paper.digest
    }
}
