import Testing
import Workflow

@testable import Partnership

/// The program reads what it asks for, and asks for what it reads.
struct ContractReaderTests {
    @Test func readersReadTheFieldsOfTheirContracts() {
        func expectSame<Reader: ItemReader>(_: Reader.Type) {
            #expect(Set(Reader.Field.allCases.map(\.rawValue)) == Set(Reader.contract.fields.keys), "\(Reader.self)")
        }
        expectSame(IssueReader.self)
        expectSame(MeetingReader.self)
        expectSame(ActionReader.self)
        expectSame(PlanActionReader.self)
        expectSame(BreachReader.self)
        expectSame(GapReader.self)
        expectSame(RiskReader.self)
    }

    @Test func anActionsStatusIsWhatItsStateMeans() throws {
        for status in [ActionLine.Status.done, .cancelled, .superseded] {
            #expect(Contract.action.states.contains(status.rawValue))
        }
    }
}
