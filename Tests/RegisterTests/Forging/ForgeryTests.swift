import Foundation
import GRDB
import Testing
import Workflow

@testable import Ledger
@testable import Register

/// What somebody could want to forge, and what the check says.
@Suite struct ForgeryTests {
    private func told(_ sql: String, _ words: String) throws {
        let test = try TestRegister()
        try test.everything()
        let problems = try Forger(test).problems(after: sql)
        #expect(problems.contains { $0.contains(words) }, "\(problems)")
        #expect(!problems.joined().contains("zebrafinch"))
    }

    @Test func aRowWithAChangeOfNoOperation() throws {
        try told(
            """
            UPDATE seat SET role = 'information-officer'
            WHERE id = (SELECT seat FROM term WHERE person = 'deputy-dco-north');
            INSERT INTO change SELECT 999999, 1, relation, key, after, replace(after, '"dco"', '"information-officer"')
            FROM change WHERE relation = 'seat' AND key = (SELECT CAST(seat AS TEXT) FROM term WHERE person = 'deputy-dco-north')
            ORDER BY operation DESC LIMIT 1
            """, "Changes are on record of operation 999999, which is not.")
    }

    /// A paper that was issued is known by its bytes.
    @Test func contentsThatAreAlteredTakenAwayPutBackOrAdded() throws {
        try told(
            "UPDATE content SET data = 'YQ==' WHERE data <> 'YQ=='", "are not what they are known by")
        try told("DELETE FROM content", "names contents that are gone, and no erasure of them is on record")
        let digest = NewPaper.digest(of: Data("a".utf8))
        try told("INSERT INTO content VALUES ('\(digest)', 'YQ==')", "were erased, and are there again")
        let other = NewPaper.digest(of: Data("b".utf8))
        try told("INSERT INTO content VALUES ('\(other)', 'Yg==')", "are named by nothing on record")
        try told("DELETE FROM erased_content", "names contents that are gone, and no erasure of them is on record")
    }

    /// Whoever reads a text to its first NUL sees what was recorded, and not what follows.
    @Test(arguments: [
        "vault SET value = value || char(0) || 'zebrafinch'", "item SET fields = fields || char(0) || '{}'",
        "change SET after = after || char(0) || 'zebrafinch' WHERE after IS NOT NULL",
        "operation SET command = command || char(0) || 'x'", "operation SET hash = hash || char(0)",
        "event SET given = given || char(0) || '{}'", "tally SET state = state || char(0)",
        "definition SET source = source || char(0) || 'x'", "vault SET section = section || char(0)",
    ])
    func whatHidesBehindANUL(what: String) throws {
        try told("UPDATE \(what)", "NUL in it, which hides what follows")
    }

    @Test func whatIsNoText() throws {
        try told("UPDATE operation SET command = CAST(x'ff' AS TEXT) WHERE id = 3", "its hash differs")
        let test = try TestRegister()
        try test.everything()
        let problems = try Forger(test).problems(
            after: "UPDATE vault SET value = value || char(0) || 'more' WHERE field = 'summary'")
        #expect(problems.contains { $0.contains("is not what was recorded") }, "\(problems)")
    }

    @Test func aChangeAddedToAnOperation() throws {
        try told(
            """
            UPDATE decision SET kind = 'agreed';
            INSERT INTO change SELECT max(change.operation), max(position) + 1, 'decision', decision.id,
              (SELECT after FROM change WHERE relation = 'decision'),
              replace((SELECT after FROM change WHERE relation = 'decision'), '"noted"', '"agreed"')
            FROM change, decision WHERE change.operation = (SELECT max(id) FROM operation)
            """, "its hash differs")
    }

    @Test func anEventOfNoOperation() throws {
        try told(
            """
            INSERT INTO event SELECT max(id) + 1, 999999, item, name, origin, target, happened, actor, capacity, given
            FROM event
            """, "Events are on record of operation 999999, which is not.")
    }

