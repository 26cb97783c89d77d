import Testing
import Workflow

@testable import Register

/// Clocks that cause their events once they are missed.
struct TickingTests {
    /// N-1 waiting for what was asked for until 10 December.
    private func waiting(attempts: Int = 2) throws -> TestRegister {
        let test = try TestRegister()
        try test.raise()
        try test.cause("acknowledge", on: "N-1", "2019-12-03", TestRegister.acceptance[0].given)
        try test.cause(
            "request-info", on: "N-1", "2019-12-03",
            ["missing": .text("A date"), "needed-by": .day(TestRegister.day("2019-12-10"))])
        for _ in 0..<attempts { try test.cause("attempt-contact", on: "N-1", "2019-12-04", ["method": .text("phone")]) }
        return test
    }

    private func tick(_ test: TestRegister, on day: String) throws -> [TickedClock] {
        try test.register.write(by: "DCO North", on: TestRegister.day(day), deed: "tick", asRegister: true) {
            operation, _ in try operation.tick()
        }
    }

    @Test func aClockIsMissedTheDayAfterItsDay() throws {
        let test = try waiting()
        #expect(try tick(test, on: "2019-12-10").isEmpty)
        let ticked = try #require(tick(test, on: "2019-12-11").first)
        #expect(ticked.reference == "N-1")
        #expect(ticked.clock == "Information asked for")
        #expect(ticked.due == TestRegister.day("2019-12-10"))
        guard case .happened(let outcome) = ticked.result else {
            Issue.record("\(ticked.result)")
            return
        }
        #expect(outcome.event == "lapse")
        #expect(outcome.capacity == "system")
        #expect(try test.item("N-1").state == "withdrawn")
        #expect(try test.last().actorName == "The register")
        #expect(try tick(test, on: "2019-12-12").isEmpty)
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func whatARuleRefusesIsTriedAgain() throws {
        let test = try waiting(attempts: 1)
        let before = try test.bytes()
        for day in ["2019-12-11", "2019-12-12"] {
            let ticked = try #require(tick(test, on: day).first)
            guard case .refused(let reasons) = ticked.result else {
                Issue.record("\(ticked.result)")
                return
            }
            #expect(reasons.map(\.sentence) == ["It can lapse only after two contact attempts on record."])
        }
        #expect(try test.bytes() == before)
        try test.cause("attempt-contact", on: "N-1", "2019-12-12", ["method": .text("phone")])
        _ = try tick(test, on: "2019-12-12")
        #expect(try test.item("N-1").state == "withdrawn")
    }

    @Test func whatChangedLaterIsLeftAlone() throws {
        let test = try waiting()
        try test.cause("attempt-contact", on: "N-1", "2019-12-20", ["method": .text("phone")])
        guard case .later(let day)? = try tick(test, on: "2019-12-11").first?.result else {
            Issue.record("It was not left alone.")
            return
        }
        #expect(day == TestRegister.day("2019-12-20"))
        #expect(try test.item("N-1").state == "needs-info")
    }

    @Test func whatWasTakenBackDoesNotHappenAgain() throws {
        let test = try waiting()
        _ = try tick(test, on: "2019-12-11")
        let lapse = try test.last()
        try test.write("2019-12-12") { try $0.undo(lapse, as: $1) }
        guard case .undone(let day)? = try tick(test, on: "2019-12-13").first?.result else {
            Issue.record("It happened again.")
            return
        }
        #expect(day == TestRegister.day("2019-12-12"))
        #expect(try test.item("N-1").state == "needs-info")
    }

    @Test func whatWouldHappenIsForeseenAndNothingIsWritten() throws {
        let test = try waiting()
        let before = try test.bytes()
        let foreseen = try test.read("2019-12-11") { try $0.foreseenTicks() }
        #expect(foreseen.map(\.event) == ["lapse"])
        guard case .happened(let outcome)? = foreseen.first?.result else {
            Issue.record("It would not happen.")
            return
        }
        #expect(outcome.item.state == "withdrawn")
        #expect(try test.bytes() == before)
    }
}
