import Words

/// A telephone number as somebody says it: whole, with or without what stands before it for calls from abroad, or its end.
struct SoughtNumber: Sendable {
    /// Without the country and the leading 0.
    private let digits: [UInt8]

    /// Nil for fewer digits than tell one.
    init?(_ written: String) {
        let digits = TextWords(written).bytes
        self.digits = Array(TextIndex.national(digits[...]))
        guard self.digits.count >= Sought.leastDigits else { return nil }
    }

    /// Whether a text holds it, however it is grouped there.
    func stands(in text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        guard !isPlain || text.utf8.count(where: { (0x30...0x39).contains($0) }) >= Sought.leastDigits else {
            return false
        }
        let read = TextWords(text)
        var run: [UInt8] = []
        for (place, word) in read.words.enumerated() {
            guard word.isNumber else {
                run = []
                continue
            }
            if !word.joinsCode { run = [] }
            run += read.plain(word)
            if ends(run) { return true }
            let next = read.words.indices.contains(place + 1) ? read.words[place + 1] : nil
            let goesOn = next.map { $0.isNumber && $0.joinsCode } ?? false
            // A number of the place, kept without what is dialled before it.
            if !goesOn, run.count >= Sought.leastDigits, digits.count > run.count,
                digits.suffix(run.count).elementsEqual(run)
            {
                return true
            }
        }
        return false
    }

    private func ends(_ run: [UInt8]) -> Bool {
        run.count >= digits.count && run.suffix(digits.count).elementsEqual(digits)
    }
}
