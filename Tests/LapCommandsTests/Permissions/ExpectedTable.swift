import Foundation

/// One of the tables written by hand: lines of cells between bars, one of which names seats.
struct ExpectedTable {
    struct Line: Sendable {
        /// Where it stands in its file.
        let number: Int
        /// The cells before the one that names seats.
        let subject: [String]
        /// The seats that may.
        let seats: Set<String>
        /// Those refused, whether by their seat or by a rule.
        let refusedSomehow: Set<String>
        /// Those named need not be shown it.
        let isAtMost: Bool
    }

    /// A mistake in the file itself.
    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    let lines: [Line]

    /// - Parameters:
    ///   - file: a file of this folder.
    ///   - column: which cell of a line names seats.
    init(_ file: String, seatsIn column: Int) throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: file)
        let known = Set(Seatholder.all.map(\.seat))
        var sets: [String: Set<String>] = [:]
        var lines: [Line] = []
        for (index, line) in try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            if line.hasPrefix("@"), let equals = line.range(of: " = ") {
                sets[String(line[..<equals.lowerBound])] = try Names(
                    String(line[equals.upperBound...]), sets: sets, known: known, at: index + 1
                ).seats
                continue
            }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count > column else { throw Mistake(description: "\(file):\(index + 1): cells are missing") }
            let names = try Names(cells[column], sets: sets, known: known, at: index + 1)
            lines.append(
                Line(
                    number: index + 1, subject: Array(cells[..<column]), seats: names.seats,
                    refusedSomehow: names.refusedSomehow, isAtMost: names.isAtMost))
        }
        self.lines = lines
    }

    /// A cell that names seats.
    private struct Names {
        var seats: Set<String> = []
        var refusedSomehow: Set<String> = []
        var isAtMost = false

        init(_ text: String, sets: [String: Set<String>], known: Set<String>, at line: Int) throws {
            var words = text.split(separator: " ").map(String.init)
            if words.starts(with: ["at", "most"]) {
                isAtMost = true
                words.removeFirst(2)
            }
            for word in words where word != "nobody" {
                let name = word.hasPrefix("~") || word.hasPrefix("-") ? String(word.dropFirst()) : word
                guard let named = sets[name] ?? (known.contains(name) ? [name] : nil) else {
                    throw Mistake(description: "line \(line): there is no seat \(name)")
                }
                switch word.first {
                case "~": refusedSomehow.formUnion(named)
                case "-": seats.subtract(named)
                default: seats.formUnion(named)
                }
            }
        }
    }
}

extension String {
    /// The words of a command line; text in double quotes is one.
    var commandWords: [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        var isBegun = false
        for character in self {
            switch character {
            case "\"":
                isQuoted.toggle()
                isBegun = true
            case " " where !isQuoted:
                if isBegun { words.append(word) }
                word = ""
                isBegun = false
            default:
                word.append(character)
                isBegun = true
            }
        }
        return isBegun ? words + [word] : words
    }
}
