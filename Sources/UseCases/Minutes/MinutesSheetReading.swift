import Workflow

/// Reads a sheet back. Nothing of it is left out quietly: what cannot be read is told by its line.
struct MinutesSheetReading {
    private let lines: [Substring]
    private var problems: [Problem] = []
    private var items: [WrittenMinutes.Item] = []

    private init(_ text: String) {
        lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmingPrefix("\u{FEFF}")
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// - Parameter name: what it is called where its lines are cited.
    /// - Throws: `Problems`, all that there are.
    static func items(of text: String, name: String) throws -> WrittenMinutes {
        var reading = MinutesSheetReading(text)
        reading.read()
        guard reading.problems.isEmpty else {
            throw Problems(
                name: name, problems: reading.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return WrittenMinutes(name: name, items: reading.items, lastLine: reading.lines.count)
    }

    private mutating func read() {
        let starts = lines.indices.filter { lines[$0].hasPrefix(MinutesSheet.mark) }
        for index in lines.indices.prefix(starts.first ?? lines.count)
        where !lines[index].hasPrefix("#") && !lines[index].allSatisfy(\.isWhitespace) {
            add(index, "This stands before the first item, and so under none.")
            break
        }
        guard !starts.isEmpty else {
            if problems.isEmpty {
                add(0, "There is no item in this text.", hint: "The line of an item begins with \(MinutesSheet.mark).")
            }
            return
        }
        var seen: [String: Int] = [:]
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1] : lines.count
            guard let (number, version) = heading(start) else { continue }
            if let first = seen[number] {
                add(start, "Item \(number) stands here a second time; the first is in line \(first + 1).")
                continue
            }
            seen[number] = start
            let body = Array(lines[(start + 1)..<end])
            let first = body.firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
            guard let minuted = minuted(body, from: start + 1, number) else { continue }
            items.append(
                WrittenMinutes.Item(
                    number: number, version: version, minuted: minuted, line: start + 1, textLine: start + first + 2))
        }
    }

    /// `== 8.1  Title  {5f2a90b1}`, or no more than the number.
    private mutating func heading(_ index: Int) -> (number: String, version: String?)? {
        let words = lines[index].dropFirst(MinutesSheet.mark.count).split(whereSeparator: \.isWhitespace)
        guard let number = words.first,
            number.split(separator: ".", omittingEmptySubsequences: false)
                .allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCII) && $0.allSatisfy(\.isNumber) })
        else {
            add(index, "After \(MinutesSheet.mark) stands the number of an item, such as 8.1.", hint: hint)
            return nil
        }
        guard let last = words.last, last.hasPrefix("{"), last.hasSuffix("}") else { return (String(number), nil) }
        return (String(number), String(last.dropFirst().dropLast()))
    }

    private var hint: String { "Write a backslash before a line of your own that begins so." }

    private mutating func minuted(_ body: [Substring], from start: Int, _ number: String) -> MinutedText? {
        if let choice = body.firstIndex(where: { $0.hasPrefix(MinutesSheet.choiceMark) }) {
            add(
                start + choice, "It is still to be chosen what stands under item \(number).",
                hint: "Leave what is to stand, and take the lines that begin with \(MinutesSheet.choiceMark) out.")
            return nil
        }
        let said = body.indices.filter { !body[$0].allSatisfy(\.isWhitespace) }
        if let mark = said.first(where: { trimmed(body[$0]) == MinutesSheet.notReached }) {
            if let other = said.first(where: { $0 != mark }) {
                add(
                    start + other, "An item that was not reached has nothing said under it, and item \(number) has.",
                    hint: "Take the text out, or \(MinutesSheet.notReached) in line \(start + mark + 1).")
                return nil
            }
            return .notReached
        }
        let text = body.map { line -> String in
            guard line.hasPrefix("\\") else { return String(line) }
            let rest = line.dropFirst()
            return rest.hasPrefix("\\") || MinutesSheet.isOwn(rest) ? String(rest) : String(line)
        }.joined(separator: "\n")
        return MinutedText(text, isReached: true)
    }

    private func trimmed(_ line: Substring) -> Substring {
        var line = line.drop(while: \.isWhitespace)
        while line.last?.isWhitespace ?? false { line.removeLast() }
        return line
    }

    private mutating func add(_ index: Int, _ sentence: String, hint: String? = nil) {
        problems.append(Problem(line: index + 1, column: 1, sentence: sentence, hint: hint))
    }
}

extension WrittenMinutes {
    /// Reads what somebody wrote. Throws `Problems`.
    ///
    /// - Parameter name: what it is called where its lines are cited.
    public init(reading text: String, name: String) throws {
        self = try MinutesSheetReading.items(of: text, name: name)
    }

    /// What comes of it beside what is on record now.
    struct Changes {
        var stored: [(item: MinutesSheet.Item, written: Item)] = []
        /// Changed here, and meanwhile by somebody else too.
        var moved: [(item: MinutesSheet.Item, written: Item)] = []
        /// Changed meanwhile by somebody else alone.
        var kept: [String] = []
    }

    /// Throws `Problems` for an item that is not on the agenda or that nothing can be written under, and for one whose line is
    /// gone: its words would be those of the item before it.
    func changes(to sheet: MinutesSheet) throws -> Changes {
        var problems: [Problem] = []
        func add(_ line: Int, _ sentence: String, _ hint: String? = nil) {
            problems.append(Problem(line: line, column: 1, sentence: sentence, hint: hint))
        }
        var changes = Changes()
        for written in items {
            guard let item = sheet.items.first(where: { $0.number == written.number }) else {
                guard written.minuted != .nothing || !sheet.leftOut.contains(written.number) else { continue }
                add(
                    written.line,
                    sheet.leftOut.contains(written.number)
                        ? "Nothing can be written under item \(written.number)."
                        : "The agenda of \(sheet.meeting) has no item \(written.number).",
                    sheet.leftOut.contains(written.number)
                        ? nil : "It has \(sheet.items.map(\.number).joined(separator: ", ")).")
                continue
            }
            switch item.standing(under: written) {
            case .same: break
            case .changed: changes.stored.append((item, written))
            case .recorded: changes.kept.append(item.number)
            case .moved: changes.moved.append((item, written))
            }
        }
        if items.contains(where: { $0.version != nil }) {
            for (place, item) in sheet.items.enumerated() where !items.contains(where: { $0.number == item.number }) {
                let later = Set(sheet.items[place...].map(\.number))
                add(
                    items.first { later.contains($0.number) }?.line ?? lastLine,
                    "The line of item \(item.number) is gone.",
                    "Put it back: \(MinutesSheet.mark) \(item.number)  {\(item.minuted.version)}")
            }
        }
        guard problems.isEmpty else {
            throw Problems(name: name, problems: problems.sorted { $0.line < $1.line })
        }
        return changes
    }
}
