import Foundation
import Words

/// Which words are no names by themselves: everyday English, places, roles and bodies.
public struct OrdinaryWords: Sendable {
    private var hashes: WordSet
    /// The commonest of them.
    private let common: WordSet
    /// What people are called by what they do.
    let roles: Set<UInt64>
    /// A name that has one of these is a body's.
    let bodies: Set<UInt64>
    /// Towns and counties. A family may be called like one: as a name it is none of the ordinary words.
    let towns: Set<UInt64>
    /// What meetings of these partnerships always speak of, by the stems of the words.
    let field: Set<UInt64>
    /// Of a first name, what else those are called who have it.
    let variants: [UInt64: [UInt64]]

    /// The lists that come with the program. Throws `PackProblem.template` when they are not there.
    public init(data: String) throws(PackProblem) {
        roles = try Self.read("roles", data)
        bodies = try Self.read("bodies", data)
        towns = try Self.read("places", data)
        var ordinary = WordSet(room: 8192)
        var common = WordSet(room: 4096)
        try Self.bytes("common", data).withUnsafeBytes { Self.eachHash(in: $0) { common.insert($0) } }
        for name in ["common", "ordinary"] {
            try Self.bytes(name, data).withUnsafeBytes { Self.eachHash(in: $0) { ordinary.insert($0) } }
        }
        for role in roles { ordinary.insert(role) }
        hashes = ordinary
        self.common = common
        var variants: [UInt64: [UInt64]] = [:]
        for line in try Self.words("variants", data) {
            let names = line.split(separator: UInt8(ascii: " ")).map { TextWords.hash($0) }
            for name in names { variants[name, default: []] += names.filter { $0 != name } }
        }
        self.variants = variants
        field = try Set(Self.words("field", data).map { WordStem($0).hash })
    }

    /// Whether somebody may be called so who has other forms of the name too.
    func isFirstName(_ word: UInt64) -> Bool { variants[word] != nil }

    private static func bytes(_ name: String, _ data: String) throws(PackProblem) -> Data {
        guard let text = try? Data(contentsOf: URL(filePath: "\(data)/words/\(name).txt")) else {
            throw .template(name: "words/\(name).txt", reason: "it is not among the data")
        }
        return text
    }

    /// The bytes of each word, one a line; lines that begin with `#` are comments.
    private static func words(_ name: String, _ data: String) throws(PackProblem) -> [ArraySlice<UInt8>] {
        try Array(bytes(name, data)).split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
    }

    /// The same words as hashes, without a slice for each: there are thousands.
    private static func eachHash(in bytes: UnsafeRawBufferPointer, _ body: (UInt64) -> Void) {
        var start = 0
        for place in 0...bytes.count where place == bytes.count || bytes[place] == UInt8(ascii: "\n") {
            if place > start, bytes[start] != UInt8(ascii: "#") {
                var hash = TextWords.seed
                for byte in start..<place { hash = TextWords.hash(bytes[byte], from: hash) }
                body(hash)
            }
            start = place + 1
        }
    }

    private static func read(_ name: String, _ data: String) throws(PackProblem) -> Set<UInt64> {
        Set(try words(name, data).map { TextWords.hash($0) })
    }

    /// The same with the words of some phrases: places, titles of bodies and roles, short forms.
    public func adding(_ phrases: some Sequence<String>) -> OrdinaryWords {
        var more = self
        for phrase in phrases { for word in TextWords(phrase).words { more.hashes.insert(word.hash) } }
        return more
    }

    /// - Parameter plain: a word's plain letters. Regular forms count like the word itself.
    func contains(_ plain: ArraySlice<UInt8>) -> Bool { Self.holds(hashes, plain) }

    func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

    /// Whether everybody uses it every day. Regular forms count like the word itself.
    func isCommon(_ plain: ArraySlice<UInt8>) -> Bool { Self.holds(common, plain) }

    private static func holds(_ hashes: WordSet, _ plain: ArraySlice<UInt8>) -> Bool {
        if plain.count < 3 || hashes.contains(TextWords.hash(plain)) { return true }
        for (ending, instead) in endings
        where plain.count > ending.count + 2 && plain.suffix(ending.count) == ending {
            let stem = plain.dropLast(ending.count)
            if hashes.contains(TextWords.hash(instead, from: TextWords.hash(stem))) { return true }
        }
        return false
    }

    private static let endings: [(ArraySlice<UInt8>, [UInt8])] = [
        ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("d", ""), ("ly", ""),
    ].map { (Array($0.0.utf8)[...], Array($0.1.utf8)) }
}
