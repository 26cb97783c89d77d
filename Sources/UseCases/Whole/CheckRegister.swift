import Ledger
import Register

public struct CheckedRegister: Sendable, Codable {
    public let operations: Int
    public let items: Int
    /// Where its journal has come to: `143-a1b2c3d4e5f6-2026-11-26`.
    public let head: String?
    /// How many problems there are.
    public internal(set) var count: Int
    /// The first fifty, each a sentence; none when everything holds.
    public internal(set) var problems: [String]
    /// What is worth knowing and nothing wrong, each a sentence.
    public internal(set) var notes: [String]
    /// The register holds by itself, whatever head it was held against and whoever can get at its files.
    public let isSound: Bool
    /// A head was given, and its journal holds that.
    public let isHeadHeld: Bool
    /// Some of what is wrong can be made anew from the journal.
    public let isMendable: Bool
    /// Nothing is written to it, since it was found damaged.
    public internal(set) var isMarked = false
    /// Its journal holds what the mark of damage tells of; nil where that tells nothing.
    var isMarkHeld: Bool?
    /// What the log of openings knows, and its journal does not hold: a head.
    var unheldByLog: String?
    /// Where its journal had come to once, and what is lost of that without being on record as lost: heads.
    public internal(set) var missing: [String] = []
    /// In a register restored from a backup: since when it is not known what was erased. ISO 8601, UTC.
    public let erasuresUnknownSince: String?
    /// How many texts in an editor were taken away, of commands that were killed.
    public internal(set) var swept = 0
    /// Where something may stand beside the register that was erased from it.
    public internal(set) var leftovers = Leftovers.none
    /// The log of what was opened can be read and holds no line, though more was recorded than the beginning.
    public internal(set) var isLogEmpty = false

    init(_ report: CheckReport, against head: String?, from view: View) throws {
        operations = report.operations
        items = report.items
        self.head = report.head
        count = report.count
        problems = report.problems
        notes = report.notes
        isSound = report.isSound
        isHeadHeld = head != nil && report.isHeadHeld
        isMendable = report.isMendable
        erasuresUnknownSince = try view.erasuresUnknownSince
    }

    /// Says what is lost, as far as that is on record; and of a head that it was held against, whether it is.
    fileprivate mutating func note(lost: [Head], against written: String?) {
        notes += lost.map {
            "What had been recorded up to operation \($0.number) of \($0.day) is lost (\($0)): it is on record that the register goes on without it."
        }
        guard let head = written.flatMap({ Head($0) }), !isHeadHeld else { return }
        if lost.contains(head) {
            problems[0] += " That it is lost is on record."
        } else {
            miss(head.description)
        }
    }

    fileprivate mutating func miss(_ head: String) {
        if !missing.contains(head) { missing.append(head) }
    }
}

extension Workplace {
    /// Checks the register against itself: its journal's chain, every row and every sealed text against it, every history
    /// against its workflow; and who else can get at its files. Nobody writes meanwhile. What it finds of the register itself is
    /// marked beside it; the mark goes again when this check can know that nothing is missing.
    ///
    /// - Parameter head: where its journal had come to once, as it was printed; the register has to hold that still.
    public func check(against head: String? = nil, for request: Request) throws -> CheckedRegister {
        // What is kept of workflow files is looked at first: whatever the register does not believe of it is taken away in
        // passing.
        let pinned = try noticing {
            try register.readChecking(by: request.who, alone: false) { (try? $0.pinnedTexts()) ?? [] }
        }
        let kept = try share.keptFaults(pinned)
        let mark = Soundness(of: folder)
        let openings = OpeningLog(home: folder)
        let log = openings.heads
        let closed = openings.closed
        var checked = try noticing {
            try register.readChecking(by: request.who, alone: true) { view in
                var checked = try CheckedRegister(view.check(against: head, at: now()), against: head, from: view)
                checked.isMarkHeld = try mark.head.map(view.holds)
                try checked.note(lost: view.lostHeads(), against: head)
                let farthest = OpeningLog.farthest(of: log, since: try view.lostHeads())
                checked.unheldByLog = try farthest.flatMap { try view.holds($0) ? nil : $0.description }
                return checked
            }
        }
        if !checked.isSound {
            mark.tell(damagedAt: now(), head: checked.head)
        } else if mark.since != nil {
            let isKnown = head == nil ? checked.isMarkHeld == true : checked.isHeadHeld
            if isKnown { mark.clear() }
        }
        let faults = FileAccess(folder: folder).faults + kept + doubts(of: checked)
        if checked.isSound {
            if checked.isMarkHeld == false, let known = mark.head { checked.miss(known.description) }
            if let known = checked.unheldByLog { checked.miss(known) }
        }
        checked.isMarked = mark.since != nil
        let surroundings = Surroundings(of: folder)
        if checked.isSound { surroundings.removeCopies() }
        checked.swept = swept
        checked.leftovers = Leftovers(in: surroundings)
        checked.isLogEmpty = log.isEmpty && closed.isEmpty && checked.operations > 1
        checked.notes +=
            FileAccess(folder: folder).notes + closed.map { "\($0) That log could not be held against this register." }
        checked.count += faults.count
        checked.problems = faults + checked.problems
        return checked
    }

    /// What lies beside the register and tells of more than it holds, each a sentence.
    private func doubts(of checked: CheckedRegister) -> [String] {
        let older = "an older copy was put in its place, or what came later was taken away"
        var doubts: [String] = []
        if let log = checked.unheldByLog.flatMap({ Head($0) }) {
            doubts.append(
                "The log of what was opened knows operation \(log.number) of \(log.day), which is not in this register: \(older)."
            )
        }
        let mark = Soundness(of: folder)
        if checked.isSound, let since = mark.since {
            doubts.append(
                mark.head.map {
                    "When it was found damaged, on \(since), it had operation \($0.number) of \($0.day), which is not in this register: \(older)."
                }
                    ?? "It was found damaged on \(since), and how far it went then could not be read: whether this is all of it cannot be told without a head that was printed."
            )
        }
        return doubts
    }
}
