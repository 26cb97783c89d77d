/// Whether a pack is still worked on, or goes out.
public enum PackStage: String, Codable, Hashable, Sendable {
    /// For those who prepare it: says at its top that it was not issued, and lies beside what was.
    case draft
    /// An agenda whose meeting is published, minutes that are circulated, a letter to a family.
    case issued
}

extension PackDocument {
    /// The same, with what its stage has to say at the top.
    func marked(_ stage: PackStage) -> PackDocument {
        guard stage == .draft else { return self }
        var document = self
        document.notices.insert(
            Notice(.warning, title: "Draft. Not issued", text: "It may still change, and is not to be passed on."),
            at: 0
        )
        return document
    }
}
