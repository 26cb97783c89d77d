import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// What is said of a file that counts working days holds on the days that there are: with the holidays of the calendar where
/// they are at hand, and whatever they are where they are not.
struct HolidayTests {
    private static let host = Host(referenceKinds: ["person"], calendars: ["england-and-wales"])
    private static let calendars = Calendars([Shipped.calendar])

    private func checked(_ text: String, _ calendars: Calendars?) throws -> (Definition, [Finding]) {
        let checked = try WorkflowFile.check(text, name: "t.yaml", host: Self.host, calendars: calendars).get()
        return (checked.definition, checked.findings.map(\.finding))
    }

    private func ofThePromise(_ text: String, _ calendars: Calendars?) throws -> [Finding.Code] {
        try checked(text, calendars).1.filter { $0.subject == .promise("b") }.map(\.code)
    }

    /// Ends one way or the other by the working day after a day that is given.
    private static func nextDay(_ day: String, _ rules: String = "", _ promises: String) -> String {
        """
        workflow: t
        title: T
        calendar: england-and-wales
        roles: {a: A}
        fields: {d: {title: D, type: day}, e: {title: E, type: day}}
        states: {s: {title: S}, y: {title: Y, end: yes}, z: {title: Z, end: yes}}
        events:
          go:
            title: G
            from: start
            to: s
            by: a
            asks: {d: required}
            rules: [\(rules)]
            sets: {e: d + 1 working days}
          stop: {title: Z, from: s, to: [{state: z, when: e == \(day)}, {state: y}], by: a}
        promises:
        \(promises)

        """
    }

    private static let nag = """
        workflow: t
        title: T
        calendar: england-and-wales
        roles: {a: A, system: The system}
        fields: {n: {title: N, type: number 0 to 9}}
        states: {s: {title: S}, y: {title: Y, end: yes}}
        events:
          go: {title: G, from: start, to: s, by: a, sets: {n: 0}}
          nag: {title: Nag, from: s, by: system, adds: {n: 1}}
          stop: {title: Stop, from: s, to: y, by: a}
        clocks:
          c: {title: C, in: s, lasts: 20 working days, restarts-on: nag, missed: {event: nag}}

        """

    /// New Year's Day and Good Friday are no working days.
    @Test(arguments: [("2020-01-01", ""), ("2019-04-19", "{require: d == 2019-04-18, otherwise: No.}")])
    func nothingIsBrokenByAWorkingDayThatIsAHoliday(day: String, rules: String) throws {
        let text = Self.nextDay(
            day, rules,
            "  b: {title: b, never: state == z}\n  d: {title: d, from: s, can-reach: y}")
        for calendars in [Self.calendars, nil] {
            let (_, found) = try checked(text, calendars)
            #expect(!found.contains { $0.code == .promiseBroken }, "\(found.map(\.sentence))")
            #expect(found.contains { $0.code == .promiseUnproved && $0.subject == .promise("b") })
        }
    }

    @Test func theDayAfterAHolidayBreaksWhatItBreaks() throws {
        let rules = "{require: d == 2019-04-18, otherwise: No.}"
        let text = Self.nextDay("2019-04-23", rules, "  b: {title: b, never: state == z}")
        let (definition, found) = try checked(text, Self.calendars)
        let story = try #require(found.first { $0.code == .promiseBroken }?.story)
        #expect(definition.run(story.example(named: "b", title: "b", calendars: Self.calendars)).failure == nil)
        // Unless it is known, it might be another day.
        #expect(try ofThePromise(text, nil) == [.promiseUnproved])
    }

    /// What hangs on no working day is told without holidays, too.
    @Test func whatHangsOnNoWorkingDayIsBrokenWhateverTheHolidays() throws {
        let text = Self.nextDay("2019-04-23", "", "  b: {title: b, never: d == 2019-04-18}")
        for calendars in [Self.calendars, nil] {
            #expect(try ofThePromise(text, calendars) == [.promiseBroken])
        }
    }

    @Test func aStoryOfAClockEndsOnTheRefusal() throws {
        let (definition, found) = try checked(Self.nag, Self.calendars)
        let finding = try #require(found.first { $0.code == .clockEventRefused })
        let story = try #require(finding.story)
        #expect(story.steps.last?.event == nil && story.steps.last?.to == nil)
        // Written and read back, it is played to its end, and says what is refused there.
        let text = ExampleFile.text(story, named: "c", title: "C")
        #expect(text.hasSuffix("refused: yes}\n"))
        let read = try ExampleFile.read(text, name: "c.yaml", of: definition, calendars: Self.calendars).get()
        let run = definition.run(try #require(read.first))
        #expect(run.failure == nil)
        #expect(finding.sentence.contains("\(run.history.count { $0.event.event == "nag" }) times"))
        // With more holidays it does not come to that.
        let day = try #require(Day(iso: "2020-01-01"))
        let closed = (0..<800).map { day + $0 }.filter { $0.weekday < 4 }
        let other = Calendars([WorkingCalendar(name: "england-and-wales", holidays: closed, covers: 2020...2022)])
        let free = try ExampleFile.read(text, name: "c.yaml", of: definition, calendars: other).get()
        #expect(definition.run(free[0]).failure != nil)
    }

    @Test func aClockOfWorkingDaysIsNotPlayedWithoutHolidays() throws {
        let (_, found) = try checked(Self.nag, nil)
        #expect(found.filter { $0.subject == .clock("c") }.map(\.code) == [.notShown])
    }

    @Test func anExampleSaysWhatEventOfAMissedClockIsRefused() throws {
        let definition = try checked(Self.nag, Self.calendars).0
        func run(_ last: String) throws -> String? {
            let ticks = (1...11).map { "{tick: \(try! #require(Day(iso: "2020-01-01")) + $0 * 40)}" }
            let text = """
                e:
                  title: E
                  steps: [{do: go, on: 2020-01-01, as: a}, \(ticks.dropLast().joined(separator: ", ")), \(last)]

                """
            let read = try ExampleFile.read(text, name: "e.yaml", of: definition, calendars: Self.calendars).get()
            return definition.run(read[0]).failure?.sentence
        }
        let day = try #require(Day(iso: "2020-01-01")) + 480
        #expect(try run("{tick: \(day), refused: nag}") == nil)
        #expect(try run("{tick: \(day), refused: n}") == nil)
        #expect(try run("{tick: \(day), refused: yes}") == nil)
        #expect(try run("{tick: \(day), refused: role}")?.hasPrefix("Nothing was refused by role.") == true)
        #expect(throws: Problems.self) { try run("{tick: \(day), refused: go}") }
        #expect(try run("{tick: \(day - 479), refused: nag}") == "No clock that was missed was refused its event.")
    }
}
