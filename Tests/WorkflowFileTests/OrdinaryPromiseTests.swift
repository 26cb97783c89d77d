import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// Promises as somebody writes them who has two people, a ceiling, days, counts and lists to see to.
struct OrdinaryPromiseTests {
    private func codes(_ text: String) throws -> [Finding.Code] {
        let whole = """
            workflow: order
            title: Order
            roles: {buyer: Buyer, approver: Approver, system: The house}
            calendar: weekdays
            states: {open: {title: Open}, mid: {title: Mid}, done: {title: Done, end: yes}}

            """
        let host = Host(referenceKinds: ["person"], calendars: ["weekdays"])
        let findings = try WorkflowFile.read(whole + text, name: "order.yaml", host: host).get().verify()
        return findings.filter { $0.subject == .promise("word") }.map(\.code)
    }

    // MARK: - Broken by a short way

    /// People, ceilings, sums and counts.
    @Test(arguments: [
        """
        fields:
          asker: {title: Asker, type: reference person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {asker: actor.person}}
          approve: {title: Approve, from: open, to: mid, by: [buyer, approver],
              rules: [{require: actor.person != asker, otherwise: No.}], sets: {app: actor.person}}
          revise: {title: Revise, from: mid, by: buyer, sets: {asker: actor.person}}
          close: {title: Close, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, always: app is empty or app != asker}
        """,
        """
        fields:
          granted: {title: Granted, type: number 1 to 5000}
          one: {title: One, type: number 0 to 5000}
          two: {title: Two, type: number 0 to 5000}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {granted: required}}
          pay: {title: Pay, from: open, to: mid, by: buyer, asks: {one: required},
              rules: [{require: one <= granted, otherwise: No.}]}
          rest: {title: Rest, from: mid, to: done, by: buyer, asks: {two: required},
              rules: [{require: two <= granted, otherwise: No.}]}
        promises:
          word: {title: Our word, entering: done, holds: one + two <= granted}
        """,
        """
        fields:
          n: {title: N, type: number 0 to 9}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {n: 0}}
          remind: {title: Remind, from: open, by: buyer, rules: [{require: before.n < 3, otherwise: No.}],
              adds: {n: 1}}
          shout: {title: Shout, from: open, by: buyer, rules: [{require: before.n < 3, otherwise: No.}],
              adds: {n: 2}}
          end: {title: End, from: open, to: done, by: buyer}
        promises:
          word: {title: Our word, never: n > 3}
        """,
        """
        fields:
          checks: {title: Checks, type: choices, choices: [identity, address, money]}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer}
          check: {title: Check, from: open, to: mid, by: buyer, asks: {checks: required}}
          end: {title: End, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, entering: done, holds: checks has identity and checks has address}
        """,
        """
        fields:
          cost: {title: Cost, type: number 1 to 5000}
          limit: {title: Limit, type: number 1 to 5000}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {cost: required, limit: required}}
          approve: {title: Approve, from: open, to: mid, by: approver}
          close: {title: Close, from: mid, to: done, by: buyer}
          short: {title: Short, from: open, to: done, by: buyer, rules: [{require: cost + 100 < limit,
              otherwise: No.}]}
        promises:
          word: {title: Our word, before: [done], must-pass: approve}
        """,
        """
        fields:
          cost: {title: Cost, type: number 1 to 5000}
          limit: {title: Limit, type: number 1 to 5000}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {cost: required, limit: required}}
          edit: {title: Edit, from: open, by: buyer, asks: {cost: required},
              rules: [{require: cost >= before.cost, otherwise: No.}]}
          close: {title: Close, from: open, to: done, by: buyer, rules: [{require: cost <= limit,
              otherwise: No.}]}
        promises:
          word: {title: Our word, from: open, can-reach: done}
        """,
        """
        fields:
          ver: {title: Ver, type: number 1 to 500}
          latest: {title: Latest, type: number 1 to 500}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {latest: required},
              sets: {ver: latest}}
          edit: {title: Edit, from: open, by: buyer, asks: {latest: required}, sets: {ver: latest}}
          close: {title: Close, from: open, to: done, by: buyer}
        promises:
          word: {title: Our word, only-grows: ver}
        """,
        """
        facts: {account.balance: {title: Balance, type: number 0 to 9000}}
        fields:
          cost: {title: Cost, type: number 1 to 5000}
          had: {title: Had, type: number 0 to 9000}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {cost: required}}
          close: {title: Close, from: open, to: done, by: buyer, sets: {had: account.balance},
              rules: [{require: account.balance >= 100, otherwise: No.}]}
        promises:
          word: {title: Our word, entering: done, holds: had >= cost}
        """,
        """
        fields:
          total: {title: Total, type: number 0 to 5000}
          amount: {title: Amount, type: number 1 to 1000}
          limit: {title: Limit, type: number 1 to 1000}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {limit: required}, sets: {total: 0}}
          spend: {title: Spend, from: open, by: buyer, asks: {amount: required},
              sets: {total: total + amount}, rules: [{require: amount <= limit, otherwise: No.}]}
          close: {title: Close, from: open, to: done, by: buyer}
        promises:
          word: {title: Our word, never: total > limit}
        """,
        """
        fields:
          asker: {title: Asker, type: reference person}
          checker: {title: Checker, type: reference person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {asker: actor.person}}
          check: {title: Check, from: open, to: mid, by: buyer, rules: [{require: actor.person != asker,
              otherwise: No.}], sets: {checker: actor.person}}
          approve: {title: Approve, from: mid, to: done, by: [buyer, approver],
              rules: [{require: actor.person != asker, otherwise: No.}], sets: {app: actor.person}}
        promises:
          word: {title: Our word, entering: done, holds: app != asker and app != checker}
        """,
        """
        fields:
          stock: {title: Stock, type: number 0 to 100}
          amount: {title: Amount, type: number 1 to 5}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {stock: 20}}
          take: {title: Take, from: open, by: buyer, asks: {amount: required},
              sets: {stock: stock - amount}, rules: [{require: before.stock >= 3, otherwise: No.}]}
          close: {title: Close, from: open, to: done, by: buyer}
        promises:
          word: {title: Our word, never: stock < 3}
        """,
        """
        fields:
          total: {title: Total, type: number 0 to 5000}
          amount: {title: Amount, type: number 1 to 1000}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {total: 0}}
          spend: {title: Spend, from: open, by: buyer, asks: {amount: required},
              sets: {total: total + amount}}
          close: {title: Close, from: open, to: done, by: buyer, rules: [{require: total <= 3000,
              otherwise: No.}]}
        promises:
          word: {title: Our word, entering: done, holds: total <= 2000}
        """,
        """
        fields:
          asker: {title: Asker, type: reference person}
          own: {title: Own, type: reference person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {asker: actor.person, own: asker}}
          hand: {title: Hand, from: open, by: buyer, asks: {own: required}}
          approve: {title: Approve, from: open, to: done, by: [buyer, approver],
              rules: [{require: actor.person != own, otherwise: No.}], sets: {app: actor.person}}
        promises:
          word: {title: Our word, entering: done, holds: app != asker}
        """,
        """
        fields:
          n: {title: N, type: number 0 to 9}
          m: {title: M, type: number 0 to 9}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {n: 0, m: 0}}
          yes: {title: Yea, from: open, by: buyer, adds: {n: 1}}
          nay: {title: Nay, from: open, by: buyer, adds: {m: 1}}
          end: {title: End, from: open, to: done, by: buyer, rules: [{require: n + m >= 3,
              otherwise: No.}]}
        promises:
          word: {title: Our word, entering: done, holds: n > m}
        """,
    ])
    func isBroken(text: String) throws {
        #expect(try codes(text) == [.promiseBroken])
    }

