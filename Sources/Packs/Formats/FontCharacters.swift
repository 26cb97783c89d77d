import Foundation

/// The characters that a font has, as its `cmap` table says.
struct FontCharacters {
    private let ranges: [ClosedRange<UInt32>]

    /// Nil when the file cannot be read as a font.
    init?(file: String) {
        guard let data = try? Data(contentsOf: URL(filePath: file), options: .alwaysMapped) else { return nil }
        self.init(data)
    }

    init?(_ data: Data) {
        let table = Bytes(data: data)
        // A collection's first font speaks for all of them.
        let font = table.long(0) == 0x7474_6366 ? Int(table.long(12) ?? 0) : 0
        guard let count = table.short(font + 4) else { return nil }
        let records = (0..<Int(count)).map { font + 12 + 16 * $0 }
        guard let record = records.first(where: { table.long($0) == 0x636D_6170 }), let start = table.long(record + 8),
            let subtables = table.short(Int(start) + 2)
        else { return nil }
        let cmap = Int(start)
        var ranges: [ClosedRange<UInt32>] = []
        for number in 0..<Int(subtables) {
            guard let offset = table.long(cmap + 8 + 8 * number) else { return nil }
            let place = cmap + Int(offset)
            switch table.short(place) {
            case 4: ranges += table.segments(at: place)
            case 12: ranges += table.groups(at: place)
            default: continue
            }
        }
        self.ranges = ranges
    }

    func has(_ scalar: Unicode.Scalar) -> Bool { ranges.contains { $0.contains(scalar.value) } }

    private struct Bytes {
        let data: Data

        func short(_ place: Int) -> UInt16? {
            guard place >= 0, place + 2 <= data.count else { return nil }
            return UInt16(data[data.startIndex + place]) << 8 | UInt16(data[data.startIndex + place + 1])
        }

        func long(_ place: Int) -> UInt32? {
            guard let high = short(place), let low = short(place + 2) else { return nil }
            return UInt32(high) << 16 | UInt32(low)
        }

        /// Format 4: segments of the first 65,536 characters; one that names its glyphs may leave some out.
        func segments(at place: Int) -> [ClosedRange<UInt32>] {
            guard let doubled = short(place + 6) else { return [] }
            return (0..<Int(doubled) / 2).flatMap { number -> [ClosedRange<UInt32>] in
                let ends = place + 14 + 2 * number
                let starts = ends + Int(doubled) + 2
                let offsets = starts + 2 * Int(doubled)
                guard let end = short(ends), let start = short(starts), let offset = short(offsets), start <= end,
                    end < 0xFFFF
                else { return [] }
                if offset == 0 { return [UInt32(start)...UInt32(end)] }
                return (start...end).filter { code in
                    (short(offsets + Int(offset) + 2 * Int(code - start)) ?? 0) != 0
                }.map { UInt32($0)...UInt32($0) }
            }
        }

        /// Format 12: groups of any characters.
        func groups(at place: Int) -> [ClosedRange<UInt32>] {
            guard let count = long(place + 12) else { return [] }
            return (0..<Int(count)).compactMap { number in
                let group = place + 16 + 12 * number
                guard let start = long(group), let end = long(group + 4), start <= end else { return nil }
                return start...end
            }
        }
    }
}
