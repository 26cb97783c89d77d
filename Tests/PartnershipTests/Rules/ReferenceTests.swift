import Testing
import Workflow

@testable import Partnership

@Suite("References")
struct ReferenceTests {
    @Test(
        "are printed as they are read",
        arguments: [
            "N-7", "S-120", "north-2020-01-14", "west-lancashire-2020-01-14", "A-12", "U-4", "D-north-2020-3", "IP-3.5",
        ])
    func arePrintedAsTheyAreRead(text: String) {
        #expect(Reference(text)?.description == text)
    }

    @Test func tellTheKindByTheirShape() throws {
        let day = try #require(Day(iso: "2020-01-14"))
        #expect(Reference("N-7") == .issue(letter: "N", number: 7))
        #expect(Reference("north-2020-01-14") == .meeting(body: "north", day: day))
        #expect(Reference("A-12") == .action(12))
        #expect(Reference("D-west-north-2020-3") == .decision(body: "west-north", year: 2020, number: 3))
        #expect(Reference("IP-3.5") == .planAction(plan: "IP", action: "3.5"))
    }

    @Test(
        "do not mind letter case",
        arguments: [
            ("n-7", "N-7"), ("NORTH-2020-01-14", "north-2020-01-14"), ("a-12", "A-12"),
            ("d-North-2020-3", "D-north-2020-3"), ("ip-3.5", "IP-3.5"),
        ])
    func doNotMindLetterCase(typed: String, printed: String) {
        #expect(Reference(typed)?.description == printed)
    }

    @Test(
        "are not anything else",
        arguments: [
            "", "-", "N", "N-", "N-0", "N-07", "N-1.5", "N 7", "7-N", "NN-", "N--7", "D-7", "D-2020-3", "D-north-20-3",
            "north-2020-02-30", "north-2020-1-14", "-2020-01-14", "IP-", "IP-3.", "IP-.5", "IP-3..5", "N-7\n", "Ñ-7",
            "N-\u{202E}7", "N-99999999999999999999",
        ])
    func areNotAnythingElse(text: String) {
        #expect(Reference(text) == nil)
    }

    @Test func areNeverLong() {
        #expect(Reference("N-" + String(repeating: "1", count: 10_000_000)) == nil)
    }
}
