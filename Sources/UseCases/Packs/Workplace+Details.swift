import Packs
import Partnership
import Register
import Workflow

extension Workplace {
    /// What stands in open fields although it is sealed, masked: what the issue itself has sealed, telephone numbers,
    /// addresses and the like, and names of other families whose issues are open in the area, as far as the asker may read
    /// those.
    ///
    /// - Parameter fields: only of these; nil for all.
    public func details(inOpenFieldsOf references: [String], fields: Set<String>? = nil, for request: Request) throws
        -> [PersonalFinding]
    {
        try ask(
            FindDetails(references: references, fields: fields, ordinary: share.ordinaryWords), for: request)
    }

    /// What stands in a text typed under an item of a meeting's agenda although it is sealed: in the issue that the item
    /// is about, or in any of the agenda; and numbers and addresses.
    ///
    /// - Parameter item: nil for what is said of the meeting as a whole.
    public func details(in text: String, under item: String?, of meeting: String, for request: Request) throws
        -> [PersonalFinding]
    {
        try read(
            ReadTold(findings: found(ReadMinuted(text: text, item: item, meeting: meeting), for: request)), for: request
        )
    }

    /// Where else somebody wrote what an event puts right, as it was before, in whatever the asker may see. Asked before the
    /// event: what was never true of anybody is not looked for afterwards. None for an event that puts nothing right.
    public func mentions(putRightBy deed: CauseEvent, for request: Request) throws -> [PersonalFinding] {
        guard let item = deed.item, deed.isPuttingRight(in: rulebook) else { return [] }
        return try found(ReadReplaced(item: item, given: deed.given), for: request).filter {
            $0.issue != nil
        }
    }

    private func found<Q: InnerQuestion>(_ question: Q, for request: Request) throws -> [PersonalFinding]
    where Q.Answer == Details {
        try read(question, for: request).findings(share.ordinaryWords())
    }
}

/// Texts that people typed, and what must not be in them. They are searched as one, so that no find shows what another
/// masks.
private struct Details: Sendable {
    let texts: [SoughtText]
    let known: KnownDetails

    func findings(_ ordinary: OrdinaryWords) -> [PersonalFinding] {
        known.guarding(ordinary) { _ in [:] }.findings(in: texts).filter { $0.weight == .hard }
    }
}

extension View {
    /// Whether a text says how any family is reached.
    func isOfAFamily(_ text: String, _ ordinary: OrdinaryWords) throws -> Bool {
        let known = try KnownDetails(of: [], besides: contactsOfFamilies(), from: self)
        return Details(texts: [SoughtText(in: "", "", text)], known: known).findings(ordinary).contains {
            $0.issue != nil
        }
    }

    /// What stands of the families of a meeting's private items in the words by which it takes those without the public.
    func details(
        inExclusion wording: String, from meeting: StoredItem, _ ordinary: OrdinaryWords
    ) throws -> [PersonalFinding] {
        let issues = try Set(agenda(of: meeting).filter(\.isClosed).compactMap { $0.issue?.reference })
        return try Details(
            texts: [SoughtText(in: meeting.reference, "resolution", wording)],
            known: KnownDetails(of: issues, from: self)
        ).findings(ordinary).filter { $0.issue.map(issues.contains) ?? false }
    }

    /// What stands in the texts that an issue's brief prints although the register has it sealed anywhere, or although it
    /// looks like a number or an address of somebody.
    func details(inBriefOf issue: StoredItem, _ ordinary: OrdinaryWords) throws -> [PersonalFinding] {
        let texts = issue.openTexts.filter {
            IssueReader.Field(rawValue: $0.field).map(IssueReader.printed.contains) ?? false
        }
        let details = Details(
            texts: texts.map { SoughtText(in: issue.reference, $0.title, $0.text) },
            known: try KnownDetails(near: issue, from: self))
        // What an open field says is no secret because another says it in the same words.
        return details.findings(ordinary).filter { !($0.isSentence && $0.issue == issue.reference) }
    }
}

