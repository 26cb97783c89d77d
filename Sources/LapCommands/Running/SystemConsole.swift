import SystemPackage
import Foundation
import Subprocess
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The real terminal.
public final class SystemConsole: Console {
    private let environment: [String: String]
    private let lost = Atomic<Bool>(false)

    public init(environment: [String: String]) {
        self.environment = environment
        // Whoever closes the pipe early ends us quietly, as they would any other program.
        signal(SIGPIPE, SIG_DFL)
        // A file that may not grow any more is told as one that cannot be written to.
        signal(SIGXFSZ, SIG_IGN)
    }

    public func write(_ text: String) {
        if !put(text, to: STDOUT_FILENO) { lost.store(true, ordering: .relaxed) }
    }

    public var hasLost: Bool { lost.load(ordering: .relaxed) }

    public func complain(_ text: String) { _ = put(text, to: STDERR_FILENO) }

    /// False when not all of it could be written.
    private func put(_ text: String, to descriptor: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { platformWrite(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else {
                if written < 0, errno == EINTR { continue }
                return false
            }
            bytes = bytes.dropFirst(written)
        }
        return true
    }

    public var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }
    public var showsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    public var width: Int { max(40, environment["COLUMNS"].flatMap { Int($0) } ?? size?.columns ?? 80) }

    private var size: (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    public var height: Int? { size?.rows }

    public func ask(_ prompt: String) -> String? {
        complain(prompt)
        // Whoever interrupts a question, closes its terminal or ends the program ends the input: what was typed can be kept. The
        // signal may come to any thread, so it is told through a pipe.
        let pipe = interruption
        var ours = sigaction()
        #if canImport(Glibc)
            ours.__sigaction_handler.sa_handler = { _ in _ = platformWrite(interruption.write, "!", 1) }
        #else
            ours.__sigaction_u.__sa_handler = { _ in _ = platformWrite(interruption.write, "!", 1) }
        #endif
        let before = [SIGINT, SIGHUP, SIGTERM].map { signal in
            var before = sigaction()
            sigaction(signal, &ours, &before)
            return (signal, before)
        }
        defer {
            for (signal, action) in before {
                var action = action
                sigaction(signal, &action, nil)
            }
        }
        return line(until: pipe.read)
    }

    /// A line of standard input; nil at its end, or once something can be read from another descriptor.
    private func line(until interrupting: Int32) -> String? {
        var bytes: [UInt8] = []
        while true {
            var ready = [STDIN_FILENO, interrupting].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&ready, 2, -1) >= 0 else {
                if errno == EINTR { continue }
                return nil
            }
            var byte: UInt8 = 0
            guard ready[1].revents == 0 else {
                _ = read(interrupting, &byte, 1)
                return nil
            }
            guard read(STDIN_FILENO, &byte, 1) == 1 else {
                return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
            }
            guard byte != UInt8(ascii: "\n") else { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
    }

    public func readAll() throws -> String {
        let data = FileHandle.standardInput.readDataToEndOfFile()
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure(.badData, "Standard input is not UTF-8 text.", hint: "Convert it with iconv first.")
        }
        return text
    }

    public func edit(_ text: String, suffix: String, in home: URL) async throws -> String? {
        let editor = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "nano"
        let sheet = try EditorFile(text, suffix: suffix, in: home)
        let ended = try await Subprocess.run(
            .path("/bin/sh"), arguments: ["-c", "exec \(editor) \"$1\"", "lap", sheet.file.path],
            input: .currentStandardInput,
            output: .currentStandardOutput,
            error: .currentStandardError)
        if SystemConsole.isUnknown(ended.terminationStatus) { throw NoEditor(name: editor) }
        guard ended.terminationStatus.isSuccess else { return nil }
        let written = try String(contentsOf: sheet.file, encoding: .utf8)
        return written.allSatisfy(\.isWhitespace) ? nil : written
    }

    public func page(_ text: String, through pager: String) async {
        // Whoever leaves the pager before the end has read enough; the command goes on.
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        let ended = try? await Subprocess.run(
            .path("/bin/sh"), arguments: ["-c", pager],
            environment: .inherit.updating(["LESS": environment["LESS"] ?? "FRX"]),
            input: .inputWriter, output: .currentStandardOutput, error: .currentStandardError
        ) { pager in
            _ = try? await pager.standardInputWriter.write(text)
            try await pager.standardInputWriter.finish()
        }
        if ended.map({ SystemConsole.isUnknown($0.terminationStatus) }) ?? true { write(text) }
    }

    public func run(_ program: URL, _ arguments: [String]) async throws -> Int32 {
        let ended = try await Subprocess.run(
            .path(FilePath(program.path)), arguments: Arguments(arguments), input: .currentStandardInput,
            output: .currentStandardOutput, error: .currentStandardError)
        return switch ended.terminationStatus {
        case .exited(let status): Int32(status)
        case .signaled(let signal): 128 + Int32(signal)
        }
    }

    /// The shell found no such program, or may not run it.
    private static func isUnknown(_ status: TerminationStatus) -> Bool {
        status == .exited(127) || status == .exited(126)
    }
}

private let platformWrite = write

/// What a signal writes to, and a question reads from.
private let interruption: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    return (ends[0], ends[1])
}()
