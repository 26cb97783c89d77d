import Workflow

extension Contract {
    /// What keeping and going on with drafts needs of their workflow.
    public static let draft = Contract(
        workflow: "draft", fields: ["owner": [.reference("person")], "typed": [.text]],
        events: ["replace", "go-on", "drop"], beginnings: ["keep"])
}
