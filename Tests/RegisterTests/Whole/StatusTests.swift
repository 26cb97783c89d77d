import Partnership
import Testing
import Words
import Workflow

@testable import Register

/// What needs doing next, for whoever asks.
struct StatusTests {
    private func report(
        _ test: TestRegister, on day: String, areas: [String] = ["north"], as name: String = "DCO North",
        limit: Int = 10
    ) throws -> StatusReport {
        try test.read(day) { try $0.status(areas: areas, as: $0.standing(of: $0.known(name)), limit: limit) }
    }

    @Test func whatIsPastItsDayIsOverdueAndWhatIsNearIsComing() throws {
        let test = try TestRegister()
        try test.raise()
        // Acknowledged by 5 December.
        #expect(try report(test, on: "2019-12-05").coming.map(\.clock) == ["acknowledge"])
        #expect(try report(test, on: "2019-12-05").overdue.isEmpty)
        let late = try report(test, on: "2019-12-06")
        #expect(late.overdue.map(\.reference) == ["N-1"])
        #expect(late.coming.isEmpty)
        #expect(try report(test, on: "2019-11-20").coming.isEmpty)
    }

    @Test func theOldestComesFirstAndNoMoreThanAreAskedFor() throws {
        let test = try TestRegister()
        for day in ["2019-12-04", "2019-12-02", "2019-12-03"] {
            try test.raise(["received": .day(TestRegister.day(day))], on: day)
        }
        #expect(try report(test, on: "2020-01-01").overdue.map(\.reference) == ["N-2", "N-3", "N-1"])
        #expect(try report(test, on: "2020-01-01", limit: 2).overdue.map(\.reference) == ["N-2", "N-3"])
    }

    @Test func whatIsCutSaysHowMuch() throws {
        let test = try TestRegister()
        for day in ["2019-12-04", "2019-12-02", "2019-12-03"] {
            try test.raise(["received": .day(TestRegister.day(day))], on: day)
        }
        #expect(try report(test, on: "2020-01-01", limit: 2).more == [.overdue: 1])
        #expect(try report(test, on: "2020-01-01", limit: 3).more.isEmpty)
        let past = try test.read("2020-01-01") {
            try $0.pastStatus(
                areas: ["north"], on: TestRegister.day("2020-01-01"), as: $0.standing(of: $0.known("DCO North")),
                limit: 2)
        }
        #expect(past.more[.overdue] == 1)
    }

    /// What is theirs to see to is read as far as it is told and counted, however much there is.
    @Test func aBacklogIsNotReadWhole() throws {
        let test = try TestRegister()
        try test.raise()
        try test.multiply(by: 2_000)
        let (report, heard) = try test.overhear("2020-01-01") {
            try $0.status(areas: ["north"], as: $0.standing(of: $0.known("DCO North")), limit: 10)
        }
        #expect(report.overdue.count == 10 && report.more[.overdue] == StatusReport.counted)
        #expect(heard.rowsRead < 1_000, "\(heard.rowsRead)")
    }

    /// What is somebody else's first, letters that are due and names that were typed are found without reading all issues.
    @Test func nothingIsLookedForAmongAllIssues() throws {
        let test = try TestRegister()
        try test.held()
        let (_, heard) = try test.overhear("2020-01-01") { view in
            let standing = try view.standing(of: view.known("DCO North"))
            _ = try view.status(areas: ["north"], as: standing)
            _ = try view.familiesToTell()
            _ = try view.names(ofFamiliesIn: "north", lookedUpBy: NameKeys.of("Quokka"))
        }
        func plans(_ words: String) -> [String] { heard.plans.filter { $0.sql.contains(words) }.map(\.plan) }
        let due = plans("item.due BETWEEN")
        #expect(!due.isEmpty && due.allSatisfy { $0.contains("item_due") }, "\(due.first ?? "")")
        let letters = plans("reached = 0 AND issue IS NOT NULL")
        #expect(letters.count == 1 && letters.allSatisfy { !$0.contains("workflow=?") }, "\(letters)")
        let words = plans("FROM vault_word")
        #expect(words.count == 1 && words.allSatisfy { $0.contains("(word=?)") }, "\(words)")
        let names = plans("vault.field IN")
        #expect(!names.isEmpty && names.allSatisfy { $0.contains("rowid=?") }, "\(names)")
    }

    /// What an event is given is asked about with every event.
    @Test func whatTellsOfPrivateMattersIsLookedForAmongThose() throws {
        let test = try TestRegister()
        try test.held()
        let (_, heard) = try test.overhear("2020-01-01") { view in
            try view.fieldsTellingPrivately(
                ["agency": .text("The trust")], of: view.item("N-1"), to: view.standing(of: view.known("DCO North")))
        }
        let all = heard.plans.filter { $0.plan.contains("SCAN item") || $0.plan.contains("SCAN agenda_item") }
        #expect(heard.plans.contains { $0.sql.contains("private = 1") })
        #expect(all.allSatisfy { $0.plan.contains("agenda_item_private") }, "\(all.map(\.plan))")
    }

