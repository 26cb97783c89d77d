import Foundation

@testable import LapCommands

/// Makes `EveryState`, step by step.
struct EveryStateMaker {
    private let scratch: Scratch
    private var references: [String: String] = [:]
    private var troubles: [String] = []
    private var issues = 0

    static func make() async throws -> EveryState {
        var maker = EveryStateMaker(
            scratch: try await Scratch(founder: "Founder <founder@example.org>", seats: ["east/viewer"]))
        try maker.writeSpreadsheets()
        await maker.seatEverybody()
        await maker.raiseEverything()
        await maker.meetAtTheLAP()
        await maker.meetAtTheBoard()
        await maker.finishIssues()
        for body in ["north", "board", "commissioning"] { await maker.meet(body) }
        await maker.giveActions()
        await maker.issuePapers()
        await maker.receiveRequests()
        await maker.bringMatters()
        await maker.promise()
        await maker.findAndFear()
        await maker.ask()
        await maker.doWhatIsUndone()
        return EveryState(scratch: maker.scratch, references: maker.references, troubles: maker.troubles)
    }

    private init(scratch: Scratch) {
        self.scratch = scratch
    }

    /// Takes one step as the first of some people who may. What none may is a trouble.
    @discardableResult
    private mutating func does(_ line: String, by seats: String..., on day: String? = nil) async -> String {
        var filled = line
        for (name, reference) in references { filled = filled.replacing("{\(name)}", with: reference) }
        var said = ""
        for seat in seats {
            let when = day.map { ["--on", $0] } ?? []
            let ran = await scratch.run(filled.commandWords + ["--as", Seatholder.named(seat)] + when)
            if ran.status == 0 { return ran.output }
            said += "\n      \(seat): \(ran.status) \(ran.complaints.split(separator: "\n").first ?? "")"
        }
        troubles.append("lap \(filled.prefix(90))\(said)")
        return ""
    }

    private func writeSpreadsheets() throws {
        let header = "received,area,channel,raised-by,safeguarding,theme,parallel,consent,summary\n"
        func row(_ area: String) -> String { "30/07/2019,\(area),email,school,no,salt,none,record,A long wait\n" }
        try scratch.write(header + row("north"), to: "north.csv")
        try scratch.write(header + row("south"), to: "south.csv")
        try scratch.write(header + row("north") + row("south"), to: "both.csv")
    }

    private mutating func seatEverybody() async {
        let since = "--from 2019-01-07"
        for person in Seatholder.all where person.seat != "unknown" {
            guard let place = person.place, place.contains("/") else {
                await does("member add \"\(person.name)\"", by: "Founder", on: "2019-01-07")
                continue
            }
            await does("member add \"\(person.name)\" --seat \(place) \(since)", by: "Founder", on: "2019-01-07")
        }
        await does("member seat Registrar --seat registrar \(since)", by: "Founder", on: "2019-01-07")
        let address = EveryState.marks("person", "email")[0]
        await does(
            "member add \"Health East <\(address)@example.org>\" --seat east/health \(since)", by: "Founder",
            on: "2019-01-07")
        for body in ["north", "board"] {
            let guest = EveryState.marks(body, "attendee")[0]
            await does("member add \"\(guest) Guest\"", by: "Founder", on: "2019-01-07")
        }
    }

    private mutating func raise(_ what: String) async {
        func mark(_ section: String) -> String { EveryState.marks(what, section)[0] }
        let born = EveryState.marked.contains(what) ? "--born \(mark("born"))" : ""
        await does(
            """
            issue raise --area north --raised-by parent-carer --channel email --received 2019-04-01 --safeguarding no \
            --theme \(EveryState.theme(of: what)) --parallel none --consent record,discuss-anonymised \
            --consent-how "\(mark("consent-how")) by telephone" --families \(mark("families")) \
            --summary "\(mark("summary")) long wait" --name "\(mark("name")) Family" --contact quokka@example.org \
            --detail "\(mark("detail")) at the gate" \(born)
            """, by: "own:dco", on: "2019-04-01")
        issues += 1
        references[what] = "N-\(issues)"
        guard EveryState.marked.contains(what) else { return }
        await does(
            "issue remark {\(what)} --remark \"\(mark("remark")) to colleagues\"", by: "own:dco", on: "2019-04-01")
    }

