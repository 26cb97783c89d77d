import Testing

@testable import Workflow

struct ExpressionTests {
    static let fields: [String: Value] = [
        "title": .text("Wait"), "count": .number(3), "level": .number(4), "urgent": .flag(true),
        "colour": .text("red"), "marks": .list(["E1", "E3"]), "owner": .text("clerk@example.org"),
        "helpers": .list(["a@example.org"]), "meeting": .text("north-2019-12-10"),
    ]

    static let program = Program(
        fields: Samples.fields, facts: Samples.facts, sections: [],
        states: ["open", "waiting", "done"].map { State(name: $0, title: $0) }, events: [], rules: [], clocks: [])
    static let layout = program.layout

    func frame(_ fields: [String: Value] = fields, open: Set<String> = []) throws -> Frame {
        let fields = fields.merging(["on": .day(try .on("2019-12-20"))]) { given, _ in given }
        var frame = Frame(
            Self.program, fields, state: Self.layout.state("open"),
            setting: Samples.setting(facts: ["meeting.date": .day(try .on("2019-12-10"))]))
        if let count = Self.layout.field("count") {
            let value = frame.cell(count)
            frame.write(.number(2), to: count)
            frame.begin(at: frame.state, in: frame.setting)
            frame.write(value, to: count)
        }
        if !open.isEmpty { frame.sight = .open(Set(open.compactMap(Self.layout.field))) }
        return frame
    }

    @Test(arguments: [
        "count == 3", "count != 4", "count < 4", "count <= 3", "count > 2", "count >= 3", "count + 1 == 4",
        "count - 1 == 2", "count - 4 < 0", "count > -1", "count - 4 == - 1", "count - -1 == 4", "-3 + count == 0",
        "urgent", "not (count == 4)", "not not urgent", "colour == red",
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
        #expect(try frame().truth(of: Samples.expression(text)) == .holds)
    }

    @Test(arguments: [
        "count == 4", "not urgent", "colour == blue", "marks has E2", "colour in [green, blue]", "title is empty",
        "reason is set", "urgent and count == 4", "count == 9 or count == 8", "urgent implies count == 4",
        "state == done", "actor.roles has boss", "on < today",
    ])
    func fails(text: String) throws {
        #expect(try frame().truth(of: Samples.expression(text)) == .fails)
    }

    @Test(arguments: [
        "reason == 'x'", "not resting", "resting", "until > today", "resting and urgent", "resting or count == 4",
        "resting implies count == 4", "urgent implies resting", "until + 3 days > today", "self.reference == 'N-1'",
        "days from until to today == 1", "colour == red and resting", "'N-1' in [self.reference]",
    ])
    func isUnknownWhenSomethingItNeedsIsEmpty(text: String) throws {
        #expect(try frame().truth(of: Samples.expression(text)) == .unknown)
    }

    /// Where the answer does not depend on what is empty, it is known.
    @Test(arguments: ["resting or urgent", "resting implies urgent", "not (resting and count == 4)"])
    func isKnownWhenWhatIsEmptyCannotMatter(text: String) throws {
        #expect(try frame().truth(of: Samples.expression(text)) == .holds)
    }

    @Test func namesWhatIsEmpty() throws {
        let expression = try Samples.expression("resting or until > today or self.reference == 'N-1' or title is set")
        #expect(try frame().empty(in: expression) == ["resting", "until", "self.reference"])
    }

    @Test func treatsWhatIsStillToBeGivenAsUnknown() throws {
        let open = try frame(open: ["title", "meeting"])
        #expect(try open.truth(of: Samples.expression("title is set")) == .unknown)
        #expect(try open.truth(of: Samples.expression("meeting.date is set")) == .unknown)
        #expect(try open.truth(of: Samples.expression("meeting.date > today")) == .unknown)
        #expect(try open.truth(of: Samples.expression("urgent")) == .holds)
    }

    @Test func worksOutValues() throws {
        #expect(try frame().value(of: Samples.expression("count + 2", giving: .number)) == .number(5))
        #expect(
            try frame().value(of: Samples.expression("owner", giving: .reference("person"))) == Self.fields["owner"])
        #expect(try frame().value(of: Samples.expression("count == 3", giving: .flag)) == .flag(true))
        #expect(
            try frame().value(of: Samples.expression("[E1, E2]", giving: .list(.choice(["E1", "E2"]))))
                == .list(["E1", "E2"]))
        #expect(try frame().value(of: Samples.expression("blue", giving: .choice(["red", "blue"]))) == .text("blue"))
        #expect(try frame().value(of: Samples.expression("no", giving: .flag)) == .flag(false))
    }

    @Test func staysWithinTheCalendar() throws {
        var far = try frame(["on": .day(Day(number: 2_932_896))])
        #expect(try far.truth(of: Samples.expression("on + 1 day == on")) == .unknown)
        far = try frame(["count": .number(.max)])
        #expect(try far.truth(of: Samples.expression("count + 1 > 0")) == .unknown)
    }

    @Test func takesAChoiceBeforeAFieldOfTheSameName() throws {
        let colour = Field(name: "colour", title: "Colour", kind: .choice([.init(name: "shade", title: "Shade")]))
        let shade = Field(name: "shade", title: "Shade", kind: .line)
        let parser = ExpressionParser(environment: ExpressionEnvironment(fields: [colour, shade]))
        let expression = try parser.condition("colour == shade").get()
        #expect(expression.fields == ["colour"])
    }
}
