import StrictYAML
import Testing
import Workflow

@testable import WorkflowFile

/// Each kind of mistake that a workflow file can hold, made in a small sound one.
struct StructuralMistakeTests {
    static let sound = """
        workflow: sample
        title: Sample
        calendar: england-and-wales
        roles:
          clerk: Clerk
          boss: Boss
          system: System
        sections:
          notes: {title: Notes, takes-text: yes, readers: [clerk, boss]}
        facts:
          self.size: {title: Size, type: number}
        fields:
          title: {title: Title, type: line}
          colour: {title: Colour, type: choice, choices: [red, green]}
          count: {title: Count, type: number 0 to 9}
          due: {title: Due, type: day}
          resting: {title: Resting, type: flag}
          meeting: {title: Meeting, type: reference meeting}
        states:
          open: {title: Open, needs: [title]}
          waiting: {title: Waiting}
          done: {title: Done, end: yes}
        groups:
          live: [open, waiting]
        rules:
          - require: colour != red
            otherwise: Red is refused.
            except: [begin]
        events:
          begin:
            title: Begin
            from: start
            to: open
            by: [clerk]
            asks:
              title: required
              colour: {need: optional, default: green}
          wait:
            title: Wait
            from: open
            to: waiting
            by: [clerk, system]
            adds: {count: 1}
            effects:
              - decision: {kind: "'noted'"}
          finish:
            title: Finish
            from: live
            to: done
            by: [boss]
            rules:
              - require: count < 3
                otherwise: Too often.
            sets: {due: today}
            erases: [notes]
        clocks:
          answer:
            title: Answer
            in: open
            until: due
            lasts: 3 working days
            pauses-in: waiting
            pauses-when: resting
            missed: {event: wait}

        """

    static func problems(replacing old: String, with new: String) -> [Problem] {
        let text = sound.replacing(old, with: new)
        switch WorkflowFile.read(text, name: "sample.yaml", host: Shipped.host) {
        case .success: return []
        case .failure(let problems): return problems.problems
        }
    }

    @Test func theSoundOneIsRead() throws {
        let definition = try WorkflowFile.read(Self.sound, name: "sample.yaml", host: Shipped.host).get()
        #expect(definition.event("finish")?.from == ["open", "waiting"])
        #expect(definition.field("title")?.section == "notes")
        #expect(definition.clock("answer")?.lasts == .workingDays(3, calendar: "england-and-wales"))
        #expect(definition.title(ofRole: "boss") == "Boss")
    }

