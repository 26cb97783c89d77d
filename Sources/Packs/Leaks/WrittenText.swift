/// What a written file says in one of the places where text can stand.
struct WrittenText {
    /// `the HTML`, `the PDF`, `the PDF’s metadata`.
    let place: String
    let text: String
    /// Whether form feeds part it into pages.
    let hasPages: Bool
    /// It holds what others wrote, in files that go out with a pack: only what the register itself has is looked for there.
    var isOfOthers = false

    init(_ place: String, _ text: String, hasPages: Bool = false) {
        self.place = place
        self.text = text
        self.hasPages = hasPages
    }

    var others: WrittenText {
        var text = self
        text.isOfOthers = true
        return text
    }

    /// A text for each page.
    var pages: [SearchedText] {
        guard hasPages else { return [SearchedText(place, text)] }
        return text.split(separator: "\u{0C}", omittingEmptySubsequences: false).enumerated().map { number, page in
            SearchedText("\(place), page \(number + 1)", String(page))
        }
    }
}
