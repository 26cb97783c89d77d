import Foundation

/// Where a command's words go and where its answers come from.
public protocol Console: Sendable {
    /// Writes to standard output as it stands.
    func write(_ text: String)
    /// Something written to standard output did not arrive.
    var hasLost: Bool { get }
    /// Writes to standard error as it stands.
    func complain(_ text: String)
    /// A person is there to be asked: standard input and standard error are terminals.
    var isInteractive: Bool { get }
    /// Standard output is a terminal.
    var showsTerminal: Bool { get }
    /// Columns of the terminal.
    var width: Int { get }
    /// Lines of the terminal; nil when that cannot be told.
    var height: Int? { get }
    /// Asks on standard error and waits for a line; nil at the end of input.
    func ask(_ prompt: String) -> String?
    /// Everything on standard input.
    func readAll() throws -> String
    /// Opens an editor on a text; nil when it was closed without saving anything. Throws `NoEditor` when there is none.
    ///
    /// - Parameter home: the register's own folder, where the file that is edited lies meanwhile.
    func edit(_ text: String, suffix: String, in home: URL) async throws -> String?
    /// Runs a program with the terminal's input and output; its exit status, 128 and more for one that a signal ended.
    func run(_ program: URL, _ arguments: [String]) async throws -> Int32
    /// Writes to standard output through a pager; as it stands when that one cannot be run.
    func page(_ text: String, through pager: String) async
}

/// There is no such editor to open.
struct NoEditor: Error, Equatable {
    /// What was tried: `nano`, `code --wait`.
    let name: String
}
