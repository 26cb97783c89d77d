import Workflow

extension Contract {
    /// What recalling a paper needs of the workflow of breaches.
    public static let breach = Contract(
        workflow: "breach",
        fields: [
            "summary": [.text], "because": [.text], "known-on": [.day], "known-at": [.text],
            "body": [.reference("body")], "area": [.reference("area")], "issues": [.references("issue")],
        ],
        events: ["put-out"],
        beginnings: ["open"],
        clocks: ["authority"])
}
