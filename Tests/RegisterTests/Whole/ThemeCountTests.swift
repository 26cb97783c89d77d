import Ledger
import Foundation
import Partnership
import Testing
import Workflow

@testable import Register

/// The areas' numbers add up to the Board's, and those to what was recorded (rule R19), before anything is rounded.
@Suite struct ThemeCountTests {
    private static let areas = ["north", "south", "east"]
    private static let themes = ["salt", "adhd", "transport", "short-breaks"]
    private static let days = [
        "2019-06-30", "2019-07-01", "2019-08-15", "2019-09-30", "2019-10-01", "2019-11-11", "2019-12-30", "2019-12-31",
    ]

    /// Sixty issues of three quarters, in three areas and four themes.
    private func season() throws -> TestRegister {
        let test = try TestRegister()
        for area in ThemeCountTests.areas where area != "north" { try test.seat("DCO \(area)", at: "\(area)/dco") }
        for (index, day) in (0..<60).map({ ($0, ThemeCountTests.days[$0 * 7 % 8]) }).sorted(by: { $0.1 < $1.1 }) {
            let area = ThemeCountTests.areas[index * index % 3]
            let own: [String: Value] = [
                "area": .text(area), "theme": .text(ThemeCountTests.themes[index % 4]),
                "received": .day(TestRegister.day(day)),
            ]
            let who = area == "north" ? TestRegister.dco : try test.person("DCO \(area)")
            try test.write(day, as: who) { operation, standing in
                _ = try operation.begin(
                    "issue", given: TestRegister.concern.merging(own) { $1 }, as: standing)
            }
        }
        return test
    }

    /// Counted from what the journal says was given when each began, not from the issues as they are.
    private func recorded(_ test: TestRegister, from first: String, to last: String) throws -> [String: [String: Int]] {
        var counts: [String: [String: Int]] = [:]
        try test.read { view in
            for row in try view.connection.rows("SELECT given FROM event WHERE origin IS NULL AND name = 'log'") {
                let given = try ItemCoding.parse(row.word("given"))
                guard let day = given["received"]?.string, day >= first, day <= last,
                    let theme = given["theme"]?.string, let area = given["area"]?.string
                else { continue }
                counts[theme, default: [:]][area, default: 0] += 1
            }
        }
        return counts
    }

    private func papers(_ test: TestRegister, on day: String) throws -> BoardPapers {
        try test.schedule("board", "2020-01-16", as: TestRegister.secretary)
        return try test.read(day) { view in
            try view.boardPapers(of: view.item("board-2020-01-16"), asOf: view.today)
        }
    }

    @Test func aDiversionChangesNoCountOfAClosedQuarter_R21() throws {
        let test = try season()
        let before = try papers(test, on: "2019-12-31").received
        let issue = try test.read { view in
            try view.connection.rows(
                "SELECT reference FROM item WHERE area = 'north' AND happens BETWEEN '2019-07-01' AND '2019-09-30'"
            )[0].word("reference")
        }
        try test.cause("rescreen", on: issue, "2019-12-31", ["safeguarding": .text("yes")])
        try test.cause(
            "divert", on: issue, "2019-12-31",
            ["destination": .text("childrens-services"), "external-reference": .text("CS-1")])
        let after = try test.read("2019-12-31") { view in
            try view.boardPapers(of: view.item("board-2020-01-16"), asOf: view.today).received
        }
        #expect(
            after.rows.map(\.theme) == before.rows.map(\.theme) && after.rows.map(\.counts) == before.rows.map(\.counts)
        )
    }

    @Test(arguments: [
        ("2019-10-01", "2019-07-01", "2019-09-30"), ("2019-12-31", "2019-07-01", "2019-09-30"),
        ("2020-01-01", "2019-10-01", "2019-12-31"),
    ])
    func areasAddUpToTheBoardAndToWhatWasRecorded_R19(_ day: String, _ first: String, _ last: String) throws {
        let test = try season()
        let received = try papers(test, on: day).received
        let recorded = try recorded(test, from: first, to: last)
        try test.read { view in
            let reference = try view.reference
            #expect(received.areas == reference.lapAreas.map(\.title))
            for theme in reference.themes {
                let row = received.rows.first { $0.theme == theme.title }?.counts ?? reference.lapAreas.map { _ in 0 }
                #expect(row == reference.lapAreas.map { recorded[theme.id]?[$0.id] ?? 0 }, "\(theme.id)")
            }
            for (index, area) in reference.lapAreas.enumerated() {
                #expect(received.totals[index] == recorded.values.reduce(0) { $0 + ($1[area.id] ?? 0) })
            }
        }
        #expect(received.total == recorded.values.reduce(0) { $0 + $1.values.reduce(0, +) })
        #expect(received.total > 20)
    }

    @Test func openIssuesAddUpToTheTallyOfStates_R19() throws {
        let test = try season()
        let open = try papers(test, on: "2020-01-01").themes
        let tally = try test.read("2020-01-01") { view in
            try view.status(areas: [], as: view.standing(of: view.known("Board Secretary"))).tally
        }
        #expect(open.total == tally.reduce(0) { $0 + $1.count })
        #expect(open.total == 60)
    }

    /// What comes of an issue later changes nothing in a quarter that has ended.
    @Test func aClosedQuarterStaysAsItIs_R21() throws {
        let test = try season()
        let before = try papers(test, on: "2020-01-01").received
        // N-…, received on 11 November, is dealt with; one more comes in.
        let issue = try test.read { view in
            try view.connection.row("SELECT reference FROM item WHERE area = 'north' AND happens = '2019-11-11'")
        }
        try test.cause(
            "acknowledge", on: try #require(issue?.text("reference")), "2019-12-31", TestRegister.acceptance[0].given)
        try test.raise(["received": .day(TestRegister.day("2020-01-01"))], on: "2020-01-01")
        let after = try test.read("2020-01-01") { view in
            try view.boardPapers(of: view.item("board-2020-01-16"), asOf: view.today)
        }
        #expect(after.received == before)
        #expect(after.themes.total == 61)
    }
}
