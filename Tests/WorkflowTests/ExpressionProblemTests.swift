import Testing

@testable import Workflow

struct ExpressionProblemTests {
    private func problem(_ text: String, giving type: ExpressionType? = .flag) -> ExpressionProblem? {
        switch ExpressionParser(environment: Samples.environment).expression(text, giving: type) {
        case .success: nil
        case .failure(let problem): problem
        }
    }

    @Test(arguments: [
        ("", 0, "An expression is missing here."),
        ("count ==", 8, "Here stands the end, where a field or a value should be."),
        ("count = 3", 6, "An expression cannot hold “=”."),
        ("count == 3 and", 14, "Here stands the end, where a field or a value should be."),
        ("(count == 3", 11, "Here stands the end, where “)” should be."),
        ("count == 3)", 10, "Here stands “)”, where an operator such as “and”, or the end should be."),
        ("count count", 6, "Here stands “count”, where an operator such as “and”, or the end should be."),
        ("title is blank", 9, "Here stands “blank”, where “set” or “empty” should be."),
        ("title == 'open", 9, "This quoted text has no closing quote."),
        ("on == 2019-02-30", 6, "“2019-02-30” is not a day of the calendar."),
        ("count == 1234567890", 9, "This number is too long: at most nine digits."),
        ("cuont == 3", 0, "There is no field or fact “cuont”."),
        ("colour == rde", 10, "“rde” is neither a choice here nor a field."),
        ("colour == 'rde'", 10, "“rde” is not a choice here."),
        ("count == 'three'", 6, "These can never be equal: one is a number, the other text."),
        (
            "owner == meeting", 6,
            "These can never be equal: one is the name of a person, the other the name of a meeting."
        ),
        ("title < 'b'", 6, "Only two numbers or two days have an order; these are text and text."),
        ("count and urgent", 0, "This is a number, where a condition is needed."),
        ("count", 0, "This gives a number, where yes or no is needed."),
        ("not title", 4, "This is text, where a condition is needed."),
        ("title has 'x'", 0, "This is text, where a list is needed."),
        ("marks has E9", 10, "“E9” is neither a choice here nor a field."),
        ("marks == marks", 6, "Lists cannot be compared."),
        ("colour in []", 10, "Nothing is in an empty list."),
        ("count == [1]", 9, "A list can stand only after “in”."),
        ("3 is set", 0, "Only a field or a fact can be asked whether it is set."),
        ("3 days == on", 0, "A length of time can only be added to a day or taken from one."),
        ("count + 3 days == on", 0, "This is a number, where a day is needed."),
        ("title + 1 == 2", 0, "This is text, where a number is needed."),
        ("on > today + 3", 13, "This is a number, where a length of time is needed."),
        ("count > -urgent", 9, "Here stands “urgent”, where a number should be."),
        ("on > today + -3 days", 16, "Here stands “days”, where an operator such as “and”, or the end should be."),
        ("on + 40000 days > today", 5, "A length of time is at most 36500."),
        ("days from on until today", 13, "Here stands “until”, where “to” should be."),
        ("count == 3 && urgent", 11, "An expression cannot hold “&”."),
        ("é == 3", 0, "An expression cannot hold “é”."),
        ("before.nothing is set", 0, "There is no field or fact “before.nothing”."),
    ])
    func saysWhatIsWrongAndWhere(text: String, offset: Int, sentence: String) {
        let found = problem(text)
        #expect(found?.offset == offset)
        #expect(found?.sentence == sentence)
    }

    @Test(arguments: [
        ("cuont == 3", "Did you mean “count”?"), ("colour == gren", "Did you mean “green”?"),
        ("count = 3", "To compare, write ==."), ("urgent | resting", "Write “or”."),
        ("marks == marks", "Write “has” or “in”."), ("count -1 == 2", nil),
        ("count-1 == 2", "Put a space on both sides of a minus."), ("on > today + 3", "Write it like 3 days."),
    ])
    func hintsAtTheRemedy(text: String, hint: String?) {
        #expect(problem(text)?.hint == hint)
    }

    @Test func isBoundedInLength() {
        #expect(problem("count == 3" + String(repeating: " ", count: 2000))?.sentence.contains("too long") == true)
    }

    @Test(arguments: ["(", "not ", "[", "urgent implies ", "days from "])
    func isBoundedInDepth(piece: String) {
        let text = String(repeating: piece, count: 120)
        #expect(problem(text) != nil)
    }

    @Test func readsALongChainOfConditions() {
        let text = Array(repeating: "urgent", count: 180).joined(separator: " and ")
        #expect(problem(text) == nil)
    }

    @Test func needsACalendarForWorkingDays() {
        var environment = Samples.environment
        environment.calendar = nil
        let result = ExpressionParser(environment: environment).condition("on + 3 working days > today")
        guard case .failure(let problem) = result else {
            Issue.record("it was read")
            return
        }
        #expect(problem.sentence == "Working days need a calendar, and this workflow names none.")
    }
}
