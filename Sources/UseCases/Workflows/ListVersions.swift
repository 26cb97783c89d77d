import Register

/// The versions of workflows that the register has used, oldest first.
public struct ListVersions: Question {
    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [WorkflowVersion] {
        try view.definitions().map(WorkflowVersion.init)
    }
}

/// A version of a workflow that some item was started under.
public struct WorkflowVersion: Sendable, Codable {
    public let workflow: String
    /// The beginning of what it is known by: 12 hexadecimal digits.
    public let digest: String
    /// New items start under it.
    public let inForce: Bool

    init(_ definition: StoredDefinition) {
        workflow = definition.workflow
        digest = String(definition.digest.prefix(12))
        inForce = definition.isInForce
    }
}
