/// The calendars that are known, by name.
public struct Calendars: Sendable {
    private let byName: [String: WorkingCalendar]

    /// Of two calendars with one name the later counts.
    public init(_ calendars: [WorkingCalendar]) {
        byName = Dictionary(calendars.map { ($0.name, $0) }, uniquingKeysWith: { _, later in later })
    }

    public subscript(name: String) -> WorkingCalendar? { byName[name] }

    public var names: [String] { byName.keys.sorted() }
}
