import Foundation

/// A program `lap-NAME` on the PATH, which `lap NAME` runs with what else stands on the command line.
struct Plugin {
    let file: URL

    /// Nil for a command of lap's own, and where there is no such program.
    init?(_ name: String, _ context: Context) {
        let isWord = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        guard isWord, !name.hasPrefix("-"), Spelling.known(name) == nil,
            let file = Self.folders(context).lazy.map({ $0.appending(path: "lap-\(name)") }).first(
                where: Self.isProgram)
        else { return nil }
        self.file = file
    }

    /// The names of those there are.
    static func names(_ context: Context) -> [String] {
        let files = folders(context).flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
                $0.hasPrefix("lap-") && isProgram(folder.appending(path: $0))
            }
        }
        return Set(files.map { String($0.dropFirst(4)) }).filter { Spelling.known($0) == nil }.sorted()
    }

    /// Never the folder one happens to be in.
    private static func folders(_ context: Context) -> [URL] {
        (context.environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }.map {
            URL(filePath: String($0), directoryHint: .isDirectory)
        }
    }

    private static func isProgram(_ file: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: file.path)
    }
}
