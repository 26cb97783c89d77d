import Partnership

// The texts that people typed in the lines of papers.
extension DecisionLine {
    func mappingTyped(_ typing: Typing) -> DecisionLine {
        let typing = typing.of(ref)
        var decision = self
        decision.text = typing("decision", text)
        decision.principle = principle.map { sought in
            sought.mapping { typing.of(sought.commitment)("their decision", $0) }
        }
        decision.report = report.map { report in
            report.mapping { typing.of(report.commitment)("their report", $0) }
        }
        decision.limbs = limbs.map { typing("decision", $0) }
        decision.dissents = dissents.map { dissent in
            var dissent = dissent
            dissent.words = typing("dissent", dissent.words)
            return dissent
        }
        return decision
    }
}

extension EscalationLine {
    func mappingTyped(_ typing: Typing) -> EscalationLine {
        var line = self
        line.issue = issue.mappingTyped(typing)
        line.part = part.mappingTyped(typing, issue.ref)
        if isElsewhere { line.to = typing.of(issue.ref, about: issue.ref)("referred to", to) }
        return line
    }
}

extension PaperPart {
    func mappingTyped(_ typing: Typing, _ item: String) -> PaperPart {
        guard case .two(let ground, let body) = self else { return self }
        var changed = ground
        // It is printed where the matter itself is not, and may tell of it as any text may.
        changed.reason = typing.about(nil)("item \(item), reason for taking it in private", ground.reason)
        return .two(changed, by: body)
    }
}

extension MatterSheet {
    func mappingTyped(_ typing: Typing) -> MatterSheet {
        let typing = typing.of(ref)
        var sheet = self
        sheet.title = typing("title", title)
        sheet.author = typing("author", author)
        sheet.summary = typing("summary", summary)
        sheet.recommendation = typing("recommendation", recommendation)
        sheet.areasAffected = typing("areas affected", areasAffected)
        sheet.consideredBefore = typing("considered before", consideredBefore)
        sheet.consultations = typing("consultations", consultations)
        sheet.implications = typing("implications", implications)
        sheet.ifNotDecided = typing("what follows if it is not decided", ifNotDecided)
        for index in attached.indices {
            sheet.attached[index].text = typing("paper \(index + 1)", attached[index].text)
        }
        return sheet
    }
}

extension IssueSheet {
    func mappingTyped(_ typing: Typing) -> IssueSheet {
        let typing = typing.of(ref, about: ref)
        var sheet = self
        sheet.summary = typing("summary", summary)
        sheet.services = typing("services", services)
        sheet.agency = typing("responsible agency", agency)
        sheet.tried = typing("already tried", tried)
        sheet.outcomeSought = typing("desired outcome", outcomeSought)
        sheet.ask = typing("the ask", ask)
        if let decision = answer?.decision {
            let typing = typing.of(decision.ref)
            sheet.answer?.decision.text = typing("decision", decision.text)
            if let sought = decision.principle {
                sheet.answer?.decision.principle = sought.mapping { typing.of(sought.commitment)("their decision", $0) }
            }
            sheet.answer?.decision.limbs = decision.limbs.map { typing("decision", $0) }
        }
        sheet.recommendation = typing("recommendation", recommendation)
        sheet.options = typing("options", options)
        sheet.evidence = typing("evidence", evidence)
        sheet.parentRepView = typing("parents’ view", parentRepView)
        return sheet
    }
}

extension ActionLine {
    func mappingTyped(_ typing: Typing) -> ActionLine {
        let typing = typing.of(ref, about: issue)
        var action = self
        action.text = typing("action", text)
        action.agency = typing("agency", agency)
        switch outside {
        case .promised(let whom): action.outside = .promised(typing("asked by", whom))
        case .decides(let whose): action.outside = .decides(typing("decided by", whose))
        case .reports(let who): action.outside = .reports(typing("referred to", who))
        case nil: break
        }
        action.needs = typing("decided by", needs)
        action.evidence = typing("evidence", evidence)
        action.answer = typing("their answer", answer)
        action.dueHistory = dueHistory.map { change in
            var change = change
            change.reason = typing("reason for another day", change.reason)
            return change
        }
        return action
    }
}

extension GapLine {
    func mappingTyped(_ typing: Typing) -> GapLine {
        let typing = typing.of(ref).about(nil)
        var line = self
        line.summary = typing("what is missing", summary)
        if let told {
            line.told?.whom = typing("told to", told.whom)
            line.told?.answer = typing("their answer", told.answer)
        }
        if let closed { line.closed?.with = typing("what filled it, or why nothing does", closed.with) }
        return line
    }
}

extension RiskLine {
    func mappingTyped(_ typing: Typing) -> RiskLine {
        let typing = typing.of(ref).about(nil)
        var line = self
        line.cause = typing("cause", cause)
        line.effect = typing("effect", effect)
        line.mitigation = typing("mitigation", mitigation)
        return line
    }
}
