import Workflow

extension Contract {
    /// What agendas and lists need of the workflow of risks.
    public static let risk = Contract(
        workflow: "risk",
        fields: [
            "body": [.reference("body")], "cause": [.text], "effect": [.text], "likelihood": [.number],
            "impact": [.number], "target-likelihood": [.number], "target-impact": [.number], "mitigation": [.text],
            "owner": [.reference("person")], "review-on": [.day], "issues": [.references("issue")],
            "actions": [.references("action")],
        ],
        events: ["put-out"],
        beginnings: ["open"])
}
