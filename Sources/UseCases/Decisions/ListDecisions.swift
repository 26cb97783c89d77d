import Register

/// The decisions of a meeting, or those on an issue that the asker may read.
public struct ListDecisions: Question {
    /// A meeting's reference, or an issue's.
    public let of: String

    public init(of reference: String) { of = reference }

    public func answer(from view: View, as standing: Standing) throws -> [DecisionAnswer] {
        let item = try view.item(of)
        guard item.workflow != "meeting" else {
            let reading = try MeetingReading(of: item, from: view, as: standing)
            try reading.must()
            return try reading.decisions()
        }
        let issue = try view.item(of, workflow: "issue")
        let taken = try view.decisions(on: issue).map { decision in
            (decision, try MeetingReading(of: decision.meeting, from: view, as: standing))
        }
        let readable = try taken.filter { try $1.mayRead($0) }.map { DecisionAnswer($0.0) }
        if readable.isEmpty, try !view.mayRead(issue, as: standing) {
            throw RegisterError.notPermitted(
                "What was decided on \(issue.reference) is for those who may read it, which \(standing.person.name) "
                    + "may not.")
        }
        return readable
    }
}
