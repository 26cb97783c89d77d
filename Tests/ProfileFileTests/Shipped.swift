import Foundation
import Partnership
import ProfileFile
import Workflow

/// The files of the checkout's `Data`, as they are.
enum Shipped {
    static func sources(_ folder: String) throws -> [SourceText] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Data/\(folder)")
        return try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { SourceText(name: $0.lastPathComponent, text: try String(contentsOf: $0, encoding: .utf8)) }
    }

    static func calendars() throws -> Calendars { try CalendarFile.read(sources("calendars")).get() }

    static func lancashire() throws -> Profile {
        try ProfileFile.read(sources("lancashire"), calendars: ["england-and-wales"]).get()
    }
}