    /// Days, and what a month or working days lead to.
    @Test(arguments: [
        """
        fields:
          given: {title: Given, type: day}
          last: {title: Last, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {given: required}}
          end: {title: End, from: open, to: done, by: buyer, asks: {last: required},
              rules: [{require: last >= given + 28 days, otherwise: No.}]}
        promises:
          word: {title: Our word, entering: done, holds: last >= given + 1 month}
        """,
        """
        fields:
          raised: {title: Raised, type: day}
          due: {title: Due, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {raised: required}}
          end: {title: End, from: open, to: done, by: buyer, asks: {due: required},
              rules: [{require: due >= raised + 10 days, otherwise: No.}]}
        promises:
          word: {title: Our word, entering: done, holds: due >= raised + 10 working days}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {begun: required}}
          end: {title: End, from: open, to: mid, by: buyer, asks: {ended: required},
              rules: [{require: ended >= begun, otherwise: No.}]}
          edit: {title: Edit, from: [open, mid], by: buyer, asks: {begun: required},
              rules: [{require: begun <= today, otherwise: No.}]}
          close: {title: Close, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, always: ended is empty or ended >= begun}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {begun: required, ended: required},
              rules: [{require: days from begun to ended <= 30, otherwise: No.}, {require: ended >= begun,
              otherwise: No.}]}
          extend: {title: Extend, from: open, to: mid, by: approver, sets: {ended: ended + 14 days}}
          close: {title: Close, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, always: days from begun to ended <= 30}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {begun: today}}
          end: {title: End, from: open, to: done, by: buyer, sets: {ended: today}}
        promises:
          word: {title: Our word, entering: done, holds: ended <= begun + 1 month}
        """,
        """
        fields:
          given: {title: Given, type: day}
          last: {title: Last, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer}
          end: {title: End, from: open, to: done, by: buyer, asks: {last: required},
              rules: [{require: last >= today + 1 month, otherwise: No.}]}
        promises:
          word: {title: Our word, entering: done, holds: last >= today + 2 months}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        rules: [{require: "ended >= begun", otherwise: No.}]
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {begun: required, ended: required}}
          slip: {title: Slip, from: open, to: mid, by: buyer, sets: {begun: begun + 3 days}}
          end: {title: End, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, from: open, can-reach: done}
        """,
    ])
    func isBrokenOnSomeDays(text: String) throws {
        #expect(try codes(text) == [.promiseBroken])
    }

