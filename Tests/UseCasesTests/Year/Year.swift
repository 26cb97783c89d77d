import Foundation
import Partnership
import Register
import UseCases
import Workflow

/// A year of three locality meetings, the Board and three groups, drawn from a seed, through the use cases alone: what is
/// done, a plain list beside it, and what has to hold of both after every step.
final class Year {
    let seed: UInt64
    let place: YearPlace
    var dice: Dice
    var list = PlainList()
    /// People's ids, with their names.
    var names: [String: String] = [:]
    /// What was done, for whoever has to find out why.
    var deeds: [String] = []
    /// How often each kind of thing was done.
    var counts: [String: Int] = [:]
    /// Meetings at which votes were counted: nobody of those who were there is taken off their record.
    var voted: [String: Int] = [:]
    /// So many concerns come in.
    let concerns: Int
    var received = 0
    /// Meetings that are entered later than they took place, with the day of that.
    var heldLate: [String: Day] = [:]
    static let first = Day(iso: "2020-01-02")!
    let last: Day

    var today: Day { place.today }

    init(seed: UInt64, concerns: Int, until last: Day) async throws {
        self.last = last
        self.seed = seed
        self.concerns = concerns
        dice = Dice(seed: seed)
        place = try await YearPlace(from: Year.first)
    }

    /// What went wrong, so that it can be played again.
    struct Trouble: Error, CustomStringConvertible {
        let description: String
    }

    func trouble(_ what: String) -> Trouble {
        Trouble(
            description: """
                seed \(seed), step \(deeds.count), \(today): \(what)
                the last deeds:
                \(deeds.suffix(20).joined(separator: "\n"))
                all deeds about it:
                \(deeds(about: what).joined(separator: "\n"))
                """)
    }

    /// Those that name the first issue, action or matter of some words.
    private func deeds(about words: String) -> [String] {
        let isReference = { (word: Substring) in word.wholeMatch(of: /[A-Z]-[0-9]+/) != nil }
        func names(_ text: String) -> [Substring] {
            text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.filter(isReference)
        }
        guard let ref = names(words).first else { return [] }
        return deeds.filter { names($0).contains(ref) }
    }

    func must(_ holds: Bool, _ what: @autoclosure () -> String) throws {
        if !holds { throw trouble(what()) }
    }

    private func note(_ words: String, as who: String, on day: Day?, _ outcome: String = "") {
        deeds.append("  \(deeds.count + 1). \(day ?? today) \(who): \(words)\(outcome)")
    }

    /// Does something that has to succeed, once in a while undoes it, looks whether all is as it was, and does it again.
    ///
    /// - Parameters:
    ///   - refs: what it may touch.
    ///   - learn: what its answer tells the list.
    @discardableResult
    func step<D: Deed>(
        _ deed: D, as who: String, on day: Day? = nil, touching refs: [String], _ words: String,
        canBeUndone: Bool = true, learn: (inout PlainList, D.Answer) -> Void
    ) throws -> D.Answer {
        counts[deed.name, default: 0] += 1
        note(words, as: who, on: day)
        let isUndone = canBeUndone && dice.percent(4)
        let before = isUndone ? try refs.map { try glance(at: $0) } : []
        let done = try attempt(words) { try place.does(deed, as: who, on: day) }
        var answer = done.answer
        if isUndone, done.isStored {
            counts["undo", default: 0] += 1
            let line = try place.asks(FindOperation(done.operation), as: who)
            note("undo \(line.operation), and again", as: who, on: line.happened)
            _ = try attempt("undo of \(words)") { try place.does(UndoOperation(line), as: who) }
            for (ref, seen) in zip(refs, before) {
                let now = try glance(at: ref)
                try must(now == seen, "\(ref) is not as it was before what was undone:\n\(seen)\n\(now)")
            }
            answer = try attempt("again: \(words)") { try place.does(deed, as: who, on: day).answer }
        }
        learn(&list, answer)
        try must(list.surprises.isEmpty, list.surprises.joined(separator: "; "))
        for ref in refs { try check(ref) }
        return answer
    }

