import Partnership
import Register
import class Register.Operation
import Workflow

/// Records what was said under an item of a meeting's agenda, or that it was not reached. What is recorded a second time
/// replaces the first, unless whoever records it may not read the first; what somebody else recorded is replaced only by
/// whoever says so, or goes on with it.
public struct RecordMinutes: Deed {
    public enum Outcome: Sendable {
        case discussed(String)
        /// Time ran out before it.
        case notReached
    }

    /// What may be replaced.
    public enum Replacing: Hashable, Sendable {
        /// What the person recorded themselves.
        case own
        /// That, and this text, which they went on with, whoever recorded it.
        case seen(String)
        /// Whatever stands there.
        case anything
    }

    public let meeting: String
    /// The number on the agenda, `8.1`.
    public let item: String
    public let replacing: Replacing
    public let outcome: Outcome
    /// It may give away what was taken in private, and is to be minuted in public all the same.
    public let isForPublic: Bool
    public let name = "minutes record"

    public init(
        _ outcome: Outcome, under item: String, of meeting: String, replacing: Replacing = .own,
        isForPublic: Bool = false
    ) {
        self.replacing = replacing
        self.isForPublic = isForPublic
        self.outcome = outcome
        self.item = item
        self.meeting = meeting
    }

    static let discussed = Field(name: "discussed", title: "Discussed", kind: .text, limit: 20_000)

    public func perform(in operation: Operation, as standing: Standing) throws -> MinutedItem {
        let reading = try MeetingReading(of: meeting, from: operation.view, as: standing)
        let meeting = reading.meeting
        try standing.must(.minute, at: reading.body)
        try reading.mustBeClear(item: item)
        try reading.mustReplace(under: item)
        switch outcome {
        case .discussed(let text):
            let line = try operation.view.agendaItem(item, of: meeting)
            let matters = try reading.matters(in: text, under: line)
            try mustReplace(what: line, in: operation.view, as: standing)
            guard isForPublic || matters.isEmpty else {
                throw PrivateMatters.refusal(matters, "item \(item) is public")
            }
            try operation.minute(item, of: meeting, discussed: RecordMinutes.discussed.recorded(text))
            return MinutedItem(item: item, reached: true, replaces: line.discussed != nil, carried: nil)
        case .notReached:
            let carried = try operation.skip(item, of: meeting)
            return MinutedItem(
                item: item, reached: false, replaces: false,
                carried: carried.map { MinutedItem.Carried(matter: $0.reference, meeting: $0.matter.meeting) })
        }
    }

    private func mustReplace(what line: AgendaItem, in view: View, as standing: Standing) throws {
        switch replacing {
        case .anything: return
        case .seen(let text) where text == line.discussed: return
        case .seen, .own: break
        }
        guard line.discussed != nil, let last = try view.minuting(of: line), last.person.id != standing.person.id else {
            return
        }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: "Item \(line.number) was minuted by \(last.person.name) on \(last.day.words), and this would "
                    + "take its place.",
                remedies: [.say("Look at what stands there; to replace it all the same:"), .give(["replace"])])
        ])
    }
}

/// What a text would give away if it were minuted under a public item: references of matters taken in private. Asked of
/// what is about to be recorded.
public struct PrivateMatters: Question {
    public let text: String
    public let item: String
    public let meeting: String

    public init(in text: String, under item: String, of meeting: String) {
        self.text = text
        self.item = item
        self.meeting = meeting
    }

    public func answer(from view: View, as standing: Standing) throws -> [String] {
        let reading = try MeetingReading(of: meeting, from: view, as: standing)
        try standing.must(.minute, at: reading.body)
        return try view.privateMatters(
            in: text, under: view.agendaItem(item, of: reading.meeting), of: reading.meeting, to: standing)
    }

    /// - Parameters:
    ///   - what: that it would be public, as a clause.
    ///   - mayInsist: whoever records it may say that it is for the public all the same.
    static func refusal(_ matters: [String], _ what: String, mayInsist: Bool = true) -> RegisterError {
        refusal(
            "\(Sentences.list(matters, "and")) \(matters.count == 1 ? "is" : "are") not for the public, and \(what).",
            mayInsist: mayInsist)
    }

    static func refusal(_ sentence: String, mayInsist: Bool = true) -> RegisterError {
        RegisterError.refused([
            Reason(
                kind: .rule, sentence: sentence,
                remedies: [.say("Record it under the private item, or leave out what would tell of it.")]
                    + (mayInsist ? [.give(["in-public"])] : []), code: "R10")
        ])
    }
}

public struct MinutedItem: Sendable, Codable {
    /// Its number on the agenda.
    public let item: String
    public let reached: Bool
    /// Something was recorded under it before, which this takes the place of.
    public let replaces: Bool
    /// What the meeting counted as taken when it ended, and goes on now.
    public let carried: Carried?

    public struct Carried: Sendable, Codable {
        public let matter: String
        /// The meeting that it comes before; nil while it waits for one.
        public let meeting: String?
    }
}

extension Field {
    /// Text that is recorded outside an event, held to what every field is held to. Throws `RegisterError.badInput`.
    func recorded(_ text: String) throws -> String {
        switch read(text) {
        case .success(.text(let text)): return text
        case .success: return text
        case .failure(let problem):
            throw RegisterError.badInput(
                problem.sentence, remedies: problem.hint.map { [.say($0)] } ?? [])
        }
    }
}
