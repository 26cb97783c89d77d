/// Positions of names, found faster than a dictionary finds them: the names are few and known beforehand, and nobody picks
/// them to collide.
struct NameTable: Sendable {
    /// Of several that are alike the first counts.
    let names: [String]
    private let keys: [NameKey]
    /// Positions of names; twice as many places as names at least, a power of two; -1 where there is none.
    private var places: [Int32]

    init(_ names: [String]) {
        self.names = names
        keys = names.map(NameKey.init)
        var size = 2
        while size < names.count * 2 { size *= 2 }
        places = Array(repeating: -1, count: size)
        for (position, name) in names.enumerated() where self[name] == nil {
            var place = keys[position].hash & (size - 1)
            while places[place] >= 0 { place = (place + 1) & (size - 1) }
            places[place] = Int32(position)
        }
    }

    subscript(name: String) -> Int? {
        let found = name.utf8.withContiguousStorageIfAvailable { find(NameKey($0), name) }
        let position = found ?? find(NameKey(name), name)
        return position < 0 ? nil : position
    }

    /// -1 when there is none.
    @inline(__always)
    private func find(_ key: NameKey, _ name: String) -> Int {
        var place = key.hash & (places.count - 1)
        while true {
            let position = Int(places[place])
            if position < 0 || keys[position] == key && (key.isWhole || names[position] == name) { return position }
            place = (place + 1) & (places.count - 1)
        }
    }
}
