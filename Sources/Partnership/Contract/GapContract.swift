import Workflow

extension Contract {
    /// What agendas, briefs and lists need of the workflow of gaps.
    public static let gap = Contract(
        workflow: "gap",
        fields: [
            "area": [.reference("area")], "theme": [.reference("theme")], "summary": [.text],
            "issues": [.references("issue")], "found-at": [.reference("meeting")], "told-to": [.text],
            "told-on": [.day], "answer": [.text], "review-on": [.day],
            "outcome": [.choice(having: ["filled", "not-filled"])], "closed-with": [.text], "closed-on": [.day],
        ],
        events: ["put-out"],
        beginnings: ["open"])
}
