/// What somebody is looked for by who says who they are: words of names, a telephone number, an e-mail address. All of it has to
/// stand in what is kept of one matter.
public struct Sought: Sendable {
    /// How a value was known.
    public enum Likeness: Int, Sendable, Codable, Comparable {
        case written, misspelt

        public static func < (one: Likeness, other: Likeness) -> Bool { one.rawValue < other.rawValue }
    }

    /// Why nothing can be looked for.
    public enum Problem: Error {
        /// Nothing was given, or titles and marks only.
        case nothing
        /// Fewer digits than tell a telephone number.
        case fewDigits
        case tooMuch
    }

    /// So many digits at the end of a telephone number tell whose it is.
    public static let leastDigits = 6
    /// So much is said on the telephone.
    private static let most = (letters: 200, words: 10)

    private let name: SoughtName
    private let numbers: [SoughtNumber]
    /// In small letters; with nothing behind the `@` only what stands before it counts.
    private let addresses: [String]

    public init(_ written: [String]) throws(Problem) {
        guard written.reduce(0, { $0 + $1.count }) <= Self.most.letters else { throw .tooMuch }
        var words: [Substring] = []
        var digits: [Substring] = []
        var numbers: [SoughtNumber] = []
        var addresses: [String] = []
        func endNumber() {
            if let number = SoughtNumber(digits.joined()) { numbers.append(number) } else { words += digits }
            digits = []
        }
        for token in written.joined(separator: " ").split(whereSeparator: \.isWhitespace) {
            if token.allSatisfy({ $0.isWholeNumber || "+()-–./".contains($0) }) {
                digits.append(token)
                continue
            }
            endNumber()
            if token.contains("@"), let address = Self.addresses(in: String(token)).first {
                addresses.append(address)
            } else {
                words.append(token)
            }
        }
        endNumber()
        name = SoughtName(words)
        self.numbers = numbers
        self.addresses = addresses
        guard name.count <= Self.most.words else { throw .tooMuch }
        guard name.isTelling || !numbers.isEmpty || !addresses.isEmpty else {
            throw name.isNumber ? .fewDigits : .nothing
        }
    }

    /// Which of some values, all of one matter, show that it is meant, and how like each is; nil when it is not.
    public func likeness(of values: [String]) -> [(index: Int, likeness: Likeness)]? {
        var found: [Int: Likeness] = [:]
        for number in numbers {
            let places = values.indices.filter { number.stands(in: values[$0]) }
            guard !places.isEmpty else { return nil }
            for place in places { found[place] = .written }
        }
        for address in addresses {
            let places = values.indices.filter { place in
                Self.addresses(in: values[place]).contains { Self.isSame(address, $0) }
            }
            guard !places.isEmpty else { return nil }
            for place in places { found[place] = .written }
        }
        if name.count > 0 {
            guard let named = name.places(in: values) else { return nil }
            for (place, likeness) in named { found[place] = max(likeness, found[place] ?? .written) }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func addresses(in text: String) -> [String] {
        guard text.utf8.contains(0x40) else { return [] }
        return text.lowercased().split { $0.isWhitespace || ",;<>()[]:\"'“”".contains($0) }.filter { $0.contains("@") }
            .map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }.filter { !$0.hasPrefix("@") }
    }

    private static func isSame(_ wanted: String, _ kept: String) -> Bool {
        wanted.hasSuffix("@") ? kept.hasPrefix(wanted) : kept == wanted
    }
}
