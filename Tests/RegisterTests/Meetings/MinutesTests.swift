import Testing
import Workflow

@testable import Register

/// What was said at a meeting.
struct MinutesTests {
    private let meeting = "north-2019-12-19"

    private func minute(_ item: String, _ text: String, _ test: TestRegister, on day: String = "2019-12-19") throws {
        try test.write(day) { operation, _ in
            try operation.minute(item, of: operation.view.item(meeting), discussed: text)
        }
    }

    private func line(_ item: String, _ test: TestRegister) throws -> AgendaItem {
        try test.read { try $0.agendaItem(item, of: $0.item(meeting)) }
    }

    @Test func theyStandUnderTheirItemAndASecondTimeReplacesTheFirst() throws {
        let test = try TestRegister()
        try test.held()
        #expect(try line("8.1", test).discussed == nil)
        try minute("8.1", "Nobody knew why", test)
        try minute("8.1", "The service knew why", test)
        #expect(try line("8.1", test).discussed == "The service knew why")
        #expect(try line("8", test).discussed == nil)
        #expect(try test.stored(outsideTheVault: "knew why").isEmpty)
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func anItemThatTimeRanOutForIsNotReachedUntilItIsMinuted() throws {
        let test = try TestRegister()
        try test.held()
        try test.write("2019-12-19") { operation, _ in
            try operation.skip("11", of: operation.view.item(meeting))
        }
        #expect(try !line("11", test).reached)
        try minute("11", "There was time after all", test)
        #expect(try line("11", test).reached)
    }

    @Test func thereAreNoneBeforeTheDay() throws {
        let test = try TestRegister()
        try test.published()
        let early = RegisterError.badInput(
            "north-2019-12-19 has not taken place on 2019-12-18.",
            remedies: [.dated(from: TestRegister.day("2019-12-19"))])
        #expect(throws: early) { try minute("8.1", "Early", test, on: "2019-12-18") }
        #expect(throws: early) {
            try test.write("2019-12-18") { operation, _ in
                try operation.skip("8.1", of: operation.view.item(meeting))
            }
        }
    }

    @Test func anUnknownItemHasNone() throws {
        let test = try TestRegister()
        try test.held()
        #expect(
            throws: RegisterError.notFound(
                "The agenda of north-2019-12-19 has no item 16.",
                remedies: [.say("It has 1, 2, 3, 4, 5, 6, 7, 8, 8.1, 9, 10, 11, 12, 13, 14, 15.")])
        ) {
            try minute("16", "Nothing", test)
        }
    }

    @Test func onceSignedTheyStayAsTheyAre() throws {
        let test = try TestRegister()
        try test.held()
        try test.note()
        try minute("8.1", "The wait is known", test)
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try test.cause(event, on: meeting, "2019-12-20")
        }
        try test.held(on: "2019-12-30")
        try test.cause("agree-minutes", on: meeting, "2019-12-30", ["agreed-at": .text("north-2019-12-30")])
        try test.cause("sign-minutes", on: meeting, "2019-12-30")
        #expect(
            throws: RegisterError.refused([
                Reason(
                    kind: .state,
                    sentence:
                        "The minutes of north-2019-12-19 were circulated on 20 December 2019, and stay as they are.",
                    remedies: [
                        .say("Record a correction when the next meeting agrees them."),
                        .cause(event: "agree-minutes", workflow: "meeting", item: meeting, giving: ["corrections"]),
                        .say("What tells of a family is taken out for good, by the information officer:"),
                        .deed("redact", on: meeting),
                    ])
            ])
        ) {
            try minute("8.1", "Something else", test, on: "2019-12-30")
        }
        #expect(try line("8.1", test).discussed == "The wait is known")
    }
}
