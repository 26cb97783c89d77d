import Ledger
import Register

/// What a command answers: for people, or in JSON.
struct Answer {
    enum Body {
        case table(Table)
        case text(String)
    }

    let body: Body
    let json: JSON
    /// Said on standard error to a person at a terminal; programs do not see it.
    var aside: String?

    init(_ table: Table, aside: String? = nil) {
        body = .table(table)
        json = table.json
        self.aside = aside
    }

    init(_ text: String, json: JSON) {
        body = .text(text)
        self.json = json
    }

    /// What is said of a list with nothing in it.
    fileprivate var emptiness: String? {
        guard case .table(let table) = body, table.rows.isEmpty else { return nil }
        return "There is nothing like that which you may read."
    }
}

extension Context {
    /// Prints an answer the way the options ask for.
    func answer(_ answer: Answer, _ options: CommonOptions) async throws {
        if options.json {
            console.write(try answer.json.picking(options.jsonFields).text + "\n")
            return
        }
        let text =
            switch answer.body {
            case .table(let table):
                table.text(
                    forTerminal: console.showsTerminal, width: console.width, ink: Ink(self, options.color))
            case .text(let text): Printed.safe(text)
            }
        await show(text, paging: !options.noPager)
        if let aside = answer.aside ?? answer.emptiness, console.isInteractive { console.complain(aside + "\n") }
    }
}

extension JSON {
    /// Only the named members of an object, or of each object of an array. Throws when there is no such member.
    func picking(_ fields: String?) throws -> JSON {
        guard let fields else { return self }
        let names = fields.split(separator: ",").map(String.init)
        switch self {
        case .array(let elements): return .array(try elements.map { try $0.picking(fields) })
        case .object(let members):
            var picked: [String: JSON] = [:]
            for name in names {
                guard let value = members[name] else {
                    throw Failure(
                        .usage, "There is no JSON field “\(Printed.safe(name, limit: 40))” here.",
                        hint: "Known: \(members.keys.sorted().joined(separator: ", ")).")
                }
                picked[name] = value
            }
            return .object(picked)
        default: return self
        }
    }
}