    private mutating func accept(_ what: String) async {
        await does(
            "issue acknowledge {\(what)} --method email --reply-by 2019-04-08", by: "own:dco", on: "2019-04-02")
        await does(
            """
            issue accept {\(what)} --scope systemic --phase primary --severity 3 --tried "Asked twice" \
            --services Therapy --outcome-sought "A date" --owner "Health North"
            """, by: "own:dco", on: "2019-04-03")
    }

    /// Issues that North's meeting of 30 April has before it, the last ones because they go on to the Board.
    private static let atTheLAP = ["onagenda", "deferred", "local", "resolved", "closed", "proposed"] + atTheBoard
    private static let atTheBoard = [
        "escalated", "withboard", "boardaction", "delegated", "referred", "returned", "resolvedboard", "boardclosed",
        "parttwo", "tabled",
    ]

    private mutating func raiseEverything() async {
        for what in ["logged", "worry", "diverted", "withdrawn"] { await raise(what) }
        await does("issue rescreen {worry} --safeguarding unsure", by: "own:dco", on: "2019-04-02")
        let other = EveryState.marks("diverted", "external-reference")[0]
        await does(
            "issue divert {diverted} --destination childrens-services --external-reference \(other)", by: "own:dco",
            on: "2019-04-02")
        let because = EveryState.marks("withdrawn", "withdrawn-because")[0]
        await does(
            "issue withdraw {withdrawn} --withdrawn-because \"\(because) they asked\" --asked-on 2019-04-02",
            by: "own:dco", on: "2019-04-02")
        for what in ["acknowledged", "needsinfo"] {
            await raise(what)
            await does(
                "issue acknowledge {\(what)} --method email --reply-by 2019-04-08", by: "own:dco", on: "2019-04-02")
        }
        await does("issue request-info {needsinfo} --missing \"The school\"", by: "own:dco", on: "2019-04-02")
        for day in ["2019-04-10", "2019-04-12"] {
            await does("issue attempt-contact {needsinfo} --method phone", by: "own:dco", on: day)
        }
        for what in ["accepted", "early", "suspended", "scheduled"] + EveryStateMaker.atTheLAP {
            await raise(what)
            await accept(what)
        }
        await does("issue start-early-resolution {early} --service-contacted Therapy", by: "own:dco", on: "2019-04-03")
        await does(
            "issue suspend {suspended} --suspended-because \"A long illness\" --review-on 2019-09-02", by: "own:dco",
            on: "2019-04-03")
    }

