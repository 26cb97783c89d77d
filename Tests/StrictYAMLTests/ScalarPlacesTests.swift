import Testing

@testable import StrictYAML

struct ScalarPlacesTests {
    /// Each text holds one scalar, in which the place of the first `!` is wanted.
    @Test(arguments: [
        ("a: one !two\n", 1, 8), ("a: 'one ''x'' !two'\n", 1, 15), ("a: \"one !two\"\n", 1, 9),
        ("a: one\n  two\n  !three\n", 3, 3), ("a: >-\n  one\n  two !x\n", 3, 7), ("a: |\n  one\n  é !x\n", 3, 5),
    ])
    func findsACharacterOfAScalar(text: String, line: Int, column: Int) throws {
        let root = try YAMLDocument.read(text, name: "f").get()
        let node = try #require(root.entries("it", ProblemLog()).first?.value)
        guard case .scalar(let value) = node.content else {
            Issue.record("no scalar")
            return
        }
        let offset = try #require(value.utf8.firstIndex(of: UInt8(ascii: "!")))
        let bytes = value.utf8.distance(from: value.startIndex, to: offset)
        let place = ScalarPlaces(text: text).place(ofByte: bytes, in: value, at: node.place)
        #expect(place == Place(line: line, column: column))
    }
}
