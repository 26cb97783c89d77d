import Foundation
import Packs
import Register
import Testing
import UseCases
import Workflow

/// A door could be built on the use cases alone: from a concern that comes in to the paper that goes out.
@Suite struct ChainTests {
    @Test func aConcernComesToAPaperWithoutACommandLine() async throws {
        let place = try await TestPlace()
        let issue = try place.raises()
        #expect(issue == "N-1")
        try place.accepts(issue)
        let meeting = try place.meets(with: issue)
        #expect(try place.asks(ShowAgenda(of: meeting)).contains { $0.issue == issue })
        let made = try await place.makes(MakeAgendaPack(of: meeting, for: .public), on: "2019-04-10")
        let file = try #require(made.files.first)
        #expect(file.stage == .issued)
        let html = try String(contentsOf: URL(filePath: file.path), encoding: .utf8)
        #expect(html.contains("Nine-month wait for a first appointment") && !html.contains("Quokka"))
        #expect(try place.asks(ListIssuedPacks(of: meeting)).map(\.cites) == [[issue]])
        #expect(try place.checks().problems.isEmpty)
    }

    @Test func whatIsRefusedComesWithItsReasons() async throws {
        let place = try await TestPlace()
        let issue = try place.raises()
        do {
            try place.causes("resolve-early", on: issue, on: "2019-04-02")
            Issue.record("It was resolved.")
        } catch RegisterError.refused(let reasons) {
            #expect(reasons.contains { $0.kind == .state })
            let text = try JSONEncoder().encode(reasons)
            #expect(try JSONDecoder().decode([Reason].self, from: text) == reasons)
        }
        let error = #expect(throws: RegisterError.self) { try place.checks(as: "Viewer North") }
        guard case .notPermitted? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aSpreadsheetIsImportedFromItsBytes() async throws {
        let place = try await TestPlace()
        let text = """
            Date received,area,channel,raised by,safeguarding,theme,parallel,summary
            2019-04-01,north,email,school,no,salt,none,A long wait
            2019-04-01,north,email,school,no,nonesuch,none,Another
            """
        let definition = try place.workplace.rulebook.definition("issue")
        let table = try ImportTable(
            csv: CSVSource(Array(text.utf8)), for: definition, mapping: [("Date received", "received")])
        #expect(table.columns.map(\.field.name).prefix(2) == ["received", "area"])
        let deed = ImportIssues(table, keepingGood: true) { text, field in field.read(text) }
        let imported = try place.does(deed).answer
        #expect(imported.refs == ["N-1"])
        #expect(imported.problems.map(\.row) == [3] && imported.problems.map(\.column) == ["theme"])
        let twice = "summary,Summary,colour\nx,y,z\n"
        #expect {
            try ImportTable(csv: CSVSource(Array(twice.utf8)), for: definition)
        } throws: { error in
            let problems = (error as? TableRefused)?.problems ?? []
            return problems.contains(.twice(columns: "A", "B", field: "summary"))
                && problems.contains(.unknown(column: "C", name: "colour", nearest: nil))
        }
    }
}
