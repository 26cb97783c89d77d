import Workflow

/// What agendas, minutes and papers read of a meeting.
public struct MeetingReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case body, date, time, venue, reason, corrections, supplements
        case howToJoin = "how-to-join"
        case accessContact = "access-contact"
        case publishedOn = "published-on"
        case confirmedAt = "confirmed-at"
        case concludedAt = "concluded-at"
        case agreedAt = "agreed-at"
        case circulatedOn = "circulated-on"
        case agreedOn = "agreed-on"
        case signedOn = "signed-on"
        case signedBy = "signed-by"
        case movedFrom = "moved-from"
        case privateCorrections = "private-corrections"
        case notExcludedBecause = "not-excluded-because"
    }

    public static let contract = Contract.meeting
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    /// The body's id.
    public var body: String? { text(.body) }
    public var date: Day? { day(.date) }
    public var time: String? { text(.time) }
    public var venue: String? { text(.venue) }
    public var howToJoin: String? { text(.howToJoin) }
    public var accessContact: String? { text(.accessContact) }
    public var publishedOn: Day? { day(.publishedOn) }
    /// So many supplements to its agenda were issued.
    public var supplements: Int { number(.supplements) ?? 0 }
    /// The later meeting that confirmed its provisional decisions.
    public var confirmedAt: String? { text(.confirmedAt) }
    /// When it was closed, as it was written down.
    public var concludedAt: String? { text(.concludedAt) }
    public var circulatedOn: Day? { day(.circulatedOn) }
    public var agreedOn: Day? { day(.agreedOn) }
    public var signedOn: Day? { day(.signedOn) }
    public var corrections: String? { text(.corrections) }
    /// Corrections of what was taken in private.
    /// The later meeting that agreed its minutes.
    public var agreedAt: String? { text(.agreedAt) }
    public var privateCorrections: String? { text(.privateCorrections) }
    /// Why items were taken in private without a resolution to exclude the public.
    public var notExcludedBecause: String? { text(.notExcludedBecause) }
    /// The day it was to meet on before it was moved.
    public var movedFrom: Day? { day(.movedFrom) }
    /// Why it was moved, or does not take place.
    public var reason: String? { text(.reason) }
    /// It has not been opened yet.
    public var isAhead: Bool { means("ahead") }
    /// It did not take place and will not.
    public var isCalledOff: Bool { means("called-off") }
}
