import Testing
import Workflow

@testable import WorkflowFile

/// Who may read what of an item.
struct SectionTests {
    private let dcoSide = ["dco", "dco-admin", "information-officer"]

    private func readable(_ definition: Definition, _ role: String, _ fields: [String: Value]) -> Set<String> {
        definition.sections(readableBy: [role], of: Item(state: "logged", fields: fields))
    }

    @Test func aScreenThatIsNotClearLeavesAnIssueToTheDCOSide() throws {
        let definition = try Shipped.definition("issue")
        for screen in ["yes", "unsure"] {
            for role in definition.roles where role != "system" {
                let found = readable(definition, role, ["safeguarding": .text(screen)])
                #expect(found.isEmpty == !dcoSide.contains(role), "\(role): \(found)")
            }
        }
        // An issue without a screen is nobody else's either.
        #expect(readable(definition, "chair", [:]).isEmpty)
    }

    @Test(arguments: [
        ("dco", "face record narrative notes detail contact consent child kept"),
        ("information-officer", "face record narrative notes detail contact consent child kept"),
        ("chair", "face record narrative detail consent"), ("member", "face record narrative"),
        ("viewer", "face record narrative"), ("board-chair", "face record narrative"),
        ("group-member", "face record narrative"), ("registrar", "face"), ("anyone", "face"),
    ])
    func aClearScreenOpensAnIssueToThoseItConcerns(role: String, sections: String) throws {
        let found = readable(
            try Shipped.definition("issue"), role, ["safeguarding": .text("no"), "withheld": .flag(false)])
        #expect(found == Set(sections.split(separator: " ").map(String.init)))
    }

    @Test(arguments: ["member", "viewer", "board-chair", "group-member"])
    func withdrawnConsentClosesItToAllButThoseWhoDealWithIt(role: String) throws {
        let item: [String: Value] = ["safeguarding": .text("no"), "withheld": .flag(true)]
        #expect(readable(try Shipped.definition("issue"), role, item) == ["face"])
    }

    @Test func nobodyWithoutARoleReadsAnything() throws {
        for name in [
            "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
            "gap", "risk",
            "draft",
        ] {
            let definition = try Shipped.definition(name)
            let item = Item(state: definition.states[0].name, fields: ["safeguarding": .text("no")])
            #expect(definition.sections(readableBy: [], of: item).isEmpty)
            #expect(definition.sections(readableBy: ["system"], of: item).count == definition.sections.count)
        }
    }

    @Test func fieldsAreReadAsTheirSectionIs() throws {
        let definition = try Shipped.definition("issue")
        let item = Item(state: "logged", fields: ["safeguarding": .text("no"), "withheld": .flag(false)])
        #expect(definition.mayRead(field: "summary", roles: ["viewer"], item: item))
        #expect(!definition.mayRead(field: "name", roles: ["viewer"], item: item))
        #expect(definition.mayRead(field: "area", roles: ["registrar"], item: item))
        #expect(!definition.mayRead(field: "severity", roles: ["registrar"], item: item))
        #expect(!definition.mayRead(field: "nothing", roles: ["dco"], item: item))
    }

    /// What a condition asks can change with every event.
    @Test func readersFollowTheStateAndTheRecord() throws {
        let text = VerificationTests.sound.replacing(
            "readers: [boss]}", with: "readers: [boss, {roles: clerk, when: state == waiting and level > 2}]}")
        let definition = try WorkflowFile.read(text, name: "sample.yaml", host: Shipped.host).get()
        func mayRead(_ state: String, _ level: Int) -> Bool {
            definition.mayRead(
                section: "secret", roles: ["clerk"], item: Item(state: state, fields: ["level": .number(level)]))
        }
        #expect(mayRead("waiting", 3) && !mayRead("waiting", 2) && !mayRead("open", 3))
        #expect(definition.readers(of: "secret").map(\.role) == ["boss", "clerk"])
        #expect(definition.readers(of: "secret").map { $0.condition?.text } == [nil, "state == waiting and level > 2"])
        #expect(definition.readers(of: "nothing").isEmpty)
    }

    @Test(arguments: [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk", "draft",
    ])
    func everyFieldLiesInASectionAndEveryTextIsSealed(name: String) throws {
        let definition = try Shipped.definition(name)
        for field in definition.fields {
            let section = try #require(field.section, "\(field.name)")
            if field.kind == .line || field.kind == .text { #expect(definition.isSealed(section), "\(field.name)") }
        }
    }

    @Test func aDivertedIssueKeepsOneSealedSection() throws {
        let definition = try Shipped.definition("issue")
        let sealed = Set(definition.sections.filter(\.isSealed).map(\.name))
        #expect(definition.event("divert").map { sealed.subtracting($0.erases) } == ["kept"])
    }
}
