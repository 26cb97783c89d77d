import Workflow

extension Contract {
    /// What plans and their counts need of the workflow of plan actions.
    public static let planAction = Contract(
        workflow: "plan-action",
        fields: [
            "plan": [.text], "priority": [.number], "title": [.text], "concerns": [.references("concern")],
            "due": [.day],
        ],
        events: ["put-out"],
        beginnings: ["add"],
        states: ["not-started", "on-track", "delayed", "complete"])
}
