import Testing

@testable import Workflow

/// England and Wales as the vectors need it: the holidays of 2018 to 2020.
enum Samples {
    static let englandAndWales = WorkingCalendar(
        name: "england-and-wales",
        holidays: days(
            "2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26 2019-01-01 "
                + "2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26 2020-01-01 2020-04-10 "
                + "2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28"),
        covers: 2018...2020)

    /// What is a holiday in any part of the United Kingdom, around the turn of 2019.
    static let unitedKingdom = WorkingCalendar(
        name: "united-kingdom", holidays: days("2019-12-02 2019-12-25 2019-12-26 2020-01-01 2020-01-02"),
        covers: 2019...2020)

    static let calendars = Calendars([englandAndWales, unitedKingdom])

    static func days(_ text: String) -> [Day] {
        text.split(separator: " ").compactMap { Day(iso: $0) }
    }

    static func setting(
        on day: String = "2019-12-02", as roles: [String] = ["clerk"], person: String = "clerk@example.org",
        facts: [String: Value] = [:]
    ) -> Setting {
        Setting(
            on: Day(iso: day) ?? Day(number: 0), actor: Actor(person: person, roles: roles), facts: facts,
            calendars: calendars)
    }

    static let fields: [Field] = [
        Field(name: "title", title: "Title", kind: .line, limit: 20),
        Field(name: "notes", title: "Notes", kind: .text, section: "private"),
        Field(name: "count", title: "Count", kind: .number(0...100)),
        Field(name: "level", title: "Level", kind: .number(1...4)),
        Field(name: "on", title: "On", kind: .day),
        Field(name: "until", title: "Until", kind: .day),
        Field(name: "urgent", title: "Urgent", kind: .flag),
        Field(name: "resting", title: "Resting", kind: .flag),
        Field(name: "colour", title: "Colour", kind: .choice(choices("red", "green", "blue"))),
        Field(name: "marks", title: "Marks", kind: .choices(choices("E1", "E2", "E3"))),
        Field(name: "owner", title: "Owner", kind: .reference("person")),
        Field(name: "helpers", title: "Helpers", kind: .references("person")),
        Field(name: "meeting", title: "Meeting", kind: .reference("meeting")),
        Field(name: "reason", title: "Reason", kind: .text),
    ]

    static let facts: [Field] = [
        Field(name: "meeting.date", title: "Date of the meeting", kind: .day),
        Field(name: "self.reference", title: "Reference", kind: .reference("issue")),
    ]

    static let environment = ExpressionEnvironment(
        fields: fields, facts: facts, roles: ["clerk", "boss"], states: ["open", "waiting", "done"],
        calendar: "england-and-wales")

    static func expression(_ text: String, giving type: ExpressionType? = nil) throws -> Expression {
        try ExpressionParser(environment: environment).expression(text, giving: type).get()
    }

    private static func choices(_ names: String...) -> [Field.Choice] {
        names.map { Field.Choice(name: $0, title: $0) }
    }
}

extension Day {
    /// A day in a test; a text that is none fails the test.
    static func on(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
}
