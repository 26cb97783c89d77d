/// Something questionable in a definition that is sound in form.
public struct Finding: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        /// The workflow cannot work as written.
        case error
        /// Worth knowing; it works.
        case note
    }

    public let code: Code
    public let subject: Subject
    public let sentence: String
    /// The shortest sequence of events that shows it, where one does.
    public let path: [String]
    /// The same as the kernel played it, with people, days and values; nil where it was not played.
    public let story: Story?
    /// Why the file says that it is meant; nil when it does not.
    public var waiver: String?

    public var severity: Severity { code.severity }

    package init(_ code: Code, _ subject: Subject, _ sentence: String, path: [String] = [], story: Story? = nil) {
        self.code = code
        self.subject = subject
        self.sentence = sentence
        self.path = story?.events ?? path
        self.story = story
    }

    /// What kinds of findings there are. The raw value is what waivers and editors name.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case unreachableState = "unreachable-state"
        case noWayOut = "no-way-out"
        case noWayToAnEnd = "no-way-to-an-end"
        case deadEvent = "dead-event"
        /// An event that happens, but never from one of the states that it names.
        case arrowNeverTaken = "arrow-never-taken"
        case ruleNeverHolds = "rule-never-holds"
        case ruleAlwaysHolds = "rule-always-holds"
        case targetNeverTaken = "target-never-taken"
        case targetGap = "target-gap"
        case targetOverlap = "target-overlap"
        case ruleImplied = "rule-implied"
        case ambiguousClocks = "ambiguous-clocks"
        case nobodyCanAct = "nobody-can-act"
        /// An event for the host alone that neither a clock nor an effect causes.
        case eventWithoutCause = "event-without-cause"
        case needsTwoPeople = "needs-two-people"
        case onePersonDeadlock = "one-person-deadlock"
        case roleNotHeld = "role-not-held"
        case stateWithoutClock = "state-without-clock"
        case clockWithoutExit = "clock-without-exit"
        case clockNeverRuns = "clock-never-runs"
        case clockEventElsewhere = "clock-event-elsewhere"
        case clockEventRefused = "clock-event-refused"
        /// It is refused to some items until somebody changes what is on record.
        case clockEventWaits = "clock-event-waits"
        case clockStaysMissed = "clock-stays-missed"
        /// It causes its event once, and leaves an item where no clock runs any more.
        case clockRunsOnce = "clock-runs-once"
        case notShown = "not-shown"
        case sealedFieldCopied = "sealed-field-copied"
        case sealedFieldDecides = "sealed-field-decides"
        case sealedFieldUnread = "sealed-field-unread"
        case fieldNeverWritten = "field-never-written"
        case fieldNeverUsed = "field-never-used"
        case factNeverUsed = "fact-never-used"
        case promiseBroken = "promise-broken"
        case promiseUnproved = "promise-unproved"
        case waiverWithoutFinding = "waiver-without-finding"
        /// The program needs something that the file lacks.
        case contract
        /// A definition made in code names what it does not have, or holds what no file can.
        case fault

        public var severity: Severity {
            switch self {
            case .needsTwoPeople, .onePersonDeadlock, .roleNotHeld, .fieldNeverUsed, .factNeverUsed, .targetOverlap,
                .ruleImplied, .clockNeverRuns, .clockRunsOnce, .clockEventWaits, .arrowNeverTaken, .sealedFieldDecides,
                .sealedFieldUnread, .eventWithoutCause,
                .promiseUnproved, .notShown:
                .note
            default: .error
            }
        }
    }
}

/// What part of a definition something is about.
public enum Subject: Hashable, Sendable {
    case workflow
    case state(String)
    case event(String)
    /// By its position from 1, in an event or, when that is nil, in the whole workflow.
    case rule(Int, of: String?)
    case clock(String)
    case field(String)
    case section(String)
    case fact(String)
    case promise(String)
    /// By its position from 1.
    case waiver(Int)
}

extension Subject: CustomStringConvertible {
    /// As waivers name it: `event accept`, `event accept rule 2`, `clock triage`.
    public var description: String {
        switch self {
        case .workflow: "workflow"
        case .state(let name): "state \(name)"
        case .event(let name): "event \(name)"
        case .rule(let position, of: nil): "rule \(position)"
        case .rule(let position, of: .some(let event)): "event \(event) rule \(position)"
        case .clock(let name): "clock \(name)"
        case .field(let name): "field \(name)"
        case .section(let name): "section \(name)"
        case .fact(let name): "fact \(name)"
        case .promise(let name): "promise \(name)"
        case .waiver(let position): "waiver \(position)"
        }
    }
}

/// The file's own word that a finding is meant.
public struct Waiver: Hashable, Sendable {
    public let code: Finding.Code
    /// As `Subject` describes itself.
    public let subject: String
    public let because: String

    public init(code: Finding.Code, subject: String, because: String) {
        self.code = code
        self.subject = subject
        self.because = because
    }
}
