import Foundation
import Partnership
import Testing
import Workflow

@testable import Register

/// The manual page lap-permissions(7) against what decides. The page is written for people; here it is only compared.
struct PermissionPageTests {
    /// The roles under each item of a list of a part of the page: `send-back` → `board-secretary`.
    private func lists(under heading: String) throws -> [String: [String]] {
        let page = try String(
            contentsOf: TestRegister.checkout.appending(path: "man/lap-permissions.7"), encoding: .utf8)
        let lines = page.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { [".Ss \(heading)", ".Ss \\&\(heading)"].contains($0) })
        var lists: [String: [String]] = [:]
        var item = ""
        for line in lines[(start + 1)...] {
            if [".El", ".Ss ", ".Sh "].contains(where: line.hasPrefix) { break }
            let words = line.split(separator: " ").map(String.init)
            switch words[0] {
            case ".It":
                item = words[2]
                lists[item] = []
            case ".Ql": lists[item]?.append("(" + words[1...].dropLast().joined(separator: " ") + ")")
            case ".Li": lists[item]? += words[1...].filter { $0 != "." }
            default: break
            }
        }
        return lists
    }

    @Test func everyPermissionIsThereInItsPlace() throws {
        let table = try TestRegister().read { try $0.reference.permissions }
        for (place, heading) in [
            (Permission.Place.body, "At the body whose meeting it is"), (.area, "In the area of the issue"),
            (.register, "For the whole register, by a seat anywhere"),
        ] {
            let listed = try lists(under: heading)
            let there = Permission.allCases.filter { $0.place == place }
            #expect(Set(listed.keys) == Set(there.map(\.rawValue)))
            for permission in there { #expect(listed[permission.rawValue] == table[permission], "\(permission)") }
        }
    }

    @Test(arguments: [
        ("issue", "issues"), ("meeting", "meetings"), ("action", "actions"), ("plan-action", "plan actions"),
        ("breach", "breaches"), ("request", "requests"), ("matter", "matters"),
        ("commitment", "commitments"), ("question", "questions"), ("draft", "drafts"), ("gap", "gaps"),
        ("risk", "risks"),
    ])
    func everyEventAndSectionIsThere(workflow: String, title: String) throws {
        let definition = try TestRegister().read { try $0.definition(workflow) }
        let events = try lists(under: "Events of \(title)")
        #expect(Set(events.keys) == Set(definition.events.map(\.name)))
        for event in definition.events { #expect(events[event.name] == event.by, "\(event.name)") }
        let sections = try lists(under: "Sections of \(title)")
        #expect(Set(sections.keys) == Set(definition.sections.map(\.name)))
        for section in definition.sections {
            // A condition stands once, before the roles that it narrows.
            var told: [String] = []
            var condition: String?
            for reader in section.readers {
                if let text = reader.condition?.text, text != condition { told.append("(\(text))") }
                condition = reader.condition?.text
                told.append(reader.role)
            }
            #expect(sections[section.name] == told, "\(section.name)")
        }
    }

    @Test func everySeatIsThereWithWhatItActsAs() throws {
        let page = try String(
            contentsOf: TestRegister.checkout.appending(path: "man/lap-permissions.7"), encoding: .utf8)
        let roles = try TestRegister().read { view in try view.reference.roles }
        let places: [SeatRole.Place] = [.lap, .board, .group]
        // An action owner's seat is one in name: what they may comes with the action.
        for role in roles where role.acts[.register] == nil && role.name != "action-owner" {
            let cells = places.map { place in role.acts[place].map { "Li " + $0 } ?? "\\(en" }
            let line = ".It Li \(role.name) Ta \(cells.joined(separator: " Ta "))\n"
            #expect(page.contains(line), "\(role.name)")
        }
    }
}
