/// The known name that a mistyped one was probably meant to be.
public enum NearMiss {
    /// The nearest of the names, when at most a third of its letters would have to change (one in a name of three to
    /// five); of equally near ones the first.
    public static func nearest(to word: String, among names: [String]) -> String? {
        let typed = Array(word.lowercased().unicodeScalars.prefix(64))
        var best: (name: String, distance: Int)?
        for name in names where name != word {
            let known = Array(name.lowercased().unicodeScalars)
            let allowed = min(known.count, typed.count) / 3
            guard abs(known.count - typed.count) <= allowed else { continue }
            let found = distance(typed, known)
            guard found <= allowed else { continue }
            if let current = best, current.distance <= found { continue }
            best = (name, found)
        }
        return best?.name
    }

    /// `Did you mean “owner”?`, or nil when nothing is near.
    public static func hint(for word: String, among names: [String]) -> String? {
        nearest(to: word, among: names).map { "Did you mean “\($0)”?" }
    }

    /// Letters to insert, delete, replace or swap with their neighbour.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var cost = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
