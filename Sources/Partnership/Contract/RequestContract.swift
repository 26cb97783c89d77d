import Workflow

extension Contract {
    /// What giving out and erasing need of the workflow of requests about data.
    public static let request = Contract(
        workflow: "request",
        fields: [
            "kind": [.choice(having: ["access", "correction", "erasure", "disposal", "hold"])],
            "health-opinion": [.choice(having: ["harm"])],
            "issues": [.references("issue")], "records": [.references("business")], "person": [.reference("person")],
            "area": [.reference("area")],
        ],
        events: ["give-out", "erase", "put-out"], beginnings: ["receive", "keep"])
}
