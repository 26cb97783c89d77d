import Foundation
import UseCases

/// The bytes of a spreadsheet's file, as a command line names it.
enum CSVBytes {
    /// - Parameter file: its path; `-` for standard input. One that is larger than a table may be is not read to its end.
    static func of(_ file: String, _ context: Context) throws -> [UInt8] {
        if file == "-" { return Array(try context.console.readAll().utf8) }
        let name = Printed.safe(file, limit: 60)
        let path = context.file(file).path
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(.notFound, "There is no file “\(name)”.", hint: "Give the path of a CSV file.")
        }
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: ImportTable.limit + 1) ?? Data()
        else {
            throw Failure(
                .notFound, "The file “\(name)” cannot be read.", hint: "Check that it is a file you may read.")
        }
        return Array(data)
    }
}
