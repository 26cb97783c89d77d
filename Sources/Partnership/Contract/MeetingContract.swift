import Workflow

extension Contract {
    /// What agendas, minutes and papers need of the workflow of meetings.
    public static let meeting = Contract(
        workflow: "meeting",
        fields: [
            "body": [.reference("body")], "date": [.day], "time": [.text], "venue": [.text], "how-to-join": [.text],
            "access-contact": [.text], "published-on": [.day], "confirmed-at": [.reference("meeting")],
            "agreed-at": [.reference("meeting")], "concluded-at": [.text],
            "circulated-on": [.day], "agreed-on": [.day], "signed-on": [.day], "signed-by": [.reference("person")],
            "corrections": [.text],
            "private-corrections": [.text],
            "not-excluded-because": [.text], "moved-from": [.day], "reason": [.text],
            "supplements": [.number],
        ],
        events: ["publish", "agree-minutes"],
        beginnings: ["schedule"],
        states: ["ahead", "called-off"])
}
