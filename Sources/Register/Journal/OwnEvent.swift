/// What the register puts into an item's history that is no event of its workflow: it moves nothing on.
enum OwnEvent: String, CaseIterable {
    /// Something that happened is taken back.
    case undo
    /// The item goes on under a newer version of its workflow.
    case upgrade
    /// Words of what is kept with it were taken out.
    case redact

    static func isOne(_ name: String) -> Bool { OwnEvent(rawValue: name) != nil }
}
