/// Lists in words.
public enum Sentences {
    /// `a`, `a or b`, `a, b or c`.
    public static func list(_ parts: [String], _ joint: String) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "nobody" }
        return parts.dropLast().joined(separator: ", ") + " \(joint) " + last
    }
}
