import Partnership
import Words

/// The last search of a pack: what people typed is searched where it was typed, so that what was found can be mended; the
/// written bytes are searched for whatever came in by another way. The register's own words are known by being written
/// without any of the typed ones.
struct PackSearch {
    let pack: Pack
    let edition: Edition
    let knowledge: PackGuard

    /// A word that stands in place of a typed text.
    private static func mark(_ number: Int) -> String { "Zq\(number)qz" }

    /// The same pack with a mark in place of each typed text, and still saying where words were taken out.
    var blank: Pack {
        var number = -1
        return pack.mappingTyped { typed in
            number += 1
            return Self.mark(number) + (typed.text.contains(PackGuard.removed) ? " \(PackGuard.removed)" : "")
        }
    }

    /// - Parameters:
    ///   - written: what was written.
    ///   - own: the blank pack, as HTML.
    /// - Returns: what stops the pack, and what somebody has to look at before it is issued.
    func findings(in written: [WrittenText], own: [WrittenText]) throws -> (
        hard: [PersonalFinding], suspect: [PersonalFinding]
    ) {
        let others = written.filter(\.isOfOthers)
        let written = written.filter { !$0.isOfOthers }
        let printed = printed(in: own)
        let secrets = secrets
        let known = knowledge.knowing(pack)
        // One pass over the secrets: what was typed first, so that a hit is told where it can be mended.
        let search = PersonalSearch(printed.map(SearchedText.init) + written.flatMap(\.pages), known)
        let all = try withoutOpen(
            search.findings(of: secrets, withPatterns: true, belonging: pack.belonging))
        var found = all.filter { $0.reference != nil && !($0.issue == nil && isPlace($0)) }
        if edition == .public {
            found += search.memberFindings(belonging: pack.belonging).filter { $0.reference != nil }
            found += search.privateItemFindings().filter { $0.reference != nil }
        }
        let bytes = all.filter { $0.reference == nil && $0.weight == .hard }

        let typed = Set(found.map(Meaning.init))
        let other = bytes.filter { !typed.contains(Meaning($0)) }
        if !other.isEmpty {
            let issues = Set(other.compactMap(\.issue))
            let own = PersonalSearch(own.flatMap(\.pages), known)
            let ownFound = own.findings(of: secrets.filter { issues.contains($0.ref) }, withPatterns: true)
            // A place of its own that people typed, such as a venue, is meant to be found.
            let meant = Set(ownFound.map(Meaning.init))
            found += other.filter { finding in
                !meant.contains(Meaning(finding)) && !(finding.issue == nil && isInPlaces(finding))
            }
        }
        if !others.isEmpty {
            var known = Set(found.map(Meaning.init))
            found += PersonalSearch(others.flatMap(\.pages), knowledge.knowing(pack)).findings(of: secrets).filter {
                $0.weight == .hard && known.insert(Meaning($0)).inserted
            }
        }
        let pages = try pages(of: Set(found.compactMap(\.issue)), secrets, in: written, known)
        found = found.map { finding in
            var finding = finding
            if finding.reference != nil { finding.page = pages[Meaning(finding)] }
            return finding
        }
        let hard = found.filter { $0.weight == .hard }.unique
        let suspect = found.filter {
            // What names a private matter is let stand for those who may know of it, and never for everybody.
            $0.weight == .suspect && !isOwnWord($0)
                && !(knowledge.isReleased($0, in: pack) && !(edition == .public && $0.namesMatter))
        }.unique
        return (hard, suspect)
    }

    /// What stops the pack in what people typed and this edition prints.
    func typedFindings() throws -> [PersonalFinding] {
        let secrets = secrets
        let search = PersonalSearch(
            pack.typed(in: edition).map(SearchedText.init), knowledge.knowing(pack))
        return try withoutOpen(search.findings(of: secrets, withPatterns: true)).filter {
            $0.weight == .hard && !($0.issue == nil && isPlace($0))
        }.unique
    }

    /// Of a letter to a family, the everyday words that are their names too.
    private func isOwnWord(_ finding: PersonalFinding) -> Bool {
        guard case .letter(let answer) = pack, finding.weight == .suspect, finding.issue == answer.ref else {
            return false
        }
        let read = TextWords(finding.words)
        return read.words.allSatisfy { knowledge.knowledge.ordinary.contains(read.plain($0)) }
    }

    /// The page of the PDF on which each of what was found stands first.
    private func pages(
        of issues: Set<String>, _ secrets: [Secret], in written: [WrittenText], _ known: PersonalSearch.Knowledge
    ) throws -> [Meaning: Int] {
        let pages = written.filter(\.hasPages)
        guard !pages.isEmpty, !issues.isEmpty else { return [:] }
        let search = PersonalSearch(pages.flatMap(\.pages), known)
        let found = search.findings(of: secrets.filter { issues.contains($0.ref) }, withPatterns: true)
        return Dictionary(
            found.compactMap { finding in
                finding.place.split(separator: " ").last.flatMap { Int($0) }.map { (Meaning(finding), $0) }
            }, uniquingKeysWith: min)
    }

    /// What the pack may not hold.
    private var secrets: [Secret] {
        var secrets = knowledge.secrets.filter { !isMeant($0) }
        if case .letter(let answer) = pack { secrets = secrets.map { $0.ref == answer.ref ? $0.ofReader : $0 } }
        return secrets + WithheldText(pack, for: edition, groups: knowledge.knowledge.words).secrets
    }

