extension JSON {
    /// The value of a JSON text; nil when it is none. Numbers are whole and fit 64 bits, without a zero in front; nothing nests
    /// deeper than 32.
    public init?(text: String) {
        var text = text
        let read = text.withUTF8 { bytes -> JSON? in
            var reader = Reader(bytes: bytes)
            guard let value = reader.value(depth: 0) else { return nil }
            reader.skipSpace()
            return reader.isAtEnd ? value : nil
        }
        guard let read else { return nil }
        self = read
    }

    private struct Reader {
        let bytes: UnsafeBufferPointer<UInt8>
        private var place = 0

        init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        var isAtEnd: Bool { place == bytes.count }

        private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

        mutating func skipSpace() {
            while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard next == byte else { return false }
            place += 1
            return true
        }

        private mutating func take(_ word: StaticString) -> Bool {
            guard place + word.utf8CodeUnitCount <= bytes.count else { return false }
            for index in 0..<word.utf8CodeUnitCount where bytes[place + index] != word.utf8Start[index] { return false }
            place += word.utf8CodeUnitCount
            return true
        }

        mutating func value(depth: Int) -> JSON? {
            guard depth < 32 else { return nil }
            skipSpace()
            switch next {
            case UInt8(ascii: "{"): return object(depth: depth)
            case UInt8(ascii: "["): return array(depth: depth)
            case UInt8(ascii: "\""): return string().map(JSON.string)
            case UInt8(ascii: "n"): return take("null") ? .null : nil
            case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
            case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
            default: return number()
            }
        }

        private mutating func number() -> JSON? {
            let start = place
            _ = take(UInt8(ascii: "-"))
            let digits = place
            while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { place += 1 }
            // A zero stands alone, and has no sign.
            if place > digits, bytes[digits] == UInt8(ascii: "0"), place > start + 1 { return nil }
            return Int(String(decoding: bytes[start..<place], as: UTF8.self)).map(JSON.number)
        }

        private mutating func array(depth: Int) -> JSON? {
            place += 1
            var elements: [JSON] = []
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            repeat {
                guard let element = value(depth: depth + 1) else { return nil }
                elements.append(element)
                skipSpace()
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "]")) ? .array(elements) : nil
        }

        private mutating func object(depth: Int) -> JSON? {
            place += 1
            var members: [String: JSON] = [:]
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            repeat {
                skipSpace()
                guard let name = string() else { return nil }
                skipSpace()
                guard take(UInt8(ascii: ":")), let member = value(depth: depth + 1) else { return nil }
                guard members.updateValue(member, forKey: name) == nil else { return nil }
                skipSpace()
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "}")) ? .object(members) : nil
        }

        private mutating func string() -> String? {
            guard take(UInt8(ascii: "\"")) else { return nil }
            let start = place
            while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { place += 1 }
            if take(UInt8(ascii: "\"")) { return String(decoding: bytes[start..<(place - 1)], as: UTF8.self) }
            var text = Array(bytes[start..<place])
            while let byte = next {
                place += 1
                switch byte {
                case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    guard escape(into: &text) else { return nil }
                // A control character stands there escaped, or not at all.
                case 0..<0x20: return nil
                default: text.append(byte)
                }
            }
            return nil
        }

        private mutating func escape(into text: inout [UInt8]) -> Bool {
            guard let byte = next else { return false }
            place += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"):
                guard var scalar = hexadecimal() else { return false }
                if (0xD800..<0xDC00).contains(scalar) {
                    guard take("\\u"), let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { return false }
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                }
                guard let found = Unicode.Scalar(scalar) else { return false }
                text.append(contentsOf: String(Character(found)).utf8)
            default: return false
            }
            return true
        }

        private mutating func hexadecimal() -> UInt32? {
            guard place + 4 <= bytes.count else { return nil }
            let digits = String(decoding: bytes[place..<(place + 4)], as: UTF8.self)
            place += 4
            // No sign, as a number of Swift's may have.
            return digits.utf8.allSatisfy { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }
                ? UInt32(digits, radix: 16) : nil
        }
    }
}
