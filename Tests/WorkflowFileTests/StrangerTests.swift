import Testing
import Workflow
import WorkflowFile
import WorkflowProof

/// A workflow such as somebody writes who has nothing but the manual: a village fund that gives grants.
struct StrangerTests {
    private func findings(of text: String) throws -> [Finding] {
        try WorkflowFile.check(text, name: "grant.yaml", host: Host()).get().findings.map(\.finding)
    }

    @Test func aFileWrittenFromTheManualRaisesNoFalseAlarm() throws {
        let findings = try findings(of: Self.grant)
        #expect(findings.filter { $0.severity == .error && $0.waiver == nil }.map(\.sentence) == [])
        // It does take two people, it reminds once, and may have reminded nine times where it is sent back again and again:
        // that is noted, and nothing else is.
        let noted = findings.filter { $0.waiver == nil && !$0.sentence.hasSuffix("it hangs on “reminders < 9”.") }
        #expect(Set(noted.map(\.code)).isSubset(of: [.needsTwoPeople, .clockRunsOnce]))
        #expect(Self.grant.split(separator: "\n", omittingEmptySubsequences: false).count >= 150)
    }

    @Test(arguments: [
        (
            "      - {require: actor.person != assessor, otherwise: Whoever assessed it does not grant it.}\n",
            "two-people"
        ),
        ("      - {require: granted-sum <= ceiling, otherwise: The fund gives no more than its ceiling.}\n", "ceiling"),
        ("      - {require: spent-sum <= granted-sum, otherwise: No more was granted.}\n", "spent"),
    ])
    func whatItPromisesIsBrokenWithoutItsRule(rule: String, promise: String) throws {
        #expect(Self.grant.contains(rule))
        let broken = try findings(of: Self.grant.replacing(rule, with: "")).filter { $0.code == .promiseBroken }
        #expect(broken.map(\.subject) == [.promise(promise)])
        #expect(broken.allSatisfy { $0.story != nil })
    }

    @Test func itsClocksFallDueAndCauseTheirEvents() throws {
        let definition = try WorkflowFile.read(Self.grant, name: "grant.yaml", host: Host()).get()
        let day = try #require(Day(iso: "2026-03-02"))
        var grant = Instance(of: definition)
        let neighbour = Actor(person: "neighbour@example.org", roles: ["applicant"])
        let given: [String: Value] = [
            "purpose": .text("A bench by the pond"), "asked-sum": .number(300), "for": .text("parish"),
        ]
        try grant.cause("apply", given: given, in: Setting(on: day, actor: neighbour))
        #expect(grant.item.clocks["assessing"]?.due == day + 20)
        try grant.cause("complete-papers", in: Setting(on: day + 1, actor: neighbour))
        let late = definition.tick(grant.item, in: Setting(on: day + 22, actor: .system))
        #expect(late.item.fields["reminders"] == .number(1))
        #expect(late.item.state == "complete")
    }

    /// Written from the manual alone by somebody else: two people, three ceilings, five clocks, a calendar and facts of nobody.
    @Test func aSecondFileRaisesNoFalseAlarmEither() throws {
        let host = Host(referenceKinds: ["person"], calendars: ["england-and-wales"])
        let found = try WorkflowFile.check(Self.community, name: "community.yaml", host: host).get().findings
        #expect(found.map(\.finding.code) == [.needsTwoPeople])
    }

