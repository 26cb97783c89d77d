import Ledger

/// What tells a write that is asked for twice from two that look alike.
///
/// The register keeps digests of both: of the key alone, and of the words with the key. Nobody who does not know the key
/// can try words against that.
public struct WriteKey: Sendable {
    let key: String
    let words: String

    /// - Parameters:
    ///   - key: chosen by whoever asks; best one that nobody can guess.
    ///   - words: what is asked for, the same each time it is.
    public init(_ key: String, doing words: String) {
        self.key = key
        self.words = words
    }

    /// Of the key alone, by which it is found again.
    var keyDigest: String { Hash.of("key", key) }

    /// Of everything that makes it the same write.
    func wordsDigest(deed: String, actor: String) -> String { Hash.of(key, actor, deed, words) }
}
