import Testing

@testable import Partnership

struct LimbsTests {
    @Test(arguments: [
        ("That they write", "That they write"),
        (
            "That one be tried\nthe council answers\nthe forum tells",
            "That one be tried; the council answers; the forum tells"
        ),
        ("That they be asked to:\nwrite; and\n call  again", "That they be asked to: write; and call again"),
        ("That it be told.\non paper;\nonline.", "That it be told: on paper; online."),
        ("That it be done.\nAuthority granted: To sign", "That it be done. Authority granted: To sign"),
    ])
    func limbsAreToldApartOnOneLine(words: String, line: String) {
        #expect(words.limbsOnOneLine == line)
    }
}
