import Partnership
import Register
import Workflow

/// Themes under which so many issues of one child each came in that they ask for one of all, with some that are new among them.
public struct FindAlike: Question {
    private let new: Set<String>

    /// - Parameter new: references.
    public init(with new: [String]) { self.new = Set(new) }

    public func answer(from view: View, as standing: Standing) throws -> [AlikeIssues] {
        let reference = try view.reference
        return try reference.lapAreas.flatMap { area in
            try view.alike(in: area.id, themes: reference.themes.map(\.id), as: standing).filter {
                !new.isDisjoint(with: $0.refs)
            }
        }
    }
}

/// So many issues of one child each that one of all should be raised.
public struct AlikeIssues: Sendable, Codable {
    /// The area's title.
    public let area: String
    public let theme: String
    public let title: String
    /// The latest of them.
    public let refs: [String]
    /// Within so many days.
    public let days: Int
}

extension View {
    /// What is alike in an area, as far as somebody may see it, most first (DOMAIN section 3).
    func alike(in area: String, themes: [String], as standing: Standing) throws -> [AlikeIssues] {
        let reference = try reference
        let thresholds = reference.thresholds
        let recent = (today - thresholds.alikeDays)...today
        return try themes.sorted().map { theme in
            AlikeIssues(
                area: reference.area(area)?.title ?? area, theme: theme, title: reference.theme(theme)?.title ?? theme,
                refs: try individualIssues(theme: theme, area: area, in: recent).filter {
                    (try? item($0, visibleTo: standing)) != nil
                }, days: thresholds.alikeDays)
        }.filter { $0.refs.count >= thresholds.alike }.sorted { $0.refs.count > $1.refs.count }
    }
}