    /// What many issues keep is looked up one issue after the other, and not by reading all there are.
    @Test func whatSomeIssuesKeepIsReadWithoutTheOthers() throws {
        let test = try TestRegister()
        try test.raise()
        let references = Set((1...200).map { "N-\($0)" })
        let (values, heard) = try test.overhear("2020-01-01") { try $0.personalValues(of: references) }
        #expect(try values.count == test.read("2020-01-01") { try $0.personalValues(of: "N-1") }.count)
        let read = heard.plans.filter { $0.sql.contains("FROM vault") }
        #expect(read.count == 200 && read.allSatisfy { $0.plan.contains("(reference=?)") }, "\(read.first?.plan ?? "")")
    }

    /// The Board's secretary has the issue to table, and the DCO its family to update: both are told of both, and whose each is.
    @Test func everyClockCountsForEverybodyWhoMaySeeIt() throws {
        let test = try TestRegister()
        try test.held()
        try test.cause(
            "propose-escalation", on: "N-1", "2019-12-19",
            [
                "criteria": .list(["E1"]), "ask": .text("Direct one assessment"), "options": .text("Leave it"),
                "recommendation": .text("That the Board directs it"), "evidence": .text("Eleven accounts"),
                "parent-rep-view": .text("It cannot wait"),
            ])
        try test.cause("submit", on: "N-1", "2019-12-20", as: TestRegister.deputy)
        // Tabled by 31 December; the family updated by 1 January at the latest, so that both orders are looked at.
        for day in ["2019-12-23", "2020-01-03", "2020-02-03"] {
            func clocks(_ report: StatusReport) -> [String?] {
                (report.overdue + report.coming).filter { $0.reference == "N-1" }.map(\.clock)
            }
            let secretarys = try report(test, on: day, areas: [], as: "Board Secretary", limit: 200)
            for report in [secretarys, try report(test, on: day, limit: 200)] {
                #expect(Set(clocks(report)) == ["table", "update"], "\(day)")
            }
        }
        func places(of name: String) throws -> [String?: Duty.Place] {
            try test.read("2019-12-23") { view in
                let standing = try view.standing(of: view.known(name))
                let lines = try view.status(areas: [], as: standing, limit: 200).coming
                return try Dictionary(
                    uniqueKeysWithValues: lines.filter { $0.reference == "N-1" }.map {
                        ($0.clock, try view.duty(on: $0, as: standing)?.place ?? .others)
                    })
            }
        }
        #expect(try places(of: "Board Secretary") == ["table": .body("board"), "update": .others])
        #expect(try places(of: "DCO North") == ["table": .others, "update": .own])
    }

    @Test func itKeepsToItsAreas() throws {
        let test = try TestRegister()
        try test.seat("DCO South", at: "south/dco")
        try test.raise()
        try test.write("2019-12-02", as: test.person("DCO South")) { operation, standing in
            _ = try operation.begin(
                "issue", given: TestRegister.concern.merging(["area": .text("south")]) { $1 }, as: standing)
        }
        try test.schedule("north", "2019-12-19")
        let north = try report(test, on: "2019-12-10", areas: ["north"])
        #expect(north.overdue.map(\.reference) == ["N-1"])
        #expect(north.meetings.map(\.reference) == ["north-2019-12-19"])
        #expect(north.tally.map(\.count) == [1])
        let south = try report(test, on: "2019-12-10", areas: ["south"], as: "DCO South")
        #expect(south.overdue.map(\.reference) == ["S-1"])
        #expect(south.meetings.isEmpty)
    }

    @Test func withoutAreasItLooksAtEverythingTheAskerMaySee() throws {
        let test = try TestRegister()
        try test.raise()
        let all = try report(test, on: "2019-12-10", areas: [], limit: 100).overdue.map(\.workflow)
        #expect(Set(all) == ["issue", "plan-action"])
    }

    @Test func itListsNothingToWhoeverMayNotSeeTheRecord() throws {
        let test = try TestRegister()
        try test.raise()
        try test.seat("DCO South", at: "south/dco")
        #expect(try report(test, on: "2019-12-10", as: "DCO South").overdue.isEmpty)
        #expect(try report(test, on: "2019-12-10", as: "Board Secretary").overdue.isEmpty)
        #expect(try report(test, on: "2019-12-10", as: "Parent Rep North").overdue.map(\.reference) == ["N-1"])
    }

    @Test func whatTwoBoardsLeftUndecidedIsAnException() throws {
        let test = try TestRegister()
        try test.tabled(at: "board-2019-12-30")
        for date in ["2019-12-31", "2020-01-01"] {
            try test.schedule("board", date, on: "2019-12-20", as: TestRegister.secretary)
        }
        try test.openBoard(on: "2019-12-30")
        try test.cause(
            "board-defer", on: "N-1", "2019-12-30", as: TestRegister.boardChair,
            ["reason": .text("No time"), "next-meeting": .text("board-2019-12-31")])
        #expect(try report(test, on: "2019-12-30", as: "Board Secretary").exceptions.isEmpty)
        try test.cause(
            "table", on: "N-1", "2019-12-30", as: TestRegister.secretary,
            ["meeting": .text("board-2019-12-31"), "late-reason": .text("It was deferred")])
        try test.openBoard(on: "2019-12-31")
        try test.cause(
            "board-defer", on: "N-1", "2019-12-31", as: TestRegister.boardChair,
            ["reason": .text("No time"), "next-meeting": .text("board-2020-01-01")])
        #expect(try report(test, on: "2019-12-31", as: "Board Secretary").exceptions.map(\.reference) == ["N-1"])
    }
}
