import Register

/// The version of a workflow whose digest begins with some digits.
public struct FindVersion: Question {
    public let digest: String

    public init(_ digest: String) { self.digest = digest.lowercased() }

    /// Nil when there is none, or more than one.
    public func answer(from view: View, as standing: Standing) throws -> FoundVersion? {
        let found = try view.definitions().filter { $0.digest.hasPrefix(digest) }
        guard let only = found.first, found.count == 1 else { return nil }
        return FoundVersion(version: WorkflowVersion(only), source: only.source)
    }
}

public struct FoundVersion: Sendable, Codable {
    public let version: WorkflowVersion
    /// The text of its file as it was when it was first used.
    public let source: String
}
