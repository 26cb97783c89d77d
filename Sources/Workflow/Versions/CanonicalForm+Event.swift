extension Event: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(title)
        form.put(summary)
        form.put(from)
        form.put(targets)
        form.put(by)
        form.put(asks)
        form.put(rules)
        form.put(sets)
        form.put(clears)
        form.put(adds)
        form.put(effects)
        form.put(erases)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(
            name: try form.text(), title: try form.text(), summary: try form.value(), from: try form.value(),
            targets: try form.value(), by: try form.value(), asks: try form.value(), rules: try form.value(),
            sets: try form.value(), clears: try form.value(), adds: try form.named(), effects: try form.value(),
            erases: try form.value())
    }
}

extension Target: Formed {
    func write(to form: inout FormWriter) {
        form.put(state)
        form.put(condition)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(state: try form.value(), condition: try form.value())
    }
}

extension Ask: Formed {
    func write(to form: inout FormWriter) {
        form.put(field)
        form.put(requirement)
        form.put(fallback)
        form.put(isFresh)
        form.put(offered)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(
            field: try form.text(), requirement: try form.value(), fallback: try form.value(),
            isFresh: try form.value(), offered: try form.value())
    }
}

extension Ask.Requirement: Formed {
    func write(to form: inout FormWriter) {
        switch self {
        case .required: form.put("required")
        case .optional: form.put("optional")
        case .requiredWhen(let condition, let because):
            form.put("when")
            form.put(condition)
            form.put(because)
        }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        switch try form.text() {
        case "required": self = .required
        case "optional": self = .optional
        case "when": self = .requiredWhen(try form.value(), because: try form.value())
        default: throw FormDamage()
        }
    }
}

extension Rule: Formed {
    func write(to form: inout FormWriter) {
        form.put(condition)
        form.put(otherwise)
        form.put(remedies)
        form.put(code)
        form.put(except)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(
            condition: try form.value(), otherwise: try form.text(), remedies: try form.value(),
            code: try form.value(), except: try form.value())
    }
}

extension Remedy: Formed {
    func write(to form: inout FormWriter) {
        switch self {
        case .give(let fields):
            form.put("give")
            form.put(fields)
        case .cause(let event, let workflow, let item, let giving):
            form.put("event")
            form.put(event)
            form.put(workflow)
            form.put(item)
            form.put(giving)
        case .act(let roles):
            form.put("act")
            form.put(roles)
        case .deed(let name, let item):
            form.put("deed")
            form.put(name)
            form.put(item)
        case .date: form.put("date")
        case .dated(let day):
            form.put("dated")
            form.put(day)
        case .say(let sentence):
            form.put("say")
            form.put(sentence)
        }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        switch try form.text() {
        case "give": self = .give(try form.value())
        case "event":
            self = .cause(
                event: try form.text(), workflow: try form.value(), item: try form.value(), giving: try form.value())
        case "act": self = .act(as: try form.value())
        case "deed": self = .deed(try form.text(), on: try form.value())
        case "date": self = .date
        case "dated": self = .dated(from: try form.value())
        case "say": self = .say(try form.text())
        default: throw FormDamage()
        }
    }
}

extension Assignment: Formed {
    func write(to form: inout FormWriter) {
        form.put(field)
        form.put(expression)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(field: try form.text(), expression: try form.value())
    }
}

extension Effect: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(arguments)
        form.put(condition)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(name: try form.text(), arguments: try form.named(), condition: try form.value())
    }
}

extension Promise: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(title)
        form.put(claim)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(name: try form.text(), title: try form.text(), claim: try form.value())
    }
}

extension Promise.Claim: Formed {
    func write(to form: inout FormWriter) {
        switch self {
        case .always(let condition):
            form.put("always")
            form.put(condition)
        case .never(let condition):
            form.put("never")
            form.put(condition)
        case .entering(let states, let condition):
            form.put("entering")
            form.put(states)
            form.put(condition)
        case .before(let states, let waypoints):
            form.put("before")
            form.put(states)
            form.put(waypoints)
        case .canReach(let states, let sources, let condition):
            form.put("can reach")
            form.put(states)
            form.put(sources)
            form.put(condition)
        case .onlyGrows(let fields):
            form.put("only grows")
            form.put(fields)
        case .read(let sections, let roles, let events):
            form.put("read")
            form.put(sections)
            form.put(roles)
            form.put(events)
        }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        switch try form.text() {
        case "always": self = .always(try form.value())
        case "never": self = .never(try form.value())
        case "entering": self = .entering(try form.value(), try form.value())
        case "before": self = .before(try form.value(), mustPass: try form.value())
        case "can reach": self = .canReach(try form.value(), from: try form.value(), when: try form.value())
        case "only grows": self = .onlyGrows(try form.value())
        case "read": self = .read(try form.value(), onlyBy: try form.value(), apartFrom: try form.value())
        default: throw FormDamage()
        }
    }
}

extension Promise.Waypoint: Formed {
    func write(to form: inout FormWriter) {
        switch self {
        case .event(let name):
            form.put("event")
            form.put(name)
        case .state(let name):
            form.put("state")
            form.put(name)
        }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        switch try form.text() {
        case "event": self = .event(try form.text())
        case "state": self = .state(try form.text())
        default: throw FormDamage()
        }
    }
}

extension Waiver: Formed {
    func write(to form: inout FormWriter) {
        form.put(code.rawValue)
        form.put(subject)
        form.put(because)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        guard let code = Finding.Code(rawValue: try form.text()) else { throw FormDamage() }
        self.init(code: code, subject: try form.text(), because: try form.text())
    }
}
