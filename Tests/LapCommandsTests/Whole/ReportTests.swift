import Foundation
import Ledger
import Testing
import Workflow

@testable import LapCommands

/// Reports of a quarter: every figure is worked out again from what `lap log` tells of each issue.
struct ReportTests {
    private static let references = ["N-1", "N-2", "N-3", "N-4", "E-1"]

    /// April to June 2019, in which N-1 goes to the Board, N-2 is settled one to one, N-3 is diverted and E-1 comes late.
    private func season() async throws -> Season {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        try await season.does("member", "add", "DCO East", "--seat", "east/dco", "--from", "2019-01-07")
        try await season.openBoard()
        try await season.does(
            "issue", "board-own", "N-1", "--decision", "That one assessment be used", "--owner",
            "Director of Social Care", "--due", "2019-07-26", "--measure", "No other is used", "--on", "2019-05-22",
            "--as", "Board Chair")
        try await season.raise("--theme", "autism", "--district", "wyre", "--format", "bsl", on: "2019-04-05")
        for (event, day, given) in [
            ("acknowledge", "2019-04-12", ["--method", "email", "--reply-by", "2019-04-26"]),
            (
                "accept", "2019-04-15",
                [
                    "--scope", "individual", "--phase", "primary", "--severity", "2", "--tried", "Asked", "--services",
                    "Therapy", "--outcome-sought", "A date",
                ]
            ),
            ("start-early-resolution", "2019-04-16", ["--service-contacted", "Therapy"]),
            ("update-raiser", "2019-04-25", ["--method", "email", "--told", "They look into it"]),
            (
                "resolve-early", "2019-05-20",
                ["--outcome", "A date", "--outcome-evidence", "The letter", "--raiser-view", "Content"]
            ),
            (
                "feed-back", "2019-05-22",
                ["--method", "email", "--told", "The date", "--no-entry-reason", "One family"]
            ),
        ] { try await season.does(["issue", event, "N-2", "--on", day] + given) }
        try await season.raise("--theme", "autism", on: "2019-06-25")
        try await season.does("issue", "rescreen", "N-3", "--safeguarding", "unsure", "--on", "2019-06-26")
        try await season.does(
            "issue", "divert", "N-3", "--destination", "childrens-services", "--external-reference", "CS-1", "--on",
            "2019-06-26")
        try await season.raise("--area", "east", "--as", "DCO East", on: "2019-06-20")
        try await season.does(
            "issue", "acknowledge", "E-1", "--method", "email", "--reply-by", "2019-07-03", "--as", "DCO East", "--on",
            "2019-06-24")
        for (summary, day) in [("No clinic after school", "2019-05-03"), ("No clinic at weekends", "2019-06-03")] {
            try await season.does(
                "gap", "open", "--theme", "salt", "--summary", summary, "--review-on", "2019-07-19", "--issues", "N-1",
                "--on", day)
        }
        try await season.does("gap", "tell", "G-1", "--told-to", "Commissioners", "--on", "2019-05-10")
        return season
    }

    /// What came in July: nothing of it belongs to the quarter before.
    private func july(_ season: Season) async throws {
        try await season.raise(on: "2019-07-02")
        try await season.does("issue", "reopen", "N-2", "--new-information", "It fell through", "--on", "2019-07-10")
        try await season.does(
            "gap", "close", "G-2", "--outcome", "filled", "--closed-with", "A clinic opened", "--on", "2019-07-05")
    }

    private func report(
        _ season: Season, _ name: String, _ quarter: String, _ own: String..., by: String = "Board Chair"
    ) async throws -> Report {
        try Report(
            await season.does(["report", name, "--quarter", quarter, "--as", by, "--format", "json"] + own))
    }

