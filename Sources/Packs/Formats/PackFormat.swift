/// A way to write a pack down. Its bytes are read back by the same format before anybody has them, so that there is none
/// that the search for leaks does not see.
protocol PackFormat: Sendable {
    /// Writes the file at `path`; works in `folder`, which is its own.
    func write(_ document: PackDocument, to path: String, in folder: String) async throws
    /// What the bytes of a file say, wherever a text can stand in them.
    func texts(of path: String) async throws -> [WrittenText]
}

extension PackFormat {
    /// Writes a file and reads it back. One in which the paper's own heading is not found was not read.
    func set(_ document: PackDocument, to path: String, in folder: String) async throws -> [WrittenText] {
        try await write(document, to: path, in: folder)
        let texts = try await texts(of: path)
        func letters(_ text: String) -> String { text.filter { $0.isASCII && $0.isLetter } }
        let heading = letters(document.heading)
        guard texts.contains(where: { letters($0.text).contains(heading) }) else {
            throw PackProblem.output(path: path, reason: "what was written cannot be read back")
        }
        return texts
    }
}
