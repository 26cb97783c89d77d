/// Positions of names, found faster than a dictionary finds them: the names are few, known beforehand and short, and
/// nobody picks them to collide, so a plain hash will do.
struct NameTable: Sendable {
    /// Twice as many places as names at least, a power of two; -1 where there is none.
    private let places: [Int32]
    private let names: [String]

    /// Of two that are alike the first counts.
    init(_ names: [String]) {
        self.names = names
        var size = 2
        while size < names.count * 2 { size *= 2 }
        var places = Array(repeating: Int32(-1), count: size)
        for (position, name) in names.enumerated() {
            var place = Self.hash(name) & (size - 1)
            while places[place] >= 0, names[Int(places[place])] != name { place = (place + 1) & (size - 1) }
            if places[place] < 0 { places[place] = Int32(position) }
        }
        self.places = places
    }

    subscript(name: String) -> Int? {
        var place = Self.hash(name) & (places.count - 1)
        while places[place] >= 0 {
            let position = Int(places[place])
            if names[position] == name { return position }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    /// FNV-1a over the UTF-8.
    private static func hash(_ name: String) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash ^ (hash >> 15))
    }
}