    @Test func everyFigureOfIssuesIsWhatTheLogTells() async throws {
        let season = try await season()
        try await july(season)
        let courses = try await Course.all(Self.references, of: season)
        for (quarter, days) in [("2019-Q2", "2019-04-01"..."2019-06-30"), ("2019-Q3", "2019-07-01"..."2019-08-01")] {
            let told = try await report(season, "dco", quarter)
            for (area, own) in [
                ("north", courses.filter { $0.area == "north" }), ("east", courses.filter { $0.area == "east" }),
                ("all", courses),
            ] {
                func sum(_ count: (Course) -> Int) -> Int { own.reduce(0) { $0 + count($1) } }
                let expected = [
                    "flow/open-before": sum { $0.isOpen(before: days.lowerBound) ? 1 : 0 },
                    "flow/taken-in": sum { $0.count(days) { $0.from == nil } },
                    "flow/reopened": sum { $0.count(days) { $0.from != nil && !$0.wasOpen && $0.isOpen } },
                    "flow/ended": sum { $0.count(days) { $0.wasOpen && !$0.isOpen } },
                    "flow/open-after": sum { $0.isOpen(before: days.upperBound + "~") ? 1 : 0 },
                    "settled/all": sum { $0.count(days) { $0.isSettlement } },
                    "settled/individual-one-to-one": sum { $0.count(days) { $0.event == "resolve-early" } },
                    "escalations/sent": sum { $0.count(days) { $0.event == "submit" } },
                    "escalations/board-agreed": sum { $0.count(days) { $0.event == "board-own" } },
                    "promises/kept": sum { $0.promises(days).count { $0 } },
                    "promises/broken": sum { $0.promises(days).count { !$0 } },
                    "themes/all": sum { $0.count(days) { $0.from == nil } },
                    "themes/salt": sum { $0.count(days) { $0.from == nil && $0.given.contains("theme: salt") } },
                ]
                for (place, count) in expected.sorted(by: { $0.key < $1.key }) {
                    #expect(told.number(place, area) ?? 0 == count, "\(quarter) \(place) \(area)")
                }
                for (title, from, lasts, event) in [
                    ("Acknowledge", "log", 3, "acknowledge"), ("Feed back", "resolve-early", 5, "feed-back"),
                    ("Settle it early", "start-early-resolution", 20, "resolve-early"),
                    ("Submit to the Board", "propose-escalation", 5, "submit"),
                ] {
                    let inTime = own.compactMap { $0.wasInTime(event, after: from, workingDays: lasts, days) }
                    let words = "\(quarter) \(title) \(area)"
                    #expect(told.number("clocks/\(title): on-time", area) ?? 0 == inTime.count { $0 }, "\(words)")
                    #expect(told.number("clocks/\(title): late", area) ?? 0 == inTime.count { !$0 }, "\(words)")
                }
            }
        }
    }

    @Test func totalsReconcileAcrossAreasQuartersAndWithTheRegister() async throws {
        let season = try await season()
        try await july(season)
        for name in ["dco", "themes", "ageing", "flow"] {
            for table in try await report(season, name, "2019-Q3").tables {
                for row in table.rows where !row.title.hasSuffix("%") {
                    let parts = ["north", "south", "east"].compactMap { row.values[$0] }
                    #expect(parts.reduce(0, +) == row.values["all"], "\(name) \(table.id) \(row.title)")
                }
            }
        }
        let flow = try await report(season, "flow", "2019-Q3")
        for (before, after) in zip(flow.tables, flow.tables.dropFirst()) {
            for area in ["north", "east", "all"] {
                let opening = flow.number("\(after.id)/open-before", area)
                #expect(flow.number("\(before.id)/open-after", area) == opening, "\(after.id) \(area)")
            }
        }
        let taken = flow.tables.compactMap { flow.number("\($0.id)/taken-in", "all") }.reduce(0, +)
        #expect(taken == Self.references.count)
        for day in ["2019-06-30", "2019-07-31"] {
            let told = try await report(season, "ageing", day < "2019-07" ? "2019-Q2" : "2019-Q3", "--on", day)
            for (area, by) in [("north", "DCO North"), ("east", "DCO East")] {
                let listed = try JSON(
                    text: await season.does(
                        "issue", "list", "--as-of", day, "--area", area, "--limit", "500", "--json", "--as", by))
                guard case .array(let lines)? = listed else { throw Report.Unreadable() }
                #expect(told.number("states/all", area) == lines.count, "\(day) \(area)")
                let open = lines.count { line in line["state"]?.string.map { !Course.ends.contains($0) } ?? false }
                #expect(told.number("ages/all", area) == open, "\(day) \(area)")
            }
        }
    }