    private func attempt<T>(_ words: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch RegisterError.refused(let reasons) {
            throw trouble("\(words): refused, \(reasons.map(\.sentence).joined(separator: " "))")
        } catch let error as RegisterError {
            throw trouble("\(words): \(error)")
        }
    }

    /// Tries something that must not happen: it is refused, and nothing is written.
    func refuses(_ deed: some Deed, as who: String, on day: Day? = nil, code: String? = nil, _ words: String) throws {
        counts["refusals", default: 0] += 1
        let last = try place.asks(FindOperation(nil), as: who).operation
        note("(refused) \(words)", as: who, on: day)
        do {
            _ = try place.does(deed, as: who, on: day)
        } catch RegisterError.refused(let reasons) {
            try must(
                code == nil || reasons.contains { $0.code == code },
                "\(words): refused, but not by \(code ?? ""): \(reasons.map(\.sentence))")
            return try must(
                try place.asks(FindOperation(nil), as: who).operation == last, "\(words): refused, and written")
        } catch let error as RegisterError {
            switch error {
            case .notPermitted, .badInput, .moved:
                return try must(
                    try place.asks(FindOperation(nil), as: who).operation == last, "\(words): refused, and written")
            default: throw trouble("\(words): \(error)")
            }
        }
        throw trouble("\(words): it should have been refused")
    }

    /// Causes an event of an issue and lets the list know.
    @discardableResult
    func cause(
        _ event: String, _ ref: String?, _ given: [String: Value] = [:], as who: String, on day: Day? = nil,
        canBeUndone: Bool = true, nextBoard: String? = nil
    ) throws -> Caused {
        // What rests is resumed first.
        if let ref, let issue = list.issues[ref], issue.isSuspended,
            ["accept", "schedule", "bring-back", "submit", "table"].contains(event)
        {
            try refuses(
                CauseEvent(event, of: "issue", on: ref, given: given), as: who, on: day, "\(event) \(ref), which rests")
            try cause("resume", ref, as: Cast.dco(issue.area), on: day)
        }
        let actions = ref.map { list.openActions(of: $0) + list.parts(of: $0) } ?? []
        let given = given.reduce(into: given) { given, entry in
            guard let ref, Year.told.contains(entry.key), case .text(let text) = entry.value else { return }
            given[entry.key] = .text(Phrase.of("\(event) \(entry.key) \(text)", about: ref))
        }
        return try step(
            CauseEvent(event, of: "issue", on: ref, given: given), as: who, on: day,
            touching: (ref.map { [$0] } ?? []) + actions, "\(event) \(ref ?? "") \(Year.words(given))",
            canBeUndone: canBeUndone
        ) { list, caused in list.learn(caused, by: who, given, nextBoard: nextBoard) }
    }

    /// Fields that somebody's own words stand in.
    private static let told: Set = [
        "tried", "services", "outcome-sought", "ask", "options", "recommendation", "evidence", "parent-rep-view",
        "agency",
        "measure", "action", "outcome", "impact", "decision", "advice", "authority-granted", "milestone",
        "commissioner",
        "question", "referred-to", "reason", "report", "reply", "said", "did", "told", "remark", "new-information",
        "private-because", "late-reason", "between-because", "group-recommendation", "override-reason", "missing",
        "arrived", "raiser-view",
    ]

    static func words(_ given: [String: Value]) -> String {
        given.sorted { $0.key < $1.key }.map { name, value in
            switch value {
            case .text(let text): "\(name)=\(text)"
            case .number(let number): "\(name)=\(number)"
            case .day(let day): "\(name)=\(day)"
            case .flag(let flag): "\(name)=\(flag ? "yes" : "no")"
            case .list(let names): "\(name)=\(names.joined(separator: ","))"
            }
        }.joined(separator: " ")
    }
}

extension Day {
    var isWorkingWeekday: Bool { weekday <= 5 }
}