extension View {
    /// What stands in the few words that an event keeps of what it empties, although it is a detail of the issue, or looks
    /// like a number or an address of somebody.
    ///
    /// - Parameter issue: nil for one that is logged with it.
    func details(
        keptBy event: String, of issue: StoredItem?, in definition: Definition, given: [String: Value],
        _ ordinary: () throws -> OrdinaryWords
    ) throws -> [PersonalFinding] {
        guard let declared = definition.event(event) else { return [] }
        let isEmptied =
            !declared.erases.isEmpty
            || declared.begins
                && declared.targets.allSatisfy { target in
                    target.state.flatMap { definition[$0]?.isEnd } ?? false
                }
        let texts = given.compactMap { name, value -> SoughtText? in
            guard isEmptied, case .text(let text) = value, let field = definition.field(name),
                let section = field.section, definition.isSealed(section), !declared.erases.contains(section)
            else { return nil }
            switch field.kind {
            case .line, .text: return SoughtText(in: issue?.reference ?? "the new issue", field.title, text)
            default: return nil
            }
        }
        guard !texts.isEmpty else { return [] }
        let known: KnownDetails
        if let issue {
            known = try KnownDetails(near: issue, from: self)
        } else {
            var area: String?
            if case .text(let name)? = given[IssueReader.Field.area.rawValue] { area = name }
            let nearby = try area.map {
                try names(ofFamiliesIn: $0, lookedUpBy: SoughtText.nameKeys(of: texts, ordinary()))
            }
            known = try KnownDetails(of: [], besides: nearby ?? [], from: self)
        }
        // A reference is a number by its nature: what looks like one of somebody's is none here.
        return try Details(texts: texts, known: known).findings(ordinary()).filter { $0.issue != nil }
    }

    /// What would stop the public papers by which notice of a meeting is given.
    func details(inNoticeOf meeting: StoredItem, _ ordinary: OrdinaryWords) throws -> [PersonalFinding] {
        let agenda = Pack.agenda(try papers(of: meeting, asOf: today, isNotice: true))
        return try details(
            in: body(of: meeting).kind == .board
                ? [agenda, .board(boardPapers(of: meeting, asOf: today))] : [agenda], of: meeting, ordinary)
    }

    /// What would stop the public minutes of a meeting.
    func details(inMinutesOf meeting: StoredItem, _ ordinary: OrdinaryWords) throws -> [PersonalFinding] {
        try details(in: [.minutes(minutesPapers(of: meeting))], of: meeting, ordinary)
    }

    private func details(
        in packs: [Pack], of meeting: StoredItem, _ ordinary: OrdinaryWords
    ) throws -> [PersonalFinding] {
        let body = try body(of: meeting)
        var found: [PersonalFinding] = []
        for pack in packs {
            let known = try KnownDetails(
                near: pack.issues, in: body.area, for: meeting.reference, privateTo: nil, from: self)
            let stops = try known.guarding(ordinary) { _ in [:] }.stops(pack, for: .public)
            // What an open field of its issue says is no secret.
            let open = try openTexts(of: Set(stops.filter(\.isSentence).compactMap(\.issue)))
            let stays = open.isEmpty ? stops : try known.guarding(ordinary) { _ in open }.stops(pack, for: .public)
            found += stays.filter { !found.contains($0) }
        }
        return found
    }
}

private struct FindDetails: Question {
    /// Of one item, or of issues that were logged together.
    let references: [String]
    let fields: Set<String>?
    /// Read only where there is a text to look through.
    let ordinary: @Sendable () throws -> OrdinaryWords

    /// So many are looked through at a time, beside one another and beside all that was there before: a table of any length
    /// takes no more memory.
    private static let part = 250

    func answer(from view: View, as standing: Standing) throws -> [PersonalFinding] {
        let logged = try references.count > 1 ? view.item(references[0]).id...view.item(references.last!).id : nil
        // Where many texts are looked through all names are read, once; for a few texts those that may stand there.
        var words: OrdinaryWords?
        func ordinary() throws -> OrdinaryWords {
            if let words { return words }
            let read = try self.ordinary()
            words = read
            return read
        }
        var families: [String: [PersonalValue]] = [:]
        func names(in area: String, for texts: [SoughtText]) throws -> [PersonalValue] {
            guard let logged else {
                return try view.names(
                    ofFamiliesIn: area, lookedUpBy: SoughtText.nameKeys(of: texts, ordinary()))
            }
            if let names = families[area] { return names }
            let names = try view.names(ofFamiliesIn: area, besides: logged)
            families[area] = names
            return names
        }
        return try stride(from: 0, to: references.count, by: Self.part).flatMap { start in
            try findings(
                in: references[start..<min(start + Self.part, references.count)], names: names, ordinary, view, standing
            )
        }
    }

