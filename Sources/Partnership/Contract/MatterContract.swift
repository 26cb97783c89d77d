import Workflow

extension Contract {
    /// What agendas, meetings that end and papers need of the workflow of matters.
    public static let matter = Contract(
        workflow: "matter",
        fields: [
            "meeting": [.reference("meeting")], "body": [.reference("body")], "under": [.text], "title": [.text],
            "purpose": [.choice()], "form": [.choice(having: ["verbal", "paper", "to-follow"])], "follows-on": [.day],
            "lead": [.reference("person")], "minutes": [.number], "author": [.text], "summary": [.text],
            "recommendation": [.text], "areas-affected": [.text], "considered-before": [.text],
            "consultations": [.text], "implications": [.text], "if-not-decided": [.text], "background": [.text],
            "private": [.flag], "private-because": [.text], "schedule-12a": [.number], "late-reason": [.text],
            "chair-note": [.text], "carries": [.number],
            "decision": [.reference("decision")],
        ],
        events: ["take", "carry", "defer", "wait", "put-out"],
        beginnings: ["add", "bring-again"],
        states: ["withdrawn"])
}
