import Partnership
import Register
import Workflow

/// Risks that the asker may see, the highest score first.
public struct ListRisks: Question {
    /// Whose they are, named as it is written; nil for every body.
    public let body: String?
    /// Closed ones too.
    public let all: Bool
    public let limit: Int

    public init(body: String?, all: Bool, limit: Int) {
        self.body = body
        self.all = all
        self.limit = limit
    }

    public func answer(from view: View, as standing: Standing) throws -> [RiskAnswer] {
        let reference = try view.reference
        let body = try body.flatMap {
            try KnownNames.resolve([$0.lowercased()], of: "body", among: reference.bodies.map(\.id)).first
        }
        return try view.risks(of: body, all: all, limit: limit, as: standing).map(RiskAnswer.init)
    }
}

/// A line of the risk register.
public struct RiskAnswer: Sendable, Codable {
    /// `K-1`.
    public let ref: String
    public let state: String
    /// From 1 to 25; nil when it may not be read.
    public let score: Int?
    /// `red [!!]`, never a colour alone.
    public let rating: String?
    /// The score that is aimed at.
    public let target: Int?
    public let body: String?
    public let owner: String?
    /// When it is looked at again; nil for one that is closed.
    public let due: Day?
    /// What may happen, in a line.
    public let title: String?
    public let version: Int

    init(_ line: ItemLine) {
        func number(_ field: RiskReader.Field) -> Int? {
            if case .number(let number)? = line.codes[field.rawValue] { number } else { nil }
        }
        ref = line.reference
        state = line.state
        let now = RiskScore(number(.likelihood), number(.impact))
        score = now?.value
        rating = now.map { "\($0.band.rawValue) \($0.band.sign)" }
        target = RiskScore(number(.targetLikelihood), number(.targetImpact))?.value
        body = if case .text(let name)? = line.codes[RiskReader.Field.body.rawValue] { name } else { nil }
        owner = line.owner
        due = line.due
        title = line.title
        version = line.version
    }
}
