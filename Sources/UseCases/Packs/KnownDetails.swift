import Packs
import Partnership
import Register
import Workflow

/// What the register knows of people, as a search for it needs it.
struct KnownDetails: Sendable {
    private let secrets: [Secret]
    private let words: [String]
    private let members: [String]
    private let published: [String]
    private let released: Set<ReleasedWord>

    /// Of all issues.
    ///
    /// - Parameters:
    ///   - issues: the references of those that a paper is about.
    ///   - area: the id of the area whose open issues are near it; nil for all.
    ///   - paper: the meeting, or the issue of a letter.
    ///   - others: meetings that it tells of too.
    ///   - body: the body whose private matters it may print; nil for none.
    init(
        near issues: Set<String>, in area: String?, for paper: String, and others: [String] = [],
        privateTo body: String?, from view: View
    ) throws {
        let item = try view.item(paper)
        // What was said and decided of a family's own matter, its letter may tell it: whoever wrote the letter did.
        let own = item.workflow == "issue" ? [paper, item.issue.lead].compactMap(\.self) : []
        let told = try view.privateTexts(exceptOf: body).filter { $0.about.map { !own.contains($0) } ?? true }
        try self.init(
            view.personalValues() + view.personalValuesOfDrafts() + told + view.mentions(exceptOf: body),
            isNear: { issues.contains($0.reference) || $0.isOpen && (area == nil || area == $0.area) },
            released: Set(
                others.reduce(into: view.releases(in: item).union(view.releases(atBodyOf: item))) {
                    $0.formUnion(try view.releases(in: view.item($1)))
                }.map {
                    ReleasedWord(
                        paper: paper, words: $0.words, text: $0.text, reference: $0.reference, field: $0.field)
                }), from: view)
    }

    /// Of some issues.
    ///
    /// - Parameter others: what else is known of people near them.
    init(of issues: Set<String>, besides others: [PersonalValue] = [], from view: View) throws {
        try self.init(
            view.personalValues(of: issues) + others, isNear: { _ in true }, released: [],
            from: view)
    }

    /// Of all issues, for what an issue says in the open: those open in its area are near it.
    init(near issue: StoredItem, from view: View) throws {
        let area = issue.text("area")
        try self.init(
            view.personalValues(),
            isNear: { $0.reference == issue.reference || $0.isOpen && (area == nil || area == $0.area) }, released: [],
            from: view)
    }

    /// The names, contacts and births of all issues but some, as far as they are not theirs too.
    init(except issues: Set<String>, from view: View) throws {
        func folded(_ value: String) -> String {
            let digits = value.filter(\.isNumber)
            return digits.count > 6 ? digits : value.lowercased().filter { !$0.isWhitespace }
        }
        let values = try view.personalValues()
        let own = Set(values.filter { issues.contains($0.reference) }.map { folded($0.value) })
        try self.init(
            values.filter {
                !issues.contains($0.reference) && $0.kind != .text && !own.contains(folded($0.value))
            }, isNear: { _ in false }, released: [], from: view)
    }

    /// Of some issues and a member, who does not stand as one where they are looked for.
    ///
    /// - Parameter organisations: what organisations are called that are nobody; nil for all.
    init(
        of person: Person?, values: [PersonalValue], isNear: Bool = true, organisations: [String]? = nil,
        from view: View
    ) throws {
        var values = values
        if let person {
            func value(_ kind: PersonalValue.Kind, _ text: String, _ field: String) -> PersonalValue {
                PersonalValue(reference: person.id, field: field, kind: kind, value: text, area: nil, isOpen: true)
            }
            let names = try view.everCalled(person)
            values += (names.isEmpty ? [person.name] : names).map { value(.name, $0, "name") }
            if let email = person.email { values.append(value(.contact, email, "address")) }
        }
        try self.init(
            values, isNear: { _ in isNear }, released: [],
            members: view.people().filter { $0.id != person?.id }.map(\.name),
            organisations: organisations, from: view)
    }

    private init(
        _ values: [PersonalValue], isNear: (PersonalValue) -> Bool, released: Set<ReleasedWord>,
        members: [String]? = nil, organisations: [String]? = nil, from view: View
    ) throws {
        let children = Set(values.filter { $0.kind == .child }.map(\.reference))
        let raisers = Dictionary(
            grouping: values.filter { $0.kind == .name && children.contains($0.reference) }, by: \.reference)
        secrets = values.map {
            let families = $0.kind == .child ? raisers[$0.reference]?.map(\.value) : nil
            return Secret($0, isNear: isNear($0)).about($0.about, tellsByWords: !$0.isKnownThere)
                .called(after: families ?? [])
        }
        words = try view.publicWords + (organisations ?? view.organisations)
        self.members = try members ?? view.people().map(\.name)
        published = try view.publicContacts
        self.released = released
    }

    /// Of what tells of private matters: their titles, and what was said and decided of them.
    init(telling values: [PersonalValue], from view: View) throws {
        try self.init(values, isNear: { _ in true }, released: [], from: view)
    }

    func knowledge(_ ordinary: OrdinaryWords) -> PersonalSearch.Knowledge {
        PersonalSearch.Knowledge(ordinary, words: words, members: members, published: published)
    }

    func guarding(
        _ ordinary: OrdinaryWords, openTexts: @escaping @Sendable (Set<String>) throws -> [String: [String]]
    ) -> PackGuard {
        PackGuard(secrets: secrets, knowledge: knowledge(ordinary), released: released, openTexts: openTexts)
    }
}

extension Secret {
    fileprivate init(_ value: PersonalValue, isNear: Bool) {
        func words(_ kind: Secret.Kind) -> Secret {
            .words(value.value, as: kind, ref: value.reference, section: value.field, isNear: isNear)
        }
        self =
            switch value.kind {
            case .name: words(.name)
            case .child: words(.child)
            case .contact: words(.contact)
            case .text: words(.text)
            // Few words are nothing by themselves.
            case .said: words(value.value.count < PersonalValue.telling ? .said : .text).ofPrivateMatter
            case .place: words(.place)
            case .organisation: words(.organisation)
            case .mention: words(.mention)
            case .birth:
                Day(iso: value.value).map { .birth($0, ref: value.reference, section: value.field, isNear: isNear) }
                    ?? words(.text)
            }
    }
}

extension View {
    /// What somebody typed for an issue that is a draft yet. Only its writer is told whose it is.
    fileprivate func personalValuesOfDrafts() throws -> [PersonalValue] {
        try keptDrafts().flatMap { draft in
            guard let text = DraftText(draft), text.workflow == "issue" else { return [PersonalValue]() }
            return try personalValues(typed: text.given, in: draft)
        }
    }
}

/// What issues say in the section that papers print.
struct ReadOpenTexts: InnerQuestion {
    let issues: Set<String>

    func answer(from view: View, as standing: Standing) throws -> [String: [String]] { try view.openTexts(of: issues) }
}
