/// The argument parser's complaints in this program's words, without what was typed as a value: that may be somebody's.
enum ParserWords {
    static func said(_ message: String) -> String {
        let line = message.split(separator: "\n").first.map(String.init) ?? "That is no command."
        let bare = line.replacing("Error: ", with: "")
        if bare.contains("nexpected argument") { return "There is a word that belongs to no option." }
        if bare.hasPrefix("The value "), let option = bare.split(separator: "'").last(where: { $0.hasPrefix("-") }) {
            return "\(option.prefix { $0 != " " }) cannot have that value."
        }
        if bare.hasPrefix("The value ") { return "A value cannot be that." }
        let said = bare.replacing("Unknown option", with: "There is no option")
        // What follows an equals sign is a value, however it was joined to it.
        let option = said.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let shown = option.count > 1 && said.hasPrefix("There is no option") ? "\(String(option[0]))'" : said
        return shown.hasSuffix(".") || shown.hasSuffix("?") ? shown : shown + "."
    }
}
