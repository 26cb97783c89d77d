import Foundation

extension Audit {
    /// Contents that a row names, or named once, have to be there, unless they were erased on record.
    func check(contents digest: String, _ place: String) throws {
        guard try !connection.isKept(contents: digest), try !connection.isErased(contents: digest) else { return }
        tell("\(place) names contents that are gone, and no erasure of them is on record.")
    }

    /// All contents are what they are known by, are named by a row as it stands, and were not erased.
    func checkContents() throws {
        let kept = try connection.cursor("SELECT digest, data FROM content ORDER BY digest")
        while let row = try kept.next() {
            let digest = row.word("digest")
            let what = "Contents \(digest.prefix(12))"
            let contents = Data(base64Encoded: row.word("data"))
            if contents.map(Hash.of(bytes:)) != digest || contents?.base64EncodedString() != row.text("data") {
                tell("\(what) are not what they are known by.")
            }
            let isNamed = try schema.relations.contains { relation in
                try relation.contents.contains { column in
                    try connection.row(
                        "SELECT \(relation.key) FROM \(relation.name) WHERE \(column) = ? LIMIT 1", [.text(digest)])
                        != nil
                }
            }
            if !isNamed { tell("\(what) are named by nothing on record.") }
            if try connection.isErased(contents: digest) { tell("\(what) were erased, and are there again.") }
        }
    }
}