    private static let grant = """
        workflow: grant
        title: Grant
        summary: What the village fund gives, to whom, and what became of it.
        kinds: [purse]
        roles:
          applicant: Applicant
          clerk: Clerk
          trustee: Trustee
          treasurer: Treasurer
          system: The fund itself
        sections:
          application:
            title: What is asked for
            readers: [applicant, clerk, trustee, treasurer]
            takes-text: yes
          notes:
            title: What was thought of it
            readers: [clerk, trustee]
        fields:
          purpose: {title: Purpose, type: line}
          for: {title: Out of which purse, type: reference purse}
          asked-sum: {title: Sum asked for, type: number 1 to 10000}
          ceiling: {title: The most the purse gives, type: number 1 to 5000}
          granted-sum: {title: Sum granted, type: number 1 to 10000}
          spent-sum: {title: Sum spent, type: number 0 to 10000}
          applicant-name: {title: Asked for by, type: line}
          assessor: {title: Assessed by, type: line}
          granted-by: {title: Granted by, type: line}
          assessment: {title: Assessment, type: text, section: notes}
          reason: {title: Reason, type: text}
          asked-on: {title: Asked for on, type: day}
          paid-on: {title: Paid on, type: day}
          report-by: {title: Report by, type: day}
          reported-on: {title: Reported on, type: day}
          reminders: {title: Reminders, type: number 0 to 9}
        states:
          applied:
            title: Applied for
            needs: [purpose, asked-sum, applicant-name]
            usually: complete-papers
          complete: {title: Complete, needs: [asked-sum], usually: assess}
          assessed: {title: Assessed, needs: [assessor, ceiling], usually: grant}
          granted: {title: Granted, needs: [granted-sum, granted-by], usually: pay}
          paid: {title: Paid, needs: [paid-on, report-by], usually: report}
          accounted-for: {title: Accounted for, end: yes, needs: [spent-sum]}
          refused: {title: Refused, end: yes, needs: [reason]}
          withdrawn: {title: Withdrawn, end: yes}
          lapsed: {title: Lapsed, end: yes}
        groups:
          undecided: [applied, complete, assessed]
        events:
          apply:
            title: Apply
            from: start
            to: applied
            by: applicant
            asks: {purpose: required, asked-sum: required, for: required}
            sets: {applicant-name: actor.person, asked-on: today, reminders: 0}
          complete-papers:
            title: Complete the papers
            from: applied
            to: complete
            by: [applicant, clerk]
          remind:
            title: Remind
            from: [applied, complete]
            by: system
            rules:
              - {require: reminders < 9, otherwise: Nine reminders are enough.}
            adds: {reminders: 1}
          assess:
            title: Assess
            from: complete
            to: assessed
            by: clerk
            asks:
              ceiling: required
              assessment: anew
            rules:
              - {require: actor.person != applicant-name, otherwise: Nobody assesses an application of their own.}
            sets: {assessor: actor.person}
          send-back:
            title: Send back
            from: assessed
            to: complete
            by: trustee
            asks: {reason: required}
            clears: [assessor, ceiling]
          grant:
            title: Grant
            from: assessed
            to: granted
            by: [trustee, clerk]
            asks: {granted-sum: required}
            rules:
              - {require: actor.person != assessor, otherwise: Whoever assessed it does not grant it.}
              - {require: granted-sum <= ceiling, otherwise: The fund gives no more than its ceiling.}
              - {require: granted-sum <= asked-sum, otherwise: No more is given than was asked for.}
            sets: {granted-by: actor.person}
          refuse:
            title: Refuse
            from: undecided
            to: refused
            by: trustee
            asks: {reason: required}
          withdraw:
            title: Withdraw
            from: undecided
            to: withdrawn
            by: applicant
          pay:
            title: Pay
            from: granted
            to: paid
            by: treasurer
            sets: {paid-on: today, report-by: today + 12 months}
          lapse:
            title: Lapse
            from: granted
            to: lapsed
            by: system
          report:
            title: Report
            from: paid
            to: accounted-for
            by: applicant
            asks: {spent-sum: required, reported-on: {default: today}}
            rules:
              - {require: spent-sum <= granted-sum, otherwise: No more was granted.}
              - {require: reported-on >= paid-on, otherwise: It was not paid by then.}
        clocks:
          assessing:
            title: Assess it
            in: [applied, complete]
            starts: asked-on
            lasts: 20 days
            warns: 5
            missed: {event: remind}
          paying: {title: Pay it, in: granted, lasts: 6 months, missed: {event: lapse}}
          reporting: {title: Report on it, in: paid, until: report-by, warns: 30}
        promises:
          two-people:
            title: Nobody grants what they assessed
            entering: granted
            holds: granted-by != assessor
          ceiling:
            title: Nothing is granted above the ceiling
            always: granted-sum is empty or granted-sum <= ceiling
          spent:
            title: No more is accounted for than was granted
            entering: accounted-for
            holds: spent-sum <= granted-sum
          in-order:
            title: It is accounted for after it was paid
            entering: accounted-for
            holds: reported-on >= paid-on
          assessed:
            title: Nothing is paid that was not assessed
            before: paid
            must-pass: assess
          reminded:
            title: Reminders are never forgotten
            only-grows: reminders
          settled:
            title: Whatever was paid can be accounted for
            from: paid
            can-reach: accounted-for
          thoughts:
            title: What was thought of it stays with clerk and trustees
            read: notes
            only: [clerk, trustee]
        waivers:
          - finding: state-without-clock
            of: state assessed
            because: The trustees meet when they can.
        """

