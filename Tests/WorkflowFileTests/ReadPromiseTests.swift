import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// Who learns what lies in a section: a promise is kept only where nobody else does.
struct ReadPromiseTests {
    /// A leak looked for in one event.
    private static func file(
        type: String = "flag", copy: String = "flag", asks: String = "", sets: String = "", rules: String = "",
        to: String = "a", names: String = "officer", clocks: String = "", more: String = "", only: String = "officer"
    ) -> String {
        """
        workflow: leak
        title: Leak
        roles: {clerk: Clerk, officer: Officer, system: System}
        sections:
          open: {title: Open, sealed: no, takes-codes: yes, readers: [clerk, officer]}
          file: {title: File, takes-text: yes, readers: [clerk, officer]}
          names: {title: Names, readers: [\(names)]}
        fields:
          who: {title: Who, type: \(type), section: names}
          copy: {title: Copy, type: \(copy)}
          hidden: {title: Hidden, type: \(type), section: names}
          contested: {title: Contested, type: flag}
        states:
          a: {title: A}
          b: {title: B}
          z: {title: Z, end: yes}
        events:
          begin:
            title: Begin
            from: start
            to: \(to)
            by: officer
            asks: {who: required\(asks)}
            sets: {contested: no\(sets)}
            rules: [\(rules)]
          go: {title: Go, from: a, to: b, by: officer, asks: {hidden: optional}}
          finish: {title: Finish, from: [a, b], to: z, by: officer}
        \(clocks)
        promises:
          names: {title: Names stay, read: names, only: [\(only)]}
        \(more)

        """
    }

    private func rule(_ text: String) -> String { "{require: \"\(text)\", otherwise: No.}" }

    private func codes(_ text: String) throws -> (promise: Finding.Code?, others: [Finding]) {
        let found = try Order.found(text)
        return (found.first { $0.subject == .promise("names") }?.code, found)
    }

    @Test func whatTellsNothingKeepsThePromise() throws {
        #expect(try codes(Self.file()).promise == nil)
        #expect(try codes(Self.file(rules: rule("who is set"))).promise == nil)
        #expect(try codes(Self.file(rules: rule("contested == no or who"))).promise == nil)
        #expect(try codes(Self.file(sets: ", hidden: who")).promise == nil)
    }

    // MARK: - Readers under a condition

    @Test(arguments: [
        ("contested", "officer, clerk", Finding.Code.promiseUnproved),
        ("contested == no and contested", "officer", .promiseBroken),
    ])
    func aCopyOutOfASectionThatIsReadAtTimesIsTold(condition: String, only: String, code: Finding.Code) throws {
        let names = "officer, {roles: clerk, when: \(condition)}"
        let text = Self.file(type: "text", copy: "text", sets: ", copy: who", names: names, only: only)
        let found = try codes(text)
        #expect(found.others.contains { $0.code == .sealedFieldCopied && $0.subject == .event("begin") })
        #expect(found.promise == code)
    }

    @Test func aCopyIsNotToldWhereItsReadersSurelyReadTheSection() throws {
        let names = "officer, {roles: clerk, when: contested == no}"
        let text = Self.file(type: "text", copy: "text", sets: ", copy: who", names: names, only: "officer, clerk")
        let found = try codes(text)
        #expect(found.promise == nil)
        #expect(!found.others.contains { $0.code == .sealedFieldCopied })
    }

    @Test func whoMayNeverReadIsNoReader() throws {
        let never = "officer, {roles: clerk, when: contested and not contested}"
        #expect(try codes(Self.file(names: never)).promise == nil)
        // Nothing ever contests it.
        #expect(try codes(Self.file(names: "officer, {roles: clerk, when: contested}")).promise == nil)
        let open = "officer, {roles: clerk, when: contested == no}"
        #expect(try codes(Self.file(names: open)).promise == .promiseBroken)
    }

    @Test func whetherSomebodyMayReadASectionTellsWhatThatHangsOn() throws {
        let text = Self.file().replacing(
            "takes-text: yes, readers: [clerk, officer]",
            with: "takes-text: yes, readers: [officer, {roles: clerk, when: who}]")
        #expect(try codes(text).promise == .promiseUnproved)
    }

    // MARK: - Rules

