import Register

/// What kind of item a reference names: `issue`, `meeting`, `action`, `plan-action`, `breach`, `request`, `matter`,
/// `commitment`, `question`, `gap`, `risk`.
public struct NameWorkflow: Question {
    public let reference: String

    public init(of reference: String) { self.reference = reference }

    public func answer(from view: View, as standing: Standing) throws -> String {
        try view.item(reference).workflow
    }
}
