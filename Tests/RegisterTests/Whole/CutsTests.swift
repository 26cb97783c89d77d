import Testing

@testable import Register

/// Words that were taken out, by their places.
struct CutsTests {
    @Test(arguments: [
        ("Zoe waits", "[x] waits", "0"), ("Waits for Zoe Maple, and Ed", "Waits for [x], and [x]", "2-3 6"),
        ("Ring +44 (0)1524 now", "Ring [x] now", "1-6"), ("a@b.c", "[x]", "0-4"),
        ("[x] and Zoe", "[x] and [x]", "0-2 4"),
        ("Zoe\u{0301}s  été,\nZoe", "Zoe\u{0301}s  [x],\nZoe", "1"), ("Zoe, Zoe", "[x], [x]", "0 2"),
    ]) func makeExactlyWhatWasLeft(old: String, new: String, written: String) throws {
        let cuts = try #require(Cuts(from: old, to: new, mark: "[x]"))
        #expect(cuts.description == written)
        #expect(Cuts(written) == cuts)
        #expect(cuts.made(of: old, mark: "[x]") == new)
    }

    @Test(arguments: [("Zoe waits", "Zoe waits"), ("Zoes", "[x]s"), ("Zoe", "Ed [x]"), ("Zoe", "[x]Zoe"), ("", "[x]")])
    func areNoneWhereTheyWouldMakeAnythingElse(old: String, new: String) {
        #expect(Cuts(from: old, to: new, mark: "[x]") == nil)
    }

    @Test(arguments: ["", "x", "3-1", "2 1", "1 1", "-1", "1--2", "1-2-3", "1  2"])
    func badPlacesAreNone(written: String) { #expect(Cuts(written) == nil) }

    @Test func aTextWithoutSuchWordsIsNotMended() { #expect(Cuts("0-7")?.made(of: "Zoe waits", mark: "[x]") == nil) }
}
