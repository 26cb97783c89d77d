import Testing
import Workflow

@testable import Register

/// Interests in the items of a meeting.
struct DeclarationTests {
    private func declare(
        _ name: String, in item: String, withdraws: Bool, _ test: TestRegister, interest: String = "Works there"
    ) throws {
        try test.write("2019-12-19") { operation, _ in
            try operation.declare(
                operation.view.known(name), interest: interest, in: item,
                of: operation.view.item("north-2019-12-19"), withdraws: withdraws)
        }
    }

    @Test func whoWithdrawsDoesNotCountForTheDecision() throws {
        let test = try TestRegister()
        try test.held()
        try declare("Parent Rep North", in: "8.1", withdraws: true, test)
        try test.note()
        #expect(try test.read { try $0.decisions(on: $0.item("N-1")) }.map(\.isProvisional) == [true])
    }

    @Test func whoOnlyDeclaresCounts() throws {
        let test = try TestRegister()
        try test.held()
        try declare("Parent Rep North", in: "8.1", withdraws: false, test)
        try test.note()
        #expect(try test.read { try $0.decisions(on: $0.item("N-1")) }.map(\.isProvisional) == [false])
    }

    @Test func withdrawingFromOneItemIsNotWithdrawingFromAnother() throws {
        let test = try TestRegister()
        try test.held()
        try declare("Parent Rep North", in: "11", withdraws: true, test)
        try test.note()
        #expect(try test.read { try $0.decisions(on: $0.item("N-1")) }.map(\.isProvisional) == [false])
    }

    @Test func aSecondDeclarationReplacesTheFirst() throws {
        let test = try TestRegister()
        try test.held()
        try declare("Parent Rep North", in: "8.1", withdraws: true, test)
        try declare("Parent Rep North", in: "8.1", withdraws: false, test)
        try test.note()
        #expect(try test.read { try $0.decisions(on: $0.item("N-1")) }.map(\.isProvisional) == [false])
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func anInterestIsSealed() throws {
        let test = try TestRegister()
        try test.held()
        try declare("Parent Rep North", in: "8.1", withdraws: true, test, interest: "Aunt of a heron")
        #expect(try test.stored(outsideTheVault: "heron").isEmpty)
    }

    @Test func anItemThatIsNotOnTheAgendaIsToldWithThoseThatAre() throws {
        let test = try TestRegister()
        try test.held()
        #expect(
            throws: RegisterError.notFound(
                "The agenda of north-2019-12-19 has no item 8.2.",
                remedies: [.say("It has 1, 2, 3, 4, 5, 6, 7, 8, 8.1, 9, 10, 11, 12, 13, 14, 15.")])
        ) {
            try declare("Parent Rep North", in: "8.2", withdraws: true, test)
        }
        try test.schedule("north", "2019-12-30")
        #expect(
            throws: RegisterError.notFound(
                "The agenda of north-2019-12-30 has no item 1.",
                remedies: [.deed("build-agenda", on: "north-2019-12-30")])
        ) {
            try test.read { _ = try $0.agendaItem("1", of: $0.item("north-2019-12-30")) }
        }
    }
}
