/// Whom a pack is for. What an audience may not see is never handed to the writers.
public enum Edition: String, Codable, Hashable, Sendable, CaseIterable {
    /// For anyone: pseudonymised, no names, Part II items by a neutral title.
    case `public`
    /// For the members of the body: with names of members and leads, and matters whose consent covers the members.
    case members
    /// The Part II pack.
    case restricted
    /// For the chair: everything the members see, with private notes and timings.
    case chair
}
