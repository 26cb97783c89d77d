/// Tells whether the word `private` speaks of what meetings take so: `the first private item`, `heard in private`; but not
/// `in private nurseries`.
public enum PrivateSpeech {
    /// - Parameters:
    ///   - before: the word before it in its sentence, in small letters; nil where it begins one.
    ///   - next: the word after it in its sentence; nil where it ends one.
    public static func isOfMeetings(before: String?, next: String?) -> Bool {
        if let next, things.contains(next) { return true }
        return before == "in" && next.map(following.contains) ?? true
    }

    private static let things: Set = ["item", "items", "matter", "matters"]

    private static let following = Set(
        """
        a about again and as at because before but by earlier first for from had has have here in is last later of on or
        since so that the then there this to today was were what when while who will with
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
