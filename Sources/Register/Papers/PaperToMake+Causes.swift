import Ledger
import Partnership
import Workflow

// Why a paper of a meeting has to be made again: what was changed since it went out.
extension View {
    /// Nothing where it says what is so.
    func causes(of paper: IssuedPaper) throws -> [PaperToMake.Cause] {
        if paper.kind == "notice" {
            let meeting = try item(paper.item)
            guard try isOutdated(notice: paper, of: meeting) else { return [] }
            return try [
                meeting.meeting.isCalledOff && isStateChanged(meeting, since: paper.operation) ? .calledOff : .notice
            ]
        }
        // A page or a log tells of many meetings, and is made again when somebody asks for it; but for what may be in no paper.
        if IssuedPaper.ofBodies.contains(paper.kind) {
            return try paper.cites.filter { try isBarred($0, since: paper) }.map { .takenOff(issue: $0) }
        }
        var seen: Set<PaperToMake.Cause> = []
        return try meetings(of: paper).flatMap { try causes(of: paper, at: $0) }.filter { seen.insert($0).inserted }
    }

    private func causes(of paper: IssuedPaper, at meeting: StoredItem) throws -> [PaperToMake.Cause] {
        let isMinutes = paper.tellsWhatWasDone
        var causes: [PaperToMake.Cause] = []
        // What is final is put right no more.
        if !isMinutes || meeting.isOpen { causes += try changes(in: paper, of: meeting) }
        causes += try printedAgain(at: meeting, beside: paper).map { .printedAgain(issue: $0) }
        let left = isMinutes ? [] : try leftAgenda(of: meeting)
        // Papers name the issues that they print, and no matters.
        for reference in left.subtracting(paper.cites).sorted() {
            let matter = try item(reference)
            guard matter.workflow == "matter", try isStateChanged(matter, since: paper.operation) else { continue }
            causes.append(.takenOff(issue: reference))
        }
        for reference in paper.cites {
            let issue = try item(reference)
            if left.contains(reference), let then = try self.issue(issue, asAt: paper.operation),
                try !isOff(then) && !isUnplaced(then, at: meeting)
            {
                causes.append(.takenOff(issue: reference))
                continue
            }
            guard !issue.issue.isScreenClear || (isMinutes ? isWithdrawn(issue) : isOff(issue)) else { continue }
            // What had ended before it went out is told as what it was.
            if try isStateChanged(issue, since: paper.operation) { causes.append(.takenOff(issue: reference)) }
        }
        return causes
    }

    /// References of the issues and matters that have left the agenda of a meeting.
    private func leftAgenda(of meeting: StoredItem) throws -> Set<String> {
        let agenda = try agenda(of: meeting)
        return try Set(zip(agenda, withoutWithdrawn(agenda, of: meeting)).filter(\.1.hasLeft).compactMap(\.0.subject))
    }

    /// What was put right in a meeting or its issues, added or released since a paper went out. Words that were taken out of it
    /// are not there to be put right.
    private func changes(in paper: IssuedPaper, of meeting: StoredItem) throws -> [PaperToMake.Cause] {
        let operation = paper.operation
        let own = try redactions(of: paper)
        let isMinutes = paper.tellsWhatWasDone
        var causes: [PaperToMake.Cause] = []
        if !isMinutes {
            if meeting.meeting.isCalledOff {
                if try isStateChanged(meeting, since: operation) { causes.append(.calledOff) }
            } else if try isTouched(meeting, since: operation, besides: own),
                try isNoticeChanged(meeting, since: operation)
            {
                causes.append(.notice)
            }
        }
        let rows = try rows(of: meeting, since: operation).filter { !own.contains($0.count("operation")) }
        if isMinutes {
            let said = [MeetingReader.Field.corrections, .privateCorrections, .notExcludedBecause].map(\.rawValue)
            let isChanged =
                try isTouched(meeting, since: operation, besides: own)
                && isChanged(meeting, since: operation, said.contains)
            if try isChanged || rows.contains(where: isRecordChanged) || printsLostCorrections(paper, of: meeting) {
                causes.append(.record)
            }
        } else if rows.contains(where: { $0.text("before") == nil }) {
            causes.append(.added)
        }
        // Papers name the issues that they print, and no matters: those for whom what is private is printed have them.
        let printsPrivate = ["restricted", "chair"].contains(paper.edition)
        let released = try released(at: meeting, since: operation)
        if released.contains(where: { $0.map { !paper.cites.contains($0) } ?? !printsPrivate }) {
            causes.append(.released)
        } else if !isMinutes, printsPrivate, !released.isEmpty {
            causes.append(.opened)
        }
        for reference in isMinutes ? [] : paper.cites {
            let issue = try item(reference)
            guard issue.issue.isScreenClear, !isOff(issue), try isTouched(issue, since: operation, besides: own),
                try isPrintedOtherwise(issue, since: operation)
            else { continue }
            causes.append(.corrected(issue: reference))
        }
        return causes
    }

    /// Whether more than that it was released was changed in a row of an agenda or a decision.
    private func isRecordChanged(_ row: Row) throws -> Bool {
        func told(_ image: String?) throws -> [String: JSON] {
            guard let image, case .object(let members) = try ItemCoding.parse(image) else { return [:] }
            return members.filter { !["released", "release_reason"].contains($0.key) }
        }
        return try told(row.text("before")) != told(row.text("after"))
    }

