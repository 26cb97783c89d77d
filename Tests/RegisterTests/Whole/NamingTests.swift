import Testing
import Workflow

@testable import Register

/// What people write for what the register knows, and what they are told when it does not.
struct NamingTests {
    private func raising(_ field: String, _ written: String, _ test: TestRegister) throws -> Value? {
        try test.raise([field: .text(written)]).item.fields[field]
    }

    @Test(arguments: [
        ("theme", "SALT", "salt"), ("theme", "speech therapy", "salt"), ("area", "North", "north"),
        ("district", "LANCASTER", "lancaster"),
    ])
    func letterCaseAndOtherNamesDoNotMatter(field: String, written: String, stored: String) throws {
        #expect(try raising(field, written, TestRegister()) == .text(stored))
    }

    @Test(arguments: [
        ("theme", "slat", "There is no theme called “slat”.", "Did you mean “salt”?"),
        ("area", "nroth", "There is no area called “nroth”.", "Did you mean “north”?"),
        (
            "area", "westerly", "There is no area called “westerly”.",
            "Known: north, south, east, blackpool, blackburn-with-darwen."
        ),
        ("district", "lancastre", "There is no district called “lancastre”.", "Did you mean “lancaster”?"),
    ])
    func aNearMissIsToldWithWhatWasProbablyMeant(field: String, written: String, said: String, help: String) throws {
        let test = try TestRegister()
        #expect(throws: RegisterError.badInput(said, remedies: [.say(help)])) { _ = try raising(field, written, test) }
    }

    @Test(arguments: ["Board Secretary", "BOARD  secretary", "Board Secretary <secretary@example.org>"])
    func peopleAreFoundByTheirNames(written: String) throws {
        let test = try TestRegister()
        #expect(try test.person(written).name == "Board Secretary")
    }

    @Test func peopleWhomNobodyKnowsAreToldWithTheNearest() throws {
        let test = try TestRegister()
        #expect(
            throws: RegisterError.notFound(
                "There is nobody called “Bord Secretary” in this register.",
                remedies: [.say("Did you mean “Board Secretary”?")])
        ) {
            _ = try test.person("Bord Secretary")
        }
        #expect(
            throws: RegisterError.notFound("There is nobody called “Xylophone” in this register.", remedies: [])
        ) {
            _ = try test.person("Xylophone")
        }
    }

    @Test func aReferenceIsFoundInAnyLetterCase() throws {
        let test = try TestRegister()
        try test.raise()
        try test.schedule("north", "2019-12-19")
        #expect(try test.item("n-1").reference == "N-1")
        #expect(try test.item("North-2019-12-19").reference == "north-2019-12-19")
        #expect(try test.item("ip-3.6").reference == "IP-3.6")
    }

    @Test func oneThatDoesNotExistIsToldWithTheLatestOfItsKind() throws {
        let test = try TestRegister()
        try test.raise()
        #expect(
            throws: RegisterError.notFound(
                "There is no N-7 in this register.", remedies: [.say("The latest of its kind is N-1.")])
        ) {
            _ = try test.item("N-7")
        }
        #expect(throws: RegisterError.notFound("There is no Q-7 in this register.", remedies: test.examples())) {
            _ = try test.item("Q-7")
        }
    }

    @Test func oneOfAnotherKindIsToldAsThat() throws {
        let test = try TestRegister()
        try test.raise()
        #expect(
            throws: RegisterError.badInput("N-1 is an issue, not a meeting.", remedies: [.deed("show", on: "N-1")])
        ) {
            try test.read { _ = try $0.item("n-1", workflow: "meeting") }
        }
    }

    @Test func aMeetingOfABodyAndDayIsOne() throws {
        let test = try TestRegister()
        try test.schedule("north", "2019-12-19")
        #expect(
            throws: RegisterError.badInput(
                "There is a meeting north-2019-12-19 already.", remedies: [.deed("show", on: "north-2019-12-19")])
        ) {
            try test.schedule("north", "2019-12-19")
        }
    }

    @Test func anIssueThatSomebodyChangedIsNotOverwritten() throws {
        let test = try TestRegister()
        try test.raise()
        try test.cause("acknowledge", on: "N-1", "2019-12-03", TestRegister.acceptance[0].given, expect: 1)
        #expect(throws: RegisterError.moved(reference: "N-1", expected: 1, actual: 2)) {
            try test.cause("remark", on: "N-1", "2019-12-03", ["remark": .text("Seen")], expect: 1)
        }
    }
}
