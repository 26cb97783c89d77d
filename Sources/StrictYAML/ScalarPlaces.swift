/// Finds where in a text a character of a scalar's value stands, across line folding and quotes.
public struct ScalarPlaces {
    private let lines: [Substring]

    public init(text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The place of the character that has `offset` bytes of UTF-8 before it in the value of the scalar at `start`; the
    /// scalar's own place when escapes hide it.
    public func place(ofByte offset: Int, in value: String, at start: Place) -> Place {
        guard lines.indices.contains(start.line - 1) else { return start }
        var line = start.line - 1
        var rest = lines[line].unicodeScalars.dropFirst(start.column - 1)
        var column = start.column
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\r" }
        func nextLine() -> Bool {
            line += 1
            guard lines.indices.contains(line) else { return false }
            rest = lines[line].unicodeScalars[...]
            column = 1
            return true
        }
        func skipBlanks() -> Bool {
            while true {
                if let scalar = rest.first {
                    guard isBlank(scalar) else { return true }
                    rest = rest.dropFirst()
                    column += 1
                } else if !nextLine() {
                    return false
                }
            }
        }
        switch rest.first {
        case "'", "\"":
            rest = rest.dropFirst()
            column += 1
        case "|", ">":
            guard nextLine() else { return start }
        default: break
        }
        var seen = 0
        for scalar in value.unicodeScalars {
            guard seen < offset else { break }
            seen += UTF8.width(scalar)
            guard !isBlank(scalar), scalar != "\n" else { continue }
            guard skipBlanks(), let found = rest.first, found == scalar else { return start }
            rest = rest.dropFirst()
            column += 1

            if scalar == "'", rest.first == "'", lines[start.line - 1].isSingleQuoted(at: start.column) {
                rest = rest.dropFirst()
                column += 1
            }
        }
        guard offset < value.utf8.count else { return Place(line: line + 1, column: column) }
        guard skipBlanks() else { return start }
        return Place(line: line + 1, column: column)
    }
}

extension Substring {
    fileprivate func isSingleQuoted(at column: Int) -> Bool {
        unicodeScalars.dropFirst(column - 1).first == "'"
    }
}
