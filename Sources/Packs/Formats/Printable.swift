import Foundation

/// Text that the PDF's fonts can set. An archival PDF may not hold a character that its fonts lack, and Typst refuses to
/// make one; so a symbol that none of them has is told in words: `[grinning face]`.
enum Printable {
    /// JSON without the escapes that hide characters.
    static func plain(json: String) -> String {
        // Escaped controls, `\u0001`, are the only characters that JSON hides from the pass below.
        var plain = String.UnicodeScalarView()
        var rest = json.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let escaped = rest.popFirst() else {
                plain.append(scalar)
                continue
            }
            if escaped == "u" {
                rest = rest.dropFirst(4)
            } else if escaped == "\"" || escaped == "\\" {
                plain.append(scalar)
                plain.append(escaped)
            } else {
                plain.append(" ")
            }
        }
        return String(plain).precomposedStringWithCanonicalMapping
    }

    /// The characters of a text that Open Sans cannot set, nor anything like them.
    static func others(in text: String) -> Set<Unicode.Scalar> {
        Set(text.unicodeScalars.filter { !covers($0) && plainer[$0] == nil && !isInvisible($0) })
    }

    /// - Parameter covered: what other fonts set.
    static func text(_ text: String, covered: Set<Unicode.Scalar> = []) -> String {
        guard text.unicodeScalars.contains(where: { !covers($0) }) else { return text }
        var out = String.UnicodeScalarView()
        var isOther = false
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            if covers(scalar) {
                out.append(scalar)
                isOther = false
            } else if covered.contains(scalar) {
                out.append(scalar)
                isOther = true
            } else if let plain = plainer[scalar] {
                out.append(contentsOf: plain.unicodeScalars)
            } else if isOther && joins(scalar) {
                out.append(scalar)
            } else if !isInvisible(scalar) {
                out.append(contentsOf: "[\((scalar.properties.name ?? "symbol").lowercased())]".unicodeScalars)
            }
        }
        return String(out)
    }

    /// Whether it tells how the letters or pictures beside it are shaped.
    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200C}" || scalar == "\u{200D}" || scalar.properties.isVariationSelector
    }

    /// Whether every face of Open Sans, as it lies among the data, has the character.
    static func covers(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x7F ? scalar.value >= 0x20 || scalar == "\n" : ranges.contains { $0.contains(scalar.value) }
    }

    static let ranges: [ClosedRange<UInt32>] = [
        0xA0...0xAC, 0xAE...0x17F, 0x218...0x21B, 0x2C6...0x2C7, 0x2D8...0x2DD, 0x384...0x386, 0x388...0x38A,
        0x38C...0x38C, 0x38E...0x3A1, 0x3A3...0x3CE, 0x400...0x482, 0x490...0x4F9, 0x1E80...0x1E85, 0x1EA0...0x1EF9,
        0x2013...0x2015, 0x2017...0x201E, 0x2020...0x2022, 0x2026...0x2026, 0x2030...0x2030, 0x2032...0x2033,
        0x2039...0x203A, 0x2044...0x2044, 0x20AB...0x20AC, 0x2116...0x2116, 0x2122...0x2122, 0x2202...0x2202,
        0x2206...0x2206, 0x220F...0x220F, 0x2211...0x2212, 0x221A...0x221A, 0x221E...0x221E, 0x222B...0x222B,
        0x2248...0x2248, 0x2260...0x2260, 0x2264...0x2265, 0x25CA...0x25CA,
    ]

    /// Characters that have a near likeness.
    private static let plainer: [Unicode.Scalar: String] = [
        "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "–", "\u{2009}": " ", "\u{202F}": "\u{A0}", "\u{2007}": "\u{A0}",
        "\u{2003}": " ", "\u{2002}": " ", "\u{2192}": "to", "\u{2713}": "[yes]", "\u{2714}": "[yes]",
        "\u{2717}": "[no]",
        "\u{25CF}": "•", "\u{25AA}": "•", "\u{FB01}": "fi", "\u{FB02}": "fl",
    ]

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isControl || scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isVariationSelector
    }
}
