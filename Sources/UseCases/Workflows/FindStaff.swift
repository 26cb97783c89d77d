import Register
import Workflow
import WorkflowProof

/// The seats held, body by body, as far as a workflow's roles go.
public struct FindStaff: Question {
    public let workflow: String

    public init(for workflow: String) { self.workflow = workflow }

    public func answer(from view: View, as standing: Standing) throws -> StaffAnswer {
        // Only whether it is the same person matters.
        var numbers: [String: Int] = [:]
        func number(_ person: String) -> Int {
            let number = numbers[person] ?? numbers.count + 1
            numbers[person] = number
            return number
        }
        return StaffAnswer(
            bodies: try view.staff(for: workflow, on: view.today).map { staff in
                StaffAnswer.Holders(
                    body: staff.body,
                    roles: staff.people.sorted { $0.key < $1.key }.reduce(into: [:]) { roles, entry in
                        roles[entry.key] = entry.value.sorted().map(number)
                    })
            })
    }
}

/// Who holds which role. Nobody is told who that is, only what it makes impossible.
public struct StaffAnswer: Codable, Sendable {
    /// Who holds which role towards the items of one body.
    public struct Holders: Codable, Sendable {
        /// The body's title.
        public let body: String
        /// By role, each person a number that stands for the same person everywhere in the answer.
        public let roles: [String: [Int]]
    }

    public let bodies: [Holders]

    /// What the seats held make impossible in a definition; each finding once, with the titles of the bodies it is about.
    public func findings(
        in definition: Definition, _ budget: Budget = .usual
    ) -> [(finding: Finding, bodies: [String])] {
        var found: [(finding: Finding, bodies: [String])] = []
        let staff = bodies.map { holders in holders.roles.mapValues { Set($0.map(String.init)) } }
        for (holders, findings) in zip(bodies, definition.verify(staff: staff, budget)) {
            for finding in findings {
                if let index = found.firstIndex(where: { $0.finding == finding }) {
                    found[index].bodies.append(holders.body)
                } else {
                    found.append((finding, [holders.body]))
                }
            }
        }
        return found
    }
}
