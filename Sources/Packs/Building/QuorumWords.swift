import Partnership

/// How a meeting's quorum went from its opening on, and for which items it was lost (rule R8).
struct QuorumWords {
    let opening: QuorumFinding
    /// In the order of the agenda.
    let items: [ItemQuorum]
    /// `parent carer representative`.
    let parentTitle: String

    /// Decisions could be provisional at some time of it.
    var isEverProvisional: Bool { opening.isProvisional || items.contains { $0.deciding.isProvisional } }

    /// `quorate`, or `quorate when it opened and not quorate from item 8.4`.
    var course: String { course(\.isMet, "quorate", "not quorate") }

    /// `present`, or `present when it opened and not present for item 8.3, without whoever withdrew from it`.
    var parents: String { course({ !$0.lacksParentRep }, "present", "not present") }

    /// Who was there of whom it needs, when it opened and wherever that was not enough, a sentence each.
    var arithmetic: [String] {
        var sentences = [opening].filter { !$0.needs.isEmpty || $0.lacksParentRep }.map {
            sentence("When it opened", $0)
        }
        var last = opening
        for item in items {
            if item.there.missing != last.missing || item.there.lacksParentRep != last.lacksParentRep {
                sentences.append(sentence("From item \(item.number)", item.there))
                last = item.there
            }
            if isApart(item) { sentences.append(apart(item)) }
        }
        return sentences
    }

    /// The same for one item.
    func arithmetic(at item: ItemQuorum) -> String {
        let so = item.deciding.isMet ? "quorate" : "not quorate"
        let whole = isApart(item) ? apart(item) : sentence("For item \(item.number)", item.deciding)
        return "The meeting was \(so) for item \(item.number). \(whole)"
    }

    /// Why what was decided under an item is provisional; nil where it is not.
    func reason(at number: String) -> String? {
        let item = items.first { $0.number == number }
        guard let finding = item?.deciding ?? (opening.isProvisional ? opening : nil), finding.isProvisional else {
            return nil
        }
        var reasons: [String] = []
        if !finding.isMet {
            let of = "\(finding.needs.count - finding.missing.count) of the \(finding.needs.count)"
            reasons.append(
                "the meeting was not quorate for it (\(of) whom a quorum needs; missing: \(finding.missing.joinedInWords))"
            )
        }
        if finding.lacksParentRep, !finding.missing.contains(parentTitle) {
            reasons.append("no \(parentTitle) was present" + (opening.lacksParentRep ? "" : " for it"))
        }
        return reasons.joinedInWords
    }

    private func course(_ isSo: (QuorumFinding) -> Bool, _ yes: String, _ no: String) -> String {
        var last = isSo(opening)
        var wasSo = last
        var turns: [String] = []
        for item in items where isSo(item.there) != last {
            last.toggle()
            turns.append((last ? yes + (wasSo ? " again" : "") : no) + " from item \(item.number)")
            wasSo = wasSo || last
        }
        let without = items.filter { isSo($0.there) && !isSo($0.deciding) }.map(\.number)
        if !without.isEmpty {
            turns.append(
                "\(no) for \(without.count == 1 ? "item" : "items") \(without.joinedInWords), without those who withdrew"
            )
        }
        let first = isSo(opening) ? yes : no
        return turns.isEmpty ? first : (["\(first) when it opened"] + turns).joinedInWords
    }

    /// It lacks somebody only because they withdrew.
    private func isApart(_ item: ItemQuorum) -> Bool {
        item.deciding.isProvisional
            && (item.deciding.missing != item.there.missing
                || item.deciding.lacksParentRep != item.there.lacksParentRep)
    }

    private func apart(_ item: ItemQuorum) -> String {
        sentence("For item \(item.number), without those who withdrew", item.deciding)
    }

    /// `From item 8.4, 4 of the 5 whom a quorum needs were there: chair (1), health (1), education (nobody).`
    private func sentence(_ when: String, _ finding: QuorumFinding) -> String {
        let needs = finding.needs.map { "\($0.title) (\($0.present == 0 ? "nobody" : String($0.present)))" }
        let filled = finding.needs.count - finding.missing.count
        let were = filled == 1 ? "was" : "were"
        let parents =
            finding.lacksParentRep && !finding.missing.contains(parentTitle) ? " No \(parentTitle) was there." : ""
        guard !needs.isEmpty else { return "\(when), no \(parentTitle) was there." }
        return "\(when), \(filled) of the \(needs.count) whom a quorum needs \(were) there: "
            + "\(needs.joined(separator: ", ")).\(parents)"
    }
}
