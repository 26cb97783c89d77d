import Partnership
import Workflow

@testable import Packs

extension Samples {
    /// A meeting with more on it than anybody should have to sit through.
    static var longMeeting: MeetingPapers {
        var papers = meeting
        papers.ref = "north-2020-03-10"
        papers.date = day("2020-03-10")
        let sheets = (0..<40).map { number in
            var sheet = therapy
            sheet.ref = "N-\(number + 20)"
            sheet.families = 5 + number
            sheet.summary = "\(sheet.summary), told again in other words by the families of school number \(number + 1)"
            sheet.tried = Array(repeating: sheet.tried ?? "", count: number % 6 + 1).joined(separator: ". ")
            if number.isMultiple(of: 3) {
                sheet.ask = nil
                sheet.criteria = []
                sheet.recommendation = nil
            }
            return sheet
        }
        papers.agenda += sheets.enumerated().map { index, sheet in
            AgendaEntry(
                number: "9.\(index + 1)", title: sheet.summary, purpose: .discussion, lead: "Chair", issue: sheet)
        }
        papers.actions = (0..<80).map { number in
            ActionLine(
                ref: "A-\(number + 1)",
                text: "Write to the school about the number of reviews that are late, once more",
                lead: number.isMultiple(of: 2) ? commissioner : senco,
                supporters: number.isMultiple(of: 5) ? [dco] : [],
                due: day("2020-02-01") + number * 3, status: number.isMultiple(of: 7) ? .done : .open,
                state: number.isMultiple(of: 7) ? "Done" : "Open",
                closedOn: number.isMultiple(of: 7) ? day("2020-02-20") : nil)
        }
        return papers
    }
}
