/// Words by their hashes, which are spread already: thousands are put in at the start of a command.
struct WordSet: Sendable {
    private var slots: [UInt64]
    private var count = 0

    init(room: Int = 16) {
        var size = 16
        while size < room * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    func contains(_ hash: UInt64) -> Bool { slots[place(of: hash)] != 0 }

    mutating func insert(_ hash: UInt64) {
        let place = place(of: hash)
        guard slots[place] == 0 else { return }
        slots[place] = Self.mark(hash)
        count += 1
        guard count * 2 > slots.count else { return }
        var wider = WordSet(room: slots.count)
        for slot in slots where slot != 0 { wider.insert(slot) }
        self = wider
    }

    /// Where a hash lies, or would.
    private func place(of hash: UInt64) -> Int {
        let mark = Self.mark(hash)
        var place = Int(truncatingIfNeeded: mark ^ mark >> 32) & (slots.count - 1)
        while slots[place] != 0, slots[place] != mark { place = (place + 1) & (slots.count - 1) }
        return place
    }

    /// No word is an empty slot.
    private static func mark(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }
}
