import Partnership
import Workflow

/// Says of a pack that it replaces one that was recalled.
public struct PackCorrection: Hashable, Sendable {
    /// The first, the second correction of the same pack.
    public let number: Int
    /// The day on which the one that it replaces was issued.
    public let replaces: Day

    public init(number: Int, replaces: Day) {
        self.number = number
        self.replaces = replaces
    }
}

extension PackDocument {
    /// The same, saying before anything else which paper it replaces.
    func marked(_ correction: PackCorrection?) -> PackDocument {
        guard let correction else { return self }
        var document = self
        document.notices.insert(
            Notice(
                .note, title: "Corrected",
                text: "This replaces the paper that was issued on \(correction.replaces.words) and has been recalled."),
            at: 0)
        return document
    }
}
