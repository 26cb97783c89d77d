import Partnership
import Register
import class Register.Operation
import Workflow

/// Records what was written in a sheet of a whole meeting's minutes: all that was changed, and nothing that was not, or
/// nothing at all. What somebody else changed since the sheet was made, and the writer did not, stays theirs; where both did,
/// nothing is stored until the writer has chosen.
public struct EditMinutes: Deed {
    public let meeting: String
    public let written: WrittenMinutes
    /// What somebody else recorded meanwhile under an item that was changed here is replaced.
    public let replaces: Bool
    /// Texts may give away what was taken in private, and are to be minuted in public all the same.
    public let isForPublic: Bool
    public let name = "minutes edit"

    public init(
        of meeting: String, as written: WrittenMinutes, replacing replaces: Bool = false, isForPublic: Bool = false
    ) {
        self.meeting = meeting
        self.written = written
        self.replaces = replaces
        self.isForPublic = isForPublic
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> EditedMinutes {
        let reading = try MeetingReading(of: meeting, from: operation.view, as: standing)
        try standing.must(.minute, at: reading.body)
        try operation.view.checkMet(reading.meeting, on: operation.on)
        var changes = try written.changes(to: reading.sheet())
        guard replaces || changes.moved.isEmpty else {
            throw try MinutesMoved(
                meeting: reading.meeting.reference,
                items: changes.moved.map { try moved($0.item, of: reading) })
        }
        changes.stored += changes.moved
        // What is for the public is held against what is told in private here too.
        let ordered = changes.stored.filter(\.item.isPrivate) + changes.stored.filter { !$0.item.isPrivate }
        var reasons: [Reason] = []
        for (item, written) in ordered {
            reasons += try store(written, under: item, of: reading, in: operation)
        }
        guard reasons.isEmpty else { throw RegisterError.refused(reasons) }
        let place = changes.stored.sorted { $0.written.line < $1.written.line }
        return EditedMinutes(
            meeting: reading.meeting.reference, changed: place.map { EditedMinutes.Item($0.written) },
            kept: changes.kept)
    }

    /// Returns why it cannot be, where that is for the whole sheet to tell.
    private func store(
        _ written: WrittenMinutes.Item, under item: MinutesSheet.Item, of reading: MeetingReading,
        in operation: Operation
    ) throws -> [Reason] {
        do {
            try reading.mustBeClear(item: item.number)
            switch written.minuted {
            case .nothing: try operation.unminute(item.number, of: reading.meeting)
            case .notReached:
                try operation.unminute(item.number, of: reading.meeting)
                try operation.skip(item.number, of: reading.meeting)
            case .words(let text):
                let line = try operation.view.agendaItem(item.number, of: reading.meeting)
                let matters = try reading.matters(in: text, under: line)
                guard isForPublic || matters.isEmpty else {
                    throw PrivateMatters.refusal(matters, "item \(item.number) is public")
                }
                try operation.minute(
                    item.number, of: reading.meeting, discussed: RecordMinutes.discussed.recorded(text))
            }
            return []
        } catch RegisterError.refused(let reasons) {
            return reasons.map { reason in
                Reason(
                    kind: reason.kind, field: reason.field, sentence: "Line \(written.textLine): \(reason.sentence)",
                    remedies: reason.remedies, code: reason.code)
            }
        } catch RegisterError.badInput(let sentence, _) {
            throw Problems(
                name: self.written.name,
                problems: [Problem(line: written.textLine, column: 1, sentence: sentence, hint: nil)])
        }
    }

    private func moved(_ item: MinutesSheet.Item, of reading: MeetingReading) throws -> MinutesMoved.Item {
        let line = try reading.view.agendaItem(item.number, of: reading.meeting)
        let last = try reading.view.minuting(of: line)
        return MinutesMoved.Item(number: item.number, by: last?.person.name, on: last?.day)
    }
}

/// What became of a sheet.
public struct EditedMinutes: Sendable, Codable {
    public struct Item: Sendable, Codable {
        /// Its number on the agenda.
        public let item: String
        public let minuted: MinutedText

        init(_ written: WrittenMinutes.Item) {
            item = written.number
            minuted = written.minuted
        }
    }

    public let meeting: String
    /// In the order of the sheet; empty when nothing was changed.
    public let changed: [Item]
    /// The numbers of items that somebody else changed since the sheet was made, and the writer did not.
    public let kept: [String]
}

/// Under these items somebody else recorded something since a sheet was made, and the sheet changes it too. Nothing was
/// stored.
public struct MinutesMoved: Error, Sendable {
    public struct Item: Sendable {
        public let number: String
        /// The name of who recorded it.
        public let by: String?
        public let on: Day?
    }

    /// Its reference.
    public let meeting: String
    public let items: [Item]
}
