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
        // It does take two people, and it reminds once: both are noted, and nothing else is.
        let noted = Set(findings.filter { $0.waiver == nil }.map(\.code))
        #expect(noted.isSubset(of: [.needsTwoPeople, .clockRunsOnce]))
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
}
