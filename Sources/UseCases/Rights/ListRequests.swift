import Partnership
import Register
import Workflow

/// Requests about data that the asker may see, the next due first.
public struct ListRequests: Question {
    /// Answered ones too.
    public let all: Bool
    public let limit: Int

    public init(all: Bool, limit: Int) {
        self.all = all
        self.limit = limit
    }

    public func answer(from view: View, as standing: Standing) throws -> [RequestLine] {
        try view.items(of: "request", all: all, limit: limit, as: standing).map { line in
            let request = try view.item(line.reference).request
            return RequestLine(
                ref: line.reference, state: line.state, due: line.due, kind: request.kindTitle,
                issues: request.issues, records: request.records, version: line.version)
        }
    }
}

/// A line of the list of requests.
public struct RequestLine: Sendable, Codable {
    /// `R-1`.
    public let ref: String
    public let state: String
    public let due: Day?
    /// What it asks for.
    public let kind: String
    public let issues: [String]
    /// What it is about besides: actions, breaches, requests.
    public let records: [String]
    public let version: Int
}
