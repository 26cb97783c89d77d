/// Something in the papers that is about an issue, and so may be shown only as far as the consent goes.
public protocol ConsentBound {
    /// Whether consent covers talking about it anonymised; true for what is not about an issue.
    var mayDiscussAnonymised: Bool { get }
    /// The ids of the bodies with which consent covers sharing identifiably.
    var sharedWith: Set<String> { get }
}

extension ConsentBound {
    /// Whether consent covers showing it to the members of a body: anonymised, or identifiably with that body.
    public func mayBeShown(to body: String) -> Bool {
        mayDiscussAnonymised || sharedWith.contains(body)
    }
}
