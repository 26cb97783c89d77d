import Testing
import Workflow

@testable import Register

/// What cannot be taken back, and why.
struct UndoTests {
    private func undo(_ line: OperationLine, _ test: TestRegister, on day: String = "2019-12-20") throws {
        try test.write(day) { try $0.undo(line, as: $1) }
    }

    private func refused(_ sentence: String, _ remedies: Remedy...) -> RegisterError {
        .refused([Reason(kind: .rule, sentence: sentence, remedies: remedies)])
    }

    @Test func nothingIsUndoneTwice() throws {
        let test = try TestRegister()
        try test.raise()
        let raised = try test.last()
        try undo(raised, test)
        let again = try test.read { try $0.operation(raised.id) }
        #expect(throws: refused("Operation \(raised.id) was undone already, by operation \(raised.id + 1).")) {
            try undo(again, test)
        }
    }

    @Test func anUndoIsNotUndone() throws {
        let test = try TestRegister()
        try test.raise()
        try undo(test.last(), test)
        let undoing = try test.last()
        #expect(
            throws: refused(
                "Operation \(undoing.id) is itself an undo.", .say("Cause the event again instead."))
        ) {
            try undo(undoing, test)
        }
    }

    @Test func theRegisterItselfIsNotUndone() throws {
        let test = try TestRegister()
        let first = try test.read { try $0.operation(1) }
        #expect(throws: refused("The first operation made the register itself.")) { try undo(first, test) }
    }

    @Test func thereHasToBeSuchAnOperation() throws {
        let test = try TestRegister()
        #expect(throws: RegisterError.notFound("There is no operation 99.", remedies: [.deed("log")])) {
            try test.read { _ = try $0.operation(99) }
        }
    }

    @Test func whatHasChangedSinceIsUndoneNewestFirst() throws {
        let test = try TestRegister()
        try test.raise()
        let raised = try test.last()
        try test.cause("acknowledge", on: "N-1", "2019-12-03", TestRegister.acceptance[0].given)
        #expect(
            throws: refused(
                "N-1 has changed since operation \(raised.id).",
                .say("Undo the later operations first, newest first."))
        ) {
            try undo(raised, test)
        }
        try undo(test.last(), test)
        try undo(raised, test)
        #expect(throws: RegisterError.notFound("There is no N-1 in this register.", remedies: test.examples())) {
            _ = try test.item("N-1")
        }
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func anIssuedAgendaRestsOnWhatIsOnIt() throws {
        let test = try TestRegister()
        try test.published()
        let lines = try test.read { try $0.operations(limit: 3) }
        #expect(lines[1].command == "test")
        let built = lines[1]
        let rests = refused(
            "The agenda of north-2019-12-19 was published on 2019-12-06, and rests on operation \(built.id).",
            .say("Record what is right from here on; it comes with a supplement."))
        #expect(throws: rests) { try undo(built, test) }
        // And what went out is not taken back itself.
        #expect(
            throws: refused(
                "With operation \(lines[0].id) papers of north-2019-12-19 went out, and what went out is out.",
                .say("Record what is right from here on."))
        ) {
            try undo(lines[0], test)
        }
    }

    @Test func circulatedMinutesRestOnWhatTheyTell() throws {
        let test = try TestRegister()
        try test.held()
        try test.note()
        try test.write("2019-12-19") { operation, _ in
            try operation.minute(
                "8.1", of: operation.view.item("north-2019-12-19"), discussed: "The wait is known")
        }
        let minuted = try test.last()
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try test.cause(event, on: "north-2019-12-19", "2019-12-20")
        }
        #expect(
            throws: refused(
                "The minutes of north-2019-12-19 were circulated on 2019-12-20, and rest on operation \(minuted.id).",
                .say("Have the next meeting agree them with a correction."),
                .say("What tells of a family is taken out for good, by the information officer:"),
                .deed("redact", on: "north-2019-12-19"))
        ) {
            try undo(minuted, test)
        }
    }

    @Test func aDecisionRestsOnWhoWasThere() throws {
        let test = try TestRegister()
        try test.held()
        try test.mark("Board Secretary", .present)
        let marked = try test.last()
        try test.note()
        #expect(
            throws: refused(
                "D-north-2019-1 was taken since, and whether it counts rests on who was at north-2019-12-19.",
                .say("Correct the entry instead, by recording it again."))
        ) {
            try undo(marked, test)
        }
        try undo(test.last(), test)
        try undo(marked, test)
        #expect(try test.read { try $0.attendance(of: $0.item("north-2019-12-19")).count } == 5)
    }

    @Test func whatWasErasedDoesNotComeBack() throws {
        let test = try TestRegister()
        try test.raise(["safeguarding": .text("yes")])
        try test.cause(
            "divert", on: "N-1", "2019-12-02",
            ["destination": .text("police"), "external-reference": .text("P-1")])
        let diverted = try test.last()
        #expect(
            throws: refused(
                "The safeguarding screen of N-1 is not clear, and a worry once recorded is not taken back.",
                .say("Divert it, if that has not been done."))
        ) {
            try undo(diverted, test)
        }
        #expect(try test.item("N-1").state == "diverted")
    }

    @Test func aPersonWhoHasDoneSomethingSinceStays() throws {
        let test = try TestRegister()
        try test.write("2019-12-01") { operation, _ in
            try operation.add(Person(written: "Newcomer")!)
        }
        let added = try test.last()
        try test.seat("Newcomer", at: "north/viewer")
        #expect(
            throws: refused(
                "Something recorded since refers to what operation \(added.id) brought.",
                .say("Undo the later operations first, newest first."))
        ) {
            try undo(added, test)
        }
        try undo(test.last(), test)
        try undo(added, test)
        #expect(try test.read { try $0.person("Newcomer") } == nil)
        #expect(try !test.holds("Newcomer"))
    }
}

extension TestRegister {
    /// What helps when no reference of a kind is known.
    func examples() -> [Remedy] {
        [.say("References look like N-7, north-2020-01-14, A-12."), .deed("list", on: "issue")]
    }
}