    private mutating func meetAtTheLAP() async {
        func mark(_ section: String) -> String { EveryState.marks("north", section)[0] }
        references["north-main"] = "north-2019-04-30"
        references["north-scheduled"] = "north-2019-09-10"
        await does(
            "meeting schedule north --date 2019-04-30 --time 10:00 --venue \"\(mark("venue")) school\"",
            by: "own:chair", "own:dco", on: "2019-04-03")
        for day in ["2019-09-10", "2019-10-15"] {
            await does("meeting schedule north --date \(day)", by: "own:chair", "own:dco", on: "2019-04-03")
        }
        for what in EveryStateMaker.atTheLAP {
            await does("issue schedule {\(what)} --meeting {north-main}", by: "own:dco", on: "2019-04-03")
        }
        await does("issue schedule {scheduled} --meeting {north-scheduled}", by: "own:dco", on: "2019-04-03")
        await does("agenda build {north-main}", by: "own:chair", "own:dco", on: "2019-04-04")
        await does("meeting publish {north-main}", by: "own:chair", "own:dco", on: "2019-04-10")
        // Before the Board takes one of these in private.
        await does("pack agenda {north-main} --format html --to issued", by: "own:dco", on: "2019-04-10")
        await attend(
            "north-main", "own:chair", "own:parent-rep", "own:education", "own:health", "own:local-authority",
            guest: mark("attendee"), by: "own:chair", on: "2019-04-30")
        await does("meeting hold {north-main}", by: "own:chair", "own:dco", on: "2019-04-30")
        await does(
            "meeting declare {north-main} 1 --person \"Health North\" --interest \"\(mark("interest")) works there\"",
            by: "own:chair", "own:dco", on: "2019-04-30")
        await does(
            "minutes record {north-main} 1 --discussed \"\(mark("minutes")) was said aloud\"", by: "own:chair",
            "own:dco",
            on: "2019-04-30")
        await does(
            """
            issue defer {deferred} --deferred-because more-evidence --next-meeting north-2019-10-15 \
            --reason "More to hear"
            """, by: "own:chair", on: "2019-04-30")
        await does(
            """
            issue assign {local} --owner "Social Care North" --agency "Early Help" --due 2019-09-14 \
            --measure "At every event" --action "Bring workers to events" --decision "Workers come to events"
            """, by: "own:chair", on: "2019-04-30")
        await does("issue propose-completion {local}", by: "own:local-authority", on: "2019-06-10")
        await does(
            """
            issue note {resolved} --noted-as answered --outcome "It was answered" \
            --decision "\(mark("decision")) the service writes"
            """, by: "own:chair", on: "2019-04-30")
        references["north-decision"] = await decision(
            of: "north-main", holding: mark("decision"), readBy: "own:chair", or: "own:dco")
        await does(
            "issue note {closed} --noted-as answered --outcome \"It was answered\"", by: "own:chair", on: "2019-04-30")
        for what in ["proposed"] + EveryStateMaker.atTheBoard {
            let told = EveryState.marks(what, "told")[0]
            await does(
                "issue update-raiser {\(what)} --method email --told \"\(told) soon\"", by: "own:dco", on: "2019-04-30")
            await does(
                """
                issue propose-escalation {\(what)} --criteria E1 --ask "\(EveryState.marks(what, "ask")[0]) one way" \
                --options "Leave it" --recommendation "Direct it" --evidence "Eleven accounts" \
                --parent-rep-view "It cannot wait"
                """, by: "own:chair", on: "2019-04-30")
        }
    }

