import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

struct SealTests {
    /// With a section that more roles read.
    private static let sealed = VerificationTests.sound
        .replacing("readers: [boss]}\n", with: "readers: [boss]}\n  half: {title: Half, readers: [boss, clerk]}\n")
        .replacing("  level: {title", with: "  copy: {title: Copy, type: line, section: half}\n  level: {title")
        .replacing("asks: {title: required,", with: "asks: {title: required, copy: optional,")

    /// The same where the secret is there from the beginning.
    private static let given = sealed.replacing("copy: optional,", with: "copy: optional, secret: optional,")

    private func findings(
        _ base: String = sealed, replacing old: String = "", with new: String = "", adding: String = ""
    ) throws -> [Finding] {
        #expect(old.isEmpty || base.contains(old))
        let text = (old.isEmpty ? base : base.replacing(old, with: new)) + adding
        return try WorkflowFile.check(text, name: "sample", host: Shipped.host).get().findings.map(\.finding)
    }

    private let promise = "promises:\n  word: {title: Our word, read: secret, only: [boss]}\n"

    @Test func keepsWhatIsSealed() throws {
        #expect(try findings(adding: promise).map(\.sentence) == [])
    }

    @Test(arguments: [
        ("asks: {due: optional}", "asks: {due: optional}\n    sets: {title: secret}"),
        ("asks: {due: optional}", "asks: {due: optional, title: {default: secret}}"),
        ("asks: {due: optional}", "asks: {due: optional}\n    sets: {copy: secret}"),
        ("asks: {due: optional}", "asks: {due: optional}\n    sets: {copy: before.secret}"),
        ("asks: {due: optional}", "asks: {due: optional, title: {default: before.secret}}"),
        (
            "asks: {due: optional}",
            "asks: {due: optional}\n    effects: [{decision: {kind: \"'noted'\", text: secret}}]"
        ),
    ])
    func findsACopyToWhereOthersRead(old: String, new: String) throws {
        let found = try findings(replacing: old, with: new)
        let copied = found.filter { $0.code != .deadEvent }
        #expect(copied.map(\.code) == [.sealedFieldCopied])
        #expect(copied.first?.subject == .event("resume"))
    }

    @Test func findsAClockThatShowsASealedDay() throws {
        let found = try findings(
            replacing: "due: {title: Due, type: day}", with: "due: {title: Due, type: day, section: secret}",
            adding: "  late: {title: Late, in: [open, waiting], until: due, lasts: 3 days}\n")
        #expect(Set(found.map(\.code)) == [.sealedFieldCopied, .sealedFieldUnread])
    }

    @Test(arguments: [
        // Whether there is anything, and what a rule makes the same.
        ("asks: {due: optional}\n    sets: {open-flag: secret is set}", "self.size > 1"),
        ("asks: {due: optional, open-flag: {default: secret is empty}}", "self.size > 1"),
        ("asks: {due: optional, copy: optional}", "copy == secret"),
        ("asks: {due: optional, copy: optional}", "not (before.secret != copy)"),
    ])
    func findsWhatTellsOfASealedFieldWithoutCopyingIt(event: String, rule: String) throws {
        let text = Self.sealed.replacing("asks: {due: optional}", with: event)
            .replacing("require: self.size > 1", with: "require: \(rule)")
            .replacing("  level: {title", with: "  open-flag: {title: Flag, type: flag}\n  level: {title")
        let found = try WorkflowFile.check(text, name: "sample", host: Shipped.host).get().findings.map(\.finding)
        let copied = found.filter { $0.code == .sealedFieldCopied }
        #expect(copied.map(\.subject) == [.event("resume")], "\(found.map(\.sentence))")
    }

