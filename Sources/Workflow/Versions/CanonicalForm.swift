extension Definition {
    /// A text that two definitions share exactly when they mean the same: what a host hashes to address a definition by
    /// its content. Comments, layout and the spelling-out of groups leave it alone; so do promises, waivers and examples,
    /// which say something of a workflow and change nothing in it. Titles and sentences, which people read, are part of it,
    /// and so is what an expression was written as, beside its tree.
    public var canonicalForm: String { form.meaning }

    /// Two texts from which a definition is read back without its file.
    public struct Form: Hashable, Sendable {
        /// The canonical form: what is read from it means that and nothing else.
        public let meaning: String
        /// What else the file says: promises, waivers and groups of states.
        public let promised: String

        public init(meaning: String, promised: String) {
            self.meaning = meaning
            self.promised = promised
        }
    }

    public var form: Form {
        if let known = knownForm { return known }
        var meaning = FormWriter()
        meaning.put(name)
        meaning.put(title)
        meaning.put(calendar)
        meaning.put(upgradedBy)
        meaning.put(roles)
        meaning.put(roleTitles)
        meaning.put(sections)
        meaning.put(fields)
        meaning.put(facts)
        meaning.put(states)
        meaning.put(events)
        meaning.put(rules)
        meaning.put(clocks)
        var promised = FormWriter()
        promised.put(promises)
        promised.put(waivers)
        promised.put(groups)
        return Form(meaning: meaning.text, promised: promised.text)
    }

    /// The definition of a form; nil when it is none. Reading trusts what it is given; `faults` tells names in it that refer
    /// to nothing.
    public init?(form: Form) {
        do {
            let (promises, waivers, groups) = try FormReader.read(form.promised) {
                (try $0.value([Promise].self), try $0.value([Waiver].self), try $0.value([StateGroup].self))
            }
            self = try FormReader.read(form.meaning) {
                let (name, title) = (try $0.text(), try $0.text())
                let (calendar, upgradedBy) = (try $0.value(String?.self), try $0.value([String].self))
                let (roles, roleTitles) = (try $0.value([String].self), try $0.named(String.self))
                let (sections, fields) = (try $0.value([Section].self), try $0.value([Field].self))
                let (facts, states) = (try $0.value([Field].self), try $0.value([State].self))
                return Definition(
                    name: name, title: title, roles: roles, roleTitles: roleTitles, fields: fields, sections: sections,
                    states: states, events: try $0.value(), rules: try $0.value(), clocks: try $0.value(),
                    facts: facts, calendar: calendar, upgradedBy: upgradedBy, promises: promises, waivers: waivers,
                    groups: groups, form: form)
            }
        } catch {
            return nil
        }
    }
}

/// In one text, whatever it is written to.
extension Definition: Codable {
    public init(from decoder: any Decoder) throws {
        let parts = try decoder.singleValueContainer()
        let texts = try parts.decode([String].self)
        guard texts.count == 2, let read = Definition(form: Form(meaning: texts[0], promised: texts[1])) else {
            throw DecodingError.dataCorruptedError(in: parts, debugDescription: "not a definition")
        }
        self = read
    }

    public func encode(to encoder: any Encoder) throws {
        var parts = encoder.singleValueContainer()
        try parts.encode([form.meaning, form.promised])
    }
}

extension Section: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(title)
        form.put(readers)
        form.put(isSealed)
        form.put(takesText)
        form.put(takesCodes)
        form.put(isSearched)
        form.put(isFound)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(
            name: try form.text(), title: try form.text(), readers: try form.value(), isSealed: try form.value(),
            takesText: try form.value(), takesCodes: try form.value(), isSearched: try form.value(),
            isFound: try form.value())
    }
}

extension StateGroup: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(states)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(name: try form.text(), states: try form.value())
    }
}

extension Reader: Formed {
    func write(to form: inout FormWriter) {
        form.put(role)
        form.put(condition)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(role: try form.text(), condition: try form.value())
    }
}

extension Field: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(title)
        form.put(help)
        form.put(kind)
        form.put(section)
        form.put(limit)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(
            name: try form.text(), title: try form.text(), help: try form.value(), kind: try form.value(),
            section: try form.value(), limit: try form.number())
    }
}

extension Field.Choice: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(title)
    }

    init(from form: inout FormReader) throws(FormDamage) { self.init(name: try form.text(), title: try form.text()) }
}

