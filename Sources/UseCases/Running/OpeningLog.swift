import Foundation
import Ledger
import Partnership
import Register
import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Who opened what is confidential, when and of which items; never the words that somebody looked for. It lies beside the
/// register, outside its journal, and is kept for twelve months.
struct OpeningLog {
    /// One answer that showed confidential sections.
    struct Line: Codable {
        /// ISO 8601, UTC.
        let at: String
        /// The key of who asked.
        let who: String
        /// The sections that were shown, by the references of their items.
        let items: [String: [String]]
        /// Where the journal had come to: `143-a1b2c3d4e5f6-2026-11-26`. An older register put in this one's place does not
        /// hold it.
        let head: String?
    }

    /// The register's `.lap`.
    let home: URL

    private var folder: URL { home.appending(path: "opened") }

    /// Adds a line. Throws `UnwritableLog` when it cannot be written, or would go elsewhere than into a file of its own in a
    /// folder of its own: then nothing may be shown. What it makes is the register's owner's, whoever runs the program.
    func append(_ opened: [String: Set<String>], by person: String, at moment: Date, head: String?) throws {
        let line = Line(
            at: moment.recorded, who: person, items: opened.mapValues { $0.sorted() }, head: head)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = try Array(encoder.encode(line)) + [0x0A]
        let name = "\(line.at.prefix(7)).jsonl"
        let file = folder.appending(path: name).path
        let owner = FileAccess(folder: home)
        if !FileManager.default.fileExists(atPath: file) {
            let made: Void? = try? FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            if made != nil { owner.give(folder.path) }
            sweep(before: moment)
        }
        var status = stat()
        guard lstat(folder.path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw UnwritableLog() }
        let isNew = lstat(file, &status) != 0
        // Opening a pipe would wait for whoever reads it.
        let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw UnwritableLog(whose: strange(file) ?? strange(folder.path)) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1 else {
            throw UnwritableLog()
        }
        if isNew { owner.give(file) }
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw UnwritableLog() }
    }

    /// A sentence about a file or folder that is somebody else's than the register is; nil for its owner's.
    private func strange(_ path: String) -> String? {
        var (own, status) = (stat(), stat())
        guard stat(home.path, &own) == 0, lstat(path, &status) == 0, own.st_uid != status.st_uid else { return nil }
        let name = getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) } ?? "user \(status.st_uid)"
        let place = path == folder.path ? ".lap/opened" : ".lap/opened/\((path as NSString).lastPathComponent)"
        return "\(place) belongs to \(name), not to the register's owner."
    }

    /// What of the log cannot be read, each a sentence.
    var closed: [String] {
        let names = FileManager.default.fileExists(atPath: folder.path) ? [folder.path] : []
        return (names + months().map { folder.appending(path: $0).path }).filter { access($0, R_OK) != 0 }.map {
            strange($0)
                ?? ".lap/opened\($0 == folder.path ? "" : "/\(($0 as NSString).lastPathComponent)") cannot be read."
        }
    }

    /// All lines, oldest first; one that cannot be read is left out.
    func lines() -> [Line] {
        months().flatMap { name -> [Line] in
            let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
            return text.split(separator: "\n").compactMap {
                try? JSONDecoder().decode(Line.self, from: Data($0.utf8))
            }
        }
    }

    /// Where the journal had come to each time that something was opened, oldest first.
    var heads: [Head] { lines().compactMap { $0.head.flatMap { Head($0) } } }

    /// The farthest that the journal had come to, since what is known to be lost.
    static func farthest(of heads: [Head], since lost: [Head]) -> Head? {
        let start = heads.lastIndex(where: lost.contains).map { $0 + 1 } ?? 0
        return heads[start...].max { $0.number < $1.number }
    }

    /// Takes away the lines that were written after an operation, in a copy of the log.
    func drop(after operation: Int) {
        for name in months() {
            let file = folder.appending(path: name)
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            let kept = text.split(separator: "\n").filter { line in
                let read = try? JSONDecoder().decode(Line.self, from: Data(line.utf8))
                return (read?.head.flatMap { Head($0) }?.number ?? 0) <= operation
            }
            try? Data(kept.map { "\($0)\n" }.joined().utf8).write(to: file)
        }
    }

    private func months() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".jsonl") }
            .sorted()
    }

    /// Takes away the months of more than a year ago. A clock that says that nothing was opened for months may be fast for once:
    /// then the year is counted from the last of them.
    private func sweep(before moment: Date) {
        let months = months()
        guard let last = months.last.flatMap({ Day(iso: "\($0.prefix(7))-01") }) else { return }
        let present = Day(inEnglandAt: moment)
        let day = present < last.adding(months: 3) ? present : last
        let oldest = day.adding(months: -12).description.prefix(7)
        for name in months where name.prefix(7) < oldest {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }
}

/// What is opened has to be logged, and the log cannot be written.
public struct UnwritableLog: Error {
    /// A sentence that tells whose it is, where it is somebody else's than the register.
    public var whose: String?
}

/// That somebody was shown something confidential.
public struct Opening: Sendable, Codable {
    /// ISO 8601, UTC.
    public let at: String
    /// Their name.
    public let who: String
    public let item: String
    /// The sections that were shown.
    public let sections: [String]
}

extension Workplace {
    /// Who was shown something confidential, newest first.
    ///
    /// - Parameter reference: of one item; nil for all.
    public func openings(of reference: String?, limit: Int, for request: Request) throws -> [Opening] {
        let names = try ask(ReadPeopleNames(), for: request)
        let wanted = try reference.map { try ask(CanonicalName($0), for: request) }
        return OpeningLog(home: folder).lines().reversed().lazy.flatMap { line in
            line.items.sorted { $0.key < $1.key }.filter { wanted == nil || $0.key == wanted }.map { item, sections in
                Opening(at: line.at, who: names[line.who] ?? "(erased)", item: item, sections: sections)
            }
        }.prefix(limit).map(\.self)
    }
}

/// Everybody's name by their keys, for whoever may see who opened what.
private struct ReadPeopleNames: Question {
    func answer(from view: View, as standing: Standing) throws -> [String: String] {
        try standing.must(.readOpenings)
        return Dictionary(uniqueKeysWithValues: try view.people().map { ($0.id, $0.name) })
    }
}

/// A reference as it is on record.
private struct CanonicalName: Question {
    let written: String

    init(_ written: String) { self.written = written }

    func answer(from view: View, as standing: Standing) throws -> String { try view.item(written).reference }
}
