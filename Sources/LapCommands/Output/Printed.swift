import Workflow

/// Text as it may reach a terminal: nothing in it can move the cursor, change colours or turn the writing direction.
enum Printed {
    /// Line breaks and tabs stay; every other control character becomes `·`.
    static func safe(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x09: scalars.append(scalar)
            case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
                scalars.append("·")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// One safe line of at most so many characters.
    static func safe(_ text: String, limit: Int) -> String {
        let line = safe(text).split(whereSeparator: \.isNewline).joined(separator: " ").replacing("\t", with: " ")
        return line.count > limit ? line.prefix(max(0, limit - 1)) + "…" : line
    }

    /// Text broken into lines of at most so many columns, at spaces.
    static func wrapped(_ text: String, width: Int) -> [String] {
        safe(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
            var lines: [String] = []
            var line = ""
            for word in paragraph.split(separator: " ") {
                if !line.isEmpty, Columns.width(of: line) + 1 + Columns.width(of: String(word)) > width {
                    lines.append(line)
                    line = ""
                }
                line += line.isEmpty ? String(word) : " " + word
            }
            return lines + [line]
        }
    }
}

/// How many columns of a terminal text takes.
enum Columns {
    static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

    /// East Asian and emoji characters take two, combining ones none.
    static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.isASCII { return 1 }
        if scalar.properties.isEmojiPresentation { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// The beginning of a text in at most so many columns, with `…` where something was cut.
    static func cut(_ text: String, to columns: Int) -> String {
        guard width(of: text) > columns else { return text }
        var kept = ""
        var used = 0
        for character in text {
            let next = width(of: character)
            if used + next > columns - 1 { break }
            kept.append(character)
            used += next
        }
        return kept + "…"
    }

    static func pad(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - width(of: text)))
    }
}
