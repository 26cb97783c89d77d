import Foundation

/// What is too large for a row, or no text at all: kept once, under the SHA-256 of its bytes, whatever rows name it. The
/// journal holds that digest with those rows, and needs no more. As text it is base64, since columns hold numbers and texts
/// alone.
extension Entry {
    /// Keeps bytes, unless they are kept already.
    ///
    /// - Returns: their digest, 64 hexadecimal digits.
    /// - Throws: `LedgerError.erased` when they were erased on record: what has gone does not come back.
    @discardableResult
    public func keep(_ contents: Data) throws -> String {
        let digest = Hash.of(bytes: contents)
        guard try !connection.isErased(contents: digest) else { throw LedgerError.erased }
        guard try !connection.isKept(contents: digest) else { return digest }
        try connection.execute(
            "INSERT INTO content (digest, data) VALUES (?, ?)",
            [.text(digest), .text(contents.base64EncodedString())])
        return digest
    }

    /// Erases contents for good, on record. Nothing happens when they are not there.
    ///
    /// - Parameters:
    ///   - became: the digest of what stands in their place.
    ///   - cuts: what makes that of them, told by places alone.
    public func erase(contents digest: String, became: String? = nil, cuts: String? = nil) throws {
        guard try connection.isKept(contents: digest) else { return }
        try connection.execute("DELETE FROM content WHERE digest = ?", [.text(digest)])
        hasErased = true
        try recordErasure(ofContents: digest, became: became, cuts: cuts)
    }

    /// Puts on record that contents are gone, and are not to be missed.
    public func recordErasure(ofContents digest: String, became: String? = nil, cuts: String? = nil) throws {
        try insert(.erasedContent, key: .text(digest), [.integer(number), SQLValue(became), SQLValue(cuts)])
    }
}

extension Connection {
    /// The bytes that are known by a digest; nil when they are not kept.
    public func contents(_ digest: String) throws -> Data? {
        try row("SELECT data FROM content WHERE digest = ?", [.text(digest)])?.text("data").flatMap {
            Data(base64Encoded: $0)
        }
    }

    public func isKept(contents digest: String) throws -> Bool {
        try row("SELECT digest FROM content WHERE digest = ?", [.text(digest)]) != nil
    }

    public func isErased(contents digest: String) throws -> Bool {
        try row("SELECT digest FROM erased_content WHERE digest = ?", [.text(digest)]) != nil
    }
}
