/// Reads what a written HTML file says, from its bytes and not from the value it was made of.
enum HTMLText {
    private static let inline: Set<String> = [
        "a", "abbr", "b", "em", "i", "span", "strong", "sup", "sub", "small", "wbr",
    ]

    /// The text between the tags, and the whole source with its entities read: attributes and comments too, but no style
    /// sheet, which says nothing.
    static func texts(_ html: String) -> [WrittenText] {
        let html = html.replacing(/<style>[\s\S]*?<\/style>/, with: "")
        var text = ""
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open]
            let tag = rest[open...].prefix { $0 != ">" }
            let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
            if !inline.contains(name) { text += "\n" }
            rest = rest[tag.endIndex...].dropFirst()
        }
        text += rest
        return [WrittenText("the HTML", decoded(text)), WrittenText("the HTML’s source", decoded(html))]
    }

    private static let named: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "", "ndash": "–", "mdash": "—",
    ]

    /// With its entities read.
    static func decoded(_ html: String) -> String {
        guard html.contains("&") else { return html }
        return html.replacing(/&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z]{2,8});/) { match in
            let body = match.1
            if body.hasPrefix("#x") || body.hasPrefix("#X") {
                return UInt32(body.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
            }
            if body.hasPrefix("#") {
                return UInt32(body.dropFirst()).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
            }
            return named[body] ?? String(match.0)
        }
    }
}