    private mutating func meetAtTheBoard() async {
        func mark(_ section: String) -> String { EveryState.marks("board", section)[0] }
        references["board-main"] = "board-2019-05-22"
        references["board-scheduled"] = "board-2019-09-18"
        for day in ["2019-05-22", "2019-09-18"] {
            await does(
                "meeting schedule board --date \(day)", by: "board:board-chair", "board:board-secretary",
                on: "2019-05-01")
        }
        for what in EveryStateMaker.atTheBoard {
            await does("issue submit {\(what)}", by: "own:dco", on: "2019-05-03")
            guard what != "escalated", what != "tabled" else { continue }
            let part = what == "parttwo" ? "--private --private-because \"It is about a contract\"" : ""
            await does(
                "issue table {\(what)} --meeting {board-main} \(part)", by: "board:board-secretary", on: "2019-05-03")
        }
        await does(
            "agenda build {board-main}", by: "board:board-chair", "board:board-secretary", on: "2019-05-07")
        await does(
            "meeting publish {board-main}", by: "board:board-chair", "board:board-secretary", on: "2019-05-08")
        await attend(
            "board-main", "board:board-chair", "board:parent-rep", "board:board-member", guest: mark("attendee"),
            by: "board:board-chair", on: "2019-05-22")
        await does("meeting hold {board-main}", by: "board:board-chair", "board:board-secretary", on: "2019-05-22")
        await does(
            "minutes record {board-main} 1 --discussed \"\(mark("minutes")) was said\"", by: "board:board-chair",
            "board:board-secretary", on: "2019-05-22")
        let inPrivate = await number(of: "parttwo", at: "board-main")
        await does(
            "minutes record {board-main} \(inPrivate) --discussed \"\(mark("minutes-part-two")) was said\"",
            by: "board:board-chair", "board:board-secretary", on: "2019-05-22")
        for (what, section) in [("boardaction", "decision"), ("parttwo", "decision-part-two")] {
            await does(
                """
                issue board-own {\(what)} --decision "\(mark(section)) follow it up" \
                --owner "Director of Social Care" --due 2019-10-05 --measure "No wrong form" --plan IP-1.6
                """, by: "board:board-chair", on: "2019-05-22")
        }
        references["board-decision"] = await decision(
            of: "board-main", holding: mark("decision"), readBy: "board:board-chair", or: "board:board-secretary")
        references["board-decision-part-two"] = await decision(
            of: "board-main", holding: mark("decision-part-two"), readBy: "board:board-chair",
            or: "board:board-secretary")
        await does("issue propose-completion {boardaction}", by: "board:board-member", on: "2019-06-10")
        await does(
            """
            issue board-delegate {delegated} --group commissioning --group-lead "Lead of Commissioning" \
            --report-back 2019-09-18 --decision "The group looks into it"
            """, by: "board:board-chair", on: "2019-05-22")
        await does("issue propose-completion {delegated}", by: "group:group-lead", on: "2019-06-10")
        await does(
            "issue board-refer {referred} --referred-to \"Another body\" --question \"Who pays?\" --expected 2019-10-05",
            by: "board:board-chair", on: "2019-05-22")
        await does(
            "issue board-return {returned} --advice \"Try again\" --authority-granted \"To try\"",
            by: "board:board-chair", on: "2019-05-22")
        for what in ["resolvedboard", "boardclosed"] {
            await does(
                "issue board-nfa {\(what)} --reason \"Nothing can be done\"", by: "board:board-chair", on: "2019-05-22")
        }
    }

    private mutating func finishIssues() async {
        for what in ["closed", "boardclosed"] {
            await does(
                "issue feed-back {\(what)} --method email --said \"We wait\" --did \"Seen\"", by: "own:dco",
                on: "2019-05-28")
        }
    }

    /// A meeting of a body in each state, named `north-held`. The one still to come carries what was deferred to it.
    private mutating func meet(_ body: String) async {
        let (organisers, present): ((String, String), [String]) =
            switch body {
            case "north":
                (
                    ("own:chair", "own:dco"),
                    ["own:chair", "own:parent-rep", "own:education", "own:health", "own:local-authority"]
                )
            case "board":
                (
                    ("board:board-chair", "board:board-secretary"),
                    ["board:board-chair", "board:parent-rep", "board:board-member"]
                )
            default: (("group:group-lead", "group:group-lead"), ["group:group-lead", "group:education"])
            }
        let stages = ["published", "held", "concluded", "drafted", "circulated", "agreed"]
        for (depth, stage) in stages.enumerated() {
            // Minutes are agreed at a later meeting: the first one's at the last but it.
            let day = stage == "agreed" ? "2019-03-08" : "2019-03-\(11 + depth)"
            let name = "\(body)-\(stage)"
            references[name] = "\(body)-\(day)"
            func does(_ line: String, on day: String) async {
                await self.does(line, by: organisers.0, organisers.1, on: day)
            }
            await does("meeting schedule \(body) --date \(day)", on: "2019-01-08")
            await does("agenda build {\(name)}", on: "2019-01-08")
            await does("meeting publish {\(name)}", on: "2019-01-09")
            // Whose decisions wait for confirming was not quorate.
            let there = stage == "concluded" ? Array(present.dropFirst()) : present
            for seat in there {
                await does("meeting attend {\(name)} --present \"\(Seatholder.named(seat))\"", on: day)
            }
            if depth >= 1 { await does("meeting hold {\(name)}", on: day) }
            if depth >= 2 { await does("minutes record {\(name)} 1 --discussed \"All were welcome\"", on: day) }
            if depth >= 2 { await does("meeting conclude {\(name)}", on: day) }
            if depth >= 3 { await does("meeting draft-minutes {\(name)}", on: day) }
            if depth >= 4 { await does("meeting circulate-minutes {\(name)}", on: day) }
            if depth >= 5 {
                await does("meeting agree-minutes {\(name)} --agreed-at \(body)-2019-03-15", on: "2019-03-20")
            }
        }
        if body == "commissioning" {
            references["commissioning-scheduled"] = "commissioning-2019-09-12"
            await does("meeting schedule commissioning --date 2019-09-12", by: "group:group-lead", on: "2019-05-01")
        }
        await does("agenda build {\(body)-scheduled}", by: organisers.0, organisers.1, on: "2019-07-01")
    }