    private static let community = """
        workflow: grant
        title: Community grant
        summary: A group asks for money from a small fund; two people decide.
        calendar: england-and-wales
        kinds: [community]
        roles:
          officer: Grants officer
          trustee: Trustee
          treasurer: Treasurer
          system: The fund
          anyone: Anybody with a seat
        sections:
          papers:
            title: What the group wrote
            readers: [officer, trustee, treasurer]
            takes-text: yes
          open:
            title: What anybody may see
            readers: anyone
            sealed: no
            takes-codes: yes
        fields:
          applicant: {title: Applicant, type: reference community}
          purpose: {title: Purpose, type: text}
          asked: {title: Amount asked, type: number 1 to 5000}
          ceiling: {title: Ceiling of the round, type: number 1 to 5000}
          offered: {title: Amount offered, type: number 1 to 5000}
          paid: {title: Amount paid, type: number 1 to 5000}
          received: {title: Received, type: day}
          decided: {title: Decided, type: day}
          report-due: {title: Report due, type: day}
          assessor: {title: Assessed by, type: reference person}
          approver: {title: Approved by, type: reference person}
          payer: {title: Paid by, type: reference person}
          advice: {title: Advice, type: choice, choices: {support: Support, part: Support in part, decline: Decline}}
          reason: {title: Reason, type: line}
          reminders: {title: Reminders sent, type: number 0 to 9}
          conflict: {title: The assessor declared an interest, type: flag}
        states:
          received: {title: Received, usually: assess}
          assessed: {title: Assessed, needs: [advice, assessor], usually: approve}
          approved: {title: Approved, needs: [offered, approver], usually: pay}
          paid: {title: Paid, needs: [paid, report-due], usually: report}
          overdue: {title: Report overdue, needs: [paid]}
          closed: {title: Closed, end: yes}
          declined: {title: Declined, needs: [reason], end: yes}
          lapsed: {title: Lapsed, end: yes}
        groups:
          undecided: [received, assessed]
          running: [paid, overdue]
        rules:
          - require: received is empty or received <= today
            otherwise: The day it was received lies ahead.
            remedy: {date: yes}
        events:
          receive:
            title: Receive
            from: start
            to: received
            by: officer
            asks:
              applicant: required
              purpose: required
              asked: required
              ceiling: required
              received: {default: today}
            rules:
              - require: asked <= ceiling
                otherwise: More is asked than the round allows.
          assess:
            title: Assess
            from: received
            to: assessed
            by: officer
            asks:
              advice: required
              conflict: {default: "no"}
            rules:
              - require: conflict == no
                otherwise: Somebody else has to assess it.
            sets: {assessor: actor.person}
          approve:
            title: Approve
            from: assessed
            to: approved
            by: [officer, trustee]
            asks:
              offered: required
            rules:
              - require: actor.person != assessor
                otherwise: Whoever assessed it cannot approve it.
                remedy: {act-as: [trustee]}
              - require: offered <= asked
                otherwise: No more than was asked for.
              - require: advice != decline
                otherwise: The advice is to decline.
              - require: advice != part or offered < asked
                otherwise: The advice is to support it in part.
            sets: {approver: actor.person, decided: today}
          decline:
            title: Decline
            from: undecided
            to: declined
            by: [officer, trustee]
            asks:
              reason: required
            sets: {decided: today}
          reassess:
            title: Assess again
            from: assessed
            to: received
            by: trustee
            clears: [advice, assessor]
          pay:
            title: Pay
            from: approved
            to: paid
            by: treasurer
            asks:
              paid: required
              report-due: {default: today + 6 months}
            rules:
              - require: paid <= offered
                otherwise: No more than was offered.
              - require: actor.person not in [assessor, approver]
                otherwise: Whoever decided cannot pay.
              - require: report-due > today
                otherwise: The report cannot be due already.
            sets: {payer: actor.person}
          withdraw: {title: Withdraw, from: [received, assessed, approved], to: lapsed, by: officer, asks: {reason: optional}}
          lapse: {title: Lapse, from: received, to: lapsed, by: system}
          remind:
            title: Remind
            from: running
            to: overdue
            by: [officer, system]
            adds: {reminders: 1}
            rules:
              - require: reminders < 3
                otherwise: Two reminders were sent.
          report:
            title: Take the report
            from: running
            to: closed
            by: officer
          write-off: {title: Write off, from: overdue, to: closed, by: [treasurer, system]}
        clocks:
          decide:
            title: Assess it
            in: received
            lasts: 40 working days
            warns: 10
            missed: {event: lapse}
          meet:
            title: Decide
            in: assessed
            lasts: 20 working days
            missed: flag
          pay-out:
            title: Pay
            in: approved
            starts: decided
            lasts: 28 days
            missed: flag
          report:
            title: Report
            in: paid
            until: report-due
            missed: {event: remind}
          chase:
            title: Chase the report
            in: overdue
            lasts: 60 days
            missed: {event: write-off}
        promises:
          two-people:
            title: Nobody approves what they assessed
            entering: approved
            holds: approver != assessor
          ceiling:
            title: Nothing is offered beyond the ceiling of the round
            always: offered is empty or offered <= ceiling
          payment:
            title: No more is paid than was offered
            always: paid is empty or paid <= offered
          third:
            title: A third person pays
            entering: paid
            holds: payer != approver and payer != assessor
          through-approval:
            title: Nothing is paid unapproved
            before: paid
            must-pass: approve
          no-declined-money:
            title: What was declined has no payment
            never: state == declined and paid is set
          ends:
            title: Everything can come to an end
            from: [received, assessed, approved, paid, overdue]
            can-reach: [closed, declined, lapsed]
          reminders:
            title: Reminders are counted
            only-grows: [reminders]
          papers:
            title: The papers are for those who decide
            read: papers
            only: [officer, trustee, treasurer]

        """
}
