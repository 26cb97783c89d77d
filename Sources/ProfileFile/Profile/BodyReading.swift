import Partnership
import StrictYAML

/// Bodies, with the standing agendas they name.
enum BodyReading {
    /// A body, and where its quorum stands.
    struct Draft {
        let body: Body
        let quorum: Place
    }

    static func bodies(
        _ part: ProfileParts.Part, areas: [String], agendas: [AgendaReading.Draft], contacts: [String]
    ) -> [Draft] {
        let drafts = part.named("a body's name").compactMap {
            body($0, areas: areas, agendas: agendas, contacts: contacts, part.log)
        }
        if !drafts.isEmpty, drafts.count(where: { $0.body.kind == .board }) != 1 {
            part.log.add("A profile has one body of the kind board.", at: part.place)
        }
        return drafts
    }

    private static func body(
        _ entry: YAMLNode.Entry, areas: [String], agendas: [AgendaReading.Draft], contacts: [String],
        _ log: ProblemLog
    ) -> Draft? {
        if isCaseload(entry.value) { return caseload(entry, areas: areas, log) }
        let required = ["title", "kind", "standard", "quorum", "agenda", "clear-days", "cut-off", "minutes-within"]
        let optional = [
            "area", "meets", "lasts", "attendance-target", "schedule-12a", "call-for-items", "calls-also",
            "online-counts", "publishes", "officer", "year-begins",
        ]
        guard let keyed = entry.value.keyed("a body", required: required, optional: optional, log) else { return nil }
        let days = 0...60
        let title = keyed["title"]?.text("the title", log)
        let kind = keyed["kind"]?.choice("the kind", among: Body.Kind.allCases.map(\.rawValue), log)
        let standard = keyed["standard"]?.choice("the standard", among: Body.Standard.allCases.map(\.rawValue), log)
        let quorum = keyed["quorum"]?.sequence("the quorum", log).map { group in
            group.oneOrMore("a line of the quorum", log).compactMap { $0.name("a role", log) }
        }
        let agenda = keyed["agenda"]?.reference(to: agendas.map(\.name), "agenda", log)
        let clearDays = keyed["clear-days"]?.integer("clear-days", in: days, log)
        let cutOff = keyed["cut-off"]?.integer("cut-off", in: days, log)
        let minutesWithin = keyed["minutes-within"]?.integer("minutes-within", in: days, log)
        let call = keyed["call-for-items"]?.integer("call-for-items", in: days, log)
        let also = keyed["calls-also"]?.oneOrMore("calls-also", log).compactMap { $0.text("who is called", log) }
        let begins = keyed["year-begins"]?.integer("year-begins", in: 1...12, log)
        let lasts = keyed["lasts"]?.integer("lasts", in: 1...720, log)
        let target = keyed["attendance-target"]?.integer("attendance-target", in: 1...100, log)
        let meets = keyed["meets"].flatMap { time($0, log) }
        let follows = keyed["schedule-12a"]?.flag("schedule-12a", log)
        let online = keyed["online-counts"]?.flag("online-counts", log)
        if online == true, standard == Body.Standard.statutory.rawValue {
            log.add("At a statutory body only who is in the room counts.", at: keyed.place(of: "online-counts"))
        }
        let publishing = keyed["publishes"]?.choice("publishes", among: Body.Publishing.allCases.map(\.rawValue), log)
        let officer = keyed["officer"]?.reference(to: contacts, "contact", log)
        let area = keyed["area"]?.reference(to: areas, "area", log)
        check(area: keyed, isLap: kind == Body.Kind.lap.rawValue, log)

        guard let title, let kind = kind.flatMap(Body.Kind.init), let standard = standard.flatMap(Body.Standard.init),
            let quorum, let agenda = agendas.first(where: { $0.name == agenda }), let clearDays, let cutOff,
            let minutesWithin
        else { return nil }
        let body = Body(
            id: entry.key, title: title, kind: kind, area: area, standard: standard,
            followsSchedule12A: follows ?? false, countsOnline: online ?? true, quorum: quorum, agenda: agenda.items,
            meets: meets, clearDays: clearDays, cutOff: cutOff, minutesWithin: minutesWithin, callForItems: call,
            callsAlso: also ?? [], yearBegins: begins ?? 1, lasts: lasts, attendanceTarget: target,
            publishing: publishing.flatMap(Body.Publishing.init) ?? .draft, officer: officer)
        return Draft(body: body, quorum: keyed.place(of: "quorum"))
    }

    private static func isCaseload(_ node: YAMLNode) -> Bool {
        guard case .mapping(let entries) = node.content,
            case .scalar(let kind)? = entries.first(where: { $0.key == "kind" })?.value.content
        else { return false }
        return kind == Body.Kind.caseload.rawValue
    }

    /// What never meets has nothing to say of meetings.
    private static func caseload(_ entry: YAMLNode.Entry, areas: [String], _ log: ProblemLog) -> Draft? {
        guard let keyed = entry.value.keyed("a caseload", required: ["title", "kind", "area"], log) else { return nil }
        let title = keyed["title"]?.text("the title", log)
        let area = keyed["area"]?.reference(to: areas, "area", log)
        guard let title, let area else { return nil }
        return Draft(body: Body(id: entry.key, title: title, kind: .caseload, area: area), quorum: keyed.place)
    }

    private static func check(area keyed: YAMLKeyed, isLap: Bool, _ log: ProblemLog) {
        if isLap, keyed["area"] == nil {
            log.add("A body of the kind “lap” needs the key “area”.", at: keyed.place)
        }
        if !isLap, keyed["area"] != nil {
            log.add("Only a body of the kind “lap” or “caseload” has an area.", at: keyed.place(of: "area"))
        }
    }

    private static func time(_ node: YAMLNode, _ log: ProblemLog) -> String? {
        guard let text = node.text("the time", log) else { return nil }
        guard ClockTime(text) != nil else {
            log.add("“\(text.prefix(40))” is not a time of day such as 10:00.", at: node.place)
            return nil
        }
        return text
    }
}
