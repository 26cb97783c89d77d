import Foundation
import Ledger
import Workflow

/// What text files were read as, kept in `.lap/read`, so that a day's work reads no text again. A file there is named after
/// the program's build, what is read and the texts' every byte; it begins with a sum of the rest. What does not fit or is
/// damaged counts for nothing and is made anew. It belongs to no record, is in no backup, and can be deleted at any time; sums
/// do, since what it means is held against what the register knows.
public struct KeptReadings: Sendable {
    private let folder: URL

    /// - Parameter home: the folder `.lap`.
    public init(of home: URL) { folder = home.appending(path: "read") }

    /// What `read` makes of texts, or made of the same ones before. What it throws is not kept.
    ///
    /// - Parameter kind: what they are read as.
    public func value<V: Keepable>(_ kind: String, of texts: [String], _ read: () throws -> V) rethrows -> V {
        guard let name = KeptReadings.name(kind, texts) else { return try read() }
        if let value = found(name).flatMap(V.init(kept:)) { return value }
        let value = try read()
        keep(value.kept, as: name)
        return value
    }

    /// Whether something else is kept of texts than the value that they were read as now; it is deleted then.
    func removes(_ kind: String, of texts: [String], unless value: some Keepable) -> Bool {
        guard let name = KeptReadings.name(kind, texts), let kept = found(name), kept != value.kept else {
            return false
        }
        try? FileManager.default.removeItem(at: folder.appending(path: name))
        return true
    }

    /// Deletes what is kept of texts.
    func drop(_ kind: String, of texts: [String]) {
        guard let name = KeptReadings.name(kind, texts) else { return }
        try? FileManager.default.removeItem(at: folder.appending(path: name))
    }

    /// The texts of a file: a sum of the rest, then how long each is, and the texts.
    private func found(_ name: String) -> [String]? {
        guard let data = try? Data(contentsOf: folder.appending(path: name)), data.count > ByteSum.length else {
            return nil
        }
        let content = data.dropFirst(ByteSum.length)
        guard Data(ByteSum.of(content).utf8) == data.prefix(ByteSum.length), let end = content.firstIndex(of: 0x0A)
        else {
            return nil
        }
        var place = end + 1
        return String(decoding: content[..<end], as: UTF8.self).split(separator: " ").map { count in
            let start = place
            place += min(max(Int(count) ?? 0, 0), data.endIndex - start)
            return String(decoding: data[start..<place], as: UTF8.self)
        }
    }

    /// Nothing is said when it cannot be kept: the next command reads the text again.
    private func keep(_ texts: [String], as name: String) {
        let counts = texts.map { String($0.utf8.count) }.joined(separator: " ")
        let content = Data((counts + "\n" + texts.joined()).utf8)
        mkdir(folder.path, 0o700)
        sweep()
        let draft = folder.appending(path: ".\(UUID().uuidString)").path
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { return }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(ByteSum.of(content).utf8) + content)
            try handle.close()
            if rename(draft, folder.appending(path: name).path) != 0 { unlink(draft) }
        } catch {
            unlink(draft)
        }
    }

    /// Takes away what other builds left, and everything once there is too much.
    private func sweep() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where names.count > KeptReadings.most || !name.hasPrefix(KeptReadings.build ?? "") {
            // A draft may be another process's.
            if !name.hasPrefix(".") || names.count > KeptReadings.most { unlink(folder.appending(path: name).path) }
        }
    }

    private static let most = 100

    private static func name(_ kind: String, _ texts: [String]) -> String? {
        guard let build else { return nil }
        var sum = ByteSum()
        for text in [kind] + texts { sum.add(text) }
        return "\(build)-\(sum.text)"
    }

    /// The program that runs: its file's place, length and times, which no other build shares. nil when they cannot be told.
    private static let build: String? = {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
        return String(Hash.of("\(status.st_dev) \(status.st_ino) \(status.st_size)", times[0], times[1]).prefix(16))
    }()
}

/// What texts can be read as, and be kept as in other texts.
public protocol Keepable {
    var kept: [String] { get }
    /// nil for what was not kept like that.
    init?(kept: [String])
}

extension Definition: Keepable {
    public var kept: [String] { [form.meaning, form.promised] }

    public init?(kept: [String]) {
        guard kept.count == 2 else { return nil }
        self.init(form: Form(meaning: kept[0], promised: kept[1]))
    }
}

extension Calendars: Keepable {
    public var kept: [String] { [form] }

    public init?(kept: [String]) {
        guard kept.count == 1 else { return nil }
        self.init(form: kept[0])
    }
}