    private func findings(
        in references: ArraySlice<String>,
        names: (_ area: String, _ texts: [SoughtText]) throws -> [PersonalValue],
        _ ordinary: () throws -> OrdinaryWords, _ view: View, _ standing: Standing
    ) throws -> [PersonalFinding] {
        var texts: [String: [SoughtText]] = [:]
        var owners: [String: Set<String>] = [:]
        var ways: String?
        for reference in references {
            let item = try view.item(reference)
            if item.workflow == "meeting" {
                ways = item.definition.field(MeetingReader.Field.accessContact.rawValue)?.title
            }
            let issues = try view.issues(toldOfBy: item)
            owners[item.reference] = Set(issues.map(\.reference))
            let area = try item.text("area") ?? issues.first?.text("area") ?? view.area(ofMeeting: item)
            texts[area ?? "", default: []] += item.textsForMany.filter {
                fields?.contains($0.field) ?? true
            }.map { SoughtText(in: item.reference, $0.title, $0.text) }
        }
        return try texts.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.flatMap { area, texts in
            let issues = texts.reduce(into: Set<String>()) { $0.formUnion(owners[$1.reference] ?? []) }
            let details = Details(
                texts: texts,
                known: try KnownDetails(
                    of: issues, besides: names(area, texts).filter { !issues.contains($0.reference) }, from: view))
            var mayRead: [String: Bool] = [:]
            return try details.findings(ordinary()).filter { finding in
                // What an open field says is no secret because another says it in the same words.
                guard !finding.isSentence else { return false }
                // Ways to reach the partnership are printed on purpose, unless they are a family's.
                if finding.issue == nil, finding.place == ways {
                    return try texts.contains { try $0.field == ways && view.isOfAFamily($0.text, ordinary()) }
                }
                guard let issue = finding.issue,
                    owners.values.reduce(0, { $0 + $1.count }) != 1 || !issues.contains(issue)
                else { return true }
                let isShown = try mayRead[issue] ?? view.mayReadNames(of: issue, as: standing)
                mayRead[issue] = isShown
                return isShown
            }
        }
    }
}

extension View {
    /// The issues that an item's texts may tell of: its own, those of its meeting's agenda, those it names.
    fileprivate func issues(toldOfBy item: StoredItem) throws -> [StoredItem] {
        switch item.workflow {
        case "issue": [item]
        case "meeting": try agenda(of: item).compactMap(\.issue).map { try self.item($0.reference) }
        default: try ([item.text("issue")].compactMap(\.self) + item.list("issues")).map { try self.item($0) }
        }
    }

    fileprivate func area(ofMeeting item: StoredItem) throws -> String? {
        item.workflow == "meeting" ? try body(of: item).area : nil
    }

    /// Whether somebody may read every name on record for an issue.
    fileprivate func mayReadNames(of reference: String, as standing: Standing) throws -> Bool {
        let issue = try item(reference)
        let seen = try seen(issue, as: standing).fields
        return [IssueReader.Field.name, .actingFor, .childName].allSatisfy {
            issue.item.fields[$0.rawValue] == nil || seen[$0.rawValue] != nil
        }
    }
}

private struct ReadMinuted: InnerQuestion {
    let text: String
    let item: String?
    let meeting: String

    func answer(from view: View, as standing: Standing) throws -> Details {
        let meeting = try view.item(meeting, workflow: "meeting")
        let agenda = try view.agenda(of: meeting)
        let own = agenda.first { $0.number == item }?.issue
        let issues = own.map { [$0] } ?? agenda.compactMap(\.issue)
        return Details(
            texts: [SoughtText(in: meeting.reference, item.map { "item \($0)" } ?? "resolution", text)],
            known: try KnownDetails(of: Set(issues.map(\.reference)), from: view))
    }
}

extension CauseEvent {
    /// It puts right what a record that ended says.
    fileprivate func isPuttingRight(in rulebook: Rulebook) -> Bool {
        let declared = try? rulebook.definition(workflow).event(event)
        return declared?.effects.contains { $0.name == "put-right" } ?? false
    }
}

/// Where the values that others are given for stand outside their fields.
private struct ReadReplaced: InnerQuestion {
    let item: String
    let given: [String: Value]

    func answer(from view: View, as standing: Standing) throws -> Details {
        let item = try view.item(item)
        let fields = Set(given.keys.filter { item.item.fields[$0] != given[$0] })
        let replaced = item.sealedKeys(of: fields)
        var texts: [SoughtText] = []
        try view.eachText(erasing: view.erased(with: [])) { text in
            guard try !replaced.contains(text.key) && view.shows(text, to: standing) else { return }
            texts.append(SoughtText(in: text.reference, text.field, text.text))
        }
        return Details(
            texts: texts,
            known: try KnownDetails(
                of: nil, values: view.personalValues(of: item.reference, fields: fields), from: view))
    }
}