    /// A letter prints to its family what was written for it, whoever else was told the same.
    private func isMeant(_ secret: Secret) -> Bool {
        guard case .letter(let answer) = pack, case .words(.text, let text) = secret.content else { return false }
        return [answer.decided, answer.contactGiven].contains(text)
    }

    /// The same secret, or the same pattern with the same letters.
    private struct Meaning: Hashable {
        let issue: String?
        let kind: String
        let words: String?

        init(_ finding: PersonalFinding) {
            issue = finding.issue
            kind = finding.kind
            words = finding.issue == nil ? finding.words : nil
        }
    }

    /// The typed texts that this edition prints, as their marks tell.
    private func printed(in own: [WrittenText]) -> [TypedText] {
        let words = Set(own.flatMap { $0.text.lowercased().split { !$0.isLetter && !$0.isNumber } })
        return pack.typed.enumerated().filter { words.contains(Self.mark($0.offset).lowercased()[...]) }.map(\.element)
    }

    /// What tells where and how people meet: a postcode or a number there is nobody's home.
    private func isPlace(_ finding: PersonalFinding) -> Bool { pack.places.contains(finding.text) }

    private func isInPlaces(_ finding: PersonalFinding) -> Bool {
        let search = PersonalSearch(pack.places.map { SearchedText("", $0) }, knowledge.knowledge)
        return search.patternFindings().contains { Meaning($0) == Meaning(finding) }
    }

    /// Without the sentences that an open field of their issue says too.
    private func withoutOpen(_ findings: [PersonalFinding]) throws -> [PersonalFinding] {
        let asked = Set(findings.filter(\.isSentence).compactMap(\.issue))
        guard !asked.isEmpty else { return findings }
        let open = try knowledge.openTexts(asked).mapValues { texts in
            TextIndex(texts.map { SearchedText("", $0) }, knowledge.knowledge.ordinary)
        }
        return findings.filter { finding in
            guard finding.isSentence, let issue = finding.issue else { return true }
            let words = TextWords(finding.words).words.map(\.hash)
            return [issue, "\(issue) \(finding.kind.lowercased())"].allSatisfy { open[$0]?.all(words).isEmpty ?? true }
        }
    }
}

extension [PersonalFinding] {
    fileprivate var unique: [PersonalFinding] {
        var seen: Set<PersonalFinding> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Pack {
    /// What an edition prints of it.
    func cut(for edition: Edition) -> Pack {
        switch self {
        case .agenda(let papers): .agenda(EditedMeeting(papers, for: edition).papers)
        case .minutes(let papers): .minutes(EditedMeeting(papers, for: edition).papers)
        case .board(let papers): .board(EditedBoard(papers, for: edition).printed(of: papers))
        case .letter: self
        case .briefing(let papers): .briefing(EditedMeeting(papers, for: edition).papers)
        case .notice(let papers): .notice(EditedMeeting(papers, for: edition).papers)
        case .log(let papers, let lead): .log(EditedMeeting(papers, for: edition).papers, of: lead)
        case .page(let papers, let told):
            .page(
                EditedMeeting(papers, for: edition).papers, told: told.map { EditedMeeting($0, for: edition).papers })
        case .news(let papers, let earlier):
            .news(
                EditedMeeting(papers, for: edition).papers,
                after: earlier.map { EditedMeeting($0, for: edition).papers })
        }
    }

    /// What somebody typed and an edition prints: what that puts in its place nobody typed.
    func typed(in edition: Edition) -> [TypedText] {
        let texts = Set(typed.map(\.text))
        return cut(for: edition).typed.filter { texts.contains($0.text) }
    }

    /// The ways to reach the partnership that its papers print on purpose, and whoever a family was sent on to.
    var published: [String] {
        guard case .letter(let answer) = self else {
            return meetings.flatMap { [$0.access?.email, $0.access?.phone] }.compactMap(\.self)
        }
        return [answer.contact?.email, answer.contact?.phone, answer.contactGiven].compactMap(\.self)
    }

    /// It is a letter to whoever raised an issue.
    func isReader(_ issue: String) -> Bool {
        guard case .letter(let answer) = self else { return false }
        return answer.ref == issue
    }

    /// What tells where and how people meet.
    var places: [String] {
        guard case .letter(let answer) = self else { return meetings.flatMap(\.places) }
        return [answer.acknowledgement?.earliest?.venue].compactMap(\.self)
    }
}

extension Pack {
    /// The names of those who were at the meeting, or on record for its body on that day: in its minutes, these stand as
    /// members'.
    var belonging: Set<String> {
        meetings.reduce(into: []) { $0.formUnion($1.belonging) }
    }
}

extension MeetingPapers {
    fileprivate var belonging: Set<String> {
        Set(attendance.flatMap { [$0.person.name, $0.deputyFor?.name] }.compactMap(\.self) + [chair?.name ?? ""])
    }

    fileprivate var places: [String] {
        [venue, joining].compactMap(\.self) + nextDates.compactMap(\.venue) + calendar.compactMap(\.venue)
    }
}

extension FamilyAnswer {
    /// Whom they were told to turn to.
    fileprivate var contactGiven: String? {
        guard case .sentOn(_, let contact, _, _)? = ending else { return nil }
        return contact
    }
}
