import Foundation
import LapCommands

// What lap makes is its user's to read and write, whatever else the mask takes away.
umask(umask(0) & 0o077)
let environment = ProcessInfo.processInfo.environment
let context = Context(
    console: SystemConsole(environment: environment),
    environment: environment,
    directory: URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory),
    now: { Date() },
    executable: Bundle.main.executableURL)
exit(await Lap.run(Lap.arguments(CommandLine.unsafeArgv), context))
