import Ledger
import Partnership
import Workflow

extension View {
    /// The number that a series would give next, each time another.
    func foreseenNumber(_ series: String) throws -> Int {
        let stored =
            try connection.row("SELECT last FROM counter WHERE name = ?", [.text(series)])?.integer("last") ?? 0
        foreseen[series, default: 0] += 1
        return stored + (foreseen[series] ?? 1)
    }

    /// The next name of an item: area letter and number for issues, body and day for meetings, `A-` for actions.
    func reference(
        ofNew workflow: String, fields: [String: Value], number: (_ series: String) throws -> Int
    ) throws -> String {
        switch workflow {
        case "issue":
            guard case .text(let area) = fields["area"], let letter = try reference.area(area)?.letter else {
                throw RegisterError.badInput(
                    "An issue needs an area.", remedies: [.give(["area"]), .say("A district decides the area.")])
            }
            return "\(letter)-\(try number("issue \(area)"))"
        case "meeting":
            guard case .text(let body) = fields["body"], case .day(let date) = fields["date"] else {
                throw RegisterError.badInput(
                    "A meeting needs a body and a date.",
                    remedies: [.cause(event: "schedule", workflow: "meeting", giving: ["body", "date"])])
            }
            let name = "\(body)-\(date)"
            guard try connection.rows("SELECT id FROM item WHERE reference = ?", [.text(name)]).isEmpty else {
                throw RegisterError.badInput(
                    "There is a meeting \(name) already.", remedies: [.deed("show", on: name)])
            }
            return name
        case "action": return "A-\(try number("action"))"
        case "breach": return "B-\(try number("breach"))"
        case "matter": return "M-\(try number("matter"))"
        case "commitment": return "U-\(try number("commitment"))"
        case "gap": return "G-\(try number("gap"))"
        case "risk": return "K-\(try number("risk"))"
        case "question": return "Q-\(try number("question"))"
        case "draft": return "DRAFT-\(try number("draft"))"
        case "request": return "R-\(try number("request"))"
        default:
            throw RegisterError.badInput(
                "Items of \(workflow) are not given numbers.",
                remedies: [.say("They come with the partnership's plans.")])
        }
    }
}
