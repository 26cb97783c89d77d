import Workflow

extension Contract {
    /// What the Board's briefs need of the workflow of questions and of what members note before a meeting.
    public static let question = Contract(
        workflow: "question",
        fields: [
            "issue": [.reference("issue")], "before-meeting": [.reference("meeting")],
            "stance": [.choice(having: ["support", "concern"])], "text": [.text],
            "asked-by": [.reference("person")], "asked-on": [.day], "answer": [.text],
            "answered-by": [.reference("person")], "answered-on": [.day],
        ],
        events: ["put-out"], beginnings: ["ask", "note"], states: ["withdrawn"])
}
