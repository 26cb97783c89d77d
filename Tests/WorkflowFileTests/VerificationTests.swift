import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

struct VerificationTests {
    static let sound = """
        workflow: sample
        title: Sample
        calendar: england-and-wales
        roles: {clerk: Clerk, boss: Boss, system: System}
        sections:
          notes: {title: Notes, takes-text: yes, readers: [clerk, boss, system]}
          secret: {title: Secret, readers: [boss]}
        facts:
          self.size: {title: Size, type: number}
        fields:
          title: {title: Title, type: line}
          secret: {title: Secret, type: line, section: secret}
          level: {title: Level, type: number 1 to 4}
          colour: {title: Colour, type: choice, choices: [red, green]}
          count: {title: Count, type: number}
          due: {title: Due, type: day}
          owner: {title: Owner, type: reference person}
        states:
          open: {title: Open, needs: [title]}
          waiting: {title: Waiting}
          done: {title: Done, end: yes}
        events:
          begin:
            title: Begin
            from: start
            to: open
            by: [clerk]
            asks: {title: required, level: required, colour: required}
            sets: {owner: actor.person, count: 0}
          wait:
            title: Wait
            from: open
            to: waiting
            by: [clerk, system]
            adds: {count: 1}
            rules:
              - {require: count < 3, otherwise: Too often.}
          resume:
            title: Resume
            from: waiting
            to: open
            by: [clerk]
            asks: {due: optional}
            rules:
              - {require: self.size > 1, otherwise: Too small.}
          finish:
            title: Finish
            from: [open, waiting]
            to: done
            by: [boss]
            rules:
              - {require: level >= 2, otherwise: Too low.}
              - {require: "colour == green or due is set", otherwise: Red needs a day.}
            asks: {secret: optional}
        clocks:
          answer: {title: Answer, in: [open, waiting], lasts: 3 working days}

        """

    static func findings(replacing old: String = "", with new: String = "", adding: String = "") throws
        -> [PlacedFinding]
    {
        let text = (old.isEmpty ? sound : sound.replacing(old, with: new)) + adding
        #expect(old.isEmpty || sound.contains(old))
        return try WorkflowFile.check(text, name: "sample.yaml", host: Shipped.host).get().findings
    }

    @Test func findsNothingInASoundWorkflow() throws {
        #expect(try Self.findings().map(\.finding.sentence) == [])
    }