    @Test func findsAClockThatShowsASealedFieldByWhetherItRuns() throws {
        let found = try findings(
            adding: "  late: {title: Late, in: [open, waiting], when: secret is set, lasts: 3 days}\n")
        #expect(
            found.map(\.sentence).contains(
                "“Late” shows by whether it runs something of “secret”, which few may read."),
            "\(found.map(\.sentence))")
    }

    @Test func whatASealedFieldHeldBeforeTheEventDecidesToo() throws {
        let found = try findings(replacing: "require: count < 3", with: "require: count < 3 or before.secret is set")
        #expect(found.map(\.code) == [.sealedFieldDecides])
    }

    @Test func notesThatARefusalTellsSomethingOfASealedField() throws {
        let found = try findings(replacing: "require: count < 3", with: "require: count < 3 or secret is set")
        #expect(found.map(\.code) == [.sealedFieldDecides])
        #expect(
            found.first?.sentence
                == "Whether “Wait” is refused tells Clerk something of “secret”, which they may not read.")
        #expect(found.unexplained.isEmpty)
        // Whoever may read it learns nothing.
        #expect(
            try findings(replacing: "require: level >= 2", with: "require: level >= 2 or secret is set").isEmpty)
    }

    @Test func notesWhoWritesWhatTheyMayNotRead() throws {
        let found = try findings(replacing: "asks: {due: optional}", with: "asks: {due: optional, secret: optional}")
        #expect(found.map(\.code) == [.sealedFieldUnread])
        #expect(found.unexplained.isEmpty)
    }

    @Test(arguments: [
        ("readers: [boss]}", "readers: [boss, clerk]}", []),
        ("readers: [boss]}", "readers: [boss, {roles: clerk, when: level > 1}]}", ["begin"]),
        (
            "asks: {due: optional}", "asks: {due: optional, secret: required}\n    sets: {title: secret}",
            ["begin", "wait", "resume"]
        ),
        ("asks: {due: optional}", "asks: {due: optional, title: {default: secret}}", ["begin", "wait", "resume"]),
        // By way of another section.
        ("asks: {due: optional}", "asks: {due: optional}\n    sets: {copy: secret}", ["begin", "wait", "resume"]),
    ])
    func breaksThePromiseOfReaders(old: String, new: String, path: [String]) throws {
        let found = try findings(Self.given, replacing: old, with: new, adding: promise).filter {
            $0.code == .promiseBroken
        }
        #expect(found.map(\.path) == [path])
    }

    @Test func followsCopiesOfCopies() throws {
        let twice = "promises:\n  word: {title: Our word, read: secret, only: [boss, clerk]}\n"
        let once = "asks: {due: optional}\n    sets: {copy: secret}"
        #expect(
            try findings(Self.given, replacing: "asks: {due: optional}", with: once, adding: twice).allSatisfy {
                $0.code != .promiseBroken
            })
        let found = try findings(
            Self.given, replacing: "asks: {due: optional}",
            with: once + "\n    effects: [{decision: {kind: \"'noted'\", text: copy}}]",
            adding: twice)
        #expect(found.filter { $0.code == .promiseBroken }.map(\.path) == [["begin", "wait", "resume"]])
    }

    /// What is never there when it is copied tells nothing, which is not proved: the promise is open, not broken.
    @Test func aCopyOfWhatIsNeverThereBreaksNothing() throws {
        let copied = "asks: {due: optional}\n    sets: {copy: secret}"
        let found = try findings(replacing: "asks: {due: optional}", with: copied, adding: promise)
        #expect(found.filter { $0.subject == .promise("word") }.map(\.code) == [.promiseUnproved])
    }

    /// Whatever rule reads a sealed field leaves the promise open, as that its event happened tells something.
    @Test(arguments: [
        ("m <= n and m >= n", true), ("m == n", true), ("not (m > n) and n <= m", true), ("m - n == 0", true),
        ("m + 1 > n and m - 1 < n", true), ("m < n + x", true), ("n in [m]", true), ("m <= n", true),
        ("due <= until and due + 1 day > until", true), ("due <= until", true), ("until >= due", true),
        ("due < until + 3 days", true), ("x > 3", true), ("due != until", true), ("big <= most", true),
        ("x is set", false), ("x > 3 or x <= 3", false), ("big > 3", false),
        ("big <= most and not (big < most)", true), ("days from due to until == 0", true),
    ])
    func aRuleThatMayTellASealedFieldLeavesThePromiseOpen(rule: String, isOpen: Bool) throws {
        let text = """
            workflow: w
            title: W
            roles: {clerk: Clerk, boss: Boss, anyone: Anybody}
            sections:
              o: {title: O, takes-codes: yes, sealed: no, readers: [anyone]}
              s: {title: S, takes-text: yes, readers: [clerk]}
            fields:
              n: {title: N, type: number 0 to 9, section: s}
              x: {title: X, type: number 0 to 9, section: s}
              most: {title: Most, type: number, section: s}
              until: {title: Until, type: day, section: s}
              m: {title: M, type: number 0 to 9}
              big: {title: Big, type: number}
              due: {title: Due, type: day}
            states: {a: {title: A}, z: {title: Z, end: yes}}
            events:
              begin:
                title: Begin
                from: start
                to: a
                by: clerk
                asks: {n: required, x: required, until: required, most: required}
              guess: {title: Guess, from: a, by: clerk, asks: {m: required, due: required, big: required}}
              ruled: {title: Ruled, from: a, by: clerk, rules: [{require: "\(rule)", otherwise: No.}]}
              end: {title: End, from: a, to: z, by: clerk}
            promises:
              p: {title: P, read: s, only: clerk}

            """
        let found = try Order.found(text).filter { $0.subject == .promise("p") }
        #expect(found.map(\.code) == (isOpen ? [.promiseUnproved] : []), "\(found.map(\.sentence))")
    }

    @Test(arguments: [
        (
            "contact: {title: Contact details, readers: [dco,",
            "contact: {title: Contact details, readers: [chair, dco,", "case-workers"
        ),
        (
            "child: {title: Child or young person, readers: [dco,",
            "child: {title: Child or young person, readers: [viewer, dco,", "case-workers"
        ),
        (
            "consent: {title: Agreement to share, readers: [dco,",
            "consent: {title: Agreement to share, readers: [parent-rep, dco,",
            "confidential"
        ),
        (
            "detail: {title: Detail, readers: [dco,", "detail: {title: Detail, readers: [anyone, dco,", "confidential"
        ),
        (
            "notes: {title: Working notes, readers: [dco,",
            "notes: {title: Working notes, readers: [{roles: chair, when: safeguarding == no}, dco,", "working-notes"
        ),
        (
            "      impact: optional\n      no-entry-reason: anew",
            "      impact: {default: name}\n      no-entry-reason: anew", "case-workers"
        ),
    ])
    func theShippedPromisesOfReadersBreakWhenOthersRead(old: String, new: String, name: String) throws {
        let text = try Shipped.text("issue")
        #expect(text.contains(old))
        let checked = try WorkflowFile.check(text.replacing(old, with: new), name: "issue", host: Shipped.host).get()
        let found = checked.findings.map(\.finding).filter { $0.code == .promiseBroken }
        #expect(found.map(\.subject) == [.promise(name)])
    }
}