    private mutating func attend(
        _ meeting: String, _ seats: String..., guest: String, by seat: String, on day: String
    ) async {
        let there = (seats.map(Seatholder.named) + ["\(guest) Guest"]).map { "--present \"\($0)\"" }
        let other = seat == "own:chair" ? "own:dco" : "board:board-secretary"
        await does("meeting attend {\(meeting)} \(there.joined(separator: " "))", by: seat, other, on: day)
    }

    /// The number of an issue's item on an agenda; 1 when it has none.
    private mutating func number(of issue: String, at meeting: String) async -> String {
        let agenda = await objects("agenda show {\(meeting)} --json", by: "board:board-chair", "board:board-secretary")
        let item = agenda.first { $0["issue"] as? String == references[issue] }
        return item?["number"] as? String ?? "1"
    }

    private mutating func decision(
        of meeting: String, holding mark: String, readBy seat: String, or other: String
    ) async -> String? {
        await objects("decision list {\(meeting)} --json", by: seat, other)
            .first { ($0["wording"] as? String)?.contains(mark) ?? false }?["ref"] as? String
    }

    private mutating func objects(_ line: String, by seat: String, _ other: String) async -> [[String: Any]] {
        let answer = await does(line, by: seat, other)
        return (try? JSONSerialization.jsonObject(with: Data(answer.utf8))) as? [[String: Any]] ?? []
    }

    private mutating func giveActions() async {
        func mark(_ section: String) -> String { EveryState.marks("action", section)[0] }
        for name in ["action-open", "action-proposed", "action-done"] {
            let text = name == "action-open" ? mark("text") : "Also"
            let answer = await does(
                """
                action add --text "\(text) write to families" --owner "Social Care North" --due 2019-09-30 \
                --area north --meeting {north-main} --json
                """, by: "own:chair", "own:dco", on: "2019-05-01")
            let object = (try? JSONSerialization.jsonObject(with: Data(answer.utf8))) as? [String: Any]
            references[name] = object?["ref"] as? String
        }
        for name in ["action-proposed", "action-done"] {
            await does(
                "action propose-done {\(name)} --evidence \"\(mark("evidence")) four letters\"",
                by: "own:local-authority", on: "2019-05-02")
        }
        await does(
            "action report {action-open} --progress \"\(mark("progress")) half\"", by: "own:local-authority", "own:dco",
            on: "2019-05-02")
        await does("action complete {action-done}", by: "own:dco", "own:chair", on: "2019-05-03")
        for (name, section) in [("board-action", "decision"), ("board-action-part-two", "decision-part-two")] {
            let actions = await objects("action list --all --limit 200 --json", by: "board:board-chair", "own:dco")
            let held = actions.first { action in
                (action["title"] as? String)?.contains(EveryState.marks("board", section)[0]) ?? false
            }
            references[name] = held?["ref"] as? String
        }
    }

