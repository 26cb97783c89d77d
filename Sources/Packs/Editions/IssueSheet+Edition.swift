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
            sheet.report?.text = ""
            sheet.parentRepView = nil
            sheet.parallel = nil
        }
        if mayBeOneFamilys {
            sheet.received = nil
            sheet.age = nil
        }
        // How many others there are like it is a number of families.
        sheet.likeness = likeness?.published
        sheet.familiesAtLeast = sheet.families.map { PublicCount($0).atLeast }
        sheet.families = nil
        return sheet
    }

}

extension Likeness {
    /// What is public already.
    fileprivate var published: Likeness? {
        var likeness = self
        likeness.alike = 0
        likeness.elsewhere = elsewhere.filter { !$0.published.isEmpty }.map {
            Place(area: $0.area, count: 0, published: $0.published)
        }
        return likeness.isEmpty ? nil : likeness
    }
}

extension IssueSheet {
    /// Nothing of it, not even which it is.
    func unnamed(_ title: String) -> IssueSheet {
        IssueSheet(ref: "–", area: "–", theme: "", summary: title, state: "")
    }
}