    /// The caret stands where the problem is told.
    @Test(arguments: [
        ("title: Sample", "‸titel: Sample", "A workflow file has no key “titel”."),
        ("    title: Wait\n", "    ‸titel: Wait\n", "An event has no key “titel”."),
        ("otherwise: Red is refused.", "otherwise: ‸[x]", "The sentence should be text; here is a list."),
        ("calendar: england-and-wales", "calendar: ‸england", "There is no calendar “england”."),
        ("needs: [title]", "needs: [‸titel]", "There is no field “titel”."),
        ("from: open", "from: ‸opne", "There is no state or group “opne”."),
        ("to: waiting", "to: ‸wating", "There is no state “wating”."),
        ("by: [boss]", "by: [‸bos]", "There is no role “bos”."),
        ("    asks:\n      title: required", "    asks:\n      ‸titl: required", "There is no field “titl”."),
        ("sets: {due: today}", "sets: {‸deu: today}", "There is no field “deu”."),
        (
            "    lasts: 3 working days\n",
            "    lasts: 3 working days\n    rolls: [{from: ‸31 June, to: 1 July, onto: next working day}]\n",
            "“31 June” is not a day of the year."
        ),
        (
            "    lasts: 3 working days\n",
            "    lasts: 3 working days\n    rolls: [‸{from: 1 July, onto: next working day}]\n",
            "A range of days needs both “from” and “to”."
        ),
        (
            "    lasts: 3 working days\n", "    or-later: ‸{starts: due, lasts: 1 month}\n",
            "“or-later” needs a “lasts” beside it."
        ),
        ("adds: {count: 1}", "adds: {‸title: 1}", "Only a number can be added to; “title” is none."),
        ("erases: [notes]", "erases: [‸note]", "There is no section “note”."),
        ("decision: {kind", "‸decison: {kind", "There is no effect “decison”."),
        ("{kind: \"'noted'\"}", "{‸kid: \"'noted'\"}", "There is no argument of decision “kid”."),
        ("except: [begin]", "except: [‸begn]", "There is no event “begn”."),
        ("live: [open, waiting]", "live: [open, ‸waitin]", "There is no state or group “waitin”."),
        ("missed: {event: wait}", "missed: {event: ‸wat}", "There is no event “wat”."),
        (
            "missed: {event: wait}", "missed: {event: ‸finish}",
            "“finish” cannot happen by itself: its roles lack system."
        ),
        ("type: line", "type: ‸lin", "There is no type “lin”."),
        ("type: number 0 to 9", "type: ‸number 9 to 0", "Nothing lies between 9 and 0: the lesser comes first."),
        (
            "type: number 0 to 9", "type: ‸number 0 to 99999999999999999999",
            "A number lies between -1000000000000000 and 1000000000000000."
        ),
        ("choices: [red, green]", "choices: [red, ‸red]", "The choice “red” stands here twice."),
        ("type: flag", "type: flag, ‸choices: [a]", "Only the types choice and choices have choices."),
        ("live: [open, waiting]", "‸open: [waiting]", "There is already a state “open”."),
        ("by: [clerk, system]", "by: [clerk, ‸clerk]", "The role “clerk” stands here twice."),
        ("from: live", "from: [live, ‸open]", "The state “open” stands here twice."),
        ("  clerk: Clerk", "  ‸cle rk: Clerk", "“cle rk” cannot be the name of a role."),
        ("  resting: {", "  ‸today: {", "A field cannot be called “today”: expressions use that word."),
        ("  done: {", "  ‸start: {", "A state cannot be called “start”: that word has its own meaning."),
        ("self.size", "‸size", "A fact's name has a dot after what it is about."),
        ("self.size:", "‸actor.size:", "No fact is about “actor”: expressions use that word."),
        (
            "to: done\n", "to: [‸{state: done}, {state: open}]\n",
            "Nothing after a target without “when” is ever reached."
        ),
        ("title: required", "title: ‸requird", "An ask should be one of required, record, optional, anew."),
        ("default: green}", "default: ‸gren}", "“gren” is neither a choice here nor a field."),
        ("{need: optional, default: green}", "{‸because: x}", "“because” goes with “when”."),
        ("adds: {count: 1}", "adds: {count: ‸0}", "The step should be from 1 to 1000."),
        ("require: colour != red", "require: colour != ‸rde", "“rde” is neither a choice here nor a field."),
        (
            "require: count < 3", "require: count ‸< 'x'",
            "Only two numbers or two days have an order; these are a number and text."
        ),
        ("require: count < 3", "require: ‸cuont < 3", "There is no field or fact “cuont”."),
        ("require: count < 3", "require: count <‸", "Here stands the end, where a field or a value should be."),
        ("require: count < 3", "require: ‸count", "This gives a number, where yes or no is needed."),
        ("sets: {due: today}", "sets: {due: ‸count}", "This gives a number, where a day is needed."),
        ("lasts: 3 working days", "lasts: ‸soon", "“soon” is not a length of time."),
        ("until: due", "until: ‸title", "“title” should be a field that holds a day."),
        ("pauses-when: resting", "pauses-when: ‸due", "“due” should be a field that holds yes or no."),
        ("missed: {event: wait}", "missed: ‸bell", "Missed should be one of flag, pass or {event: NAME}."),
        ("missed: {event: wait}", "missed: ‸wait", "“wait” is the name of an event, which is to be said."),
        ("readers: [clerk, boss]", "readers: [clerk, ‸bos]", "There is no role “bos”."),
        ("readers: [clerk, boss]", "readers: [clerk, ‸clerk]", "The role “clerk” stands here twice."),
        ("readers: [clerk, boss]", "readers: ‸[]", "Nobody could read it."),
        (", readers: [clerk, boss]", ", ‸reader: clerk", "A section has no key “reader”."),
        (
            "readers: [clerk, boss]", "readers: [clerk, {roles: boss, when: ‸self.size > 1}]",
            "Who may read hangs on the item's own fields and its state only, not on facts, days or people."
        ),
        (
            "readers: [clerk, boss]", "readers: [{roles: boss, when: ‸due < today}]",
            "Who may read hangs on the item's own fields and its state only, not on facts, days or people."
        ),
        ("readers: [clerk, boss]", "readers: [{roles: boss, when: ‸cuont > 1}]", "There is no field or fact “cuont”."),
        (
            "readers: [clerk, boss]", "readers: [clerk, boss], ‸takes-codes: yes",
            "Only a section that is not sealed takes codes."
        ),
        ("takes-text: yes", "sealed: no, ‸takes-text: yes", "Only a sealed section takes text."),
        (
            "takes-text: yes, readers: [clerk, boss]}\n",
            "takes-text: yes, readers: boss}\n  more: {title: More, readers: boss, ‸takes-text: yes}\n",
            "Only one section can have “takes-text”."
        ),
        ("{title: Title, type: line}", "{title: Title, type: line, section: ‸open}", "There is no section “open”."),
        (
            "type: number 0 to 9}", "type: number 0 to 9, ‸limit: 3}",
            "A limit is of characters: only lines, texts and references have one."
        ),
        (
            "clocks:\n", "promises:\n  p: {title: P, only-grows: ‸due}\nclocks:\n",
            "Only a number grows; “due” is none."
        ),
        (
            "done: {title: Done, end: yes}", "done: {title: Done, end: yes, usually: ‸wait}",
            "“wait” cannot happen at “done”, so it is not what usually comes next there."
        ),
        ("  boss: Boss", "  boss: ‸&b Boss", "Anchors and aliases (& and *) are not used here: write the value out."),
    ])
    func tells(old: String, new: String, sentence: String) throws {
        let text = Self.sound.replacing(old, with: new)
        let caret = try #require(text.firstIndex(of: "‸"))
        let before = text[..<caret].split(separator: "\n", omittingEmptySubsequences: false)
        let expected = [before.count, (before.last?.count ?? 0) + 1]
        let found = Self.problems(replacing: old, with: new.replacing("‸", with: ""))
        #expect(
            found.contains { $0.sentence == sentence && [$0.line, $0.column] == expected },
            "\(found.map { "\($0.line):\($0.column) \($0.sentence)" })")
    }

    @Test(arguments: [
        (", takes-text: yes", "", 13, 3, "“title” is text, which must lie in a sealed section."),
        (", readers: [clerk, boss]", "", 9, 10, "A section needs the key “readers”."),
        ("    by: [boss]\n", "", 47, 5, "An event needs the key “by”."),
        (
            "type: reference meeting", "type: reference meetin", 18, 35,
            "There is nothing of the kind “meetin” to refer to."
        ),
        (", choices: [red, green]", "", 14, 27, "A choice needs the key “choices”."),
        ("from: start\n    to: open", "from: open\n    to: open", 30, 3, "No event begins an item."),
        ("    until: due\n    lasts: 3 working days\n", "", 57, 3, "A clock needs “lasts” or “until”."),
        ("pauses-in: waiting", "pauses-in: open", 62, 5, "The clock cannot both run and pause in “open”."),
        ("calendar: england-and-wales\n", "", 60, 12, "Working days need a calendar, and this workflow names none."),
        ("title: Sample\n", "", 1, 1, "A workflow file needs the key “title”."),
        ("    to: open\n", "", 31, 5, "An event that begins an item needs the key “to”."),
        ("to: open", "to: stay", 33, 9, "An event that begins an item has nowhere to stay."),
        ("  boss: Boss", "  clerk: Boss", 5, 3, "The key “clerk” stands here twice."),
    ])
    func tellsWhatIsMissing(old: String, new: String, line: Int, column: Int, sentence: String) {
        let found = Self.problems(replacing: old, with: new)
        #expect(
            found.contains { $0.sentence == sentence && $0.line == line && $0.column == column },
            "\(found.map { "\($0.line):\($0.column) \($0.sentence)" })")
    }

    @Test func aFieldCanBeSetFromWhatItHeld() throws {
        let text = Self.sound.replacing("sets: {due: today}", with: "sets: {count: count + 1}")
        let definition = try WorkflowFile.read(text, name: "sample.yaml", host: Shipped.host).get()
        let setting = Setting(on: Day(number: 0), actor: Actor(person: "p", roles: ["boss"]))
        let item = Item(state: "waiting", fields: ["count": .number(1), "colour": .text("green")])
        guard case .accepted(let change) = definition.decide("finish", on: item, in: setting) else {
            Issue.record("it was refused")
            return
        }
        #expect(change.changed == ["count": .some(.number(2))])
    }

    @Test func suggestsWhatWasMeant() {
        #expect(Self.problems(replacing: "from: open", with: "from: opne").first?.hint == "Did you mean “open”?")
        #expect(Self.problems(replacing: "type: line", with: "type: lin").first?.hint == "Did you mean “line”?")
    }

    @Test func tellsEverythingAtOnceInTheOrderOfTheFile() {
        let text = Self.sound.replacing("from: open", with: "from: opne").replacing("count < 3", with: "cuont < 3")
            .replacing("by: [boss]", with: "by: [bos]").replacing("until: due", with: "until: deu")
        guard case .failure(let problems) = WorkflowFile.read(text, name: "sample.yaml", host: Shipped.host) else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.map(\.line) == [40, 50, 52, 60])
        #expect(problems.description.hasPrefix("sample.yaml:40:11: There is no state or group “opne”."))
    }

    @Test func placesAProblemInAFoldedExpression() {
        let found = Self.problems(
            replacing: "require: count < 3", with: "require: >-\n          count < 3 and\n          cuont < 3")
        #expect(found.first.map { [$0.line, $0.column] } == [54, 11])
    }

    @Test(arguments: [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk",
    ])
    func theShippedOnesAreRead(name: String) throws {
        #expect(try Shipped.definition(name).name == name)
    }

    @Test(arguments: ["", "- a", "text", "{}", "a: [", "\u{0}", "workflow: [x]"])
    func neverReadsWhatIsNoWorkflow(text: String) {
        guard case .failure(let problems) = WorkflowFile.read(text, name: "x", host: Shipped.host) else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 })
        #expect(!problems.problems.isEmpty)
    }
}
