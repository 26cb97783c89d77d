import Foundation
import Partnership
import Workflow

/// Everything a command may know about where it runs. Nothing else reads the clock, the environment or the terminal.
public struct Context: Sendable {
    public let console: any Console
    public let environment: [String: String]
    /// The working directory; a directory URL.
    public let directory: URL
    /// The moment it is.
    public let now: @Sendable () -> Date
    /// Where the running program lies; nil when that cannot be told.
    public let executable: URL?
    let stored = StoredMark()

    public init(
        console: any Console, environment: [String: String], directory: URL, now: @escaping @Sendable () -> Date,
        executable: URL?
    ) {
        self.console = console
        self.environment = environment
        self.directory = directory
        self.now = now
        self.executable = executable
    }

    /// Throws when the working directory was deleted, or has a name that no path can say: nothing can be found from there.
    func mustHaveDirectory() throws {
        var status = stat()
        guard directory.path.hasPrefix("/"), stat(directory.path, &status) == 0 else {
            if let path = getcwd(nil, 0) {
                defer { free(path) }
                guard String(validatingCString: path) != nil else {
                    throw Failure(
                        .notFound,
                        "The name of the folder you are in is no UTF-8, and nothing can be found from there.",
                        hint: "Rename it, or go to another one, with cd.")
                }
            }
            throw Failure(
                .notFound, "The folder you are in is not there any more.", hint: "Go to one that is, with cd.")
        }
    }

    /// The day it is in England.
    public var today: Day { Day(inEnglandAt: now()) }

    /// The day of `LAP_ON`, for entering what happened some time ago; nil when it is not set.
    var usualDay: Day? {
        get throws {
            guard let text = environment["LAP_ON"], !text.isEmpty else { return nil }
            return try DayText.read(text, today: today)
        }
    }

    /// A file as it was named on the command line.
    public func file(_ path: String) -> URL {
        URL(filePath: path, relativeTo: directory).absoluteURL
    }
}