    @Test func meetingsAndGapsAreThoseOfTheQuarter() async throws {
        let season = try await season()
        let before = try await season.does("report", "dco", "--quarter", "2019-Q2")
        try await july(season)
        #expect(try await season.does("report", "dco", "--quarter", "2019-Q2") == before)
        let second = try await report(season, "dco", "2019-Q2")
        #expect(second.number("meetings/held", "north") == 1 && second.number("meetings/held", "east") == 0)
        #expect(second.number("meetings/parent-representative", "north") == 1)
        #expect(second.number("gaps/found", "all") == 2 && second.number("gaps/told", "north") == 1)
        #expect(second.number("gaps/closed", "all") == 0 && second.number("gaps/open", "all") == 2)
        let third = try await report(season, "dco", "2019-Q3")
        #expect(third.number("gaps/closed", "north") == 1 && third.number("gaps/open", "north") == 1)
        #expect(third.number("meetings/held", "all") == 0)
        // The minutes say who was there.
        let attendance = try await report(season, "attendance", "2019-Q2")
        let present = try #require(attendance.number("north/north-2019-04-30", "present"))
        let filled = try #require(attendance.number("north/north-2019-04-30", "filled"))
        let share = try #require(attendance.number("north/north-2019-04-30", "share"))
        try await season.does(
            "pack", "minutes", "north-2019-04-30", "--edition", "members", "--format", "md", "--to", "out", "--on",
            "2019-05-02")
        let files = try FileManager.default.subpathsOfDirectory(atPath: season.scratch.folder.path)
        let file = try #require(files.first { $0.hasPrefix("out/") && $0.hasSuffix(".md") })
        let minutes = try String(contentsOf: season.scratch.folder.appending(path: file), encoding: .utf8)
        let words = "\(present) of \(filled) filled seats attended or sent a deputy (\(share)%)"
        #expect(minutes.replacing("\\", with: "").contains(words), "\(words): \(minutes)")
        #expect(attendance.number("board/board-2019-05-22", "present") == 1)
    }

    @Test func whatIsMarkedLaterIsNotInItAndWhatIsUndoneNeitherEver() async throws {
        let season = try await season()
        try await season.does(
            "meeting", "attend", "north-2019-04-30", "--apologies", "SENCO North", "--on", "2019-07-03")
        #expect(try await report(season, "attendance", "2019-Q2").number("north/north-2019-04-30", "present") == 5)
        try await season.does(
            "issue", "update-raiser", "E-1", "--method", "email", "--told", "We ask", "--as", "DCO East", "--on",
            "2019-07-02")
        func kept() async throws -> Int? { try await report(season, "dco", "2019-Q3").number("promises/kept", "east") }
        #expect(try await kept() == 1)
        try await season.does("undo", "--as", "DCO East")
        #expect(try await kept() == 0)
    }

    @Test func nobodyHasMoreThanTheyMay() async throws {
        let season = try await season()
        try await season.does("member", "add", "Observer", "--seat", "board/viewer", "--from", "2019-01-07")
        for (name, own) in [("SENCO North", []), ("Observer", []), ("DCO East", ["--area", "north"])] {
            let refused = await season.refusal(["report", "dco", "--quarter", "2019-Q2", "--as", name] + own)
            #expect(refused.status == 77, "\(name): \(refused)")
        }
        let east = try await report(season, "dco", "2019-Q2", by: "DCO East")
        #expect(east.areas == ["east"])
        #expect(Set(east.tables.flatMap(\.rows).flatMap(\.values.keys)) == ["east"])
        #expect(try await report(season, "dco", "2019-Q2", "--area", "north").areas == ["north"])
        // Who knows of a safeguarding matter is the DCO's side alone, and who needs what is theirs to count.
        let chair = try await season.does("report", "equity", "--quarter", "2019-Q2", "--as", "Board Chair")
        let own = try await season.does("report", "equity", "--quarter", "2019-Q2", "--area", "north")
        #expect(!chair.contains("British Sign Language"), "\(chair)")
        #expect(own.contains(#/British Sign Language +1 /#), "\(own)")
        for (by, tells) in [("Board Chair", false), ("DCO North", true)] {
            let told = try await season.does("report", "dco", "--quarter", "2019-Q2", "--area", "north", "--as", by)
            #expect(told.contains("Divert: on time") == tells, "\(told)")
        }
    }

    @Test func thePublicHasClosedQuartersInRoundedNumbers() async throws {
        let season = try await season()
        for place in 0..<6 { try await season.raise("--theme", "transport", on: "2019-06-0\(place + 1)") }
        func told() async throws -> String {
            try await season.does(
                "report", "dco", "--quarter", "2019-Q2", "--public", "--format", "csv", "--as", "SENCO North")
        }
        let first = try await told()
        #expect(first.hasPrefix("\u{FEFF}Report,Quarter,As of,Table,Row,Column,Figure\r\n"))
        #expect(first.contains("\"Taken in, by theme\",Transport,North,5\r\n"), "\(first)")
        #expect(!first.contains("Autism") && !first.contains("%,North") || first.contains("\"Attendance, %\""))
        for line in first.split(separator: "\r\n").dropFirst() where !line.contains(",LAPs,") {
            let figure = try #require(line.split(separator: ",").last)
            #expect(figure == "<5" || Int(figure).map { $0 > 0 && $0 % 5 == 0 } ?? false, "\(line)")
        }
        // That one of them turned out to be a safeguarding matter shows in no later one.
        try await season.does(
            "issue", "divert", "N-4", "--destination", "childrens-services", "--external-reference", "CS-2", "--on",
            "2019-07-20")
        #expect(try await told() == first)
        let early = await season.refusal("report", "dco", "--quarter", "2019-Q3", "--public")
        #expect(early.status == 65 && early.said.contains("has not ended"), "\(early)")
        let ahead = await season.refusal("report", "flow", "--quarter", "2019-Q4")
        #expect(ahead.status == 65 && ahead.said.contains("lies ahead"), "\(ahead)")
        let wrong = await season.refusal("report", "flow", "--quarter", "spring")
        #expect(wrong.status == 65 && wrong.said.contains("They look like 2019-Q2"), "\(wrong)")
    }
}

