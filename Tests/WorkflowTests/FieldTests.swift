import Testing

@testable import Workflow

struct FieldTests {
    private func field(_ name: String) throws -> Field {
        try #require(Samples.fields.first { $0.name == name })
    }

    @Test(arguments: [
        ("title", " A wait ", Value.text("A wait")), ("notes", "one\ntwo\t3", .text("one\ntwo\t3")),
        ("count", "14", .number(14)), ("urgent", "Yes", .flag(true)), ("urgent", "n", .flag(false)),
        ("colour", "RED", .text("red")), ("marks", "E1, e3,E1,", .list(["E1", "E3"])),
        ("owner", "clerk@example.org", .text("clerk@example.org")), ("helpers", "a, b", .list(["a", "b"])),
        ("title", "naïve 🙂 e\u{301}", .text("naïve 🙂 e\u{301}")),
    ])
    func readsWhatAPersonTypes(name: String, text: String, value: Value) throws {
        #expect(try field(name).read(text) == .success(value))
    }

    @Test func readsADay() throws {
        #expect(try field("on").read("2019-12-02") == .success(.day(.on("2019-12-02"))))
    }

    @Test(arguments: [
        ("count", "many", "Count is a whole number from 0 to 100."),
        ("count", "101", "Count is a whole number from 0 to 100."),
        ("count", "99999999999999999999", "Count is a whole number from 0 to 100."),
        ("on", "02/12/2019", "On is a day, written 2019-12-02."),
        ("on", "2019-02-30", "On is a day, written 2019-12-02."),
        ("urgent", "maybe", "Urgent is yes or no."),
        ("colour", "pink", "Colour is one of red, green, blue."),
        ("marks", "E1,E9", "Marks is any of E1, E2, E3."),
        ("marks", ",", "Marks is empty."),
        ("title", "  ", "Title is empty."),
        ("title", "\u{3000}", "Title is empty."),
        ("title", "two\nlines", "Title contains a line break, which a record cannot hold."),
        ("title", "a\u{0}b", "Title contains a NUL character, which a record cannot hold."),
        ("notes", "a\u{1B}[31mb", "Notes contains a control character, which a record cannot hold."),
        (
            "notes", "a\u{202E}b",
            "Notes contains a character that changes the writing direction, which a record cannot hold."
        ),
        ("notes", "a\r\nb", "Notes contains a control character, which a record cannot hold."),
        ("title", "\u{FEFF}a", "Title contains a byte-order mark, which a record cannot hold."),
        ("title", "123456789012345678901", "Title is too long: at most 20 characters."),
    ])
    func refusesWhatItCannotHold(name: String, text: String, sentence: String) throws {
        guard case .failure(let problem) = try field(name).read(text) else {
            Issue.record("\(text) was read")
            return
        }
        #expect(problem.sentence == sentence)
    }

    @Test func neverRepeatsTheValueItRefuses() throws {
        guard case .failure(let problem) = try field("notes").read("Secret\u{202E}Name") else {
            Issue.record("it was read")
            return
        }
        #expect(!problem.sentence.contains("Secret"))
    }

    @Test func refusesTenMegabytesWithoutReadingThem() throws {
        let text = String(repeating: "a", count: 10_000_000)
        #expect(try field("notes").check(.text(text)) == "Notes is too long: at most 10000 characters.")
    }

    @Test func countsCharactersAndNotBytes() throws {
        #expect(try field("title").check(.text(String(repeating: "é", count: 20))) == nil)
    }

    @Test func suggestsAChoiceWhenThereAreMany() throws {
        let names = (1...30).map { "choice-\($0)" } + ["speech"]
        let field = Field(
            name: "theme", title: "Theme", kind: .choice(names.map { .init(name: $0, title: $0) }))
        guard case .failure(let problem) = field.read("speach") else {
            Issue.record("it was read")
            return
        }
        #expect(problem.sentence == "Theme is one of its 31 choices.")
        #expect(problem.hint == "Did you mean “speech”?")
    }

    @Test func refusesAValueOfAnotherType() throws {
        #expect(try field("count").check(.text("14")) == "Count is a whole number from 0 to 100.")
        #expect(try field("marks").check(.list(["E1", "E1"])) == "Marks names something twice.")
    }
}
