import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// What goes, looked for in everything that stays: where it stands for certain it is taken out, in whatever text or paper.
/// What has to be kept, what is another family's own, and what is about an issue whose safeguarding screen is not clear stay
/// as they are.
struct TakingOut {
    /// Texts, and what they are to be.
    let redactions: [(text: KeptText, new: String)]
    /// Issued papers.
    let papers: PaperRedaction
    /// Seats that a member filled and whose organisation is called by their name.
    let organisations: [Seat]
    /// Other seats whose organisation may be called by a name that goes.
    let otherOrganisations: [Erasure.Suspect]
    /// Texts in which it stands for certain, and that have to be kept as they are.
    let held: [KeptText]
    /// The issues whose screen is not clear and that tell of it for certain, or something that is about them does.
    let apart: Set<String>
    /// What goes, as it is looked for in what is left.
    private let sought: PackGuard
    private let own: Set<String>
    /// What stays, with what was taken out gone from it.
    private let left: [(kept: KeptText, text: String)]

    /// Those texts that somebody may read, before it is taken out of them.
    func shown(to standing: Standing, from view: View) throws -> [KeptText] {
        try redactions.map(\.text).filter { try view.shows($0, to: standing) }
    }

    /// - Parameters:
    ///   - values: what goes.
    ///   - person: a member who goes.
    ///   - own: the issues that it is of: a family name alone means this family in a text about them.
    ///   - isNear: whether it means them in another text too.
    ///   - items: what is erased, each with the event that does so.
    init(
        _ values: [PersonalValue], of person: Person? = nil, own: Set<String>,
        isNear: (KeptText) -> Bool = { _ in false }, erasing items: [(item: StoredItem, event: String)],
        _ ordinary: OrdinaryWords, from view: View
    ) throws {
        let seats = try TakingOut.organisations(person, values, ordinary, view)
        organisations = seats.certain
        otherOrganisations = seats.doubtful
        // What somebody is called tells of them although an organisation is called so too.
        let known = try view.organisations.filter { !seats.names.contains($0) }
        func guarding(_ person: Person?, isNear: Bool) throws -> PackGuard {
            try KnownDetails(of: person, values: values, isNear: isNear, organisations: known, from: view)
                .guarding(ordinary) { _ in [:] }
        }
        let near = try guarding(person, isNear: true)
        let far = try guarding(person, isNear: false)
        let erased = view.erased(with: items)
        let isSought = !values.isEmpty || person != nil
        var going: [KeptText] = []
        var redactions: [(text: KeptText, new: String)] = []
        var left: [(kept: KeptText, text: String)] = []
        var held: [KeptText] = []
        var apart: Set<String> = []
        let corrections = try view.correctionsTelling(of: erased)
        // What minutes were put right by about it, by the places that print it: words that the issue itself has nothing of.
        var told: [(places: Set<String>, lines: [String])] = []
        func look(through texts: [KeptText]) {
            let bare = texts.map { text in
                let lines = corrections.map { (places: $0.places, lines: $0.lines(of: text)) }.filter {
                    !$0.lines.isEmpty
                }
                told += lines
                return text.text.removing(all: lines.flatMap(\.lines))
            }
            let all = zip(texts, bare).map { $1 ?? $0.text }
            let telling = bare.indices.filter { bare[$0] != nil }
            for place in near.touched(all).union(far.touched(all)).union(telling).sorted() {
                let text = texts[place]
                let isOwn = !own.isDisjoint(with: text.about) || isNear(text)
                let new = (isOwn ? near : far).redacted(all[place]) ?? bare[place]
                let worries = text.worries.subtracting(own)
                guard worries.isEmpty else {
                    if new != nil { apart.formUnion(worries) }
                    continue
                }
                if new != nil, text.isHeld { held.append(text) }
                // Who another family is stays; that it is called alike is told.
                if text.isTheirOwn, new == nil { continue }
                let isTaken = new != nil && !text.isHeld && !text.isTheirOwn
                if let new, isTaken { redactions.append((text, new)) }
                left.append((text, isTaken ? new ?? text.text : text.text))
            }
        }
        // So many at once: a register holds too many to keep them all in memory.
        var some: [KeptText] = []
        try view.eachText(erasing: erased) { text in
            if text.isGoing { going.append(text) } else if isSought || !corrections.isEmpty { some.append(text) }
            if some.count == PackGuard.atOnce {
                look(through: some)
                some = []
            }
        }
        look(through: some)
        self.redactions = redactions
        self.left = left
        self.held = held
        self.apart = apart
        self.own = own
        sought = near
        // What tells of a member stays in papers until their time has run out.
        let inNear = try guarding(nil, isNear: true)
        let inFar = try guarding(nil, isNear: false)
        let letters = try view.letters(goingWith: items)
        let gone = GoneWordings(going)
        let names = try view.publicWords + known
        var wordings: [String: GoneWordings] = [:]
        let printed = try PaperRedaction.printed(from: view) { paper in
            !letters.contains { $0.digest == paper.digest }
                && (!values.isEmpty || !gone.isEmpty && !own.isDisjoint(with: paper.about)
                    || told.contains { !$0.places.isDisjoint(with: paper.about) })
        }
        let besides = Set(printed.map(\.model.about).filter { !own.isDisjoint(with: $0) }.joined())
        let texts =
            try besides.isEmpty ? [] : view.keptTexts(without: erased) { !besides.isDisjoint(with: $0.about) }
        // Papers repeat most of what they say, and few of their texts tell of anybody.
        let said = values.isEmpty ? [] : Array(printed.reduce(into: Set<String>()) { $0.formUnion($1.texts) })
        let telling = Set(inNear.touched(said).union(inFar.touched(said)).map { said[$0] })
        var looked: [Bool: [String: String?]] = [:]
        func taken(_ text: String, from paper: IssuedModel) -> String? {
            let isFar = own.isDisjoint(with: paper.about)
            let new: String?
            if let known = looked[isFar]?[text] {
                new = known
            } else {
                new = telling.contains(text) ? (isFar ? inFar : inNear).redacted(text) : nil
                looked[isFar, default: [:]][text] = .some(new)
            }
            guard !isFar else { return new }
            // What other matters of the paper say too is theirs.
            let wording =
                wordings[paper.digest]
                ?? gone.apart(from: names + texts.filter { !paper.about.isDisjoint(with: $0.about) }.map(\.text))
            wordings[paper.digest] = wording
            return wording.removed(from: new ?? text) ?? new
        }
        papers = try PaperRedaction(printed, from: view) { text, paper in
            let lines = told.filter { !$0.places.isDisjoint(with: paper.about) }.flatMap(\.lines)
            let bare = text.removing(all: lines)
            return taken(bare ?? text, from: paper) ?? bare
        }
    }