    /// Lists of people.
    @Test(arguments: [
        """
        fields:
          rev: {title: Rev, type: references person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {rev: required}}
          approve: {title: Approve, from: open, to: done, by: [buyer, approver],
              sets: {app: actor.person}}
        promises:
          word: {title: Our word, always: app is empty or not (rev has app)}
        """,
        """
        fields:
          team: {title: Team, type: references person}
          app: {title: App, type: reference person}
          asker: {title: Asker, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {team: required},
              sets: {asker: actor.person}}
          approve: {title: Approve, from: open, to: done, by: [buyer, approver],
              rules: [{require: not (team has actor.person), otherwise: No.}], sets: {app: actor.person}}
        promises:
          word: {title: Our word, entering: done, holds: app != asker}
        """,
        """
        fields:
          rev: {title: Rev, type: references person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {rev: required}}
          approve: {title: Approve, from: open, to: done, by: [buyer, approver],
              rules: [{require: rev has actor.person, otherwise: No.}], sets: {app: actor.person}}
        promises:
          word: {title: Our word, entering: done, holds: not (rev has app)}
        """,
        """
        fields:
          rev: {title: Rev, type: references person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {rev: required}}
          approve: {title: Approve, from: open, to: mid, by: [buyer, approver],
              rules: [{require: not (rev has actor.person), otherwise: No.}], sets: {app: actor.person}}
          edit: {title: Edit, from: mid, by: buyer, asks: {rev: required}}
          close: {title: Close, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, entering: done, holds: not (rev has app)}
        """,
    ])
    func isBrokenByAListOfPeople(text: String) throws {
        #expect(try codes(text) == [.promiseBroken])
    }

    // MARK: - Kept

