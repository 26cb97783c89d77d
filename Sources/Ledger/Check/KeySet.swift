/// Which of the numbers from 0 on are in a set: one bit each.
struct KeySet {
    private var words: [UInt64] = []

    func contains(_ key: Int) -> Bool {
        key >= 0 && key >> 6 < words.count && words[key >> 6] & (1 << UInt64(key & 63)) != 0
    }

    mutating func insert(_ key: Int) {
        guard key >= 0 else { return }
        while key >> 6 >= words.count { words.append(contentsOf: repeatElement(0, count: max(64, words.count))) }
        words[key >> 6] |= 1 << UInt64(key & 63)
    }
}