    /// The issues of a meeting that a paper had to leave out when it went out, and that may be printed again since: consent was
    /// given again, or the gap is raised without a name, and it was brought back to a meeting that is still to come.
    private func printedAgain(at meeting: StoredItem, beside paper: IssuedPaper) throws -> [String] {
        func isOut(_ issue: StoredItem) throws -> Bool {
            try !issue.issue.isScreenClear
                || (paper.tellsWhatWasDone ? isWithdrawn(issue) : isOff(issue) || isUnplaced(issue, at: meeting))
        }
        let lines = try withoutWithdrawn(agenda(of: meeting), of: meeting).filter { line in
            paper.extracted.map { line.number == $0 || line.number.hasPrefix($0 + ".") } ?? true
        }
        return try Set(lines.compactMap(\.issue?.id)).sorted().compactMap { id in
            let issue = try item(id: id)
            guard try !isOut(issue), let then = try self.issue(issue, asAt: paper.operation), try isOut(then) else {
                return nil
            }
            return issue.reference
        }
    }

    /// Whether minutes print what was put right in a matter that may be printed no more, and that they do not name: in their own,
    /// or in those that their meeting agreed.
    private func printsLostCorrections(_ paper: IssuedPaper, of meeting: StoredItem) throws -> Bool {
        func isOut(_ issue: StoredItem) -> Bool { !issue.issue.isScreenClear || isWithdrawn(issue) }
        return try ([meeting] + meetings(agreedAt: meeting)).contains { minutes in
            guard
                try [false, true].contains(where: { isPrivate in
                    try !(printedCorrections(of: minutes, private: isPrivate)?.leftOut.isEmpty ?? true)
                })
            else { return false }
            return try agenda(of: minutes).compactMap(\.issue).contains { line in
                let issue = try item(id: line.id)
                guard !paper.cites.contains(line.reference), isOut(issue) else { return false }
                return try self.issue(issue, asAt: paper.operation).map { !isOut($0) } ?? false
            }
        }
    }

    /// An issue as an operation had left it; nil where it is unchanged.
    private func issue(_ issue: StoredItem, asAt operation: Int) throws -> StoredItem? {
        try image(of: issue, asAt: operation) == nil ? nil : stood(issue, after: operation)
    }

    /// The fields by which it is decided whether papers may print an issue.
    private static let deciding = Set(
        [IssueReader.Field.consent, .consentWith, .safeguarding, .anonymous, .scope].map(\.rawValue))

    /// What of a meeting's agenda was released since an operation, wherever it was taken in private: references of issues, and
    /// nil for what is none.
    private func released(at meeting: StoredItem, since operation: Int) throws -> [String?] {
        try connection.rows(
            """
            SELECT item.reference FROM change
            JOIN agenda_item ON CAST(agenda_item.id AS TEXT) = change.key LEFT JOIN item ON item.id = agenda_item.issue
            WHERE change.relation = 'agenda_item' AND change.operation > ? AND agenda_item.released IS NOT NULL
              AND NOT EXISTS (
                SELECT 1 FROM agenda_item AS other
                WHERE other.matter = agenda_item.matter AND other.private = 1 AND other.released IS NULL)
              AND (agenda_item.meeting = ? OR agenda_item.issue IN (SELECT issue FROM agenda_item WHERE meeting = ?))
            """, [.integer(operation), .integer(meeting.id), .integer(meeting.id)]
        ).map { $0.text("reference") }
    }

    /// What was changed in a meeting's agenda and decisions since an operation.
    private func rows(of meeting: StoredItem, since operation: Int) throws -> [Row] {
        try connection.rows(
            """
            SELECT operation, before, after FROM change WHERE operation > ? AND (
              relation = 'agenda_item' AND key IN (SELECT CAST(id AS TEXT) FROM agenda_item WHERE meeting = ?)
              OR relation = 'decision' AND key IN (SELECT CAST(id AS TEXT) FROM decision WHERE meeting = ?))
            """, [.integer(operation), .integer(meeting.id), .integer(meeting.id)])
    }

    /// Whether an item came to another state, or what its family agreed to or the screen found was changed, since an
    /// operation.
    func isStateChanged(_ item: StoredItem, since operation: Int) throws -> Bool {
        if try isChanged(item, since: operation, Self.deciding.contains) { return true }
        return try connection.rows(
            "SELECT before FROM change WHERE relation = 'item' AND key = ? AND operation > ? AND before IS NOT NULL",
            [.text(String(item.id)), .integer(operation)]
        ).contains { try ItemCoding.parse($0.word("before"))["state"]?.string != item.state }
    }

    /// The operations that took words out of a paper.
    private func redactions(of paper: IssuedPaper) throws -> Set<Int> {
        Set(
            try connection.rows(
                "SELECT operation FROM change WHERE relation = 'issued' AND key = ? AND before IS NOT NULL",
                [.text(String(paper.id))]
            ).map { $0.count("operation") })
    }

    /// Whether other operations than some changed an item since one.
    private func isTouched(_ item: StoredItem, since operation: Int, besides own: Set<Int>) throws -> Bool {
        try connection.rows(
            "SELECT operation FROM change WHERE relation = 'item' AND key = ? AND operation > ?",
            [.text(String(item.id)), .integer(operation)]
        ).contains { !own.contains($0.count("operation")) }
    }
}