/// A report as its JSON tells it.
private struct Report {
    struct Unreadable: Error {}
    struct Row {
        let id: String
        let title: String
        let values: [String: Int]
    }

    let areas: [String]
    let tables: [(id: String, rows: [Row])]

    init(_ text: String) throws {
        guard let json = JSON(text: text), case .array(let tables)? = json["tables"],
            case .array(let areas)? = json["areas"]
        else { throw Unreadable() }
        self.areas = areas.compactMap(\.string)
        self.tables = try tables.map { table in
            guard case .array(let rows)? = table["rows"] else { throw Unreadable() }
            return (
                table["id"]?.string ?? "",
                try rows.map { row in
                    guard case .object(let values)? = row["values"] else { throw Unreadable() }
                    return Row(
                        id: row["id"]?.string ?? "", title: row["title"]?.string ?? "",
                        values: values.compactMapValues(\.number))
                }
            )
        }
    }

    /// - Parameter place: a table and its row, `flow/taken-in`.
    func number(_ place: String, _ column: String) -> Int? {
        let names = place.split(separator: "/", maxSplits: 1).map(String.init)
        return tables.first { $0.id == names[0] }?.rows.first { $0.id == names[1] }?.values[column]
    }
}

/// What the log tells of an issue.
private struct Course {
    struct Step {
        let event: String
        let from: String?
        let to: String
        let on: String
        let given: String

        var wasOpen: Bool { from.map { !Course.ends.contains($0) } ?? false || from == nil }
        var isOpen: Bool { !Course.ends.contains(to) }
        var isSettlement: Bool { to.hasPrefix("resolved-") && !(from ?? "").hasPrefix("resolved-") }
    }

    static let ends: Set = ["closed", "dealt-with", "diverted", "redirected", "withdrawn", "merged"]
    private static let holidays: Set = ["2019-04-19", "2019-04-22", "2019-05-06", "2019-05-27"]
    let area: String
    let steps: [Step]

    static func all(_ references: [String], of season: Season) async throws -> [Course] {
        var courses: [Course] = []
        for reference in references {
            let isEast = reference.hasPrefix("E")
            let log = JSON(
                text: try await season.does("log", reference, "--json", "--as", isEast ? "DCO East" : "DCO North"))
            guard case .array(let lines)? = log else { throw Report.Unreadable() }
            courses.append(
                Course(
                    area: isEast ? "east" : "north",
                    steps: lines.map { line in
                        Step(
                            event: line["event"]?.string ?? "", from: line["from"]?.string,
                            to: line["to"]?.string ?? "", on: line["happened"]?.string ?? "",
                            given: line["given"]?.string ?? "")
                    }))
        }
        return courses
    }

    func count(_ days: ClosedRange<String>, _ holds: (Step) -> Bool) -> Int {
        steps.count { days.contains($0.on) && holds($0) }
    }

    func isOpen(before day: String) -> Bool { steps.last { $0.on < day }?.isOpen ?? false }

    /// Of the day promised with an acknowledgement: whether they were told something by then.
    func promises(_ days: ClosedRange<String>) -> [Bool] {
        guard let match = steps.first(where: { $0.event == "acknowledge" })?.given.firstMatch(of: /reply-by: ([0-9-]+)/)
        else { return [] }
        let day = String(match.1)
        guard days.contains(day) else { return [] }
        return [steps.contains { ["update-raiser", "feed-back"].contains($0.event) && $0.on <= day }]
    }

    /// Nil where the event did not happen within the days.
    func wasInTime(_ event: String, after first: String, workingDays: Int, _ days: ClosedRange<String>) -> Bool? {
        guard let begun = steps.first(where: { $0.event == first }),
            let ended = steps.first(where: { $0.event == event }),
            days.contains(ended.on), var day = Day(iso: begun.on)
        else { return nil }
        var left = workingDays
        while left > 0 {
            day = day + 1
            // 1 January 2019 was a Tuesday.
            let weekday = (day - (Day(iso: "2018-12-31") ?? day)) % 7
            if weekday < 5, !Self.holidays.contains(day.description) { left -= 1 }
        }
        return ended.on <= day.description
    }
}