    @Test(arguments: [
        ("to: waiting", "to: done", "unreachable-state", "state waiting", []),
        (
            "waiting: {title: Waiting}", "waiting: {title: Waiting}\n  lost: {title: Lost}", "unreachable-state",
            "state lost", []
        ),
        ("require: level >= 2", "require: level > 4", "rule-never-holds", "event finish rule 1", []),
        (
            "require: level >= 2", "require: level is empty or level <= 4", "rule-always-holds", "event finish rule 1",
            []
        ),
        ("require: level >= 2", "require: level >= 2 and level < 2", "rule-never-holds", "event finish rule 1", []),
        ("require: count < 3", "require: count == 0", "rule-never-holds", "event wait rule 1", []),
        (
            "require: level >= 2", "require: colour is empty or colour != red or colour == red", "rule-always-holds",
            "event finish rule 1", []
        ),
        ("require: self.size > 1", "require: today > today + 1 day", "rule-never-holds", "event resume rule 1", []),
        // Several days and numbers at once, with distances between them.
        (
            "require: self.size > 1", "require: due > today + 20 days and due - 20 days <= today", "rule-never-holds",
            "event resume rule 1", []
        ),
        (
            "require: self.size > 1", "require: due is empty or today > due - 1 day or today < due",
            "rule-always-holds", "event resume rule 1", []
        ),
        (
            "require: self.size > 1", "require: due is empty or due + 2 working days > due", "rule-always-holds",
            "event resume rule 1", []
        ),
        // What the event itself writes is known.
        ("require: count < 3", "require: count > before.count", "rule-always-holds", "event wait rule 1", []),
        ("require: count < 3", "require: owner is set and title is set", "rule-always-holds", "event wait rule 1", []),
        // Rules are read together.
        (
            "require: level >= 2, otherwise: Too low.}",
            "require: level >= 2, otherwise: A.}\n      - {require: level < 2, otherwise: B.}", "rule-never-holds",
            "event finish rule 2", []
        ),
        (
            "require: level >= 2, otherwise: Too low.}",
            "require: level >= 3, otherwise: A.}\n      - {require: level != 1, otherwise: B.}", "rule-implied",
            "event finish rule 2", []
        ),
        ("in: [open, waiting]", "in: open", "state-without-clock", "state waiting", ["begin", "wait"]),
        ("in: [open, waiting]", "in: [open, waiting, done]", "clock-without-exit", "clock answer", []),
        (
            "lasts: 3 working days}", "lasts: 3 working days, missed: {event: wait}}", "clock-event-elsewhere",
            "clock answer", []
        ),
        ("asks: {due: optional}", "sets: {title: secret}", "sealed-field-copied", "event resume", []),
        ("  owner: {", "  idle: {title: Idle, type: flag}\n  owner: {", "field-never-used", "field idle", []),
        ("require: self.size > 1", "require: level > 1", "fact-never-used", "fact self.size", []),
    ])
    func finds(old: String, new: String, code: String, subject: String, path: [String]) throws {
        let found = try Self.findings(replacing: old, with: new)
        let match = found.first { $0.finding.code.rawValue == code && $0.finding.subject.description == subject }
        #expect(match != nil, "\(found.map { "\($0.finding.code) \($0.finding.subject) \($0.finding.sentence)" })")
        if !path.isEmpty { #expect(match?.finding.path == path) }
        #expect((match?.line ?? 0) > 1)
    }

    @Test func findsStatesWithoutAWayOutOrToAnEnd() throws {
        let stuck = try Self.findings(replacing: "done: {title: Done, end: yes}", with: "done: {title: Done}")
        #expect(
            Set(stuck.map(\.finding.code)) == [.noWayOut, .noWayToAnEnd, .nobodyCanAct, .stateWithoutClock])
        #expect(stuck.first { $0.finding.code == .noWayOut }?.finding.path == ["begin", "finish"])
    }

    @Test func findsThatTwoClocksWouldActAtOnce() throws {
        let two = """
              first: {title: First, in: open, lasts: 3 days, missed: {event: wait}}
              second: {title: Second, in: open, lasts: 3 days, missed: {event: drop}}

            """
        let drop = "  drop:\n    title: Drop\n    from: open\n    to: done\n    by: [system]\nclocks:\n"
        let found = try Self.findings(replacing: "clocks:\n", with: drop, adding: two)
        #expect(found.map(\.finding.code) == [.ambiguousClocks])
    }

    @Test func notesWhatTakesTwoPeopleOfOneRole() throws {
        let found = try Self.findings(
            replacing: "by: [boss]\n    rules:",
            with: "by: [clerk]\n    rules:\n      - {require: actor.person != owner, otherwise: It takes two.}")
        #expect(found.map(\.finding.code) == [.sealedFieldUnread, .needsTwoPeople])
        #expect(found.map(\.finding).unexplained.isEmpty)
        #expect(found.last?.finding.path == ["begin", "finish"])
    }

