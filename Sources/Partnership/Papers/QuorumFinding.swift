/// Who was there of those whom a quorum needs, at one moment of a meeting (rule R8).
public struct QuorumFinding: Hashable, Sendable {
    /// Those of whom at least one has to be there.
    public struct Need: Hashable, Sendable {
        /// A role's title, or several with "or" between.
        public var title: String
        /// How many people counted for it.
        public var present: Int

        public init(_ title: String, present: Int) {
            self.title = title
            self.present = present
        }
    }

    public var needs: [Need]
    /// Somebody who speaks for parents and carers has to be there, and was not.
    public var lacksParentRep: Bool

    public init(_ needs: [Need], lacksParentRep: Bool = false) {
        self.needs = needs
        self.lacksParentRep = lacksParentRep
    }

    /// Somebody was there of each.
    public var isMet: Bool { missing.isEmpty }
    /// The titles of those of whom nobody was there.
    public var missing: [String] { needs.filter { $0.present == 0 }.map(\.title) }
    /// What is decided then has to be confirmed.
    public var isProvisional: Bool { !isMet || lacksParentRep }
}
