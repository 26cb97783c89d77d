/// A script other than the Latin, and the language that readers here most likely write in it: what a screen reader is told.
struct WritingSystem: Hashable, Sendable {
    /// As its characters are named: `Arabic`.
    let name: String
    private let languages: [String]
    let isRightToLeft: Bool
    let ranges: [ClosedRange<UInt32>]

    private init(
        _ name: String, _ language: String, or other: String? = nil, rightToLeft: Bool = false,
        _ ranges: [ClosedRange<UInt32>]
    ) {
        (self.name, isRightToLeft, self.ranges) = (name, rightToLeft, ranges)
        languages = [language] + [other].compactMap(\.self)
    }

    static let all = [
        arabic, eastAsian,
        WritingSystem("Greek", "el", [0x370...0x3FF, 0x1F00...0x1FFF]),
        WritingSystem("Hebrew", "he", rightToLeft: true, [0x590...0x5FF, 0xFB1D...0xFB4F]),
        WritingSystem("Devanagari", "hi", [0x900...0x97F, 0xA8E0...0xA8FF]),
        WritingSystem("Bengali", "bn", [0x980...0x9FF]), WritingSystem("Gurmukhi", "pa", [0xA00...0xA7F]),
        WritingSystem("Gujarati", "gu", [0xA80...0xAFF]), WritingSystem("Oriya", "or", [0xB00...0xB7F]),
        WritingSystem("Tamil", "ta", [0xB80...0xBFF]), WritingSystem("Telugu", "te", [0xC00...0xC7F]),
        WritingSystem("Kannada", "kn", [0xC80...0xCFF]), WritingSystem("Malayalam", "ml", [0xD00...0xD7F]),
        WritingSystem("Sinhala", "si", [0xD80...0xDFF]), WritingSystem("Thai", "th", [0xE00...0xE7F]),
        WritingSystem("Lao", "lo", [0xE80...0xEFF]), WritingSystem("Tibetan", "bo", [0xF00...0xFFF]),
        WritingSystem("Myanmar", "my", [0x1000...0x109F]), WritingSystem("Georgian", "ka", [0x10A0...0x10FF]),
        WritingSystem("Hangul", "ko", [0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF]),
        WritingSystem("Ethiopic", "am", [0x1200...0x139F]), WritingSystem("Khmer", "km", [0x1780...0x17FF]),
        WritingSystem("Armenian", "hy", [0x530...0x58F]),
        WritingSystem("Thaana", "dv", rightToLeft: true, [0x780...0x7BF]),
    ]

    private static let arabic = WritingSystem(
        "Arabic", "ar", or: "ur", rightToLeft: true,
        [0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC])
    private static let eastAsian = WritingSystem(
        "CJK", "zh", or: "ja",
        [
            0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3134F,
        ])

    /// Letters that Urdu has and Arabic has not; and those of Japanese beside what it shares with Chinese.
    private static let telling: [String: Set<Unicode.Scalar>] = [
        "Arabic": ["ٹ", "ڈ", "ڑ", "ں", "ے", "ۓ", "ہ", "ھ", "گ", "چ", "پ", "ژ", "ی", "ک"],
        "CJK": Set((0x3041...0x30FA).compactMap(Unicode.Scalar.init)),
    ]

    static func of(_ scalar: Unicode.Scalar) -> WritingSystem? {
        scalar.value < 0x370 ? nil : all.first { $0.has(scalar) }
    }

    func has(_ scalar: Unicode.Scalar) -> Bool { ranges.contains { $0.contains(scalar.value) } }

    /// The language of a text in it, as far as its letters tell.
    func language(of text: some StringProtocol) -> String {
        guard let other = languages.dropFirst().first, let telling = Self.telling[name] else { return languages[0] }
        return text.unicodeScalars.contains { telling.contains($0) } ? other : languages[0]
    }

    /// A text in parts, one for each stretch of one script. What is nobody's letter stays with what is around it.
    static func runs(of text: some StringProtocol) -> [Run] {
        var runs: [Run] = []
        // What was read since the last letter may belong to the next as well as to the last.
        var between = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let system = of(scalar)
            if system == nil, !scalar.properties.isAlphabetic {
                between.append(scalar)
                continue
            }
            if let last = runs.indices.last, runs[last].system == system {
                runs[last].text += String(between + [scalar])
            } else if system == nil || runs.isEmpty && between.isEmpty {
                runs.append(Run(text: String(between + [scalar]), system: system))
            } else {
                if let last = runs.indices.last, runs[last].system == nil {
                    runs[last].text += String(between)
                } else if !between.isEmpty {
                    runs.append(Run(text: String(between), system: nil))
                }
                runs.append(Run(text: String(scalar), system: system))
            }
            between.removeAll()
        }
        if !between.isEmpty {
            if let last = runs.indices.last, runs[last].system == nil {
                runs[last].text += String(between)
            } else {
                runs.append(Run(text: String(between), system: nil))
            }
        }
        return runs
    }

    /// What finds its stretches in a text, as a regular expression.
    var pattern: String {
        let own = ranges.map { "\\x{\(String($0.lowerBound, radix: 16))}-\\x{\(String($0.upperBound, radix: 16))}" }
            .joined()
        return "[\(own)](?:[\(own)\\p{M}\\p{N}\\p{P}\\p{Z}\\p{Cf}]*[\(own)\\p{M}])?"
    }

    struct Run: Hashable {
        var text: String
        /// Nil where it is Latin.
        let system: WritingSystem?

        var language: String? { system?.language(of: text) }
    }
}

extension StringProtocol {
    /// Whether its first letter is of a script that is read from the right.
    var beginsAtTheRight: Bool {
        for scalar in unicodeScalars {
            if let system = WritingSystem.of(scalar) { return system.isRightToLeft }
            if scalar.properties.isAlphabetic { return false }
        }
        return false
    }
}
