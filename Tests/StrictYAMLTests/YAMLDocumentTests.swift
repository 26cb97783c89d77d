import Testing
import Workflow

@testable import StrictYAML

struct YAMLDocumentTests {
    private func problems(_ text: String) -> [Problem] {
        switch YAMLDocument.read(text, name: "file.yaml") {
        case .success: []
        case .failure(let problems): problems.problems
        }
    }

    @Test func keepsScalarsAsText() throws {
        let root = try YAMLDocument.read("a: no\nb: 1.0\nc: ~\nd: 'x'\n", name: "f").get()
        let values = root.entries("it", ProblemLog()).map { entry -> String in
            if case .scalar(let text) = entry.value.content { return text }
            return "?"
        }
        #expect(values == ["no", "1.0", "~", "x"])
    }

    @Test func knowsWhereEverythingStands() throws {
        let root = try YAMLDocument.read("a:\n  - b: 1\n    cé: 2\n", name: "f").get()
        let inner = try #require(root.entries("it", ProblemLog()).first?.value.sequence("it", ProblemLog()).first)
        let entry = try #require(inner.entries("it", ProblemLog()).last)
        #expect(entry.place == Place(line: 3, column: 5))
        #expect(entry.value.place == Place(line: 3, column: 9))
    }

    @Test(arguments: [
        ("a: &x 1\nb: *x\n", "Anchors and aliases (& and *) are not used here: write the value out."),
        ("a: !!int 1\n", "Tags (!) are not used here."),
        ("a: !x {b: 1}\n", "Tags (!) are not used here."),
        ("<<: {a: 1}\n", "Merge keys (<<) are not used here: write the keys out."),
        ("? [a]\n: 1\n", "A key is a plain word."),
        ("a: 1\nb: 2\na: 3\n", "The key “a” stands here twice."),
        ("", "The file is empty."),
        ("a: 1\n---\nb: 2\n", "This is not YAML as it should be: but found another document."),
        ("a: b: c\n", "This is not YAML as it should be: mapping values are not allowed in this context."),
        ("a: [1, 2\n", "This is not YAML as it should be: did not find expected ',' or ']'."),
        ("a:\n\t- b\n", "The file holds a tab; indent with spaces."),
        ("a: b\u{7}\n", "The file holds a control character."),
        ("a: b\u{202E}\n", "The file holds a character that changes the writing direction."),
        ("\u{FEFF}a: b\n", "The file holds a byte-order mark."),
        ("a: {b: {c: {d: {e: {f: {g: {h: {i: 1}}}}}}}}\n", "This is nested more than 8 deep."),
    ])
    func refuses(text: String, sentence: String) {
        #expect(problems(text).map(\.sentence).contains(sentence))
    }

    @Test func saysWhereADuplicateKeyStands() {
        #expect(problems("a: 1\nb:\n  c: 1\n  c: 2\n").first.map { [$0.line, $0.column] } == [3, 3])
    }

    @Test func tellsAllProblemsAtOnceInTheirOrder() {
        let found = problems("a: &x 1\nb: !t 2\nc: &y 3\n")
        #expect(found.map(\.line) == [1, 2, 3])
    }

    @Test func refusesAFileThatIsTooLarge() {
        let text = "a: " + String(repeating: "x", count: 300_000)
        #expect(problems(text).first?.sentence == "The file is too large: at most 256 KiB.")
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "- - "])
    func isNotOverwhelmedByDeepNesting(piece: String) {
        #expect(!problems(String(repeating: piece, count: 60_000)).isEmpty)
    }

    @Test func isNotOverwhelmedByAliases() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(problems(text).map(\.line) == [2])
    }

    @Test func isNotOverwhelmedByAliasesAsKeys() {
        var text = "a0: &a0 {x: y}\n"
        for level in 1...40 { text += "a\(level): &a\(level) {? *a\(level - 1) : x, ? [*a\(level - 1)] : y}\n" }
        #expect(!problems(text).isEmpty)
    }
}