    /// The operations that the table's tries to undo are about.
    /// Papers that can be recalled, and a breach at each of its states.
    private mutating func issuePapers() async {
        await does("pack board {board-main} --format html --to issued", by: "board:board-secretary")
        await does("pack letter {closed} --format html --to issued", by: "own:dco")
        references["north-agenda"] = "issued/north-2019-04-30-agenda-public.html"
        references["board-papers"] = "issued/board-2019-05-22-board-public.html"
        references["letter"] = "issued/\((references["closed"] ?? "").lowercased())-letter.html"
        func mark(_ section: String) -> String { EveryState.marks("breach", section)[0] }
        for (number, what) in ["breach", "breach-deciding", "breach-closed"].enumerated() {
            await does(
                """
                breach open --summary "\(mark("summary")) was posted" --because "\(mark("because")) in it" --body north \
                --area north --known-on 2019-07-29
                """, by: "own:dco", on: "2019-07-29")
            references[what] = "B-\(number + 1)"
        }
        for what in ["breach-deciding", "breach-closed"] {
            for whom in ["authority", "families", "others"] {
                await does(
                    "breach decide-\(whom) {\(what)} --\(whom) told --\(whom)-reason \"They should know\"",
                    by: "own:dco", "board:information-officer", on: "2019-07-30")
            }
        }
        await does("breach close {breach-closed} --learned \"Two people read\"", by: "own:dco", on: "2019-07-31")
        await does(
            "breach open --summary \"Papers were posted\" --because \"A name in them\" --body board",
            by: "board:board-secretary", on: "2019-07-29")
        references["board-breach"] = "B-4"
    }

    /// What is brought to meetings and is no issue.
    private mutating func bringMatters() async {
        func mark(_ what: String, _ field: String) -> String { EveryState.marks(what, field)[0] }
        for (number, line) in [
            "{north-scheduled} --under 11 --title \"\(mark("matter", "title")) posts\"",
            "{north-scheduled} --under 11 --title Figures --form to-follow --follows-on 2019-09-02",
            """
            {north-scheduled} --under 14 --title "\(mark("matter-private", "title")) school" --private \
            --private-because "It is about one person" --summary "\(mark("matter-private", "summary")) of staff"
            """,
        ].enumerated() {
            await does("agenda add \(line)", by: "own:dco", on: "2019-07-29")
            references[["matter", "matter-to-follow", "matter-private"][number]] = "M-\(number + 1)"
        }
        await does("agenda build {north-scheduled}", by: "own:dco", on: "2019-07-29")
        await does(
            "agenda add {board-scheduled} --under data --title Figures", by: "board:board-secretary", on: "2019-07-29")
        references["board-matter"] = "M-4"
    }

    /// What somebody outside was promised, in public and in private, and what they have to decide.
    private mutating func promise() async {
        func text(_ what: String) -> String { "--text \"\(EveryState.marks(what, "text")[0]) figures\"" }
        let asked = "--asked-by Scrutiny --due 2019-09-30"
        await does(
            "commitment open north \(text("commitment")) \(asked) --owner \"Social Care North\"", by: "own:dco",
            on: "2019-07-29")
        await does(
            "commitment open north \(text("commitment-private")) \(asked) --owner \"Social Care North\" "
                + "--matter {matter-private}", by: "own:dco", on: "2019-07-29")
        await does(
            "commitment open board \(text("board-commitment")) \(asked) --owner \"Director of Social Care\"",
            by: "board:board-secretary", on: "2019-07-29")
        await does(
            "minutes resolve {north-held} 11 --that \"a post be paid\" --in-principle --subject-to \"The council\" "
                + "--by 2019-09-30 --owner \"Social Care North\"", by: "own:dco", on: "2019-07-30")
        await does(
            "minutes resolve {north-held} 11 --that \"the plan be looked at\" --kind delegated --to \"Social Care North\" "
                + "--by 2019-09-30", by: "own:dco", on: "2019-07-30")
        for (number, what) in [
            "commitment", "commitment-private", "board-commitment", "decision-sought", "handed-on",
        ].enumerated() {
            references[what] = "U-\(number + 1)"
        }
    }

