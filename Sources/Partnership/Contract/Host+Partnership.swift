import Workflow

extension Host {
    /// What the register of a partnership does for workflows, and so what their files may ask of it.
    public static func partnership(calendars: some Sequence<String>) -> Host {
        Host(
            effects: [
                "decision": ["kind", "text"],
                "open-action": ["text", "owner", "agency", "due", "measure"],
                "supersede-actions": [],
                "release-merged": [],
                "pass-over": [],
                "put-on-agenda": [],
                "tell-issues": ["event"],
                "follow": ["event"],
                "carry-unreached": ["event", "unscheduled"],
                "take-reached": ["event"],
                "pass-untabled": ["event"],
                "tell-issue": ["event"],
                "tell": ["event", "of"],
                "tell-merged": ["event"],
                "move-due": ["event", "was", "due", "reason"],
                "mark-mistaken": [],
                "put-right": [],
                "open-next": [],
                "seek-decision": ["of", "by"],
            ],
            causes: [
                "follow": [.init("event")],
                "tell-issues": [.init("event", of: ["issue", "matter", "commitment", "question"])],
                "carry-unreached": [
                    .init("event", of: ["issue", "matter"]), .init("unscheduled", of: ["issue", "matter"]),
                ],
                "take-reached": [.init("event", of: ["matter"])],
                "pass-untabled": [.init("event", of: ["issue"])],
                "tell-issue": [.init("event", of: ["issue"])],
                "tell-merged": [.init("event", of: ["issue"])],
                "move-due": [.init("event", of: ["issue", "action"])],
            ],
            corrections: ["put-right"],
            referenceKinds: [
                "issue", "meeting", "person", "theme", "area", "district", "body", "destination", "plan-action",
                "concern", "action", "group", "business", "matter", "commitment",
                "decision", "agenda-item",
            ],
            calendars: Set(calendars),
            deeds: [
                "attend", "declare", "minute", "build-agenda", "release-item", "exclude-public", "make-pack",
                "make-html", "issued-packs", "seat", "add-person", "members", "contacts", "add-contact", "show", "list",
                "log", "undo", "check",
                "check-workflow", "sign-in", "give-out", "give-out-member", "erase", "erase-member", "dispose",
                "approve-request",
            ],
            contracts: [
                .issue, .meeting, .action, .planAction, .breach, .request, .matter, .commitment, .question, .gap, .risk,
                .draft,
            ])
    }
}
