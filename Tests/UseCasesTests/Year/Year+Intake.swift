import UseCases
import Workflow

/// From a concern that comes in to its acceptance, or another way out.
extension Year {
    static let asks: [String: Value] = [
        "scope": .text("systemic"), "families": .number(12), "phase": .text("primary"), "severity": .number(3),
        "tried": .text("the service was asked twice"), "services": .text("therapy services"),
        "outcome-sought": .text("a date for a first appointment"),
    ]

    func receive() throws {
        received += 1
        let area = dice.pick(Cast.areas)
        let isIndividual = dice.percent(40)
        let isAnonymous = !isIndividual && dice.percent(12)
        var given: [String: Value] = [
            "area": .text(area), "raised-by": .text(dice.pick(["parent-carer", "school", "professional", "forum"])),
            "channel": .text(dice.pick(["email", "phone", "meeting"])),
            // What came in a few days ago is entered late.
            "received": .day(max(Year.first, today - dice.draw([(6, 0), (2, 1), (1, 3)]))),
            "theme": .text(dice.pick(["salt", "ot", "autism", "adhd", "camhs", "transport"])),
            "safeguarding": .text(dice.draw([(94, "no"), (3, "unsure"), (3, "yes")])), "parallel": .list(["none"]),
            "summary": .text(Phrase.of("summary", about: "concern \(received)")),
            "scope": .text(isIndividual ? "individual" : "systemic"), "anonymous": .flag(isAnonymous),
        ]
        if !isAnonymous {
            given["consent"] = .list(["record", "discuss-anonymised"])
            given["name"] = .text("Zq\(received) Vandermoot")
            given["contact"] = .text("zq\(received)@example.org")
        }
        // A worry that was recorded is not undone (rule R1).
        try cause(
            "log", nil, given, as: dice.percent(50) ? Cast.admin(area) : Cast.dco(area),
            canBeUndone: given["safeguarding"] == .text("no"))
    }

    /// Today, or a day since its last change: what is entered late.
    func lateDay(of ref: String) -> Day? {
        guard let changed = list.issues[ref]?.changed, changed < today, dice.percent(20) else { return nil }
        counts["late entries", default: 0] += 1
        return max(changed, today - dice.roll(1...3))
    }

    /// The next step of something at intake.
    func takeIn(_ ref: String) throws {
        guard let issue = list.issues[ref] else { return }
        let dco = dice.percent(60) ? Cast.dco(issue.area) : Cast.deputy(issue.area)
        guard issue.isClear else {
            guard dice.percent(70) else { return }
            try cause(
                "divert", ref,
                [
                    "destination": .text("childrens-services"),
                    "external-reference": .text("CS-\(dice.roll(1000...9999))"),
                ],
                as: dco, canBeUndone: false)
            return
        }
        let day = lateDay(of: ref)
        let on = day ?? today
        switch issue.state {
        case "logged":
            if dice.percent(3) { return try redirect(ref, as: dco) }
            let given: [String: Value] = ["method": .text("email"), "reply-by": .day(on + 7)]
            guard !issue.isAnonymous else {
                guard dice.percent(90) else {
                    return try refuses(
                        CauseEvent("acknowledge", of: "issue", on: ref, given: given), as: dco,
                        "acknowledge \(ref) to nobody")
                }
                return try accept(ref, as: dco, on: day)
            }
            if dice.percent(10) { return try twoAcknowledge(ref) }
            try cause("acknowledge", ref, given, as: dice.percent(50) ? Cast.admin(issue.area) : dco, on: day)
        case "acknowledged":
            switch dice.draw([(74, 0), (9, 1), (5, 2), (9, 3), (3, 4)]) {
            case 0: try accept(ref, as: dco, on: day)
            case 1:
                try cause(
                    "request-info", ref, ["missing": .text("the letter of the service"), "needed-by": .day(on + 14)],
                    as: dco, on: day)
            case 2: try redirect(ref, as: dco)
            case 3: try merge(ref, as: dco)
            default: try withdraw(ref, as: dco)
            }
        case "needs-info":
            switch dice.draw([(4, 0), (3, 1), (3, 2)]) {
            case 0: try cause("receive-info", ref, ["arrived": .text("the letter")], as: dco)
            case 1: try cause("attempt-contact", ref, ["method": .text("phone")], as: dco, on: day)
            default:
                guard issue.attempts >= 2, let by = issue.neededBy, today > by else {
                    return try refuses(
                        CauseEvent("lapse", of: "issue", on: ref, given: [:]), as: dco, "lapse \(ref) too early")
                }
                try cause("lapse", ref, as: dco)
            }
        default: break
        }
    }

    private func accept(_ ref: String, as dco: String, on day: Day?) throws {
        guard let issue = list.issues[ref] else { return }
        var given = Year.asks
        given["scope"] = .text(issue.isIndividual ? "individual" : "systemic")
        if issue.isIndividual { given["families"] = nil }
        guard issue.mayBeHeard else {
            try refuses(
                CauseEvent("accept", of: "issue", on: ref, given: given), as: dco, code: "R4", "accept \(ref)")
            return try renewOrWithdraw(ref, as: dco)
        }
        try cause("accept", ref, given, as: dco, on: day)
    }

    func renewOrWithdraw(_ ref: String, as dco: String) throws {
        guard let issue = list.issues[ref], issue.wasWithdrawn, dice.percent(70) else {
            return try withdraw(ref, as: dco)
        }
        try cause("renew-consent", ref, ["consent": .list(["record", "discuss-anonymised"])], as: dco)
    }

    func redirect(_ ref: String, as dco: String) throws {
        try cause(
            "redirect", ref,
            [
                "destination": .text("sendiass"), "contact-given": .text("the number of the helpline"),
                "told-on": .day(today),
            ], as: dco)
    }

    func withdraw(_ ref: String, as dco: String) throws {
        try cause(
            "withdraw", ref, ["withdrawn-because": .text("it was settled at school"), "asked-on": .day(today)], as: dco)
    }

    func merge(_ ref: String, as dco: String) throws {
        guard let issue = list.issues[ref] else { return }
        let leads = list.issues.filter {
            $0.key != ref && $0.value.area == issue.area && $0.value.isOpen && $0.value.isClear
                && $0.value.isIndividual == issue.isIndividual
        }.map(\.key).sorted()
        guard !leads.isEmpty else { return }
        if dice.percent(15) {
            try refuses(
                CauseEvent("merge", of: "issue", on: ref, given: ["lead": .text(ref)]), as: dco,
                "merge \(ref) into itself")
        }
        try cause("merge", ref, ["lead": .text(dice.pick(leads))], as: dco)
    }
}
