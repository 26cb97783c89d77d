import Foundation

/// The string literals of this package's own sources.
enum SourceLiterals {
    struct Literal {
        let text: String
        /// `Register/Register.swift:12: …`.
        let place: String
    }

    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources").standardizedFileURL

    /// Those of a module's files; each line of one that spans lines is one by itself.
    static func of(_ module: String) throws -> [Literal] {
        let folder = sources.appending(path: module)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try paths.sorted().flatMap { path in
            literals(
                in: try String(contentsOf: folder.appending(path: path), encoding: .utf8), named: "\(module)/\(path)")
        }
    }

    private static func literals(in source: String, named file: String) -> [Literal] {
        var found: [Literal] = []
        var isInside = false
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.drop { $0 == " " }
            if line.hasPrefix("//") { continue }
            let place = "\(file):\(index + 1): \(line)"
            if line.contains(#"""""#) {
                isInside.toggle()
            } else if isInside {
                found.append(Literal(text: String(line), place: place))
            } else {
                found += texts(in: line.utf8).map { Literal(text: $0, place: place) }
            }
        }
        return found
    }

    /// What stands between double quotes.
    private static func texts(in line: Substring.UTF8View) -> [String] {
        var texts: [String] = []
        var text: [UInt8]?
        var isEscaped = false
        for byte in line {
            if byte == UInt8(ascii: "\""), !isEscaped {
                if let text { texts.append(String(decoding: text, as: UTF8.self)) }
                text = text == nil ? [] : nil
            } else {
                text?.append(byte)
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return texts
    }
}
