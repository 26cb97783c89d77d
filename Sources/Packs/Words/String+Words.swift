extension String {
    /// Its words with single spaces between, so that a line break in stored text breaks no layout.
    var oneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Its parts that empty lines set off, each on one line; none for blank text.
    var paragraphs: [String] {
        var parts: [String] = []
        var lines: [Substring] = []
        for line in split(separator: "\n", omittingEmptySubsequences: false) + [Substring()] {
            if line.allSatisfy(\.isWhitespace) {
                if !lines.isEmpty { parts.append(lines.joined(separator: " ").oneLine) }
                lines = []
            } else {
                lines.append(line)
            }
        }
        return parts
    }

    /// With a full stop, when it ends in none of its own, be it within what is quoted last. What is written in another
    /// script ends as its writer ended it: not all have that stop, nor write in its direction.
    var sentence: String {
        let text = oneLine
        guard let last = text.last(where: { $0 != "”" }), !".!?…:;".contains(last),
            last.unicodeScalars.allSatisfy({ WritingSystem.of($0) == nil })
        else { return text }
        return text + "."
    }

    /// On one line, without a full stop at its end.
    var withoutStop: String {
        let text = oneLine
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// With its first letter as a capital.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// With its first letter small, unless the second is a capital too (`NHS`).
    var uncapitalisedFirst: String {
        guard let second = dropFirst().first, !second.isUppercase else { return self }
        return prefix(1).lowercased() + dropFirst()
    }

    /// Letters a to z, digits and single hyphens: for the names of files and sections.
    var slug: String {
        var out = ""
        for scalar in lowercased().unicodeScalars {
            let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            if isPlain {
                out.unicodeScalars.append(scalar)
            } else if !out.isEmpty, !out.hasSuffix("-") {
                out.append("-")
            }
        }
        return out.hasSuffix("-") ? String(out.dropLast()) : out
    }
}

extension Collection where Element == String {
    /// `a, b and c`.
    var joinedInWords: String {
        guard let last = reversed().first else { return "" }
        guard count > 1 else { return last }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}

extension Int {
    /// `1 action`, `3 actions`.
    func words(_ one: String, _ many: String? = nil) -> String {
        "\(self) \(self == 1 ? one : many ?? one + "s")"
    }

    /// `once`, `twice`, `3 times`.
    var times: String {
        switch self {
        case 1: "once"
        case 2: "twice"
        default: "\(self) times"
        }
    }

    /// `1st`, `12th`, `23rd`.
    var ordinal: String {
        let suffix =
            switch (self % 100, self % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(self)\(suffix)"
    }
}
