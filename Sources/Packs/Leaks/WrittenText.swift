/// What a written file says in one of the places where text can stand.
struct WrittenText {
    /// `the HTML`, `the PDF`, `the PDF’s metadata`.
    let place: String
    let text: String
    /// Whether form feeds part it into pages.
    let hasPages: Bool

    init(_ place: String, _ text: String, hasPages: Bool = false) {
        self.place = place
        self.text = text
        self.hasPages = hasPages
    }

    /// Whether a line may end in the middle of a word.
    var hasBrokenWords: Bool {
        ["-\n", "- \n", "-\r\n", "\u{2010}\n", "\u{AD}\n"].contains { text.contains($0) }
    }
}