    @Test(arguments: [
        "UPDATE event SET id = id + 1000 WHERE id = (SELECT max(id) FROM event)",
        """
        UPDATE event SET id = -1 WHERE id = (SELECT max(id) FROM event);
        UPDATE event SET id = id + 1 WHERE id = (SELECT max(id) FROM event);
        UPDATE event SET id = (SELECT max(id) FROM event) - 1 WHERE id = -1
        """,
    ])
    func eventsNumberedAnew(sql: String) throws {
        let test = try TestRegister()
        try test.everything()
        let problems = try Forger(test).problems(after: sql)
        #expect(
            problems.contains { $0.contains("its events are not numbered in order") || $0.contains("its hash differs") }
        )
    }

    @Test func wordsOfADecision() throws {
        try told(
            "UPDATE vault SET value = 'The service does nothing' WHERE field = 'decision wording'",
            "wording is not what was recorded.")
    }

    @Test(arguments: [
        ("discussed text", "discussed"), ("agenda title", "title"), ("interest declared", "interest"),
        ("email", "email"),
        ("released words", "words"), ("summary", "summary"), ("detail", "detail"),
    ])
    func anyText(field: String, place: String) throws {
        try told(
            "UPDATE vault SET value = value || '.' WHERE field = '\(field)'", ": \(place) is not what was recorded.")
        try told("DELETE FROM vault WHERE field = '\(field)'", ": \(place) is gone, and no erasure of it is on record.")
    }

    @Test func textMovedToAnotherPlace() throws {
        try told(
            "UPDATE vault SET section = 'narrative' WHERE field = 'name' AND item IS NOT NULL",
            "is not what was recorded.")
        try told("UPDATE vault SET item = item + 1 WHERE field = 'summary'", "is not what was recorded.")
    }

    /// Equal to Swift, and not the same bytes.
    @Test func anAccentWrittenAnotherWay() throws {
        try told(
            "UPDATE vault SET value = replace(value, 'é', 'e' || char(769)) WHERE value LIKE '%café%'",
            "is not what was recorded.")
        try told("UPDATE area SET title = title || char(8203)", "is not as the journal has it")
    }

    @Test func anErasureThatNobodyDid() throws {
        try told(
            "INSERT INTO erased SELECT id, 3, NULL, NULL FROM vault WHERE field = 'summary'; DELETE FROM vault WHERE field = 'summary'",
            "is there, but not in the journal.")
    }

    @Test func whatWasErasedPutBack() throws {
        try told(
            """
            INSERT INTO vault SELECT (SELECT min(vault) FROM erased), item, person, section, field, findable, salt, value
            FROM vault LIMIT 1
            """, "was erased, and is there again.")
    }

    @Test func textThatNothingNames() throws {
        try told(
            "INSERT INTO vault SELECT max(id) + 100000, item, person, section, field, 0, salt, value FROM vault",
            "was put there by no operation.")
    }

    @Test func aTextWithinReachOfSearchesThatMustNotBe() throws {
        try told("UPDATE vault SET findable = 1 WHERE field = 'contact'", "is within reach of searches.")
        try told("UPDATE vault SET findable = 0 WHERE field = 'summary'", "is out of reach of searches.")
    }

    @Test func theSearchIndex() throws {
        let index = "The search index is not that of what may be found."
        try told("INSERT INTO search(search) VALUES ('delete-all')", index)
        try told("INSERT INTO search(rowid, value) VALUES (100000, 'zebrafinch')", index)
        try told(
            """
            INSERT INTO search(search, rowid, value) SELECT 'delete', id, value FROM vault WHERE field = 'summary';
            INSERT INTO search(rowid, value) SELECT id, 'Another text' FROM vault WHERE field = 'summary'
            """, index)
    }

    @Test(arguments: ["x'01' || block", "substr(block, 1, length(block) - 1)", "x''"])
    func theListOfTheSearchIndexsSegments(block: String) throws {
        let test = try TestRegister()
        try test.everything()
        try DatabaseQueue(path: test.path).write {
            try $0.execute(sql: "UPDATE search_data SET block = CAST(\(block) AS BLOB) WHERE id = 10")
        }
        // As whoever checks reads it: anew.
        let register = try Register.open(path: test.path, rulebook: test.rulebook, now: TestRegister.now)
        let problems = try register.read(on: TestRegister.day("2020-01-01")) { try $0.check().problems }
        #expect(problems.contains { $0.hasPrefix("The search index is") }, "\(problems)")
    }

    @Test(arguments: [
        "INSERT INTO search_data VALUES (7777777777, 'erased family text')",
        "INSERT INTO search_data VALUES ((SELECT max(id) + 1 FROM search_data), 'erased family text')",
        "INSERT INTO search_data VALUES ((SELECT max(id) | (1 << 36) FROM search_data), 'erased family text')",
        "INSERT INTO search_idx VALUES (7777, 'Zebedee', 3)",
        "INSERT INTO search_idx SELECT segid, 'Zebedee', pgno FROM search_idx LIMIT 1",
        "UPDATE search_idx SET term = 'Zebedee'", "DELETE FROM search_idx",
        "UPDATE search_data SET block = CAST(block || 'erased family text' AS BLOB) WHERE id = 10",
    ])
    func whatIsHiddenInTheSearchIndexsOwnTablesIsToldAndGoesWhenItIsMadeAnew(sql: String) throws {
        let test = try TestRegister()
        try test.everything()
        try DatabaseQueue(path: test.path).write { try $0.execute(sql: sql) }
        // As whoever checks reads it: anew.
        let register = try Register.open(path: test.path, rulebook: test.rulebook, now: TestRegister.now)
        let day = TestRegister.day("2020-01-01")
        let problems = try register.read(on: day) { try $0.check().problems }
        #expect(problems.contains { $0.hasPrefix("The search index") }, "\(problems)")
        let rebuilt = try register.write(by: "DCO North", deed: "test") { operation, _ in try operation.rebuild() }
        #expect(rebuilt.changes == ["The search index was made anew."])
        #expect(try register.read(on: day) { try $0.check().problems } == [])
        let bytes = try Data(contentsOf: URL(filePath: test.path))
        for text in ["erased family text", "Zebedee"] { #expect(bytes.range(of: Data(text.utf8)) == nil) }
    }

    /// Thousands of words come and go, until the index has many segments, long entries and unfinished merges.
    @Test func aLargeSearchIndexIsAccountedFor() throws {
        let test = try TestRegister()
        try DatabaseQueue(path: test.path).write { database in
            let connection = SQLiteConnection(database: database, schema: .register)
            func text(_ key: Int) -> String {
                "the " + (0..<300).map { "w\((key &* 7919 &+ $0 &* $0 &* 104_729) % 20011)" }.joined(separator: " ")
            }
            for key in 1000..<4000 {
                try connection.index(text(key), key: key)
                if key % 3 == 0 { try connection.unindex(text(key - 1), key: key - 1) }
                if key % 100 == 0 {
                    // As at the end of a transaction.
                    try database.execute(
                        sql: "SAVEPOINT a; RELEASE a; INSERT INTO search(search, rank) VALUES ('merge', 3)")
                    #expect(try SearchPages(of: connection)?.areAccountedFor() == true, "\(key)")
                }
            }
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM search_data") ?? 0 > 300)
        }
    }

    @Test func aTriggerThatSpies() throws {
        try told(
            """
            CREATE TABLE spied (value TEXT);
            CREATE TRIGGER spy AFTER INSERT ON vault BEGIN INSERT INTO spied VALUES (new.value); END
            """, "The database has a trigger spy that does not belong there.")
    }

    @Test func theSchema() throws {
        try told("DROP INDEX item_due", "The database's index item_due is missing.")
        try told("DROP INDEX item_due; CREATE INDEX item_due ON item (due)", "index item_due is not as it is made.")
        try told("ALTER TABLE seat ADD COLUMN secret TEXT", "table seat is not as it is made.")
        try told("PRAGMA user_version = 0", "The database's user_version is not what it is made with.")
        let test = try TestRegister()
        try test.everything()
        try DatabaseQueue(path: test.path).write { try $0.execute(sql: "DROP TRIGGER change_fixed") }
        #expect(
            try test.read { try $0.check().problems } == ["The database's trigger change_fixed is missing."])
    }

    @Test func namesOfWhatIsNotThere() throws {
        try told("UPDATE seat SET role = 'nobody'", "names a row of role that is not there.")
    }

    @Test func countsThatDoNotAddUp() throws {
        try told("UPDATE tally SET count = count + 1", "does not add up.")
        try told("INSERT INTO tally VALUES ('issue', 'north', 'nowhere', 0)", "does not add up.")
        try told("UPDATE counter SET last = last + 1", "is not as the journal has it")
    }

    @Test func aDefinitionThatMeansSomethingElse() throws {
        try told("UPDATE definition SET source = source || '# x'", "is not as the journal has it")
        try told("UPDATE definition SET digest = 'x' || digest", "is not what it is known by.")
        try told("UPDATE definition SET source = 'nonsense'", "cannot be read any more.")
    }

    @Test func theLastOperationsRolledAway() throws {
        let test = try TestRegister()
        try test.everything()
        let head = try #require(try test.read { try $0.check().head })
        #expect(try test.read { try $0.check(against: head).problems } == [])
        // Later operations do not matter: what was recorded until then is still there.
        try test.raise(on: "2019-12-19")
        #expect(try test.read { try $0.check(against: head).problems } == [])
        let later = try #require(try test.read { try $0.check().head })
        let early = try TestRegister()
        try early.everything()
        let problems = try early.read { try $0.check(against: later).problems }
        #expect(problems.count == 1)
        #expect(problems[0].contains("The journal ends at operation"))
        // The same number, and another history.
        let other = try early.read { try $0.check(against: head).problems }
        #expect(other.count == 1)
        #expect(other[0].contains("is not the one that the head that was given names"))
    }

    @Test func aHeadThatIsNone() throws {
        let test = try TestRegister()
        for written in ["", "12", "12-abc-2019-12-19", "x-a1b2c3d4e5f6-2019-12-19", "12-A1B2C3D4E5F6-2019-12-19"] {
            let error = #expect(throws: RegisterError.self) { try test.read { try $0.check(against: written) } }
            guard case .badInput? = error else {
                Issue.record("\(written): \(String(describing: error))")
                continue
            }
        }
    }

    @Test func anEmptyJournal() throws {
        try told(
            "DELETE FROM change; DELETE FROM event; DELETE FROM operation",
            "There is no operation on record: every ledger begins with one.")
    }

    /// What a slow clock says is not believed: what was recorded stays in order, and whatever was recorded passes a check.
    @Test(arguments: [3, 3_600, 86_400 * 2, 86_400 * 365])
    func aClockThatStepsBack(seconds: Double) throws {
        let test = try TestRegister()
        let slow = try Register.open(
            path: test.path, rulebook: test.rulebook, now: { TestRegister.now().addingTimeInterval(-seconds) })
        try slow.write(by: "DCO North", deed: "test") { operation, standing in
            _ = try operation.begin(
                "issue", given: TestRegister.concern.merging(["received": .day(TestRegister.day("2018-12-20"))]) { $1 },
                as: standing)
        }
        #expect(try test.last().recorded == "2020-01-01T00:00:00Z")
        #expect(try test.read { try $0.check(at: TestRegister.now()).problems } == [])
        // A clock that is slow while it checks says so, and finds nothing wrong.
        let early = TestRegister.now().addingTimeInterval(-86_400 * 3)
        let report = try test.read { try $0.check(at: early) }
        #expect(report.isSound && report.problems == [])
        #expect(report.notes.count == 1 && report.notes[0].contains("ahead by this machine's clock"))
    }

    /// Somebody with the program's own means appends what it would append, with hashes that fit.
    private func appended(
        _ words: String, by actor: String = TestRegister.dco.id, effective: String = "2019-12-20",
        recorded: String = "2020-01-01T00:00:00Z", command: String = "issue edit", at moment: Date? = nil,
        _ body: (Entry) throws -> Void
    ) throws {
        let problems = try problems(
            by: actor, effective: effective, recorded: recorded, command: command, at: moment, body)
        #expect(problems.count == 1 && problems.contains { $0.contains(words) }, "\(problems)")
    }

    private func problems(
        by actor: String = TestRegister.dco.id, effective: String = "2019-12-20",
        recorded: String = "2020-01-01T00:00:00Z", command: String = "test", at moment: Date? = nil,
        _ body: (Entry) throws -> Void
    ) throws -> [String] {
        let test = try TestRegister()
        try test.everything()
        return try Forger(test).problems(at: moment) { database in
            let entry = try Entry(
                on: SQLiteConnection(database: database, schema: .register), by: actor, effective: effective,
                recorded: recorded, command: command)
            entry.isKept = true
            try body(entry)
            try entry.finish()
        }
    }

    /// What is made when no deed makes it so, by somebody who may do all else.
    @Test func whatNoDeedDoes() throws {
        try appended("changed issued 1, though nothing happened in it: cites, day, name.") {
            try $0.update(.issued, key: 1, ["day": "2019-01-01", "name": "other.html", "cites": "N-9"])
        }
        try appended("took attendance 1 away, though nothing happened") { try $0.delete(.attendance, key: 1) }
        try appended("changed attendance 1, though nothing happened in it: status") {
            try $0.update(.attendance, key: 1, ["status": "absent"])
        }
        try appended("changed agenda_item 1, though nothing happened in it: number") {
            try $0.update(.agendaItem, key: 1, ["number": "99"])
        }
        try appended("erased value 1 of the vault, though nothing happened that erases it") { try $0.erase(value: 1) }
        try appended("put the counter item back, which none does") {
            try $0.update(.counter, key: "item", ["last": 1])
        }
        try appended("raised the counter issue north by more than it gave out") {
            try $0.update(.counter, key: "issue north", ["last": 4_000])
        }
        try appended("gave term 4000 a number that its counter had not come to") {
            try $0.insert(.term, key: 4_000, [1, .text(TestRegister.deputy.id), .null, .null, .null])
        }
        try appended("took counter item away") { try $0.delete(.counter, key: "item") }
        try appended("took mistaken 1 away") { try $0.delete(.mistaken, key: 1) }
    }

    @Test func whatNoCommandCouldRead() throws {
        let told = try problems { try $0.update(.setting, key: "retention", ["value": "{}"]) }
        #expect(told.contains { $0.contains("changed setting retention, which only the first one makes") }, "\(told)")
        #expect(told.contains { $0.contains("the partnership's retention cannot be read") }, "\(told)")
    }

    /// Nothing happens in what these deeds do: whoever does them holds a seat that may.
    @Test func whatWhoeverDidItMayNot() throws {
        let parent = TestRegister.parentRep.id
        func told(_ what: String, by actor: String = parent, _ body: (Entry) throws -> Void) throws {
            let told = try problems(by: actor, body)
            #expect(told.contains { $0.contains("changed \(what), for which whoever did it held no seat") }, "\(told)")
        }
        try told("term") { try $0.insert(.term, [1, .text(parent), .null, .null, .null]) }
        try told("attendance") { try $0.update(.attendance, key: 1, ["online": 1]) }
        try told("agenda_item") { try $0.update(.agendaItem, key: 1, ["reached": 0]) }
        try told("setting") { try $0.insert(.setting, key: "restored-from", ["never"]) }
        try told("decision") { entry in
            try entry.insert(
                .decision,
                [
                    "D-north-2019-9", "north", 2019, 9, 1, .null, .null, "noted",
                    .text("1:\(String(repeating: "a", count: 64))"),
                    0, .null, .null, .null, .null,
                ])
        }
        try told("term", by: Person.system.id) { try $0.update(.term, key: 1, ["until": "2019-12-01"]) }
    }

    @Test func anOperationThatNobodyOnRecordDid() throws {
        try appended("is by somebody who was not on record", by: "p-nobody000") { _ in }
    }

    @Test func whatHappenedAfterItWasRecorded() throws {
        try appended("tells of a day after the one", effective: "2020-01-02") { _ in }
        try appended("something that happened after it") {
            let item = try $0.connection.row("SELECT id, state FROM item WHERE reference = 'N-1'")
            try $0.append(
                NewEvent(
                    item: item?.count("id") ?? 0, name: "undo", origin: item?.text("state"),
                    target: item?.word("state") ?? "", capacity: "dco", given: "{}", happened: "2020-02-01"))
        }
    }

    @Test func aDecisionChangedThoughNothingHappened() throws {
        try appended("changed decision 1, though nothing happened") {
            try $0.update(.decision, key: 1, ["kind": "agreed"])
        }
    }

    @Test func anItemChangedThoughNothingHappenedToIt() throws {
        try appended("changed it, though nothing happened to it") {
            let key = try $0.connection.row("SELECT id FROM item WHERE reference = 'N-1'")?.count("id") ?? 0
            try $0.update(.item, key: .integer(key), ["version": 77])
        }
    }

    @Test func anEventInACapacityThatItIsNotFor() throws {
        let problems = try problems {
            let item = try $0.connection.row("SELECT id, state FROM item WHERE reference = 'N-1'")
            try $0.append(
                NewEvent(
                    item: item?.count("id") ?? 0, name: "remark", origin: item?.text("state"),
                    target: item?.word("state") ?? "", capacity: "viewer", given: "{}"))
        }
        #expect(problems.contains { $0.contains("“remark” is for nobody in the capacity of “viewer”") }, "\(problems)")
    }

    /// A role for which the event is, held by somebody else.
    @Test func anEventInACapacityThatWhoeverDidItDidNotHold() throws {
        func remark(as capacity: String) throws -> [String] {
            try problems {
                let item = try $0.connection.row("SELECT id, state FROM item WHERE reference = 'N-1'")
                try $0.append(
                    NewEvent(
                        item: item?.count("id") ?? 0, name: "remark", origin: item?.text("state"),
                        target: item?.word("state") ?? "", capacity: capacity, given: "{}"))
            }
        }
        let told = try remark(as: "dco-admin")
        #expect(
            told.contains { $0.contains("by somebody acting as “dco-admin”, for which they held no seat") }, "\(told)")
        #expect(try !remark(as: "dco").contains { $0.contains("held no seat") })
    }

    @Test func whatAPartnershipIsMadeOfChangedLater() throws {
        try appended("changed a permission, which only the first one makes") {
            try $0.update(.permission, key: "export", ["roles": "viewer"])
        }
    }

    @Test func aSeatThatBecomesAnother() throws {
        try appended("changed seat 1, though nothing happened in it: role") {
            try $0.update(.seat, key: 1, ["role": "information-officer"])
        }
        try appended("changed term 1, though nothing happened in it: person") {
            try $0.update(.term, key: 1, ["person": .text(TestRegister.deputy.id)])
        }
    }

    @Test func anUndoThatIsNone() throws {
        try appended("says that it took one back, and took none", command: "undo") { _ in }
        try appended("put back something else", command: "undo") {
            $0.reverses = 2
            try $0.update(.attendance, key: 1, ["status": "absent"])
        }
    }

    @Test func allProblemsAreCounted() throws {
        let test = try TestRegister()
        try test.everything()
        try DatabaseQueue(path: test.path).write { try $0.execute(sql: "UPDATE vault SET value = value || 'x'") }
        let report = try test.read { try $0.check() }
        #expect(report.problems.count == 50)
        #expect(report.count > 60)
    }
}