extension Field.Kind: Formed {
    func write(to form: inout FormWriter) {
        switch self {
        case .line: form.put("line")
        case .text: form.put("text")
        case .number(let range):
            form.put("number")
            form.put(range.lowerBound)
            form.put(range.upperBound)
        case .day: form.put("day")
        case .flag: form.put("flag")
        case .choice(let choices):
            form.put("choice")
            form.put(choices)
        case .choices(let choices):
            form.put("choices")
            form.put(choices)
        case .reference(let kind):
            form.put("reference")
            form.put(kind)
        case .references(let kind):
            form.put("references")
            form.put(kind)
        }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        switch try form.text() {
        case "line": self = .line
        case "text": self = .text
        case "number":
            let (low, high) = (try form.number(), try form.number())
            guard low <= high else { throw FormDamage() }
            self = .number(low...high)
        case "day": self = .day
        case "flag": self = .flag
        case "choice": self = .choice(try form.value())
        case "choices": self = .choices(try form.value())
        case "reference": self = .reference(try form.text())
        case "references": self = .references(try form.text())
        default: throw FormDamage()
        }
    }
}

extension State: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(title)
        form.put(isEnd)
        form.put(needs)
        form.put(usual)
        form.put(meanings)
        form.put(effects)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(
            name: try form.text(), title: try form.text(), isEnd: try form.value(), needs: try form.value(),
            usual: try form.value(), meanings: try form.value(), effects: try form.value())
    }
}

extension Definition.Clock: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(title)
        form.put(runsIn)
        form.put(condition)
        form.put(starts)
        form.put(lasts)
        form.put(orLater)
        form.put(until)
        form.put(rolls)
        form.put(pausesIn)
        form.put(pausesWhen)
        form.put(restartsOn)
        form.put(whenMissed)
        form.put(warns)
        form.put(meanings)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(
            name: try form.text(), title: try form.text(), runsIn: try form.value(), condition: try form.value(),
            starts: try form.value(), lasts: try form.value(), orLater: try form.value(), until: try form.value(),
            rolls: try form.value(), pausesIn: try form.value(), pausesWhen: try form.value(),
            restartsOn: try form.value(), whenMissed: try form.value(), warns: try form.value(),
            meanings: try form.value())
    }
}

extension Definition.Clock.Span: Formed {
    func write(to form: inout FormWriter) {
        form.put(starts)
        form.put(lasts)
    }

    init(from form: inout FormReader) throws(FormDamage) { self.init(starts: try form.text(), lasts: try form.value()) }
}

extension Definition.Clock.Missed: Formed {
    func write(to form: inout FormWriter) {
        switch self {
        case .flag: form.put("flag")
        case .event(let name):
            form.put("event")
            form.put(name)
        case .pass: form.put("pass")
        }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        switch try form.text() {
        case "flag": self = .flag
        case "event": self = .event(try form.text())
        case "pass": self = .pass
        default: throw FormDamage()
        }
    }
}

extension Period: Formed {
    func write(to form: inout FormWriter) {
        switch self {
        case .workingDays(let count, let calendar):
            form.put("working days")
            form.put(count)
            form.put(calendar)
        case .days(let count):
            form.put("days")
            form.put(count)
        case .months(let count):
            form.put("months")
            form.put(count)
        }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        switch try form.text() {
        case "working days": self = .workingDays(try form.number(), calendar: try form.text())
        case "days": self = .days(try form.number())
        case "months": self = .months(try form.number())
        default: throw FormDamage()
        }
    }
}

extension Roll: Formed {
    func write(to form: inout FormWriter) {
        form.put(range)
        form.put(onto.rawValue)
        form.put(calendar)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        let range = try form.value(Range?.self)
        guard let onto = Onto(rawValue: try form.text()) else { throw FormDamage() }
        self.init(range: range, onto: onto, calendar: try form.text())
    }
}

extension Roll.Range: Formed {
    func write(to form: inout FormWriter) {
        form.put(from)
        form.put(to)
    }

    init(from form: inout FormReader) throws(FormDamage) { self.init(from: try form.value(), to: try form.value()) }
}

extension DayOfYear: Formed {
    func write(to form: inout FormWriter) {
        form.put(month)
        form.put(day)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        guard let day = DayOfYear(month: try form.number(), day: try form.number()) else { throw FormDamage() }
        self = day
    }
}

extension Day: Formed {
    func write(to form: inout FormWriter) { form.put(number) }
    init(from form: inout FormReader) throws(FormDamage) { self.init(number: try form.number()) }
}
