/// Which words were taken out of the texts of an issued paper, by the places of the texts and of their words alone:
/// `3:1;9:0-2 7`. Texts count from 0, in the order in which the paper is read.
public struct PaperCuts: Hashable, Sendable, LosslessStringConvertible {
    private var texts: [Int: Cuts] = [:]
    /// Some words went that cannot be told by their places.
    private var isIncomplete = false

    public init() {}

    public init?(_ description: String) {
        for part in description.split(separator: ";", omittingEmptySubsequences: false) {
            let halves = part.split(separator: ":", omittingEmptySubsequences: false)
            guard halves.count == 2, let place = Int(halves[0]), place >= 0, let cuts = Cuts(String(halves[1])),
                texts.updateValue(cuts, forKey: place) == nil
            else { return nil }
        }
    }

    public var description: String {
        texts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: ";")
    }

    /// Everything that went is told.
    var isWhole: Bool { !isIncomplete && !texts.isEmpty }

    /// Remembers that one text became another.
    ///
    /// - Parameter mark: what stands in the new text for what was taken out.
    public mutating func note(_ place: Int, from old: String, to new: String, mark: String) {
        texts[place] = Cuts(from: old, to: new, mark: mark)
        isIncomplete = isIncomplete || texts[place] == nil
    }

    /// What is left of a text; nil for one that stays.
    public func made(of old: String, at place: Int, mark: String) -> String? {
        texts[place].flatMap { $0.made(of: old, mark: mark) }
    }
}
