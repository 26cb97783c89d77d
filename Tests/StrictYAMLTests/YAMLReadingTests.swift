import Testing
import Workflow

@testable import StrictYAML

struct YAMLReadingTests {
    let log = ProblemLog()

    private func keyed(_ text: String, required: [String] = [], optional: [String] = []) throws -> YAMLKeyed {
        let root = try YAMLDocument.read(text, name: "f").get()
        return try #require(root.keyed("an event", required: required, optional: optional, log))
    }

    @Test func tellsUnknownKeysWithWhatWasMeant() throws {
        _ = try keyed("titel: x\n", required: ["title"], optional: ["from"])
        #expect(log.problems.map(\.sentence) == ["An event has no key “titel”.", "An event needs the key “title”."])
        #expect(log.problems.first?.hint == "Did you mean “title”?")
    }

    @Test func listsTheKnownKeysWhenNoneIsNear() throws {
        _ = try keyed("colour: x\n", optional: ["from", "to"])
        #expect(log.problems.first?.hint == "Known keys: from, to.")
    }

    @Test func readsTypedScalars() throws {
        let keys = try keyed(
            "n: 14\nf: yes\nd: 2019-12-02\nt: text\nw: reply-by\n", optional: ["n", "f", "d", "t", "w"])
        #expect(keys["n"]?.integer("it", log) == 14)
        #expect(keys["f"]?.flag("it", log) == true)
        #expect(keys["d"]?.day("it", log) == Day(iso: "2019-12-02"))
        #expect(keys["t"]?.choice("it", among: ["text", "line"], log) == "text")
        #expect(keys["w"]?.name("a name", log) == "reply-by")
        #expect(log.isEmpty)
    }

    @Test(arguments: [
        ("it: x", "It should be a whole number; here is text."),
        ("it: [1]", "It should be a whole number; here is a list."),
        ("it: 9", "It should be from 1 to 4."),
        ("it:", "It should be a whole number; here is nothing."),
    ])
    func saysWhatShouldStandHere(text: String, sentence: String) throws {
        let keys = try keyed(text, optional: ["it"])
        #expect(keys["it"]?.integer("it", in: 1...4, log) == nil)
        #expect(log.problems.map(\.sentence) == [sentence])
    }

    @Test func takesOneThingForAListOfOne() throws {
        let keys = try keyed("a: x\nb: [x, y]\n", optional: ["a", "b"])
        #expect(keys["a"]?.oneOrMore("it", log).count == 1)
        #expect(keys["b"]?.oneOrMore("it", log).count == 2)
    }

    @Test(arguments: ["reply by", "-a", "a-", "a--b", "é", "a.b", "a_b"])
    func refusesWhatIsNoName(text: String) {
        #expect(!YAMLNode.isName(text))
    }
}
