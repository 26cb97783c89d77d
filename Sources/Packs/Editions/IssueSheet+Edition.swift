import Partnership

extension IssueSheet {
    /// The sheet as an edition prints it. In public, one family's story is cut to what cannot lead back to it.
    func cut(for edition: Edition) -> IssueSheet {
        var sheet = self
        if edition == .public, scope == .individual {
            sheet.families = nil
            sheet.received = nil
            sheet.services = nil
            sheet.agency = nil
            sheet.tried = nil
            sheet.evidence = nil
            sheet.options = nil
            sheet.parentRepView = nil
            sheet.parallel = nil
        }
        return sheet
    }

    /// Nothing of it, not even which it is.
    func unnamed(_ ground: PrivateGround) -> IssueSheet {
        IssueSheet(ref: "–", area: "–", theme: "", summary: ground.neutralTitle, state: "")
    }

    /// Only the reference, under another title.
    func reduced(to title: String) -> IssueSheet {
        IssueSheet(ref: ref, area: area, theme: "", summary: title, state: "")
    }
}
