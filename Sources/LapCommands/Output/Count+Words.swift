extension Int {
    /// So many of something: `1 operation`, `2 operations`.
    func of(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}
