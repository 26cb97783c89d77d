import Packs
import Partnership
import Register
import Workflow

/// Whoever rings or writes, by what they say who they are: what is on record of them that the asker may read.
public struct FindPeople: Question {
    public let words: [String]
    public let limit: Int

    /// No more are ever found than so many.
    private static let most = 1000

    public init(_ words: [String], limit: Int) {
        self.words = words
        self.limit = min(max(1, limit), FindPeople.most)
    }

    public func answer(from view: View, as standing: Standing) throws -> [FoundPerson] {
        let sought: Sought
        do { sought = try Sought(words) } catch { throw error.refusal }
        func rank(_ values: [String]) -> Int? { sought.likeness(of: values)?.map(\.likeness.rawValue).max() }
        return try view.find(as: standing, limit: limit, likeness: rank).map { found in
            let matches = (sought.likeness(of: found.values.map(\.text)) ?? []).map {
                (value: found.values[$0.index], likeness: $0.likeness)
            }
            view.note(found.values.prefix(1).map(\.field) + matches.map(\.value.field), of: found.item)
            return try FoundPerson(found, because: matches, from: view, as: standing)
        }
    }
}

/// Something on record, and whose it is.
public struct FoundPerson: Sendable, Codable {
    public let ref: String
    public let workflow: String
    public let state: String
    /// As people read it: `Acknowledged`.
    public let stateTitle: String
    /// The title of its area: `North`.
    public let area: String?
    /// Received on.
    public let received: Day?
    /// Whoever it is of: what comes first of what it is found by.
    public let who: String?
    /// What matched, with its value where that is not told already: `Contact: 07700 900123`.
    public let because: [String]
    /// Nil when it may not be read or was erased.
    public let title: String?

    init(
        _ found: Findable, because matches: [(value: Findable.Value, likeness: Sought.Likeness)], from view: View,
        as standing: Standing
    ) throws {
        let line = try view.line(found.item, now: found.item, as: standing)
        ref = line.reference
        workflow = line.workflow
        state = line.state
        stateTitle = found.item.stateTitle
        area = try line.area.flatMap { id in try view.reference.areas.first { $0.id == id }?.title }
        received = line.happens
        who = found.values.first?.text
        because = matches.map { match in
            let spelt = match.likeness == .misspelt ? ", spelt otherwise" : ""
            let told = match.value.field == found.values.first?.field ? "" : ": \(match.value.text)"
            return "\(match.value.title)\(spelt)\(told)"
        }
        title = line.title
    }
}

extension Sought.Problem {
    fileprivate var refusal: RegisterError {
        switch self {
        case .nothing:
            .badInput(
                "There is nothing to find anybody by.",
                remedies: [.say("Give a name, a telephone number or an e-mail address.")])
        case .fewDigits:
            .badInput(
                "So few digits are no telephone number.",
                remedies: [.say("Give \(Sought.leastDigits) of its digits or more: its end will do.")])
        case .tooMuch:
            .badInput("That is more than a name.", remedies: [.say("Give a few words of it, a number or an address.")])
        }
    }
}
