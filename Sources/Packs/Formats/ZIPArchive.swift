import Foundation

/// Files in one, as they are: nothing is packed, so that the same files are the same bytes, and whoever reads them back
/// sees them.
struct ZIPArchive {
    struct Entry {
        let name: String
        let contents: Data
    }

    /// What is no such archive, or packs what it holds.
    struct Unreadable: Error {}

    var entries: [Entry] = []

    mutating func add(_ name: String, _ text: String) { entries.append(Entry(name: name, contents: Data(text.utf8))) }

    /// - Parameter date: as the format has it, days since 1980 in years, months and days.
    func data(date: UInt16) -> Data {
        var body = Data()
        var directory = Data()
        for entry in entries {
            let name = Data(entry.name.utf8)
            // Names are UTF-8; nothing is packed; midnight; the sum; the size, twice; no more than the name.
            var head = Data()
            for number in [20, 1 << 11, 0, 0, date] as [UInt16] { head.add(number) }
            head.add(Self.sum(entry.contents))
            head.add(UInt32(entry.contents.count))
            head.add(UInt32(entry.contents.count))
            head.add(UInt16(name.count))
            head.add(UInt16(0))
            directory.add(Self.central)
            directory.add(UInt16(20))
            directory += head
            for number in [0, 0, 0] as [UInt16] { directory.add(number) }
            directory.add(UInt32(0))
            directory.add(UInt32(body.count))
            directory += name
            body.add(Self.local)
            body += head + name + entry.contents
        }
        var end = Data()
        end.add(Self.end)
        for number in [0, 0, UInt16(entries.count), UInt16(entries.count)] { end.add(number) }
        end.add(UInt32(directory.count))
        end.add(UInt32(body.count))
        end.add(UInt16(0))
        return body + directory + end
    }

    init() {}

    /// Reads one back by its directory. Throws where it holds anything that cannot be read as it stands.
    init(_ data: Data) throws {
        let data = Data(data)
        guard data.count >= 22, data.number(at: data.count - 22) == Self.end else { throw Unreadable() }
        var place = Int(data.number(at: data.count - 6))
        for _ in 0..<data.short(at: data.count - 12) {
            guard data.number(at: place) == Self.central, data.short(at: place + 10) == 0 else { throw Unreadable() }
            let (size, length) = (Int(data.number(at: place + 24)), data.short(at: place + 28))
            let file = Int(data.number(at: place + 42))
            let start = file + 30 + data.short(at: file + 26) + data.short(at: file + 28)
            guard start + size <= data.count, place + 46 + length <= data.count else { throw Unreadable() }
            let contents = data[start..<start + size]
            guard Self.sum(contents) == data.number(at: place + 16) else { throw Unreadable() }
            let name = String(decoding: data[place + 46..<place + 46 + length], as: UTF8.self)
            entries.append(Entry(name: name, contents: Data(contents)))
            place += 46 + length + data.short(at: place + 30) + data.short(at: place + 32)
        }
    }

    private static let local: UInt32 = 0x0403_4B50
    private static let central: UInt32 = 0x0201_4B50
    private static let end: UInt32 = 0x0605_4B50

    private static let sums: [UInt32] = (0..<256).map { (number: UInt32) in
        (0..<8).reduce(number) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }

    /// CRC-32.
    private static func sum(_ data: Data) -> UInt32 {
        ~data.reduce(~UInt32(0)) { $0 >> 8 ^ sums[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }
}

extension Data {
    fileprivate mutating func add(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate func short(at place: Int) -> Int {
        guard place >= 0, place + 2 <= count else { return 0 }
        return Int(self[place]) | Int(self[place + 1]) << 8
    }

    fileprivate func number(at place: Int) -> UInt32 {
        UInt32(short(at: place)) | UInt32(short(at: place + 2)) << 16
    }
}
