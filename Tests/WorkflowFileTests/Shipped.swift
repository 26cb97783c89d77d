import Foundation
import Partnership
import Testing
import Workflow

@testable import WorkflowFile

/// The workflow files of the source checkout.
enum Shipped {
    static let host = Host.partnership(calendars: ["england-and-wales"])

    static func text(_ name: String, file: String = #filePath) throws -> String {
        let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "Workflows/\(name).yaml"), encoding: .utf8)
    }

    static func definition(_ name: String) throws -> Definition {
        try WorkflowFile.read(try text(name), name: "\(name).yaml", host: host).get()
    }

    static let calendar = WorkingCalendar(
        name: "england-and-wales",
        holidays: [
            "2018-12-25", "2018-12-26", "2019-01-01", "2019-04-19", "2019-04-22", "2019-05-06", "2019-05-27",
            "2019-08-26", "2019-12-25", "2019-12-26", "2020-01-01", "2020-04-10", "2020-04-13", "2020-05-08",
            "2020-05-25", "2020-08-31", "2020-12-25", "2020-12-28",
        ].compactMap { Day(iso: $0) },
        covers: 2019...2020)
}
