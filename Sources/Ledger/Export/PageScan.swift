import Foundation

/// The rows that lie in the leaves of a damaged SQLite file, whatever has become of the pages that lead to them: each page is
/// read by itself. Nothing of it is to be believed that no hash proves.
struct PageScan {
    private let bytes: Data
    private let size: Int
    private let usable: Int

    /// - Parameter path: a file that nobody writes to; one that cannot be read has no rows.
    init(_ path: String) {
        bytes = (try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)) ?? Data()
        let told = bytes.count > 20 ? Int(bytes[16]) << 8 | Int(bytes[17]) : 0
        let size = told == 1 ? 65_536 : told
        // A first page that was overwritten tells nothing: then they are as they are made.
        self.size = size >= 512 && size & (size - 1) == 0 ? size : 4096
        usable = self.size
    }

    /// Gives each row's own number and its values, as they lie in the file: the column that is that number is null.
    func eachRow(_ body: (_ number: Int, _ values: [SQLValue]) throws -> Void) throws {
        for page in 0..<((bytes.count + size - 1) / size) {
            let start = page * size
            let header = start + (page == 0 ? 100 : 0)
            guard byte(header) == 0x0D, let count = number(header + 3, 2), count <= size / 4 else { continue }
            for cell in 0..<count {
                guard let offset = number(header + 8 + cell * 2, 2), offset > 0,
                    let (number, values) = row(start + offset, in: start)
                else { continue }
                try body(number, values)
            }
        }
    }

    private func byte(_ index: Int) -> UInt8? { index >= 0 && index < bytes.count ? bytes[index] : nil }

    /// A big-endian number without sign.
    private func number(_ index: Int, _ length: Int) -> Int? {
        guard index >= 0, index + length <= bytes.count else { return nil }
        return bytes[index..<index + length].reduce(0) { $0 << 8 | Int($1) }
    }

    private func row(_ cell: Int, in page: Int) -> (Int, [SQLValue])? {
        guard let length = PageScan.varint(bytes, cell), length.value > 0, length.value <= bytes.count,
            let key = PageScan.varint(bytes, length.end)
        else { return nil }
        guard let payload = payload(length.value, at: key.end, before: page + size) else { return nil }
        return PageScan.values(payload).map { (key.value, $0) }
    }

    /// What begins in a page and may go on in others.
    private func payload(_ length: Int, at start: Int, before end: Int) -> [UInt8]? {
        let most = usable - 35
        guard length > most else {
            return start + length <= min(end, bytes.count) ? Array(bytes[start..<start + length]) : nil
        }
        let least = (usable - 12) * 32 / 255 - 23
        let fitting = least + (length - least) % (usable - 4)
        let local = fitting <= most ? fitting : least
        guard start + local + 4 <= min(end, bytes.count), var next = number(start + local, 4) else { return nil }
        var payload = Array(bytes[start..<start + local])
        while payload.count < length {
            let page = (next - 1) * size
            let piece = min(length - payload.count, usable - 4)
            guard next > 0, page + 4 + piece <= bytes.count, let after = number(page, 4) else { return nil }
            payload += bytes[page + 4..<page + 4 + piece]
            next = after
        }
        return payload
    }

    /// The columns of a record; nil where it is none of a ledger, which holds whole numbers and texts alone.
    private static func values(_ record: [UInt8]) -> [SQLValue]? {
        guard let header = varint(record, 0), header.value > 0, header.value <= record.count else { return nil }
        var types: [Int] = []
        var index = header.end
        while index < header.value {
            guard let type = varint(record, index), type.value >= 0 else { return nil }
            types.append(type.value)
            index = type.end
        }
        guard index == header.value else { return nil }
        var values: [SQLValue] = []
        for type in types {
            switch type {
            case 0: values.append(.null)
            case 8, 9: values.append(.integer(type - 8))
            case 1...6:
                let length = [1, 2, 3, 4, 6, 8][type - 1]
                guard index + length <= record.count else { return nil }
                let first = Int(Int8(bitPattern: record[index]))
                values.append(.integer(record[index + 1..<index + length].reduce(first) { $0 << 8 | Int($1) }))
                index += length
            case 13... where type % 2 == 1:
                let length = (type - 13) / 2
                guard index + length <= record.count,
                    let text = String(validating: record[index..<index + length], as: UTF8.self),
                    !text.utf8.contains(0)
                else { return nil }
                values.append(.text(text))
                index += length
            default: return nil
            }
        }
        return index == record.count ? values : nil
    }

    /// A number as SQLite writes it, and where what follows begins.
    private static func varint<Bytes: RandomAccessCollection>(_ bytes: Bytes, _ start: Int) -> (value: Int, end: Int)?
    where Bytes.Element == UInt8, Bytes.Index == Int {
        var value: UInt64 = 0
        for index in 0..<9 {
            guard start >= bytes.startIndex, start + index < bytes.endIndex else { return nil }
            let byte = bytes[start + index]
            if index == 8 { return (Int(truncatingIfNeeded: value << 8 | UInt64(byte)), start + 9) }
            value = value << 7 | UInt64(byte & 127)
            if byte < 128 { return (Int(truncatingIfNeeded: value), start + index + 1) }
        }
        return nil
    }
}