    @Test(arguments: [
        "who implies copy", "who or copy", "who is set implies copy", "copy or not who", "not (who and copy)",
        "contested or who", "who",
    ])
    func aRuleInAnyWordsLeavesThePromiseOpen(condition: String) throws {
        #expect(try codes(Self.file(asks: ", copy: required", rules: rule(condition))).promise == .promiseUnproved)
    }

    @Test(arguments: [
        ("choice, choices: [x, y]", "(who == x and copy == x) or (who == y and copy == y)"),
        ("number 1 to 2", "(who == 1 and copy == 1) or (who == 2 and copy == 2)"), ("number 1 to 9999", "copy >= who"),
        ("day", "copy >= who"),
    ])
    func aRuleOverValuesLeavesThePromiseOpen(type: String, condition: String) throws {
        let text = Self.file(type: type, copy: type, asks: ", copy: required", rules: rule(condition))
        let found = try codes(text)
        #expect(found.promise == .promiseUnproved)
        #expect(found.others.contains { $0.sentence.contains("“Begin”") && $0.code == .promiseUnproved })
    }

    @Test func aRuleThatMakesThemTheSameBreaksIt() throws {
        #expect(try codes(Self.file(asks: ", copy: required", rules: rule("copy == who"))).promise == .promiseBroken)
    }

    @Test func aRuleThatMakesThemTheSameTellsNothingWhereTheyAlwaysAre() throws {
        let found = try codes(
            Self.file(asks: ", copy: required", sets: ", hidden: copy", rules: rule("hidden == copy")))
        #expect(found.promise != .promiseBroken)
    }

    @Test func aRuleThatMakesThemTheSameIsShownByWhatItRefuses() throws {
        let found = try codes(Self.file(asks: ", copy: required", rules: rule("copy == who")))
        let sentences = found.others.filter { $0.code == .promiseBroken }.map(\.sentence)
        #expect(sentences.first?.contains("“Begin” is refused or happens, as “who” is") == true, "\(sentences)")
    }

    @Test func whatAPromiseSparesIsNoPartOfIt() throws {
        let tied = Self.file(asks: ", copy: required", rules: rule("who implies copy"))
        let spared = tied.replacing("only: [officer]", with: "only: [officer], apart-from: begin")
        #expect(try codes(spared).promise == nil)
        // A copy is spared by nobody.
        let copied = Self.file(sets: ", copy: who").replacing(
            "only: [officer]", with: "only: [officer], apart-from: begin")
        #expect(try codes(copied).promise == .promiseBroken)
    }

    // MARK: - Ways, questions and clocks