    /// A gap in the services of North, and a risk of the Board.
    private mutating func findAndFear() async {
        await does(
            """
            gap open --area north --theme salt --summary "\(EveryState.marks("gap", "summary")[0]) clinic" --issues {logged} \
            --review-on 2019-09-02
            """, by: "own:dco", on: "2019-07-29")
        references["gap"] = "G-1"
        await does(
            """
            risk open board --cause "\(EveryState.marks("board-risk", "cause")[0]) contract" --effect "Waits grow" \
            --likelihood 4 --impact 4 --target-likelihood 2 --target-impact 2 --mitigation "It is renewed" \
            --owner "Director of Social Care" --review-on 2019-09-02
            """, by: "board:board-secretary", on: "2019-07-29")
        references["board-risk"] = "K-1"
    }

    /// What members of the Board asked and noted on issues before it.
    private mutating func ask() async {
        func text(_ what: String) -> String { "--text \"\(EveryState.marks(what, "text")[0]) waits\"" }
        await does("question ask {withboard} \(text("question"))", by: "board:board-member", on: "2019-07-30")
        await does(
            "question note {escalated} --stance concern \(text("concern"))", by: "board:parent-rep", on: "2019-07-30")
        for (number, what) in ["question", "concern"].enumerated() { references[what] = "Q-\(number + 1)" }
    }

    /// Requests about data at each of their states.
    private mutating func receiveRequests() async {
        func mark(_ section: String) -> String { EveryState.marks("request", section)[0] }
        let kinds = [
            ("request", "access"), ("request-access", "access"), ("request-approved", "correction"),
            ("request-erasure", "erasure"),
        ]
        for (number, (name, kind)) in kinds.enumerated() {
            references[name] = "R-\(number + 1)"
            await does(
                """
                request receive --kind \(kind) --issues {closed} --asked-by "\(mark("asked-by")) Parent" --relation self \
                --because "\(mark("because")) moved"
                """, by: "own:dco-admin")
            await does("request check-identity {\(name)} --identity \"A passport\"", by: "own:dco-admin")
            if kind == "access" {
                await does(
                    "request take-opinion {\(name)} --health-opinion no-harm --opinion-by \"A doctor\"", by: "own:dco")
            }
            if name != "request" { await does("request approve {\(name)}", by: "own:dco") }
        }
        references["request-keeping"] = "R-\(kinds.count + 1)"
        await does("request keep --issues {boardclosed} --because \"A court asked\"", by: "own:dco")
    }

    private mutating func doWhatIsUndone() async {
        await raise("fresh")
        references["undo-raise"] = await lastOperation()
        await does(
            "minutes record {north-main} 2 --discussed \"To undo\"", by: "own:chair", "own:dco", on: "2019-07-30")
        references["undo-minutes"] = await lastOperation()
        await does("member add \"Education East\" --seat east/education --from 2019-07-30", by: "Founder")
        references["undo-seat"] = await lastOperation()
        await does("issue table {tabled} --meeting {board-scheduled}", by: "board:board-secretary", on: "2019-07-30")
        references["undo-table"] = await lastOperation()
        await does("issue remark {accepted} --remark \"Taken back later\"", by: "own:dco", on: "2019-07-30")
        references["undo-remark"] = await lastOperation()
    }

    private mutating func lastOperation() async -> String? {
        let last = await objects("log --limit 1 --json", by: "own:dco", "board:information-officer").first
        return (last?["operation"] as? Int).map(String.init)
    }
}
