import Partnership

extension IssueSheet {
    /// The sheet as an edition prints it. In public, one family's story is cut to what cannot lead back to it, and what
    /// may be a few families' tells neither when it was received nor how long ago.
    func cut(for edition: Edition) -> IssueSheet {
        guard edition == .public else { return self }
        var sheet = self
        if scope != .systemic {
            sheet.families = nil
            sheet.services = nil
            sheet.agency = nil
            sheet.tried = nil
            sheet.evidence = nil
            sheet.options = nil
            sheet.parentRepView = nil
            sheet.parallel = nil
        }
        if mayBeOneFamilys {
            sheet.received = nil
            sheet.age = nil
        }
        sheet.familiesAtLeast = sheet.families.map { PublicCount($0).atLeast }
        sheet.families = nil
        return sheet
    }

    /// Nothing of it, not even which it is.
    func unnamed(_ title: String) -> IssueSheet {
        IssueSheet(ref: "–", area: "–", theme: "", summary: title, state: "")
    }
}
