/// A piece of an expression's text.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// `meeting.cut-off`, `and`, `E1`.
        case word(String)
        case number(Int)
        case day(Day)
        /// Between single quotes; a quote inside is doubled.
        case quoted(String)
        /// `==`, `(`, `+`.
        case symbol(String)
        case end
    }

    let kind: Kind
    /// Bytes of UTF-8 before it.
    let offset: Int

    func isWord(_ word: String) -> Bool { kind == .word(word) }
    func isSymbol(_ symbol: String) -> Bool { kind == .symbol(symbol) }

    /// For messages.
    var sentence: String {
        switch kind {
        case .word(let word): "“\(word)”"
        case .number(let number): "“\(number)”"
        case .day(let day): "“\(day)”"
        case .quoted(let text): "“'\(text)'”"
        case .symbol(let symbol): "“\(symbol)”"
        case .end: "the end"
        }
    }
}
