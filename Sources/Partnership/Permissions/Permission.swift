/// Something that may be done or read besides the events and sections of workflow files, which have tables of their own
/// (`by:` and `readers:`). Who may is the partnership's to say, in `permissions.yaml` of its profile.
public enum Permission: String, Hashable, Sendable, CaseIterable {
    /// Seats anybody else anywhere, and ends seats.
    case seat
    /// Seats others in one's own body, in roles that read no more than one's own.
    case seatOwnBody = "seat-own-body"
    /// Adds, renames, corrects and erases people.
    case keepPeople = "keep-people"
    /// Sees people's addresses.
    case readAddresses = "read-addresses"
    case attend
    case declare
    case minute
    case buildAgenda = "build-agenda"
    /// Agendas, minutes, decisions and attendance of a body's meetings.
    case readMeeting = "read-meeting"
    /// What a body takes in private.
    case readPrivate = "read-private"
    /// Lets papers print what was taken in private.
    case releasePrivate = "release-private"
    /// What another body decided in private on an issue of one's own area: whoever answers the family has to know.
    case readPrivateAnswers = "read-private-answers"
    /// Exact figures of an area's issues, meetings and gaps.
    case readReports = "read-reports"
    case importIssues = "import"
    /// Lets missed clocks cause their events.
    case tick
    /// Checks the register, and sees what was done in it as a whole.
    case check
    case packPublic = "pack-public"
    case packMembers = "pack-members"
    case packRestricted = "pack-restricted"
    case packChair = "pack-chair"
    case packLetter = "pack-letter"
    /// Lets words that look like a personal detail stand in a paper.
    case releaseWord = "release-word"
    /// Marks a replaced value as never having been true of anybody.
    case markMistaken = "mark-mistaken"
    /// Sees who was shown what is confidential.
    case readOpenings = "read-openings"
    /// Gives out what is held about somebody, on an approved request.
    case giveOut = "give-out"
    /// Erases what an approved request asks to be erased.
    case erase
    /// Takes words out of a text for good.
    case redact
    /// Takes back a paper that was issued: of one's own body, or a letter on an issue of one's own area.
    case recall
    /// Reads what was recalled.
    case readRecalled = "read-recalled"
    /// Says how offices and services that serve the public are reached, which any paper may print.
    case keepContacts = "keep-contacts"
    /// Copies the register to a backup.
    case backup
    /// Writes out everything that is stored, values included.
    case export
    /// Makes a register of a backup or of an export.
    case restore

    /// What has to belong to one's seat for it to count.
    public enum Place: Hashable, Sendable {
        /// The body whose meeting it is.
        case body
        /// The area of the issue.
        case area
        /// Nothing: a seat anywhere counts.
        case register
    }

    public var place: Place {
        switch self {
        case .attend, .declare, .minute, .buildAgenda, .readMeeting, .readPrivate, .releasePrivate, .seatOwnBody,
            .packPublic, .packMembers, .packRestricted, .packChair, .releaseWord, .recall, .readRecalled:
            .body
        case .packLetter, .readPrivateAnswers, .readReports, .markMistaken, .giveOut, .erase, .redact: .area
        case .seat, .keepPeople, .readAddresses, .importIssues, .tick, .check, .readOpenings, .keepContacts, .backup,
            .export,
            .restore:
            .register
        }
    }

    /// As a sentence begins: `Recording minutes`.
    public var title: String {
        switch self {
        case .seat: "Seating people"
        case .seatOwnBody: "Seating others in one's own body"
        case .keepPeople: "Adding, correcting and erasing people"
        case .readAddresses: "Seeing people's addresses"
        case .attend: "Recording attendance"
        case .declare: "Recording declarations"
        case .minute: "Recording minutes"
        case .buildAgenda: "Building agendas"
        case .readMeeting: "Reading agendas, minutes and decisions"
        case .readPrivate: "Reading what is taken in private"
        case .releasePrivate: "Releasing what was taken in private"
        case .readPrivateAnswers: "Reading what was decided in private on an issue"
        case .readReports: "Reading reports"
        case .importIssues: "Importing issues"
        case .tick: "Letting missed clocks run"
        case .check: "Looking over the whole register"
        case .packPublic: "Making the public edition"
        case .packMembers: "Making the members' edition"
        case .packRestricted: "Making the restricted edition"
        case .packChair: "Making the chair's edition"
        case .packLetter: "Writing to whoever raised an issue"
        case .releaseWord: "Releasing words for a paper"
        case .markMistaken: "Marking values as mistaken"
        case .readOpenings: "Seeing who was shown what is confidential"
        case .giveOut: "Giving out what is held about somebody"
        case .erase: "Erasing what is held about somebody"
        case .redact: "Taking words out of a text"
        case .recall: "Recalling papers"
        case .readRecalled: "Reading recalled papers"
        case .keepContacts: "Keeping the public contacts"
        case .backup: "Backing up the register"
        case .export: "Exporting the whole register"
        case .restore: "Restoring a register"
        }
    }
}
