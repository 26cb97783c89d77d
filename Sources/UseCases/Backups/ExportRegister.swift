import Foundation
import Ledger
import Partnership
import Register

extension Workplace {
    /// Writes everything that the register holds as JSON Lines, values included. That it was opened is logged first.
    ///
    /// - Parameter put: is given the lines, each with its line break.
    public func export(for request: Request, _ put: (String) throws -> Void) throws {
        let person = try read(MayAsWhole(.export), for: request)
        let head = try register.read(by: request.who) { view, _ in try view.printedHead() }
        try OpeningLog(home: folder).append(["everything": ["export"]], by: person, at: now(), head: head)
        try register.export(by: request.who, allowing: { try $0.must(.export) }, put)
    }

    /// The same to a file that is not there yet and that nobody else can read.
    public func export(to file: URL, for request: Request) throws {
        _ = try read(MayAsWhole(.export), for: request)
        guard !FileManager.default.fileExists(atPath: file.path) else {
            throw BackupProblem.taken(file.lastPathComponent)
        }
        let outbox = try Outbox(beside: file, home: folder, named: ".lap-export-")
        defer { outbox.remove() }
        let draft = outbox.draft(of: file)
        guard
            FileManager.default.createFile(atPath: draft.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw BackupProblem.unwritable(outbox.folder.path) }
        let handle = try FileHandle(forWritingTo: draft)
        try export(for: request) { line in
            try FullDisk.telling(file) { try handle.write(contentsOf: Data(line.utf8)) }
        }
        try handle.close()
        try outbox.put([file])
    }
}
