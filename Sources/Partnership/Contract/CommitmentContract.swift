import Workflow

extension Contract {
    /// What action logs, minutes and letters, and the effects of other workflows, need of the workflow of commitments.
    public static let commitment = Contract(
        workflow: "commitment",
        fields: [
            "body": [.reference("body")], "text": [.text], "asked-by": [.text], "subject-to": [.text],
            "group": [.reference("body")], "handed-to": [.text], "reported-on": [.day],
            "owner": [.reference("person")], "due": [.day], "before-meeting": [.reference("meeting")],
            "repeats": [.number], "follows": [.reference("commitment")], "issue": [.reference("issue")],
            "matter": [.reference("matter")], "meeting": [.reference("meeting")], "item": [.reference("agenda-item")],
            "decision": [.reference("decision")], "evidence": [.text],
            "decided": [.choice(having: ["confirmed", "refused"])], "decided-on": [.day], "minute": [.text],
            "answer": [.text], "sent-on": [.day], "done-on": [.day],
        ],
        events: ["put-out"],
        beginnings: ["open", "seek-decision", "hand-on"],
        states: ["withdrawn"])
}
