import Workflow

extension Contract {
    /// What the action log and the effects of other workflows need of the workflow of actions.
    public static let action = Contract(
        workflow: "action",
        fields: [
            "text": [.text], "owner": [.reference("person")], "supporters": [.references("person")],
            "agency": [.text], "due": [.day], "measure": [.text], "issue": [.reference("issue")],
            "area": [.reference("area")], "meeting": [.reference("meeting")], "decision": [.reference("decision")],
            "item": [.reference("agenda-item")], "evidence": [.text], "reason": [.text], "done-on": [.day],
        ],
        events: ["supersede", "put-out"],
        beginnings: ["open"],
        states: ["done", "cancelled", "superseded"])
}
