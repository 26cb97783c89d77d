import Foundation

/// What columns, and what is written in them, mean: `Date received=received`, `theme:Speech=salt`, `parallel:blank=none`, and `Notes=` for
/// a column to leave out. A file has one a line; lines that begin with # say nothing.
struct ImportMapping {
    private(set) var fields: [(column: String, field: String)] = []
    private(set) var ignored: [String] = []
    private(set) var meanings: [(column: String, written: String, value: String)] = []
    private var lines: [String] = []

    /// - Parameter earlier: what counts too, where nothing else is said.
    init(_ lines: [String], after earlier: ImportMapping? = nil) throws {
        if let earlier { self = earlier }
        for line in lines {
            guard let sign = line.lastIndex(of: "=") else {
                throw Failure(
                    .usage, "--map needs a column and a field.",
                    hint: "For instance --map \"Date received=received\", or --map \"theme:Speech=salt\".")
            }
            let (left, right) = (String(line[..<sign]), String(line[sign...].dropFirst()))
            if let colon = left.lastIndex(of: ":") {
                let written = String(left[colon...].dropFirst())
                meanings.append((String(left[..<colon]), written == "blank" ? "" : written, right))
            } else {
                fields.removeAll { $0.column == left }
                ignored.removeAll { $0 == left }
                if right.isEmpty { ignored.append(left) } else { fields.append((left, right)) }
            }
            if !self.lines.contains(line) { self.lines.append(line) }
        }
    }

    /// Throws when the file cannot be read.
    init(file: String, _ context: Context) throws {
        guard let text = try? String(contentsOf: context.file(file), encoding: .utf8) else {
            throw Failure(
                .notFound, "There is no file “\(Printed.safe(file, limit: 200))” that can be read.",
                hint: "Save one with --save-mapping.")
        }
        try self.init(
            text.split(whereSeparator: \.isNewline).map(String.init).filter {
                !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace)
            })
    }

    func save(to file: String, _ context: Context) throws {
        let text = "# For lap issue import --mapping.\n" + lines.map { $0 + "\n" }.joined()
        do {
            try text.write(to: context.file(file), atomically: true, encoding: .utf8)
        } catch {
            throw Failure(
                .cannotWrite, "“\(Printed.safe(file, limit: 200))” cannot be written.", hint: "Name another file.")
        }
    }
}
