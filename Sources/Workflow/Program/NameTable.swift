/// Positions of names, found faster than a dictionary finds them: the names are few, known beforehand and short, and
/// nobody picks them to collide, so a hash over some of their bytes will do.
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

    /// Over the length and a byte in the middle and at either end, which tell most names apart.
    private static func hash(_ name: String) -> Int {
        let hash = name.utf8.withContiguousStorageIfAvailable { bytes in
            guard let first = bytes.first, let last = bytes.last else { return 0 }
            let middle = bytes[bytes.count / 2]
            let mixed = bytes.count &* 31 &+ Int(first) &* 7 &+ Int(middle) &* 131 &+ Int(last) &* 523
            return mixed ^ (mixed >> 7)
        }
        return hash ?? 0
    }
}