    @Test func findsWhatTheHoldersOfSeatsMakeImpossible() throws {
        let definition = try Shipped.definition("issue")
        let alone = ["dco": Set(["one"]), "chair": ["one"], "board-secretary": ["two"], "board-chair": ["three"]]
        let found = definition.verify(staff: [alone])[0]
        #expect(
            found.map { "\($0.code.rawValue): \($0.subject)" } == [
                "one-person-deadlock: event submit rule 2", "one-person-deadlock: event feed-back rule 6",
                "role-not-held: event group-report", "role-not-held: event rectify",
            ])
        // From the start, through what that person did, to what another one must do.
        #expect(
            found.first?.path == [
                "log", "accept", "schedule", "propose-escalation", "submit",
            ])
        let two = alone.merging([
            "dco": ["one", "four"], "group-lead": ["five"], "information-officer": ["six"],
        ]) { $1 }
        #expect(definition.verify(staff: [two]) == [[]])
    }

    private func targets(_ list: String) throws -> [Finding] {
        try Self.findings(replacing: "from: waiting\n    to: open", with: "from: waiting\n    to: [\(list)]")
            .map(\.finding)
    }

    @Test func decidesWhichTargetsAreTaken() throws {
        let dead = try targets("{state: open, when: level > 5}, {state: done}")
        #expect(dead.map(\.code) == [.targetNeverTaken])
        #expect(try targets("{state: open, when: level > 1}, {state: done, when: level < 2}").isEmpty)
    }

    @Test func showsTheRecordForWhichAnEventLeadsNowhere() throws {
        let gap = try targets(
            "{state: open, when: level > 2 or due is set}, {state: done, when: due is empty and level == 1}")
        #expect(gap.map(\.code) == [.targetGap])
        #expect(gap.first?.sentence == "“Resume” can lead nowhere, as when due is empty and level is 2.")
    }

    /// A gap that the event's own rules close is none.
    @Test func findsNoGapWhereARuleRefuses() throws {
        let found = try Self.findings(
            replacing: "from: waiting\n    to: open\n    by: [clerk]\n    asks: {due: optional}\n    rules:\n",
            with: "from: waiting\n    to: [{state: open, when: level > 2}]\n    by: [clerk]\n    "
                + "asks: {due: optional}\n    rules:\n      - {require: 'level in [3, 4]', otherwise: Too low.}\n")
        #expect(found.isEmpty)
    }

    @Test func notesTargetsThatBothCouldBeTaken() throws {
        let both = try targets("{state: open, when: level > 1}, {state: done, when: level < 4}")
        #expect(both.map(\.code) == [.targetOverlap])
        #expect(both.unexplained.isEmpty)
        #expect(
            both.first?.sentence
                == "“Resume” could lead to “Open” or “Done”, and the order of the file decides, as when level is 3.")
    }

    /// What cannot be decided is no finding: nobody knows which working days a calendar has.
    @Test func saysNothingOfWhatIsNotDecided() throws {
        let found = try Self.findings(
            replacing: "require: self.size > 1", with: "require: due + 5 working days != due + 7 days")
        #expect(found.map(\.finding.code) == [.factNeverUsed])
    }

    @Test func aWaiverExplainsAFindingAndMustHaveOne() throws {
        let waiver = "waivers:\n  - {finding: state-without-clock, of: state waiting, because: It waits for snow.}\n"
        let explained = try Self.findings(replacing: "in: [open, waiting]", with: "in: open", adding: waiver)
        #expect(explained.map(\.finding.waiver) == ["It waits for snow."])
        #expect(explained.map(\.finding).unexplained.isEmpty)
        #expect(try Self.findings(adding: waiver).map(\.finding.code) == [.waiverWithoutFinding])
    }

    /// However long it takes, so that nothing hangs on how busy the machine is.
    @Test(arguments: [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk", "draft",
    ])
    func theShippedOnesAreSoundAndAllIsFoundOut(name: String) throws {
        let text = try Shipped.text(name)
        let checked = try WorkflowFile.check(
            text, name: name, host: Shipped.host, .unlimited, calendars: Calendars([Shipped.calendar])
        ).get()
        let findings = checked.findings.map(\.finding)
        #expect(findings.unexplained.map(\.sentence) == [])
        let open = findings.filter { [.notShown, .promiseUnproved].contains($0.code) }
        #expect(open.map(\.sentence) == [])
        #expect(checked.definition.waivers.isEmpty)
    }
}
