import Foundation
import Ledger
import Partnership
import Workflow

/// What a meeting put right in its minutes, line by line, as papers print it.
struct PrintedCorrections {
    /// Nothing that may tell of what is in no paper any more; where something is left out, it says so.
    let printed: String?
    let leftOut: [String]

    /// - Parameters:
    ///   - text: the corrections as they were recorded.
    ///   - agenda: of the meeting, without what has left it.
    ///   - going: what is about to leave it, by the numbers of the items.
    init(_ text: String?, of agenda: [AgendaItem], going: Set<String> = []) {
        let left = agenda.filter { $0.hasLeft || $0.isTakenOff || $0.isNoLongerPrinted }.map(\.number)
        let gone = going.union(left)
        guard let text, !gone.isEmpty else {
            (printed, leftOut) = (text, [])
            return
        }
        let known = Set(agenda.map(\.number))
        let headings = Set(gone.compactMap { $0.split(separator: ".").first.map(String.init) })
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        // One that says of no other item that it is about that may be about what is gone.
        let kept = lines.filter { line in
            let cited = PrintedCorrections.items(in: line).intersection(known)
            return !cited.isEmpty && cited.isDisjoint(with: gone) && cited.isDisjoint(with: headings)
        }
        leftOut = lines.filter { !kept.contains($0) }
        let instead =
            leftOut.isEmpty ? [] : ["What was put right in a matter that is no longer printed is not printed either."]
        printed = (kept + instead).joined(separator: "\n")
    }

    /// The numbers of items that a line names: `Item 8`, `8.1`.
    private static func items(in line: String) -> Set<String> {
        let words = line.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }.map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: "."))
        }
        return Set(
            words.indices.filter { place in
                words[place].allSatisfy { $0.isNumber || $0 == "." }
                    && (words[place].contains(".") || place > 0 && words[place - 1].hasPrefix("item"))
            }.map { words[$0] })
    }
}

extension View {
    /// Those of what everybody, or whoever may read what was taken in private, may read.
    func printedCorrections(
        of meeting: StoredItem, private isPrivate: Bool = false
    ) throws -> PrintedCorrections {
        PrintedCorrections(
            isPrivate ? meeting.meeting.privateCorrections : meeting.meeting.corrections,
            of: try printable(withoutWithdrawn(agenda(of: meeting), of: meeting), of: meeting))
    }

    /// Whether minutes that went out print a correction that may not be printed any more: of their own, or of the minutes
    /// that their meeting agreed.
    func printsWhatIsLeftOut(_ paper: IssuedPaper, of meeting: StoredItem) throws -> Bool {
        let agreed = try meetings(of: body(of: meeting).id, before: date(of: meeting)).filter {
            $0.meeting.agreedAt == meeting.reference
        }
        let leftOut = try ([meeting] + agreed).flatMap { meeting in
            try [false, true].flatMap { try printedCorrections(of: meeting, private: $0).leftOut }
        }
        guard !leftOut.isEmpty, let model = try contents(paper.model) else { return false }
        let text = String(decoding: model, as: UTF8.self).lowercased()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return try leftOut.contains { line in
            let bare = line.trimmingCharacters(in: CharacterSet(charactersIn: " .!?"))
            let written = String(decoding: try encoder.encode(bare), as: UTF8.self).dropFirst().dropLast()
            return text.contains(written.lowercased())
        }
    }
}

/// Lines of a meeting's corrections that may tell of what an erasure takes as a whole.
public struct TellingCorrections: Sendable {
    /// The meeting, and the one that agreed its minutes: papers of both print them.
    public let places: Set<String>
    /// The meeting whose minutes they put right.
    public let meeting: String
    public let lines: [String]
}

extension View {
    /// - Parameter items: with the event that erases of each.
    public func correctionsTelling(of items: [(item: StoredItem, event: String)]) throws -> [TellingCorrections] {
        let whole = items.filter { item, name in
            item.definition.event(name).map { event in
                !event.erases.isEmpty && event.targets.contains { $0.state.map { $0 != item.state } ?? false }
            } ?? false
        }
        let ids = Set(whole.map(\.item.id))
        guard !ids.isEmpty else { return [] }
        let meetings = try connection.rows(
            """
            SELECT DISTINCT item.reference FROM agenda_item JOIN item ON item.id = agenda_item.meeting
            WHERE agenda_item.issue IN (\(ids.map { _ in "?" }.joined(separator: ", "))) ORDER BY item.reference
            """, ids.map { .integer($0) })
        return try meetings.compactMap { row in
            let meeting = try item(row.word("reference"))
            let agenda = try agenda(of: meeting)
            let going = Set(agenda.filter { $0.issue.map { ids.contains($0.id) } ?? false }.map(\.number))
            let lines = [meeting.meeting.corrections, meeting.meeting.privateCorrections].flatMap {
                PrintedCorrections($0, of: agenda, going: going).leftOut
            }
            guard !lines.isEmpty else { return nil }
            return TellingCorrections(
                places: Set([meeting.reference, meeting.meeting.agreedAt].compactMap(\.self)),
                meeting: meeting.reference, lines: lines)
        }
    }
}
