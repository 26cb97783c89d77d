/// The command lines that show something of the register, each run as everybody.
struct ShowingCommand: Sendable {
    let line: String

    static let all = (issues + meetings + actions + decisions + whole).map(ShowingCommand.init)

    /// The page for people is asked for under both of its names for a few issues only, to keep the walk short.
    private static let issues =
        EveryState.marked.flatMap { what in
            [
                "show {\(what)}", "issue show {\(what)} --json", "log {\(what)} --json", "issue next {\(what)} --json",
            ]
        } + ["logged", "worry", "diverted"].flatMap { what in ["issue show {\(what)}", "log {\(what)}"] }

    private static let meetings = ["north-main", "board-main"].flatMap { meeting in
        [
            "show {\(meeting)}", "meeting show {\(meeting)} --json", "agenda show {\(meeting)}",
            "minutes show {\(meeting)}", "minutes show {\(meeting)} --json", "minutes show {\(meeting)} --sheet",
            "log {\(meeting)} --json",
        ]
    }

    private static let actions =
        [
            "action-open", "action-proposed", "board-action", "board-action-part-two",
        ].flatMap { action in ["show {\(action)}", "log {\(action)} --json"] } + [
            "action list --all --limit 500 --json", "action list --all --of {boardaction} --json",
        ]

    private static let decisions = [
        "decision list {north-main} --json", "decision list {board-main} --json", "decision list {resolved} --json",
        "decision list {boardaction} --json", "decision list {parttwo} --json", "show {north-decision}",
        "show {board-decision}", "show {board-decision-part-two}",
    ]

    private static let whole = [
        "issue list --limit 500", "issue list --limit 500 --json",
        "issue list --csv --columns ref,summary,detail,name,born,consent-how,remark,families,theme,told,ask",
        "status --json", "status --all --json",
        "search zq* --limit 1000 --json", "find quokka@example.org --limit 1000 --json", "intake north",
        "intake north --json", "tracker --long", "tracker --json", "meeting list --json",
        "agenda show {north-scheduled} --json", "member list",
        "member list --json", "log --limit 1000 --json", "show {breach}", "breach list --all --json",
        "log {breach} --json", "show {request}", "request list --all --json", "log {request} --json",
        "pack issued --json", "show {matter}", "log {matter} --json", "show {matter-private}",
        "log {matter-private} --json", "commitment list --all --json", "question list --all --json",
        "show {question}", "log {question} --json", "show {concern}", "show {commitment}", "log {commitment} --json",
        "show {commitment-private}", "log {commitment-private} --json", "show {board-commitment}",
        "agenda show {north-scheduled}", "gap list --all --json", "show {gap}", "log {gap} --json",
        "risk list --all --json", "show {board-risk}", "log {board-risk} --json",
    ]

    /// A decision's wording is a field of its issue too, and the Board's becomes the text of its action: each is asked for
    /// where it is told as what it is.
    static func tells(_ line: String, of what: String, _ section: String) -> Bool {
        if section.hasPrefix("decision") { return decisions.contains(line) || line.hasPrefix("meeting show") }
        if what.hasPrefix("board-action") { return actions.contains(line) }
        return true
    }
}
