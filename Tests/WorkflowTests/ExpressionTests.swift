import Testing

@testable import Workflow

struct ExpressionTests {
    static let fields: [String: Value] = [
        "title": .text("Wait"), "count": .number(3), "level": .number(4), "urgent": .flag(true),
        "colour": .text("red"), "marks": .list(["E1", "E3"]), "owner": .text("clerk@example.org"),
        "helpers": .list(["a@example.org"]), "meeting": .text("north-2019-12-10"),
    ]

    func scope(_ fields: [String: Value] = fields, open: Set<String> = []) throws -> Scope {
        var fields = fields
        fields["on"] = .day(try .on("2019-12-20"))
        return Scope(
            fields: fields, before: ["count": .number(2)], state: "open",
            setting: Samples.setting(facts: ["meeting.date": .day(try .on("2019-12-10"))]), open: open)
    }

    @Test(arguments: [
        "count == 3", "count != 4", "count < 4", "count <= 3", "count > 2", "count >= 3", "count + 1 == 4",
        "count - 1 == 2", "count - 4 < 0", "urgent", "not (count == 4)", "not not urgent", "colour == red",
        "red == colour", "colour == 'red'", "colour != green", "colour in [red, blue]", "colour not in [green]",
        "marks has E1", "not (marks has E2)", "E3 in marks", "owner == actor.person", "actor.person == owner",
        "actor.person not in helpers", "owner == 'clerk@example.org'", "actor.roles has clerk", "state == open",
        "state in [open, waiting]", "title == 'Wait'", "title is set", "reason is empty", "until is empty",
        "today == 2019-12-02", "on > today", "on - 3 days == 2019-12-17", "today + 1 month == 2020-01-02",
        "on + 3 working days == 2019-12-27", "on - 1 working day == 2019-12-19", "days from today to on == 18",
        "working days from on to 2019-12-27 == 3", "days from on to today < 0", "meeting.date == 2019-12-10",
        "today <= meeting.date and urgent", "count == 9 or urgent", "count == 9 implies colour == blue",
        "urgent implies colour == red", "count == 9 or count == 8 or count == 3", "before.count + 1 == count",
        "before.count is set", "count == 3 and not (count == 4) or count == 5", "meeting == 'north-2019-12-10'",
    ])
    func holds(text: String) throws {
        #expect(try Samples.expression(text).truth(in: scope()) == .holds)
    }

    @Test(arguments: [
        "count == 4", "not urgent", "colour == blue", "marks has E2", "colour in [green, blue]", "title is empty",
        "reason is set", "urgent and count == 4", "count == 9 or count == 8", "urgent implies count == 4",
        "state == done", "actor.roles has boss", "on < today",
    ])
    func fails(text: String) throws {
        #expect(try Samples.expression(text).truth(in: scope()) == .fails)
    }

    @Test(arguments: [
        "reason == 'x'", "not resting", "resting", "until > today", "resting and urgent", "resting or count == 4",
        "resting implies count == 4", "urgent implies resting", "until + 3 days > today", "self.reference == 'N-1'",
        "days from until to today == 1", "colour == red and resting", "'N-1' in [self.reference]",
    ])
    func isUnknownWhenSomethingItNeedsIsEmpty(text: String) throws {
        #expect(try Samples.expression(text).truth(in: scope()) == .unknown)
    }

    /// Where the answer does not depend on what is empty, it is known.
    @Test(arguments: ["resting or urgent", "resting implies urgent", "not (resting and count == 4)"])
    func isKnownWhenWhatIsEmptyCannotMatter(text: String) throws {
        #expect(try Samples.expression(text).truth(in: scope()) == .holds)
    }

    @Test func namesWhatIsEmpty() throws {
        let expression = try Samples.expression("resting or until > today or self.reference == 'N-1' or title is set")
        #expect(try expression.empty(in: scope()) == ["resting", "until", "self.reference"])
    }

    @Test func treatsWhatIsStillToBeGivenAsUnknown() throws {
        let open = try scope(open: ["title", "meeting"])
        #expect(try Samples.expression("title is set").truth(in: open) == .unknown)
        #expect(try Samples.expression("meeting.date is set").truth(in: open) == .unknown)
        #expect(try Samples.expression("meeting.date > today").truth(in: open) == .unknown)
        #expect(try Samples.expression("urgent").truth(in: open) == .holds)
    }

    @Test func worksOutValues() throws {
        #expect(try Samples.expression("count + 2", giving: .number).value(in: scope()) == .number(5))
        #expect(
            try Samples.expression("owner", giving: .reference("person")).value(in: scope()) == Self.fields["owner"])
        #expect(try Samples.expression("count == 3", giving: .flag).value(in: scope()) == .flag(true))
        #expect(
            try Samples.expression("[E1, E2]", giving: .list(.choice(["E1", "E2"]))).value(in: scope())
                == .list(["E1", "E2"]))
        #expect(try Samples.expression("blue", giving: .choice(["red", "blue"])).value(in: scope()) == .text("blue"))
        #expect(try Samples.expression("no", giving: .flag).value(in: scope()) == .flag(false))
    }

    @Test func staysWithinTheCalendar() throws {
        var far = try scope()
        far.fields["on"] = .day(try .on("9999-12-31"))
        #expect(try Samples.expression("on + 1 day == on").truth(in: far) == .unknown)
        far.fields["count"] = .number(.max)
        #expect(try Samples.expression("count + 1 > 0").truth(in: far) == .unknown)
    }

    @Test func takesAChoiceBeforeAFieldOfTheSameName() throws {
        let colour = Field(name: "colour", title: "Colour", kind: .choice([.init(name: "shade", title: "Shade")]))
        let shade = Field(name: "shade", title: "Shade", kind: .line)
        let parser = ExpressionParser(environment: ExpressionEnvironment(fields: [colour, shade]))
        let expression = try parser.condition("colour == shade").get()
        #expect(expression.fields == ["colour"])
    }
}
