import Testing
import Workflow

@testable import Register

struct ConcurrencyTests {
    @Test func nobodyOverwritesAVersionTheyHaveNotSeen() throws {
        let test = try TestRegister()
        let issue = try test.raise()
        try test.cause("edit", on: issue.reference, "2019-12-03", ["severity": .number(2)], expect: 1)
        #expect(throws: RegisterError.moved(reference: "N-1", expected: 1, actual: 2)) {
            try test.cause("edit", on: issue.reference, "2019-12-03", ["severity": .number(4)], expect: 1)
        }
        #expect(try test.read { try $0.item("N-1").number("severity") } == 2)
    }

    @Test func theCompareIsInTheUpdate() throws {
        let test = try TestRegister()
        let stale = try test.raise()
        try test.cause("edit", on: stale.reference, "2019-12-03", ["severity": .number(2)])
        #expect(throws: RegisterError.moved(reference: "N-1", expected: 1, actual: 2)) {
            try test.write("2019-12-03") { operation, standing in
                _ = try operation.cause("edit", on: stale, given: ["severity": .number(4)], as: standing)
            }
        }
    }
}
