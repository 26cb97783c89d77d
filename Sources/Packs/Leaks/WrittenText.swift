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
}