    @Test func aTargetThatIsChosenByItBreaksThePromise() throws {
        let text = Self.file(to: "[{state: a, when: who}, {state: b}]")
        let found = try codes(text)
        #expect(found.promise == .promiseBroken)
        let copied = found.others.filter { $0.code == .sealedFieldCopied }.map(\.sentence)
        #expect(
            copied == ["“Begin” leads to one state or another by “who”, which is for few, and others see the state."])
        // It is never refused, so that no refusal tells anything.
        #expect(!found.others.contains { $0.code == .sealedFieldDecides })
    }

    @Test func askingByItTellsSomethingOfIt() throws {
        let text = Self.file(copy: "line", asks: ", copy: {when: who, because: It is needed.}")
        let found = try codes(text)
        #expect(found.promise == .promiseUnproved)
        #expect(found.others.contains { $0.code == .sealedFieldDecides && $0.subject == .event("begin") })
    }

    @Test func aWaiverDoesNotMakeThePromiseTrue() throws {
        let waiver = "waivers:\n  - {finding: sealed-field-copied, of: clock k, because: We mean it.}\n"
        let clocks = "clocks:\n  k: {title: K, in: a, lasts: 3 days, until: who, missed: flag}\n"
        #expect(try codes(Self.file(type: "day", copy: "day", clocks: clocks, more: waiver)).promise == .promiseBroken)
        let running = "clocks:\n  k: {title: K, in: a, lasts: 3 days, when: who, missed: flag}\n"
        #expect(try codes(Self.file(clocks: running)).promise == .promiseBroken)
    }

    @Test func whatIsWorkedOutTellsByHavingNoRoom() throws {
        let text = Self.file(type: "number 0 to 9", copy: "number 0 to 9", sets: ", hidden: who + 1")
        #expect(try codes(text).promise == .promiseUnproved)
        let roomy = text.replacing(
            "hidden: {title: Hidden, type: number 0 to 9", with: "hidden: {title: Hidden, type: number 0 to 10")
        #expect(try codes(roomy).promise == .promiseUnproved || codes(roomy).promise == nil)
    }

    @Test func anEffectThatHangsOnItIsHandedOn() throws {
        let text = Self.file().replacing(
            "rules: []", with: "rules: []\n    effects: [{decision: {kind: \"'noted'\", when: who}}]")
        let host = Shipped.host
        let found = try WorkflowFile.check(text, name: "leak", host: host).get().findings.map(\.finding)
        #expect(
            found.contains { $0.subject == .promise("names") && $0.code == .promiseBroken }, "\(found.map(\.sentence))")
    }

    // MARK: - Readers at times

    /// Another reader's condition may never hold of an item, whatever single records it would hold of.
    private func reader(when condition: String) throws -> Finding? {
        let text = """
            workflow: t
            title: T
            roles: {a: A, b: B}
            sections:
              rec: {title: Rec, sealed: no, takes-codes: yes, readers: [a, b]}
              sec: {title: Sec, readers: [a, {roles: b, when: "\(condition)"}]}
            fields:
              n: {title: N, type: flag, section: sec}
              m: {title: M, type: flag}
              k: {title: K, type: number 0 to 9}
            states: {s: {title: S}, q: {title: Q}, z: {title: Z, end: yes}}
            events:
              go:
                title: Go
                from: start
                to: s
                by: a
                asks: {n: optional, k: required}
                rules: [{require: k < 3, otherwise: No.}]
                sets: {m: no}
              up: {title: Up, from: s, to: q, by: b, rules: [{require: k == 6, otherwise: No.}]}
              ok: {title: Ok, from: [s, q], to: z, by: b}
            promises:
              c: {title: It stays, read: sec, only: a}

            """
        return try Order.found(text).first { $0.subject == .promise("c") }
    }

    @Test(arguments: ["m", "k > 4", "state == q", "k == 7 and k < 3"])
    func aReaderWhoseConditionNeverHoldsOfAnItemBreaksNothing(condition: String) throws {
        let found = try reader(when: condition)
        #expect(found == nil, "\(found?.sentence ?? "")")
    }

    @Test(arguments: ["k == 2", "state == z", "m == no"])
    func aReaderWhoseConditionComesToHoldIsToldWithAStory(condition: String) throws {
        let found = try #require(try reader(when: condition))
        #expect(found.code == .promiseBroken && found.story?.steps.isEmpty == false, "\(found.sentence)")
    }

    // MARK: - What refuses an event by what is on record

    @Test func whatPutsRightTellsWhetherAValueIsTheSame() throws {
        func promise(_ effects: String, _ ask: String = "optional") throws -> Finding.Code? {
            let text = Self.file().replacing(
                "  finish: {",
                with:
                    "  mend: {title: Mend, from: a, by: clerk, asks: {who: \(ask), contested: optional}\(effects)}\n  finish: {"
            )
            return try WorkflowFile.check(text, name: "leak.yaml", host: Shipped.host).get().findings.map(\.finding)
                .first { $0.subject == .promise("names") }?.code
        }
        #expect(try promise("") == nil)
        #expect(try promise(", effects: [put-right]") == .promiseUnproved)
        // What it asks anew is not compared.
        #expect(try promise(", effects: [put-right]", "anew") == nil)
    }

    @Test(arguments: [("hidden: who + 36500 days", true), ("hidden: who - 2 months", true), ("hidden: who", false)])
    func aDayThatIsCountedFromASealedOneMayBeNoneThatIsKept(sets: String, isTold: Bool) throws {
        let text = Self.file(type: "day", copy: "day", sets: ", \(sets)")
        #expect(try codes(text).promise == (isTold ? .promiseUnproved : nil))
        let asks = sets.replacing("hidden: ", with: ", hidden: {default: ") + "}"
        #expect(try codes(Self.file(type: "day", copy: "day", asks: asks)).promise == (isTold ? .promiseUnproved : nil))
    }
}
