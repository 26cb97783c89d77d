extension Context {
    /// Whether a text goes through a pager: it does not fit on the terminal, and there is one.
    func isPaged(_ text: String) -> Bool { pager != nil && lines(of: text) >= console.height ?? .max }

    /// Shows a text: through a pager when it is longer than the terminal, unless that is not wanted.
    func show(_ text: String, paging: Bool = true) async {
        guard paging, let pager, isPaged(text) else { return console.write(text) }
        await console.page(text, through: pager)
    }

    /// `LAP_PAGER`, then what the user configured, then `PAGER`, then `less`; nil when there is to be none, or standard
    /// output is no terminal.
    private var pager: String? {
        guard console.showsTerminal else { return nil }
        let own = environment["LAP_PAGER"] ?? (try? UserConfig.read(self))?.pager
        let named = own ?? environment["PAGER"] ?? "less"
        return ["", "cat"].contains(named) ? nil : named
    }

    /// The lines a text takes on the terminal, where a long one is broken.
    private func lines(of text: String) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().reduce(0) { sum, line in
            sum + max(1, (Columns.width(of: String(line)) + console.width - 1) / console.width)
        }
    }
}
