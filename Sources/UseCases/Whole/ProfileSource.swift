import Foundation

/// Where a partnership's profile is read from.
public enum ProfileSource: Sendable {
    /// One that comes with lap, by its name.
    case named(String)
    /// A folder of one's own. It may also hold `workflows` and `templates`, which the register gets copies of.
    case folder(URL)

    /// Nil for one that comes with lap.
    var folder: URL? {
        if case .folder(let folder) = self { folder } else { nil }
    }
}
