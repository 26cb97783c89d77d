import Foundation
import UseCases

extension CSVSource {
    /// The spreadsheet's file that a command line names.
    ///
    /// - Parameter file: its path; `-` for standard input.
    static func named(_ file: String, _ context: Context) throws -> CSVSource {
        if file == "-" { return CSVSource(Array(try context.console.readAll().utf8)) }
        let name = Printed.safe(file, limit: 60)
        let path = context.file(file).path
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(.notFound, "There is no file “\(name)”.", hint: "Give the path of a CSV file.")
        }
        do {
            return try CSVSource(path: path)
        } catch {
            throw Failure(
                .notFound, "The file “\(name)” cannot be read.", hint: "Check that it is a file you may read.")
        }
    }
}
