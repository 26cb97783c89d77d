import Testing
import Workflow

@testable import LapCommands

/// Days are read as people write them.
struct DayTextTests {
    /// A Thursday.
    private static let today = Scratch.day

    @Test(arguments: [
        ("2019-01-13", "2019-01-13"), ("13 January 2019", "2019-01-13"), ("13th jan 2019", "2019-01-13"),
        ("1st Sept. 19", "2019-09-01"), ("Sunday 13 January 2019", "2019-01-13"), ("Sun, 13 Jan 2019", "2019-01-13"),
        ("13/01/2019", "2019-01-13"), ("8/1/19", "2019-01-08"), ("8.1.2019", "2019-01-08"), ("08-01-19", "2019-01-08"),
        ("3/3/98", "1998-03-03"), ("3/3/39", "2039-03-03"), ("today", "2019-08-01"), ("Yesterday", "2019-07-31"),
        ("tomorrow", "2019-08-02"), ("next Friday", "2019-08-02"), ("Next Thursday", "2019-08-08"),
        ("last Friday", "2019-07-26"), ("last thursday", "2019-07-25"), ("Last wed", "2019-07-31"),
    ])
    func isRead(_ text: String, as day: String) {
        #expect(DayText.parse(text, today: Self.today) == Day(iso: day), "\(text)")
    }

    @Test(arguments: [
        "", "31/06/2019", "13 January", "Monday 13 January 2019", "13 Ja 2019", "13/1/019", "Friday", "last",
        "1/13/2019",
        "last Friday 2019", "13 January 2019 at noon", "0x1/1/2019", "+1/1/2019", "１/1/2019", "13 Janvier 2019",
        "/1/2019",
    ])
    func isNoDay(_ text: String) { #expect(DayText.parse(text, today: Self.today) == nil, "\(text)") }
}