    /// A month is as long as it is.
    @Test(arguments: [
        """
        fields:
          given: {title: Given, type: day}
          last: {title: Last, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer}
          end: {title: End, from: open, to: done, by: buyer, asks: {last: required}, sets: {given: today},
              rules: [{require: last >= today + 1 month, otherwise: No.}]}
        promises:
          word: {title: Our word, entering: done, holds: last >= given + 1 month}
        """,
        """
        fields:
          given: {title: Given, type: day}
          last: {title: Last, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer}
          end: {title: End, from: open, to: done, by: buyer, asks: {last: required},
              rules: [{require: last >= today + 1 month, otherwise: No.}]}
        promises:
          word: {title: Our word, from: open, can-reach: done}
        """,
        """
        fields:
          given: {title: Given, type: day}
          last: {title: Last, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {given: required}}
          end: {title: End, from: open, to: done, by: buyer, rules: [{require: today >= given + 1 month,
              otherwise: No.}]}
        promises:
          word: {title: Our word, from: open, can-reach: done}
        """,
        """
        fields:
          given: {title: Given, type: day}
          last: {title: Last, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {given: required}}
          end: {title: End, from: open, to: done, by: buyer, asks: {last: required},
              rules: [{require: last >= given + 1 month, otherwise: No.}]}
        promises:
          word: {title: Our word, from: open, can-reach: done}
        """,
        """
        fields:
          given: {title: Given, type: day}
          last: {title: Last, type: day}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {given: required}}
          end: {title: End, from: open, to: done, by: buyer, asks: {last: required},
              rules: [{require: last == given + 1 month, otherwise: No.}]}
        promises:
          word: {title: Our word, from: open, can-reach: done}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        rules: [{require: "ended >= begun + 1 month and days from begun to ended <= 400", otherwise: No.}]
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {begun: required, ended: required}}
          go: {title: Go, from: open, to: mid, by: buyer, asks: {ended: optional}}
          end: {title: End, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, from: [open, mid], can-reach: done}
        """,
    ])
    func isKeptWhateverTheMonth(text: String) throws {
        #expect(try codes(text) == [])
    }

