import Partnership
import Workflow

/// Says of a pack that it replaces one that was recalled.
public struct PackCorrection: Hashable, Sendable {
    /// The first, the second correction of the same pack.
    public let number: Int
    /// The day on which the one that it replaces was issued.
    public let replaces: Day
    /// The day on which it is made.
    public let made: Day

    public init(number: Int, replaces: Day, made: Day) {
        self.number = number
        self.made = made
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
                text: "This was made on \(correction.made.words). It replaces the paper that was issued on "
                    + "\(correction.replaces.words) and has been recalled."),
            at: 0)
        return document
    }
}
