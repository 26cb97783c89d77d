import Workflow

extension Contract {
    /// What lists, meetings and papers need of the workflow of issues.
    public static let issue = Contract(
        workflow: "issue",
        fields: [
            "received": [.day], "area": [.reference("area")], "district": [.reference("district")],
            "theme": [.reference("theme")],
            "owner": [.reference("person")], "safeguarding": [.choice(having: ["no", "yes"])], "anonymous": [.flag],
            "scope": [.choice(having: ["individual", "systemic"])], "families": [.number], "phase": [.choice()],
            "severity": [.number], "raised-by": [.choice()],
            "parallel": [.choices(having: ["none", "tribunal"]), .choice(having: ["none", "tribunal"])],
            "summary": [.text], "detail": [.text], "services": [.text], "agency": [.text], "tried": [.text],
            "outcome-sought": [.text], "consent": [.choices(having: ["discuss-anonymised", "share-identifiably"])],
            "consent-with": [.text], "name": [.text], "acting-for": [.text], "born": [.day], "contact": [.text],
            "child-name": [.text], "setting": [.text],
            "format": [.choices(having: ["easy-read", "large-print", "interpreter"])],
            "meeting": [.reference("meeting")], "next-meeting": [.reference("meeting")], "late-reason": [.text],
            "action": [.text], "carries": [.number], "closed-on": [.day], "lead": [.reference("issue")],
            "criteria": [.choices()], "ask": [.text], "options": [.text], "recommendation": [.text],
            "evidence": [.text], "parent-rep-view": [.text], "lap-meeting": [.reference("meeting")],
            "raised-at": [.reference("meeting")], "submitted-on": [.day], "escalated": [.flag], "private": [.flag],
            "private-because": [.text],
            "reply-by": [.day], "needed-by": [.day],
            "schedule-12a": [.number], "board-date": [.day], "board-defers": [.number], "board-outcome": [.flag],
            "group": [.reference("body")], "plan": [.reference("plan-action")], "advice": [.text],
            "returned-on": [.day], "outcome": [.text], "said": [.text], "did": [.text], "impact": [.text],
            "told": [.text], "told-on": [.day], "destination": [.reference("destination")],
            "brief-redacted": [.flag], "referred-to": [.text], "authority-granted": [.text],
            "consent-withdrawn-on": [.day], "decision": [.text], "override-reason": [.text], "question": [.text],
            "awaiting-meeting": [.flag], "report": [.text], "group-recommendation": [.text],
            "reported-by": [.reference("body")], "reported-on": [.day], "reply": [.text], "replied-on": [.day],
            "between-because": [.text],
            "commissioner": [.text], "milestone": [.text], "missing": [.text], "reason": [.text],
            "deferred-because": [.choice()], "asked-on": [.day], "new-information": [.text],
            "no-further-action": [.flag], "suspended": [.flag], "review-on": [.day], "contact-given": [.text],
            "method": [.choice()], "outcome-evidence": [.text], "changed": [.text], "reviewed-on": [.day],
            "changed-before": [.text], "reviewed-before-on": [.day],
        ],
        events: [
            "divert", "acknowledge", "edit", "schedule", "update-raiser", "come-back", "forget-contact", "take-out",
            "put-out",
        ],
        beginnings: ["log", "log-diverted"],
        states: ["board-undecided", "delegated", "diverted", "escalating", "merged", "referred", "withdrawn"],
        clocks: ["divert", "acknowledge", "triage", "information", "feedback", "follow-up", "appeal"])
}
