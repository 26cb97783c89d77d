import Ledger
import Workflow

/// The calendars that clocks run on are read from files, and what they were read as is kept where anybody could write to it.
/// So the register has a digest of them on record, and believes what is kept only where it fits; otherwise the files
/// themselves are read, and the next operation puts on record what they say.
extension View {
    static let calendarDigest = "calendars-digest"

    func calendars() throws -> Calendars {
        try rulebook.calendars { try setting(View.calendarDigest) }
    }
}

extension Operation {
    /// Puts the digest of the calendars that were read from the files themselves on record, where that is another one.
    func recordCalendars() throws {
        guard let digest = view.rulebook.provedCalendars, try view.setting(View.calendarDigest) != digest else {
            return
        }
        let key = SQLValue.text(View.calendarDigest)
        if try connection.stored(.setting, key: key) == nil {
            try insert(.setting, key: key, [.text(digest)])
        } else {
            try update(.setting, key: key, ["value": .text(digest)])
        }
    }
}

extension Calendars {
    /// What they say, whatever order their files have.
    var digest: String { Hash.of(form) }
}
