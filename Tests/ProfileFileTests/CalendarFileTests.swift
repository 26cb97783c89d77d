import StrictYAML
import Testing
import Workflow

@testable import ProfileFile

@Suite("A calendar's file")
struct CalendarFileTests {
    private let simple = """
        calendar: one
        title: One
        covers:
          from: 2018
          to: 2019
        holidays:
          2018-12-25: Christmas Day
        """

    private func problems(_ texts: String...) -> [Problem] {
        let sources = texts.enumerated().map { SourceText(name: "\($0.offset).yaml", text: $0.element) }
        guard case .failure(let problems) = CalendarFile.read(sources) else { return [] }
        return problems.files.flatMap(\.problems)
    }

    @Test func makesACalendarOfTheHolidaysItLists() throws {
        let calendars = try CalendarFile.read([SourceText(name: "one.yaml", text: simple)]).get()
        #expect(calendars["one"]?.holidays.map(\.description) == ["2018-12-25"])
        #expect(calendars["one"]?.years == 2018...2019)
    }

    @Test(
        "refuses a holiday that is none",
        arguments: [
            ("2018-02-30", "“2018-02-30” is not a day such as 2019-12-25."),
            ("2018-12-29", "2018-12-29 is a Saturday, which is no working day anyway."),
            ("2020-12-25", "2020-12-25 is outside the years that the calendar covers."),
            ("2018-12-24", "2018-12-24 stands after 2018-12-25: list the holidays in order."),
        ])
    func refusesAHoliday(day: String, sentence: String) {
        let found = problems(simple + "\n  \(day): Another")
        #expect(found.map(\.sentence) == [sentence])
        #expect(found.map(\.line) == [8])
        #expect(found.map(\.column) == [3])
    }

    @Test func tellsEverythingAtOnce() {
        let found = problems(simple.replacing("to: 2019", with: "to: 2017") + "\nholydays: 1", "joins: [two]")
        #expect(found.map(\.sentence).contains("The last year is before the first."))
        #expect(
            found.contains {
                $0.sentence == "A calendar has no key “holydays”." && $0.hint?.contains("holidays") == true
            })
        #expect(found.contains { $0.sentence == "A calendar needs the key “calendar”." })
    }

    @Test func refusesToJoinWhatIsNotThere() {
        let found = problems(simple, "calendar: both\ntitle: Both\njoins: [one, tow]")
        #expect(found.map(\.sentence) == ["There is no calendar “tow” that lists holidays."])
        #expect(found.map(\.column) == [14])
    }

    @Test func refusesTwoOfOneName() {
        #expect(problems(simple, simple).map(\.sentence) == ["There is another calendar “one”."])
    }

    @Test func coversTheYearsThatAllItsPartsCover() throws {
        let other = simple.replacing("one", with: "two").replacing("from: 2018", with: "from: 2017")
            .replacing("to: 2019", with: "to: 2018")
        let joined = "calendar: both\ntitle: Both\njoins: [one, two]"
        let sources = [joined, simple, other].map { SourceText(name: "a.yaml", text: $0) }
        #expect(try CalendarFile.read(sources).get()["both"]?.years == 2018...2018)
    }
}
