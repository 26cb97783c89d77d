/// Room for the value of a field. A type of its own because an array of optional values is far slower to copy and drop.
struct Slot: Sendable {
    var value: Value?
}

/// A record at work, and what surrounds it: what expressions read and events write. What a write replaces is kept, so that
/// expressions can ask for the value before, and everything can be taken back.
struct Frame {
    /// How much of the record is known.
    enum Sight {
        /// All of it: what has no value is empty.
        case whole
        /// All but these fields, which are still to be given: unknown, and so is whether they are set.
        case open(Set<Int>)
        /// All items are looked at together: facts, days and people are unknown, and so is every field but those with a
        /// value, the vague ones, which are set to something, and those known to be unset.
        case abstract(vague: Set<Int>, unset: Set<Int>)
    }

    struct Write {
        let field: Int
        let old: Value?
    }

    let layout: Layout
    private(set) var record: [Slot]
    /// The position of the state, before the event.
    private(set) var state: Int
    private(set) var setting: Setting
    var sight = Sight.whole
    /// The first `writeCount` of these; what comes after is left over from earlier events.
    private var written: [Write] = []
    private var writeCount = 0
    /// The fields that were written.
    private(set) var touched = FieldMask()

    init(_ layout: Layout, record: [Slot], state: Int, setting: Setting = .nowhere) {
        self.layout = layout
        self.record = record
        self.state = state
        self.setting = setting
    }

    /// The value of a field; nil when it is empty.
    subscript(field: Int) -> Value? { record[field].value }

    func isEmpty(_ field: Int) -> Bool { record[field].value == nil }

    /// Makes ready for an event: what was written before can no longer be taken back.
    mutating func begin(at state: Int, in setting: Setting) {
        self.state = state
        self.setting = setting
        writeCount = 0
        touched = FieldMask()
    }

    mutating func write(_ value: consuming Value?, to field: Int) {
        swap(&record[field].value, &value)
        keep(Write(field: field, old: value))
        touched.insert(field)
    }

    private mutating func keep(_ write: Write) {
        if writeCount < written.count { written[writeCount] = write } else { written.append(write) }
        writeCount += 1
    }

    /// What the event replaced, in order.
    var writes: ArraySlice<Write> { written[..<writeCount] }

    /// Forgets every value, and what was written before.
    mutating func clear() {
        for field in record.indices where record[field].value != nil { record[field].value = nil }
        writeCount = 0
    }

    /// Takes back every write.
    mutating func rollBack() {
        while writeCount > 0 {
            writeCount -= 1
            record[written[writeCount].field].value = written[writeCount].old
        }
    }

    /// Whether the writes left something else in a field than was there before.
    func hasChanged(_ field: Int) -> Bool {
        guard let write = firstWrite(to: field) else { return false }
        return written[write].old != record[field].value
    }

    /// The value of a field before the first write to it.
    func before(_ field: Int) -> Value? {
        firstWrite(to: field).map { written[$0].old } ?? record[field].value
    }

    private func firstWrite(to field: Int) -> Int? {
        for write in 0..<writeCount where written[write].field == field { return write }
        return nil
    }
}

extension Setting {
    /// Where nothing happens and nobody acts.
    static let nowhere = Setting(on: Day(number: 0), actor: Actor(person: "", roles: []))
}
