import Workflow

/// A public paper of a meeting that was issued and stands.
public struct PublishedPaper: Hashable, Sendable {
    /// `agenda`, `minutes`.
    public var kind: String
    /// Of its meeting.
    public var date: Day
    /// `north-2020-01-14-agenda-public.html`.
    public var name: String
    public var format: String

    public init(kind: String, date: Day, name: String, format: String) {
        self.kind = kind
        self.date = date
        self.name = name
        self.format = format
    }
}
