import Partnership
import Workflow

/// Says of a pack that it replaces one that was recalled.
public struct PackCorrection: Hashable, Sendable {
    /// What its notice is headed.
    static let title = "Corrected"

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
    /// The same, saying before anything else which paper it replaces, or is to replace once it is issued.
    func marked(_ correction: PackCorrection?, at stage: PackStage) -> PackDocument {
        guard let correction else { return self }
        var document = self
        let replaces = stage == .issued ? "It replaces" : "Once it is issued, one like it replaces"
        document.notices.insert(
            Notice(
                .note, title: stage == .issued ? PackCorrection.title : "To be corrected",
                text: "This was made on \(correction.made.words). \(replaces) the paper that was issued on "
                    + "\(correction.replaces.words) and has been recalled."),
            at: 0)
        return document
    }
}
