import Mustache

/// Escapes text for HTML scalar by scalar.
///
/// The library's own escaping goes by `Character`, so a quotation mark that a combining mark follows is another character
/// to it and passes through. Every template and partial names this content type in its first line.
struct HTMLEscaping: MustacheContentType {
    static let name = "SAFE"
    static let pragma = "{{% CONTENT_TYPE:\(name)}}"

    /// Makes the name known to the library; a second time changes nothing.
    static func register() {
        MustacheContentTypes.register(HTMLEscaping(), named: name)
    }

    func escapeText(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            case "'": out.append(contentsOf: "&#39;".unicodeScalars)
            default: if !scalar.isControl { out.append(scalar) }
            }
        }
        return String(out)
    }
}

extension Unicode.Scalar {
    /// Controls other than tab and line feed, and the marks that turn the direction of text: neither belongs on paper.
    var isControl: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
