import Partnership

/// An issue's sheet as a section of a pack.
struct IssueSheetSection {
    let issue: IssueSheet

    static func id(_ ref: String) -> String { "issue-\(ref.slug)" }

    var section: PackSection {
        PackSection(id: Self.id(issue.ref), title: "\(issue.ref): \(issue.theme)", blocks: blocks)
    }

    var blocks: [Block] {
        var blocks: [Block] = Block.paragraphs(issue.summary.sentence)
        if let answer = issue.answer {
            let asked = [Fact("What was asked for", optional: issue.ask?.sentence)].compactMap(\.self)
            let day = answer.on.map { ", \($0.words)" } ?? ""
            blocks.append(.paragraph(Paragraph("", lead: "The answer of the \(answer.by)\(day)")))
            blocks.append(.resolution(Resolution(answer.decision)))
            blocks.append(.facts(FactList(asked + background)))
            return blocks
        }
        if let ask = issue.ask {
            blocks.append(.notice(Notice(.ask, title: "What is asked for", text: ask.sentence)))
        }
        blocks.append(.facts(FactList(background)))
        return blocks
    }

    /// What is known of it, in the order in which a meeting needs it.
    var background: [Fact] {
        let raised = [issue.raisedBy, issue.received?.words].compactMap(\.self)
        return [
            Fact("At a glance", optional: glance),
            Fact("Raised by", optional: raised.isEmpty ? nil : raised.joined(separator: ", ")),
            Fact("Services", optional: issue.services),
            Fact("Responsible", optional: issue.agency),
            Fact("Already tried", optional: issue.tried?.sentence),
            Fact("Outcome sought", optional: issue.outcomeSought?.sentence),
            Fact("In parallel", optional: issue.parallel),
            Fact("Criteria", optional: issue.criteriaInWords),
            Fact("Recommendation", optional: issue.recommendation?.sentence),
            Fact("Options", optional: issue.options?.sentence),
            Fact("Evidence", optional: issue.evidence?.sentence),
            Fact("Parents’ and carers’ view", optional: issue.parentRepView?.sentence),
        ].compactMap(\.self)
    }

    /// `North; systemic, about 14 families; primary; severity 3 of 4; 43 days old; carried forward once; on an agenda.`
    private var glance: String {
        let parts: [String?] = [
            issue.area, kind, issue.phase, issue.severity.map { "severity \($0) of 4" },
            issue.age.map { "\($0.words("day")) old" },
            issue.carries > 0 ? "carried forward \(issue.carries.times)" : nil, issue.state,
        ]
        let words = parts.compactMap(\.self).filter { !$0.isEmpty }
        return words.enumerated().map { $0.offset == 0 ? $0.element : $0.element.uncapitalisedFirst }
            .joined(separator: "; ").sentence
    }

    private var kind: String? {
        switch issue.scope {
        case .individual: "one family’s experience"
        case .systemic: "systemic" + (issue.familiesInWords.map { ", \($0)" } ?? "")
        case nil: issue.familiesInWords
        }
    }
}

extension IssueSheet {
    /// `about 14 families`; in public `at least 10 families` or `fewer than 5 families` (rule R21).
    var familiesInWords: String? {
        if let families, families > 0 { return "about \(families == 1 ? "1 family" : "\(families) families")" }
        return familiesAtLeast.map { $0 == 0 ? "fewer than 5 families" : "at least \($0) families" }
    }

    /// `E1: needs a decision beyond the LAP; E3: …`.
    var criteriaInWords: String? {
        criteria.isEmpty ? nil : criteria.map { "\($0.code): \($0.text.uncapitalisedFirst)" }.joined(separator: "; ")
    }
}
