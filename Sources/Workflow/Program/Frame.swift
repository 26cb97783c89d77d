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

    /// The value of a field, and the one before the event where the event wrote it. In an order that leaves no gaps.
    private struct Slot: BitwiseCopyable {
        var cell = Cell.empty
        /// The field that the event wrote before it; -1 when it is the first.
        var previous: Int32 = -1
        var before = Cell.empty
        /// The event that wrote it last.
        var event: UInt32 = 0

        /// Takes a value; whether it is the first that the event writes here.
        mutating func take(_ cell: Cell, by event: UInt32, after previous: Int32) -> Bool {
            let isFirst = self.event != event
            if isFirst {
                before = self.cell
                self.event = event
                self.previous = previous
            }
            self.cell = cell
            return isFirst
        }
    }

    /// What an event wrote, away from its record.
    struct Writes: Sendable {
        fileprivate(set) var cells: [(field: Int, cell: Cell)] = []
        /// The texts and lists that the cells stand for.
        fileprivate(set) var kept: [Value] = []
    }

    let program: Program
    var layout: Layout { program.layout }
    /// By field: empty or a value that holds wherever it goes, never one of another code's or setting's.
    private var slots: [Slot]
    /// Texts and lists that cells stand for, and some that none does any more.
    private var kept: [Value] = []
    /// How many of them were there before the event.
    private var keptBefore = 0
    /// The position of the state, before the event.
    private(set) var state: Int
    private(set) var setting: Setting
    var sight = Sight.whole
    /// Counts events.
    private var event: UInt32 = 1
    /// The field that the event wrote last; -1 when it wrote none.
    private var last: Int32 = -1

    /// Values of fields that the layout does not have are left out. `isLasting`: many events will write here.
    init(
        _ program: Program, _ values: [String: Value], state: Int, setting: Setting = .nowhere, isLasting: Bool = false
    ) {
        self.program = program
        slots = Array(repeating: Slot(), count: program.layout.fields.count)
        if isLasting { kept.reserveCapacity(16) }
        self.state = state
        self.setting = setting
        if !values.isEmpty { fill(values) }
    }

    private mutating func fill(_ values: [String: Value]) {
        let layout = program.layout
        for (name, value) in values {
            guard let field = layout.field(name) else { continue }
            slots[field].cell = layout.cell(of: value, for: field) ?? keep(value)
        }
        keptBefore = kept.count
    }

    /// Makes ready for an event: what was written before can no longer be taken back.
    mutating func begin(at state: Int, in setting: Setting) {
        self.state = state
        self.setting = setting
        forgetWrites()
        if kept.count > 2 * slots.count + 16 { sweep() }
        keptBefore = kept.count
    }

    /// Reads the state as another one.
    mutating func enter(_ state: Int) { self.state = state }

    /// Forgets every value, and what was written before.
    mutating func clear() {
        for field in slots.indices { slots[field].cell = .empty }
        kept.removeAll(keepingCapacity: true)
        keptBefore = 0
        forgetWrites()
    }

    /// Takes back every write.
    mutating func rollBack() {
        for field in written { slots[field].cell = slots[field].before }
        kept.removeLast(kept.count - keptBefore)
        forgetWrites()
    }

    private mutating func forgetWrites() {
        last = -1
        if event == .max {
            for field in slots.indices { slots[field].event = 0 }
            event = 0
        }
        event += 1
    }

    /// Drops what no cell stands for.
    private mutating func sweep() {
        var live: [Value] = []
        for field in slots.indices {
            guard case .kept(let position) = slots[field].cell else { continue }
            slots[field].cell = .kept(Int32(live.count))
            live.append(kept[Int(position)])
        }
        kept = live
    }
}

extension Frame {
    /// The value of a field; nil when it is empty.
    subscript(field: Int) -> Value? { value(of: slots[field].cell) }

    func cell(_ field: Int) -> Cell { slots[field].cell }

    func isEmpty(_ field: Int) -> Bool { slots[field].cell.isEmpty }

