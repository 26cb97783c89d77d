import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A terminal that is none, for a program that is run in a folder of its own.
struct PseudoTerminal {
    struct Failed: Error {}

    /// What a program came to.
    struct Ran: Sendable {
        let status: Int32
        /// All that the terminal showed, what was typed included; lines end as in a file.
        let shown: String
    }

    /// The side of whoever sits before it, and the program's.
    private let person: Int32
    private let program: Int32

    init(columns: Int, rows: Int) throws {
        person = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        #if canImport(Glibc)
            // What unlockpt and ptsname do; Swift does not see them.
            var lock: Int32 = 0
            var number: Int32 = 0
            guard ioctl(person, 0x4004_5431, &lock) == 0, ioctl(person, 0x8004_5430, &number) == 0 else {
                throw Failed()
            }
            let name = "/dev/pts/\(number)"
        #else
            guard grantpt(person) == 0, unlockpt(person) == 0 else { throw Failed() }
            let name = String(cString: ptsname(person))
        #endif
        program = open(name, O_RDWR | O_NOCTTY)
        guard program >= 0 else { throw Failed() }
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(program, UInt(TIOCSWINSZ), &size) == 0 else { throw Failed() }
    }

    /// Runs a program until it ends, for somebody who has typed these lines before it asks and then ends the input.
    func run(
        _ program: URL, _ arguments: [String], in folder: URL, typing lines: [String], environment: [String: String]
    ) async throws -> Ran {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        let side = FileHandle(fileDescriptor: self.program, closeOnDealloc: false)
        process.standardInput = side
        process.standardOutput = side
        process.standardError = side
        let typed = Array((lines.map { $0 + "\n" }.joined() + "\u{4}").utf8)
        guard write(person, typed, typed.count) == typed.count else { throw Failed() }
        try process.run()
        close(self.program)
        let person = self.person
        let shown = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: PseudoTerminal.everything(from: person)) }
        }
        close(person)
        process.waitUntilExit()
        return Ran(status: process.terminationStatus, shown: shown)
    }

    /// Until the last program has closed its side.
    private static func everything(from descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    }
}
