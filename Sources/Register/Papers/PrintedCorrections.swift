import Ledger
import Partnership
import Workflow

/// What a meeting put right in its minutes, line by line, as papers print it.
struct PrintedCorrections {
    /// Nothing that may tell of what is in no paper any more; where something is left out, it says so.
    let printed: String
    let leftOut: [String]

    /// - Parameters:
    ///   - text: the corrections as they were recorded.
    ///   - agenda: of the meeting, as papers print it.
    ///   - going: what is about to leave it, by the numbers of the items.
    init(_ text: String, of agenda: [AgendaItem], going: Set<String> = []) {
        // What was taken and is in no paper any more: a line that does not say what it is about may be about that.
        let lost = going.union(agenda.filter(\.isNoLongerPrinted).map(\.number))
        let gone = lost.union(agenda.filter(\.isTakenOff).map(\.number))
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        leftOut = lines.filter { line in
            let said = CitedItems(line)
            let cited = agenda.filter(said.contains).map(\.number)
            guard !cited.isEmpty else { return !lost.isEmpty }
            return cited.contains { number in gone.contains { $0 == number || $0.hasPrefix(number + ".") } }
        }
        let left = leftOut
        printed =
            left.isEmpty
            ? text
            : (lines.filter { !left.contains($0) }
                + ["What was put right is not printed where it may be of a matter that is no longer printed."])
                .joined(separator: "\n")
    }
}

extension View {
    /// Those of what everybody, or whoever may read what was taken in private, may read; nil where nothing was put right.
    func printedCorrections(of meeting: StoredItem, private isPrivate: Bool = false) throws -> PrintedCorrections? {
        try (isPrivate ? meeting.meeting.privateCorrections : meeting.meeting.corrections).map {
            PrintedCorrections($0, of: try printable(withoutWithdrawn(agenda(of: meeting), of: meeting), of: meeting))
        }
    }
}

/// What a meeting's corrections may tell of issues that an erasure takes as a whole.
public struct TellingCorrections: Sendable {
    /// The meeting, and the one that agreed its minutes: papers of both print them.
    public let places: Set<String>
    fileprivate let meeting: String
    fileprivate let agenda: [AgendaItem]
    fileprivate let going: Set<String>

    /// The lines of a text that may; none for what is no such correction.
    public func lines(of text: KeptText) -> [String] {
        guard text.reference == meeting, TellingCorrections.fields.contains(text.field) else { return [] }
        return PrintedCorrections(text.text, of: agenda, going: going).leftOut
    }

    private static let fields = [MeetingReader.Field.corrections, .privateCorrections].map { View.inWords($0.rawValue) }
}

extension View {
    public func correctionsTelling(of erased: ErasedValues) throws -> [TellingCorrections] {
        guard !erased.whole.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT DISTINCT meeting.reference FROM agenda_item JOIN item AS meeting ON meeting.id = agenda_item.meeting
            JOIN item AS issue ON issue.id = agenda_item.issue
            WHERE issue.reference IN (\(erased.whole.map { _ in "?" }.joined(separator: ", "))) ORDER BY meeting.reference
            """, erased.whole.sorted().map(SQLValue.text)
        ).map { row in
            let meeting = try item(row.word("reference"))
            let agenda = try agenda(of: meeting)
            let going = agenda.filter { $0.issue.map { erased.whole.contains($0.reference) } ?? false }.map(\.number)
            return TellingCorrections(
                places: Set([meeting.reference, meeting.meeting.agreedAt].compactMap(\.self)),
                meeting: meeting.reference, agenda: agenda, going: Set(going))
        }
    }
}
