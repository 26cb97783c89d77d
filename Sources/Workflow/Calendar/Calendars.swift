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

extension Calendars {
    /// A text that two sets of calendars share exactly when they say the same.
    public var form: String {
        var form = FormWriter()
        form.put(names.compactMap { self[$0] })
        return form.text
    }

    /// The calendars of a form; nil when it is none.
    public init?(form: String) {
        guard let calendars = try? FormReader.read(form, { try $0.value([WorkingCalendar].self) }) else { return nil }
        self.init(calendars)
    }
}

extension WorkingCalendar: Formed {
    func write(to form: inout FormWriter) {
        form.put(name)
        form.put(years.lowerBound)
        form.put(years.upperBound)
        form.put(holidays)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        let name = try form.text()
        let (first, last) = (try form.number(), try form.number())
        guard first <= last else { throw FormDamage() }
        self.init(name: name, holidays: try form.value(), covers: first...last)
    }
}