    /// A rule of the whole file between two days.
    @Test(arguments: [
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        rules: [{require: "not (state == mid) or ended >= begun", otherwise: No.}]
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {begun: required}}
          go: {title: Go, from: open, to: mid, by: buyer, asks: {ended: required}}
          end: {title: End, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, from: [open, mid], can-reach: done}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        rules: [{require: "ended >= begun", otherwise: No., except: [ask]}]
        events:
          ask: {title: Ask, from: start, to: open, by: buyer}
          plan: {title: Plan, from: open, to: mid, by: buyer, asks: {begun: required, ended: required}}
          move: {title: Move, from: mid, by: buyer, asks: {begun: optional, ended: optional}}
          end: {title: End, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, from: [open, mid], can-reach: done}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
          n: {title: N, type: number 0 to 9}
        rules: [{require: "ended >= begun", otherwise: No.}]
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {begun: required, ended: required}}
          note: {title: Note, from: open, by: buyer, asks: {n: required}}
          go: {title: Go, from: open, to: mid, by: buyer, rules: [{require: n > 3, otherwise: No.}]}
          slip: {title: Slip, from: mid, by: buyer, asks: {ended: required}}
          end: {title: End, from: mid, to: done, by: buyer, rules: [{require: today >= begun,
              otherwise: No.}]}
        promises:
          word: {title: Our word, from: [open, mid], can-reach: done}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
          due: {title: Due, type: day}
        rules: [{require: "ended >= begun and not (due < ended)", otherwise: No.}]
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {begun: required, ended: required}}
          go: {title: Go, from: open, to: mid, by: buyer, asks: {due: required}}
          slip: {title: Slip, from: mid, by: buyer, asks: {ended: optional, due: optional}}
          end: {title: End, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, from: [open, mid], can-reach: done}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        rules: [{require: "ended >= begun", otherwise: No.}]
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {begun: required, ended: required}}
          go: {title: Go, from: open, to: mid, by: buyer, asks: {ended: optional}}
          end: {title: End, from: mid, to: done, by: buyer, sets: {ended: today}}
        promises:
          word: {title: Our word, from: [open, mid], can-reach: done}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        rules: [{require: "begun is empty or ended >= begun", otherwise: No.}]
        events:
          ask: {title: Ask, from: start, to: open, by: buyer}
          plan: {title: Plan, from: open, by: buyer, asks: {begun: required, ended: required}}
          go: {title: Go, from: open, to: mid, by: buyer}
          end: {title: End, from: mid, to: done, by: buyer}
        promises:
          word: {title: Our word, from: [open, mid], can-reach: done}
        """,
        """
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
        rules: [{require: "ended is empty or ended >= begun", otherwise: No.}]
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {begun: required}}
          go: {title: Go, from: open, to: mid, by: buyer, asks: {ended: required}}
          back: {title: Back, from: mid, to: open, by: buyer, asks: {begun: required}, clears: ended}
          end: {title: End, from: mid, to: done, by: buyer, rules: [{require: today >= ended,
              otherwise: No.}]}
        promises:
          word: {title: Our word, from: [open, mid], can-reach: done}
        """,
    ])
    func isKeptThoughARuleOfTheFileStandsBetween(text: String) throws {
        #expect(try codes(text) == [])
    }

    /// Two people, by way of another field or of a list.
    @Test(arguments: [
        """
        fields:
          rev: {title: Rev, type: references person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {rev: required}}
          approve: {title: Approve, from: open, to: done, by: [buyer, approver],
              rules: [{require: not (rev has actor.person), otherwise: No.}], sets: {app: actor.person}}
        promises:
          word: {title: Our word, always: app is empty or not (rev has app)}
        """,
        """
        fields:
          asker: {title: Asker, type: reference person}
          own: {title: Own, type: reference person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {asker: actor.person}}
          pass: {title: Pass, from: open, to: mid, by: buyer, sets: {own: asker}}
          approve: {title: Approve, from: mid, to: done, by: [buyer, approver],
              rules: [{require: actor.person != own, otherwise: No.}], sets: {app: actor.person}}
        promises:
          word: {title: Our word, entering: done, holds: app != asker}
        """,
        """
        fields:
          asker: {title: Asker, type: reference person}
          own: {title: Own, type: reference person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, sets: {asker: actor.person, own: asker}}
          pass: {title: Pass, from: open, to: mid, by: buyer}
          approve: {title: Approve, from: mid, to: done, by: [buyer, approver],
              rules: [{require: actor.person != own, otherwise: No.}], sets: {app: actor.person}}
        promises:
          word: {title: Our word, entering: done, holds: app != asker}
        """,
        """
        fields:
          team: {title: Team, type: references person}
          app: {title: App, type: reference person}
          asker: {title: Asker, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {team: required},
              sets: {asker: actor.person}, rules: [{require: team has actor.person, otherwise: No.}]}
          approve: {title: Approve, from: open, to: done, by: [buyer, approver],
              rules: [{require: not (team has actor.person), otherwise: No.}], sets: {app: actor.person}}
        promises:
          word: {title: Our word, entering: done, holds: app != asker}
        """,
        """
        fields:
          rev: {title: Rev, type: references person}
          app: {title: App, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {rev: required}}
          approve: {title: Approve, from: open, to: done, by: [buyer, approver],
              rules: [{require: rev has actor.person, otherwise: No.}], sets: {app: actor.person}}
        promises:
          word: {title: Our word, entering: done, holds: rev has app}
        """,
        """
        fields:
          rev: {title: Rev, type: references person}
          app: {title: App, type: reference person}
          last: {title: Last, type: reference person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {rev: required}}
          approve: {title: Approve, from: open, to: mid, by: [buyer, approver],
              rules: [{require: not (rev has actor.person), otherwise: No.}], sets: {app: actor.person}}
          pass: {title: Pass, from: mid, to: done, by: buyer, sets: {last: app}}
        promises:
          word: {title: Our word, entering: done, holds: not (rev has last)}
        """,
        """
        fields:
          rev: {title: Rev, type: references person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {rev: required}}
          approve: {title: Approve, from: open, to: done, by: [buyer, approver],
              rules: [{require: not (rev has actor.person), otherwise: No.}]}
        promises:
          word: {title: Our word, from: open, can-reach: done}
        """,
    ])
    func isKeptByTwoPeople(text: String) throws {
        #expect(try codes(text) == [])
    }

    // MARK: - Shipped

    /// Nothing of the files that come with the program is open.
    @Test(arguments: [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk",
    ])
    func nothingShippedIsOpen(name: String) throws {
        let calendars = Calendars([Shipped.calendar])
        let open = try Shipped.definition(name).verify(.unlimited, calendars: calendars).filter {
            [.notShown, .promiseUnproved, .promiseBroken].contains($0.code)
        }
        #expect(open.map(\.sentence) == [])
    }

    // MARK: - Neither

    /// The list may hold the name that the host acts by, which is nobody else's.
    @Test(arguments: [
        """
        fields:
          rev: {title: Rev, type: references person}
        events:
          ask: {title: Ask, from: start, to: open, by: buyer, asks: {rev: required}}
          approve: {title: Approve, from: open, to: done, by: [buyer, approver],
              rules: [{require: rev has actor.person, otherwise: No.}]}
        promises:
          word: {title: Our word, from: open, can-reach: done}
        """
    ])
    func isOpen(text: String) throws {
        #expect(try codes(text) == [.promiseUnproved])
    }
}
