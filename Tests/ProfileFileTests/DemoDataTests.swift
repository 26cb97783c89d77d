import Foundation
import Partnership
import Testing
import Workflow

/// The demo's spreadsheet stays as odd as spreadsheets are, and speaks the shipped profile's words.
@Suite("The demo's concerns")
struct DemoDataTests {
    private func text() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
        let file = root.appending(path: "../../script/demo-data/concerns-2019.csv")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    /// The rows by column name, without the header.
    private func rows() throws -> [[String: String]] {
        var rows: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        for scalar in try text().unicodeScalars.dropFirst() {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted, "\n" where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
                if scalar == "\n" { rows.append([]) }
            case "\r" where !isQuoted: break
            default: cell.unicodeScalars.append(scalar)
            }
        }
        let header = try #require(rows.first)
        return rows.dropFirst().filter { !$0.isEmpty }.map { row in
            Dictionary(uniqueKeysWithValues: zip(header, row))
        }
    }

    @Test func haveTheQuirksOfASpreadsheet() throws {
        let text = try text()
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        #expect(text.contains("\r\n01/04/2019,"))
        #expect(text.contains("\"\"you are on the list\"\""))
        #expect(text.contains("nursery.\nFirst"))
    }

    @Test func areThirtyFromAprilToJuly2019() throws {
        let received = try rows().compactMap { $0["received"] }
        #expect(received.count == 30)
        #expect(received.allSatisfy { ["04/2019", "05/2019", "06/2019", "07/2019"].contains($0.suffix(7)) })
    }

    @Test func useTheProfilesWords() throws {
        let profile = try Shipped.lancashire()
        for row in try rows() {
            let area = try #require(row["area"])
            #expect(profile.area(area) != nil)
            #expect(profile.theme(row["theme"] ?? "")?.id == row["theme"])
            if let district = row["district"], !district.isEmpty {
                #expect(profile.district(district)?.area == area)
            }
        }
    }

    @Test func nameNobodyInTheSummary() throws {
        for row in try rows() {
            let (summary, name) = (row["summary"] ?? "", row["name"] ?? "")
            #expect(!summary.isEmpty && summary.count <= 280)
            #expect(!name.isEmpty && !summary.contains(name))
        }
    }

    @Test func holdBothWorkedExamplesAndADiversion() throws {
        let rows = try rows()
        #expect(rows.contains { $0["theme"] == "early-help" && $0["received"]?.hasSuffix("/04/2019") == true })
        #expect(rows.contains { $0["theme"] == "social-care" && $0["raised-by"] == "forum" })
        #expect(rows.count { $0["safeguarding"] != "no" } == 1)
    }
}
