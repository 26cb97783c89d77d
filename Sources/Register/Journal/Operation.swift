import Ledger
import Workflow

/// One write to the register: an entry of its ledger, with the register as it stands before it. Tallies are gathered and
/// written once.
public final class Operation: Entry {
    public let view: View
    /// The person who acts.
    public let actor: Person
    /// When it happened; what is recorded is always now.
    public let on: Day
    /// The operation's number.
    public var id: Int { number }

    private var tallies: [Tally: Int] = [:]
    /// Definition keys found once: an import asks for them a hundred thousand times.
    var pinnedKeys: [String: Int] = [:]
    /// How many events follow from one another up to here.
    var depth = 0

    struct Tally: Hashable {
        let workflow: String
        let area: String
        let state: String
    }

    init(view: View, actor: Person, on: Day, recorded: String, command: String) throws {
        self.view = view
        self.actor = actor
        self.on = on
        try super.init(
            on: view.connection, by: actor.id, effective: on.description, recorded: recorded, command: command)
    }

    /// Counts an item of an area and a state, or one that is no longer there.
    func count(workflow: String, area: String?, state: String, by step: Int) {
        tallies[Tally(workflow: workflow, area: area ?? "", state: state), default: 0] += step
    }

    public override func finish() throws {
        try recordCalendars()
        for (tally, difference) in tallies where difference != 0 {
            let place: [SQLValue] = [.text(tally.workflow), .text(tally.area), .text(tally.state)]
            try connection.execute(
                "UPDATE tally SET count = count + ? WHERE workflow = ? AND area = ? AND state = ?",
                [.integer(difference)] + place)
            if connection.changedRows == 0 {
                try connection.execute(
                    "INSERT INTO tally (workflow, area, state, count) VALUES (?, ?, ?, ?)",
                    place + [.integer(difference)])
            } else if difference < 0 {
                try connection.execute(
                    "DELETE FROM tally WHERE workflow = ? AND area = ? AND state = ? AND count = 0", place)
            }
        }
        try super.finish()
    }
}
