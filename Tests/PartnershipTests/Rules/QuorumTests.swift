import Testing

@testable import Partnership

@Suite("Quorum")
struct QuorumTests {
    private let lap = Quorum(
        of: Body(
            id: "north", title: "North LAP", kind: .lap, area: "north",
            quorum: [["chair"], ["parent-rep"], ["health"], ["education"], ["local-authority"]]),
        parents: ["parent-rep"])
    private let everyone: [Quorum.Attendee] = [
        .init(person: "dco-north", roles: ["dco", "chair"]),
        .init(person: "parent-rep-north", roles: ["parent-rep"]),
        .init(person: "health-north", roles: ["health"]),
        .init(person: "senco-north", roles: ["education"]),
        .init(person: "inclusion-north", roles: ["local-authority"]),
    ]

    @Test func isMetWhenEachGroupIsRepresented() {
        let finding = lap.finding(present: everyone)
        #expect(finding.isQuorate)
        #expect(finding.isCompliant)
        #expect(!finding.isProvisional)
    }

    @Test func namesTheGroupsThatAreMissing() {
        let finding = lap.finding(present: everyone.filter { !["senco-north", "health-north"].contains($0.person) })
        #expect(finding.missing == [["health"], ["education"]])
        #expect(!finding.isQuorate)
        #expect(finding.isProvisional)
    }

    @Test("a LAP without a parent representative is non-compliant and its decisions provisional (R8)")
    func isNonCompliantWithoutAParentRepresentative() {
        let lenient = Quorum(groups: [["chair"]], needsParentRepresentative: true, parents: ["parent-rep"])
        let finding = lenient.finding(present: everyone.filter { $0.person != "parent-rep-north" })
        #expect(finding.isQuorate)
        #expect(!finding.isCompliant)
        #expect(finding.isProvisional)
    }

    @Test func asksNoParentRepresentativeOfABodyThatNeedsNone() {
        let group = Quorum(
            of: Body(id: "voice", title: "Voice Group", kind: .group, quorum: [["group-lead"]]), parents: ["parent-rep"]
        )
        let finding = group.finding(present: [.init(person: "lead", roles: ["group-lead"])])
        #expect(!finding.hasParentRepresentative)
        #expect(!finding.isProvisional)
    }

    @Test func leavesOutWhoWithdrewFromAnItem() {
        let finding = lap.finding(present: everyone, withdrawn: ["inclusion-north"])
        #expect(finding.missing == [["local-authority"]])
        #expect(lap.finding(present: everyone).isQuorate)
    }

    @Test func isFilledByAnyRoleOfAGroup() {
        let quorum = Quorum(
            groups: [["health", "education"]], needsParentRepresentative: false, parents: ["parent-rep"])
        #expect(quorum.finding(present: [.init(person: "senco-north", roles: ["education"])]).isQuorate)
        #expect(!quorum.finding(present: []).isQuorate)
    }

    @Test func isAlwaysMetWhenNoneIsSet() {
        #expect(
            Quorum(groups: [], needsParentRepresentative: false, parents: ["parent-rep"]).finding(present: []).isQuorate
        )
    }
}
