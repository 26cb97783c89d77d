import Packs
import Partnership
import Register
import Workflow

extension View {
    /// What was found, as somebody may be told it: whose it is only to those who may read that there themselves. Otherwise any
    /// title that is tried in an agenda would tell which family a name belongs to.
    func told(_ findings: [PersonalFinding], as standing: Standing) throws -> [PersonalFinding] {
        var mayKnow: [[String]: Bool] = [:]
        return try findings.map { finding in
            guard let owner = finding.issue else { return finding }
            let key = [owner, finding.kind]
            let may = try mayKnow[key] ?? mayRead(finding.kind, of: owner, as: standing)
            mayKnow[key] = may
            return may ? finding : finding.ofNobody
        }
    }

    /// - Parameter kind: the title of a field, or what else it is.
    private func mayRead(_ kind: String, of reference: String, as standing: Standing) throws -> Bool {
        // What a paper's own items leave out is called by no reference.
        guard let item = try? item(reference) else { return true }
        if item.workflow == "meeting" { return try standing.may(.readPrivate, at: .of(body(of: item))) }
        guard try shows(item, to: standing) else { return false }
        let fields = item.definition.fields.filter { $0.title.lowercased() == kind.lowercased() }
        guard let field = fields.first(where: { $0.section != nil }) else { return true }
        return try reads(field.name, of: item, as: standing)
    }
}

/// The same of what was found outside any view of the register.
struct ReadTold: InnerQuestion {
    let findings: [PersonalFinding]

    func answer(from view: View, as standing: Standing) throws -> [PersonalFinding] {
        try view.told(findings, as: standing)
    }
}
