import Register
import class Register.Operation
import Workflow

// To be removed once the register's own `begin` takes the event's name.
extension Operation {
    func begin(
        _ workflow: String, by event: String, given: [String: Value], as standing: Standing, on day: Day? = nil
    ) throws -> Outcome {
        let first = try view.definition(workflow).events.first(where: \.begins)
        guard first?.name == event else {
            throw RegisterError.badInput("“\(event)” begins no item yet.", hint: nil)
        }
        return try begin(workflow, given: given, as: standing, reference: nil, on: day)
    }
}
