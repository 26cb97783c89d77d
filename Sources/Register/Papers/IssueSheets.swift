import Partnership
import Workflow

extension View {
    /// What papers may say about an issue. Names, contacts, dates of birth and the detail have no place in it.
    func sheet(of issue: StoredItem, on day: Day) throws -> IssueSheet {
        let reference = try reference
        let received = issue.day("received")
        var sheet = IssueSheet(
            ref: issue.reference, area: issue.text("area").flatMap { reference.area($0)?.title } ?? "",
            theme: issue.text("theme").flatMap { reference.theme($0)?.title } ?? "",
            summary: issue.text("summary") ?? "", state: issue.stateTitle,
            scope: issue.text("scope").flatMap(IssueSheet.Scope.init), families: issue.number("families"),
            phase: issue.choiceTitle("phase"), severity: issue.number("severity"), received: received,
            age: received.map { day - $0 }, services: issue.text("services"), agency: issue.text("agency"),
            tried: issue.text("tried"), outcomeSought: issue.text("outcome-sought"),
            carries: issue.number("carries") ?? 0, raisedBy: issue.choiceTitle("raised-by"))
        if let parallel = issue.text("parallel"), parallel != "none" { sheet.parallel = issue.choiceTitle("parallel") }
        sheet.criteria = criteria(of: issue)
        sheet.ask = issue.text("ask")
        sheet.recommendation = issue.text("recommendation")
        sheet.options = issue.text("options")
        sheet.evidence = issue.text("evidence")
        sheet.parentRepView = issue.text("parent-rep-view")
        sheet.mayDiscussAnonymised = mayDiscuss(issue)
        sheet.sharedWith = try sharedWith(issue)
        return sheet
    }

    /// The ids of the bodies with which consent covers sharing identifiably.
    func sharedWith(_ issue: StoredItem) throws -> Set<String> {
        guard issue.list("consent").contains("share-identifiably"), let named = issue.text("consent-with")?.lowercased()
        else { return [] }
        return Set(try reference.bodies.filter { named == $0.id || named == $0.title.lowercased() }.map(\.id))
    }

    /// Whether an issue is taken without the press and public, wherever papers mention it (rule R10).
    func part(of issue: StoredItem?) -> PaperPart {
        guard let issue, issue.text("part") == "II" else { return .one }
        return View.partTwo(issue.number("schedule-12a"))
    }

    /// A Part II item goes by a neutral title in public.
    static func partTwo(_ paragraph: Int?) -> PaperPart {
        .two(
            paragraph.flatMap(Schedule12A.init) ?? .individual,
            neutralTitle: "An item taken without the press and public")
    }

    /// Consent covers talking about it without names; what a nameless raiser reports as a gap needs none.
    func mayDiscuss(_ issue: StoredItem) -> Bool {
        issue.list("consent").contains("discuss-anonymised")
            || (issue.flag("anonymous") && issue.text("scope") == "systemic")
    }

    private func criteria(of issue: StoredItem) -> [IssueSheet.Criterion] {
        guard case .choices(let choices)? = issue.definition.field("criteria")?.kind else { return [] }
        let met = issue.list("criteria")
        return choices.filter { met.contains($0.name) }.map { IssueSheet.Criterion(code: $0.name, text: $0.title) }
    }

    /// A person as papers name them, with the role and organisation of a seat.
    func paperPerson(_ person: Person, seats: [Seat]) throws -> PapersPerson {
        let definition = try definition("issue")
        let roles = seats.map { roleTitle($0.role, definition) }
        return PapersPerson(
            name: person.name, role: roles.isEmpty ? nil : roles.joined(separator: ", "),
            organisation: seats.compactMap(\.organisation).first)
    }

    /// A role as papers print it: `Parent carer representative`.
    func roleTitle(_ role: String, _ definition: Definition) -> String {
        let title = definition.title(ofRole: role).replacing("-", with: " ")
        return title.prefix(1).uppercased() + title.dropFirst()
    }
}
