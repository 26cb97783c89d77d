import Partnership

extension PapersPerson {
    /// Without the name where the edition names nobody.
    func cut(for edition: Edition) -> PapersPerson {
        edition.namesPeople ? self : PapersPerson(name: "", role: role, organisation: organisation)
    }

    /// On one line: `DCO North (Designated Clinical Officer, NHS)`, or role and organisation alone. What the name
    /// already says is not said again.
    var words: String {
        let post = [role, organisation].compactMap(\.self).filter { !$0.isEmpty && $0 != name }
        if name.isEmpty { return post.isEmpty ? Self.unnamed : post.joined(separator: ", ") }
        return post.isEmpty ? name : "\(name) (\(post.joined(separator: ", ")))"
    }

    /// The name, or the role where there is none.
    var shortWords: String {
        if !name.isEmpty { return name }
        return role ?? organisation ?? Self.unnamed
    }

    private static let unnamed = "Not named here"
}
