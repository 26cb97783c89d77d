import Ledger

extension Relation {
    static let setting = Relation(name: "setting", key: "name", columns: ["value"])
    static let area = Relation(name: "area", key: "id", columns: ["position", "letter", "title"])
    static let district = Relation(name: "district", key: "id", columns: ["position", "title", "area"])
    static let body = Relation(name: "body", key: "id", columns: ["position", "title", "kind", "area", "settings"])
    static let concern = Relation(
        name: "concern", key: "number", hasNumberedKey: true, columns: ["title", "improving"])
    static let theme = Relation(name: "theme", key: "id", columns: ["position", "title", "concern", "aliases"])
    static let destination = Relation(
        name: "destination", key: "id", columns: ["position", "title", "takes", "contact", "urgent", "advice"])
    static let publicContact = Relation(name: "public_contact", key: "id", columns: ["position", "title", "reach"])
    static let plan = Relation(name: "plan", key: "id", columns: ["position", "title", "settings"])
    static let role = Relation(
        name: "role", key: "id", columns: ["position", "title", "acts", "everywhere", "counted", "duties"])
    static let permission = Relation(name: "permission", key: "id", columns: ["roles"])
    static let person = Relation(
        name: "person", key: "id", columns: ["name", "email"], sealed: ["name", "email"])
    static let seat = Relation(
        name: "seat", key: "id", hasNumberedKey: true,
        columns: ["body", "role", "organisation", "opened", "closed"], sealed: ["organisation"])
    /// For how long somebody fills a seat, or stands in for whoever does.
    static let term = Relation(
        name: "term", key: "id", hasNumberedKey: true, columns: ["seat", "person", "since", "until", "deputy_for"])
    static let definition = Relation(
        name: "definition", key: "id", hasNumberedKey: true, columns: ["digest", "workflow", "source"])
    static let item = Relation(
        name: "item", key: "id", hasNumberedKey: true,
        columns: [
            "workflow", "reference", "state", "version", "definition", "due", "due_clock", "warn", "open", "clocks",
            "fields",
        ], sealed: ["fields"], derived: .item)
    static let agendaItem = Relation(
        name: "agenda_item", key: "id", hasNumberedKey: true,
        columns: [
            "meeting", "position", "number", "title", "feed", "purpose", "lead", "minutes", "private", "paragraph",
            "reason", "released", "release_reason", "issue", "matter", "supplement", "added", "late", "discussed",
            "reached",
        ], sealed: ["title", "reason", "release_reason", "late", "discussed"])
    /// Who was called for items of a meeting and reports to it, and what they answered.
    static let called = Relation(
        name: "called", key: "id", hasNumberedKey: true,
        columns: ["meeting", "person", "organisation", "since", "until", "reminded", "answered", "answer"])
    static let attendance = Relation(
        name: "attendance", key: "id", hasNumberedKey: true,
        columns: [
            "meeting", "person", "seat", "status", "deputy", "capacity", "online", "arrived", "departed",
        ])
    static let declaration = Relation(
        name: "declaration", key: "id", hasNumberedKey: true,
        columns: ["meeting", "person", "agenda_item", "interest", "withdrew"], sealed: ["interest"])
    static let decision = Relation(
        name: "decision", key: "id", hasNumberedKey: true,
        columns: [
            "reference", "body", "year", "number", "meeting", "issue", "agenda_item", "kind", "wording",
            "provisional", "votes_for", "votes_against", "abstained", "casting",
        ], sealed: ["wording"])
    /// A body's terms of reference, version by version.
    static let terms = Relation(
        name: "terms", key: "id", hasNumberedKey: true, columns: ["body", "version", "agreed", "meeting", "review"])
    /// The files of matters.
    static let attached = Relation(
        name: "attached", key: "id", hasNumberedKey: true,
        columns: ["item", "number", "format", "size", "digest", "day", "person"], contents: ["digest"])
    /// Who asked that it be minuted that they do not agree with a decision.
    static let dissent = Relation(
        name: "dissent", key: "id", hasNumberedKey: true, columns: ["decision", "person", "words"], sealed: ["words"])
    static let issued = Relation(
        name: "issued", key: "id", hasNumberedKey: true,
        columns: [
            "kind", "item", "part", "edition", "number", "name", "format", "size", "digest", "model", "redacted", "day",
            "person", "cites", "recalled", "breach", "corrected_by",
        ], contents: ["digest", "model"])

    /// For whom a message with a paper was prepared; the paper by its first file.
    static let mailed = Relation(
        name: "mailed", key: "id", hasNumberedKey: true, columns: ["issued", "person", "day"])

    /// Words that may stand in a paper.
    static let releasedWord = Relation(
        name: "released_word", key: "id", hasNumberedKey: true, columns: ["paper", "words"],
        sealed: ["words"])
    /// Replaced values that were never true of anybody.
    static let mistaken = Relation(
        name: "mistaken", key: "id", hasNumberedKey: true, columns: ["item", "field", "vault"])

    /// In an order in which a row comes after the rows it refers to.
    static let all: [Relation] = [
        setting, area, district, body, concern, theme, destination, publicContact, plan, role, permission, person, seat,
        term,
        definition, counter, erased, erasedContent, item, agendaItem, called, attendance, declaration, decision,
        terms, dissent, attached,
        issued, mailed, releasedWord,
        mistaken,
    ]

    /// The relation of a name, when undoing puts its rows back: numbers once given, definitions once used and what
    /// was erased stay.
    static func undone(_ name: String) -> Relation? {
        all.first { $0.name == name && ![.counter, .definition, .erased, .erasedContent, .setting].contains($0) }
    }
}