    /// Something of it stays as it is, because it has to.
    var leaves: Bool { !held.isEmpty || !apart.isEmpty }

    /// Where it is taken out.
    var places: [Erasure.Place] {
        redactions.map { Erasure.Place(ref: $0.text.reference, field: $0.text.field) }
            + organisations.map { Erasure.Place(ref: $0.written, field: TakingOut.organisation) }
    }

    /// Takes it out. Has to come before what goes is erased: what is mended has to be found by it.
    func perform(in operation: Operation) throws {
        for (text, new) in redactions { try operation.redact(text, to: new, mark: PackGuard.removed) }
        for seat in organisations { try operation.eraseOrganisation(of: seat) }
        try papers.perform(in: operation)
    }

    /// What may be of it in what is left, as far as that is still kept.
    ///
    /// - Parameter operation: what took it out; nil before that.
    func doubtful(in operation: Operation? = nil) throws -> [(kept: KeptText, finding: PersonalFinding)] {
        // What nothing shows any more went with it.
        let asked = Set(left.map { $0.kept.place(saying: $0.text) })
        let kept = try operation.map { operation in
            try Set(
                operation.view.keptTexts(without: operation.view.erased(with: [])) { asked.contains($0.place) }
                    .map(\.place))
        }
        return left.filter { kept?.contains($0.kept.place(saying: $0.text)) ?? true }.flatMap { kept, text in
            sought.traces(in: text, of: kept.reference, field: kept.field).filter {
                !kept.isTheirOwn || $0.weight == .hard
            }.map { (kept, $0) }
        }
    }

    private static let organisation = "organisation"

    /// The seats whose organisation a name stands in that goes: those that a member filled, where it is theirs for certain; and
    /// traces of it in all others. With what all are called in which it stands for certain.
    private static func organisations(
        _ person: Person?, _ values: [PersonalValue], _ ordinary: OrdinaryWords, _ view: View
    ) throws -> (certain: [Seat], doubtful: [Erasure.Suspect], names: Set<String>) {
        let people = values.filter { [.name, .child].contains($0.kind) }
        guard person != nil || !people.isEmpty else { return ([], [], []) }
        // Words of an address are words of the office that it is at.
        let named = person.map { Person(id: $0.id, name: $0.name) }
        let ofPerson = try KnownDetails(of: named, values: [], organisations: [], from: view).guarding(ordinary) { _ in
            [:]
        }
        let ofFamily = try KnownDetails(of: nil, values: people, isNear: false, organisations: [], from: view)
            .guarding(ordinary) { _ in [:] }
        let all = try view.seats()
        let filled = Set(all.filter { person != nil && $0.person?.id == person?.id }.map(\.id))
        var certain: [Seat] = []
        var doubtful: [Erasure.Suspect] = []
        var names: Set<String> = []
        var seen: Set<Int> = []
        for seat in all where seen.insert(seat.id).inserted {
            guard let name = seat.organisation else { continue }
            if ofPerson.redacted(name) != nil || ofFamily.redacted(name) != nil { names.insert(name) }
            if filled.contains(seat.id), ofPerson.redacted(name) != nil {
                certain.append(seat)
                continue
            }
            let found =
                ofPerson.traces(in: name, of: seat.written, field: organisation)
                + ofFamily.traces(in: name, of: seat.written, field: organisation).filter { $0.weight == .hard }
            doubtful += found.map {
                Erasure.Suspect(ref: seat.written, field: organisation, kind: $0.kind, around: $0.around, words: nil)
            }
        }
        return (certain, doubtful, names)
    }
}

extension KeptText {
    fileprivate struct Place: Hashable {
        let reference: String
        let field: String
        let text: String
    }

    fileprivate var place: Place { place(saying: text) }

    fileprivate func place(saying text: String) -> Place { Place(reference: reference, field: field, text: text) }
}

extension String {
    /// The same without any of some lines; nil where none stands in it.
    fileprivate func removing(all lines: [String]) -> String? {
        let left = lines.reduce(self) { $0.removing($1) ?? $0 }
        return left == self ? nil : left
    }
}
