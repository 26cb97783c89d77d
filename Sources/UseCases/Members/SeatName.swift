import Workflow

/// A seat as it is named: a role in a body, or one that serves the register as a whole.
public struct SeatName: Hashable, Sendable {
    public let body: String?
    public let role: String

    public init(body: String?, role: String) {
        self.body = body
        self.role = role
    }

    /// `north/dco`, or `registrar` for a seat in no body. Nil for anything else.
    public init?(written text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let role = parts.last else { return nil }
        self.init(body: parts.count == 2 ? parts[0] : nil, role: role)
    }

    public var written: String { body.map { "\($0)/\(role)" } ?? role }
}

/// The terms on which seats are taken.
public struct SeatTerms: Sendable {
    public var since: Day?
    public var until: Day?
    public var organisation: String?
    /// Whom the holder stands in for, named as it is written.
    public var deputyFor: String?

    public init(since: Day? = nil, until: Day? = nil, organisation: String? = nil, deputyFor: String? = nil) {
        self.since = since
        self.until = until
        self.organisation = organisation
        self.deputyFor = deputyFor
    }
}