    /// Every field with a value, by name.
    var values: [String: Value] {
        var values: [String: Value] = [:]
        values.reserveCapacity(slots.count { !$0.cell.isEmpty })
        for field in slots.indices {
            if let value = self[field] { values[layout.fields[field].name] = value }
        }
        return values
    }

    /// The value that a cell of this frame stands for; nil for an empty one.
    func value(of cell: Cell) -> Value? {
        switch cell {
        case .empty, .literal: nil
        case .flag(let flag): .flag(flag)
        case .number(let number): .number(number)
        case .day(let day): .day(day)
        case .name(let position): .text(layout.name(at: position))
        case .kept(let position): kept[Int(position)]
        case .fact(let fact): layout.told(Int(fact), in: setting)
        case .person: .text(setting.acting.person)
        case .roles: .list(setting.acting.roles)
        }
    }

    /// A value as a cell, whether the field can hold it or not.
    private mutating func cell(keeping value: Value, for field: Int) -> Cell {
        layout.cell(of: value, for: field) ?? keep(value)
    }

    private mutating func keep(_ value: consuming Value) -> Cell {
        switch value {
        case .flag(let flag): return .flag(flag)
        case .number(let number): return .number(number)
        case .day(let day): return .day(day)
        case .text, .list:
            kept.append(value)
            return .kept(Int32(kept.count - 1))
        }
    }
}

extension Frame {
    mutating func write(_ cell: Cell, to field: Int) {
        if slots[field].take(cell, by: event, after: last) { last = Int32(field) }
    }

    /// Writes what the field can hold; false when it cannot.
    mutating func take(_ value: consuming Value, for field: Int) -> Bool {
        if let cell = layout.cell(of: value, for: field) {
            write(cell, to: field)
        } else if layout.takes(value, for: field) || layout.fields[field].problem(with: value) == nil {
            write(keep(value), to: field)
        } else {
            return false
        }
        return true
    }

    /// Writes what an expression gives, whether the field can hold it or not.
    mutating func write(_ term: Code.Term, of code: Code, to field: Int) {
        let value = value(of: term, in: code)
        write(value.map { cell(keeping: $0, for: field) } ?? .empty, to: field)
    }

    /// The event wrote nothing.
    var isUntouched: Bool { last < 0 }

    /// The fields that the event wrote, the last first.
    var written: [Int] {
        var written: [Int] = []
        forEachWritten { written.append($0) }
        return written
    }

    /// The same, to compare.
    var touched: FieldMask {
        var touched = FieldMask()
        forEachWritten { touched.insert($0) }
        return touched
    }

    private func forEachWritten(_ body: (Int) -> Void) {
        var field = Int(last)
        while field >= 0 {
            body(field)
            field = Int(slots[field].previous)
        }
    }

    /// Whether the event left something else in a field than was there before.
    func hasChanged(_ field: Int) -> Bool {
        slots[field].event == event && value(of: slots[field].before) != self[field]
    }

    /// What the event wrote.
    var writes: Writes {
        var writes = Writes()
        for field in written {
            var cell = slots[field].cell
            if case .kept(let position) = cell {
                cell = .kept(Int32(writes.kept.count))
                writes.kept.append(kept[Int(position)])
            }
            writes.cells.append((field, cell))
        }
        return writes
    }

    /// Writes what was written elsewhere.
    mutating func write(_ writes: Writes) {
        let first = Int32(kept.count)
        if !writes.kept.isEmpty { kept += writes.kept }
        for index in writes.cells.indices {
            let field = writes.cells[index].field
            var cell = writes.cells[index].cell
            if case .kept(let position) = cell { cell = .kept(first + position) }
            write(cell, to: field)
        }
    }

    /// What was in a field before the event.
    func before(_ field: Int) -> Cell {
        slots[field].event == event ? slots[field].before : slots[field].cell
    }
}

extension Setting {
    /// Where nothing happens and nobody acts.
    static let nowhere = Setting(on: Day(number: 0), actor: Actor(person: "", roles: []))
}
