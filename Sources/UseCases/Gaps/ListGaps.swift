import Partnership
import Register
import Workflow

/// Gaps in services that the asker may see, the one to look at next first.
public struct ListGaps: Question {
    /// Named as it is written; nil for every area.
    public let area: String?
    /// Closed ones too.
    public let all: Bool
    public let limit: Int

    public init(area: String?, all: Bool, limit: Int) {
        self.area = area
        self.all = all
        self.limit = limit
    }

    public func answer(from view: View, as standing: Standing) throws -> [GapAnswer] {
        let reference = try view.reference
        let area = try area.flatMap {
            try KnownNames.resolve([$0.lowercased()], of: "area", among: reference.areas.map(\.id)).first
        }
        return try view.items(of: "gap", in: area, all: all, limit: limit, as: standing).map {
            GapAnswer($0, theme: $0.theme.flatMap { reference.theme($0)?.title })
        }
    }
}

/// A line of the list of gaps.
public struct GapAnswer: Sendable, Codable {
    /// `G-1`.
    public let ref: String
    public let state: String
    /// When it is looked at again; nil for one that is closed.
    public let due: Day?
    public let area: String?
    /// The title of the service.
    public let theme: String?
    /// The issues that it was found in, with commas.
    public let issues: String?
    public let told: Day?
    /// What is missing, in a line.
    public let title: String?
    public let version: Int

    init(_ line: ItemLine, theme: String?) {
        func value(_ field: GapReader.Field) -> Value? { line.codes[field.rawValue] }
        ref = line.reference
        state = line.state
        due = line.due
        area = line.area
        self.theme = theme
        issues = if case .list(let names)? = value(.issues) { names.joined(separator: ", ") } else { nil }
        told = if case .day(let day)? = value(.toldOn) { day } else { nil }
        title = line.title
        version = line.version
    }
}
