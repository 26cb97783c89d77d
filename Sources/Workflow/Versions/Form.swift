/// Values in a row, none of which can run into the next: a number ends with a space, a text comes after its length, a list
/// after its count. The same values are always the same text.
struct FormWriter {
    private(set) var text = ""

    mutating func put(_ number: Int) {
        text += String(number)
        text += " "
    }

    mutating func put(_ word: String) {
        put(word.utf8.count)
        text += word
    }

    mutating func put(_ value: some Formed) { value.write(to: &self) }

    /// What has no order of its own, in that of its names.
    mutating func put(_ named: [String: some Formed]) {
        put(named.count)
        for (name, value) in named.sorted(by: { $0.key < $1.key }) {
            put(name)
            put(value)
        }
    }
}

/// Reads what a `FormWriter` wrote, one value after the other. Whatever the bytes are, it reads none beyond them.
struct FormReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    /// How deep the expression is nested that is being read.
    var depth = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// What a text is read as, from its first byte to its last.
    static func read<V>(_ text: String, _ body: (inout FormReader) throws -> V) throws -> V {
        var text = text
        return try text.withUTF8 { bytes in
            var form = FormReader(bytes)
            let value = try body(&form)
            guard form.place == bytes.count else { throw FormDamage() }
            return value
        }
    }

    mutating func number() throws(FormDamage) -> Int {
        let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var number = 0
        let start = place
        while place < bytes.count, case let digit = Int(bytes[place]) - 0x30, (0...9).contains(digit) {
            // Subtracted, as there is one more below zero than above it.
            let (tenfold, overflows) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = tenfold.subtractingReportingOverflow(digit)
            guard !overflows, !overflowsToo else { throw FormDamage() }
            number = sum
            place += 1
        }
        guard place > start, place < bytes.count, bytes[place] == 0x20, isNegative || number > .min else {
            throw FormDamage()
        }
        place += 1
        return isNegative ? number : -number
    }

    mutating func text() throws(FormDamage) -> String {
        let count = try number()
        guard count >= 0, count <= bytes.count - place else { throw FormDamage() }
        defer { place += count }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[place..<(place + count)]), as: UTF8.self)
    }

    /// How many values follow: each takes a byte at least.
    mutating func count() throws(FormDamage) -> Int {
        let count = try number()
        guard count >= 0, count <= bytes.count - place else { throw FormDamage() }
        return count
    }

    mutating func value<V: Formed>(_ type: V.Type = V.self) throws(FormDamage) -> V { try V(from: &self) }

    mutating func named<V: Formed>(_ type: V.Type = V.self) throws(FormDamage) -> [String: V] {
        var named: [String: V] = [:]
        for _ in 0..<(try count()) {
            let name = try text()
            named[name] = try value(V.self)
        }
        return named
    }
}

/// It is not what a `FormWriter` wrote.
struct FormDamage: Error {}

/// What can be written in a row and read back the same.
protocol Formed {
    func write(to form: inout FormWriter)
    init(from form: inout FormReader) throws(FormDamage)
}

extension Int: Formed {
    func write(to form: inout FormWriter) { form.put(self) }
    init(from form: inout FormReader) throws(FormDamage) { self = try form.number() }
}

extension String: Formed {
    func write(to form: inout FormWriter) { form.put(self) }
    init(from form: inout FormReader) throws(FormDamage) { self = try form.text() }
}

extension Bool: Formed {
    func write(to form: inout FormWriter) { form.put(self ? 1 : 0) }

    init(from form: inout FormReader) throws(FormDamage) {
        switch try form.number() {
        case 0: self = false
        case 1: self = true
        default: throw FormDamage()
        }
    }
}

extension Optional: Formed where Wrapped: Formed {
    func write(to form: inout FormWriter) {
        form.put(self != nil ? 1 : 0)
        if let self { form.put(self) }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self = try Bool(from: &form) ? form.value(Wrapped.self) : nil
    }
}

extension Array: Formed where Element: Formed {
    func write(to form: inout FormWriter) {
        form.put(count)
        for element in self { form.put(element) }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        let count = try form.count()
        self.init()
        reserveCapacity(count)
        for _ in 0..<count { append(try form.value()) }
    }
}
