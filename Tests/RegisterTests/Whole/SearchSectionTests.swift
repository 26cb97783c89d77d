import Testing
import Workflow

@testable import Register

/// A search finds what whoever asks may read, and nothing else.
struct SearchSectionTests {
    private func found(_ word: String, as name: String, _ test: TestRegister) throws -> [String] {
        try test.read { view in
            try view.search([word], as: view.standing(of: view.known(name)), limit: 10).map(\.reference)
        }
    }

    @Test(arguments: [
        ("DCO North", ["N-1"], ["N-1"]), ("Chair North", ["N-1"], ["N-1"]), ("Parent Rep North", ["N-1"], []),
        ("Viewer North", ["N-1"], []), ("DCO South", [], []), ("Board Secretary", [], []),
        ("Information Officer", ["N-1"], ["N-1"]), ("Second Registrar", [], []),
    ])
    func byRoleAndPlace(name: String, narrative: [String], detail: [String]) throws {
        let test = try TestRegister()
        try test.raise()
        for (person, place) in [
            ("Chair North", "north/chair"), ("Viewer North", "north/viewer"), ("DCO South", "south/dco"),
            ("Information Officer", "board/information-officer"), ("Second Registrar", "registrar"),
        ] { try test.seat(person, at: place) }
        #expect(try found("appointment", as: name, test) == narrative)
        #expect(try found("zebrafinch", as: name, test) == detail)
        #expect(try found("Quokka", as: name, test).isEmpty)
    }

    @Test func theBoardFindsAnIssueFromItsEscalationOn() throws {
        let test = try TestRegister()
        try test.held()
        #expect(try found("appointment", as: "Board Secretary", test).isEmpty)
        #expect(!(try found("appointment", as: "Parent Rep North", test).isEmpty))
        let other = try TestRegister()
        try other.tabled(at: "board-2019-12-30")
        #expect(try found("appointment", as: "Board Secretary", other).contains("N-1"))
        #expect(try found("zebrafinch", as: "Board Secretary", other).isEmpty)
    }

    @Test func aWorryIsFoundByTheDCOsSideAlone() throws {
        let test = try TestRegister()
        try test.raise(["safeguarding": .text("unsure")])
        try test.seat("Chair North", at: "north/chair")
        #expect(try found("appointment", as: "DCO North", test) == ["N-1"])
        #expect(try found("appointment", as: "Chair North", test).isEmpty)
        #expect(try found("appointment", as: "Parent Rep North", test).isEmpty)
    }

    /// However many there are that may not be read before them.
    @Test func whatMayBeReadIsFoundBehindWhatMayNot() throws {
        let test = try TestRegister()
        try test.seat("DCO South", at: "south/dco")
        for _ in 0..<120 { try test.raise(["summary": .text("Appointment appointment appointment")]) }
        try test.write("2019-12-02", as: test.person("DCO South")) { operation, standing in
            _ = try operation.begin(
                "issue",
                given: TestRegister.concern.merging([
                    "area": .text("south"), "summary": .text("A long wait that ends with an appointment"),
                ]) { $1 }, as: standing)
        }
        #expect(try found("appointment", as: "DCO South", test) == ["S-1"])
    }

    @Test(arguments: ["", "  ", "*", "\"", "NEAR(", "-"])
    func whatIsNoWordFindsNothingAndBreaksNothing(word: String) throws {
        let test = try TestRegister()
        try test.raise()
        #expect(try found(word, as: "DCO North", test).isEmpty)
    }
}
