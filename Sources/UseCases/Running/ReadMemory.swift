import Register
import Synchronization
import Workflow

/// The definitions that were read already, by their text.
final class ReadMemory: Sendable {
    private let known = Mutex<[WholeText: Definition]>([:])

    private let read = Mutex<Set<WholeText>>([])

    /// Whether it was read from the text itself, rather than from what is kept of an earlier reading.
    func hasRead(_ text: String) -> Bool { read.withLock { $0.contains(WholeText(text)) } }

    func noteRead(_ text: String) { read.withLock { _ = $0.insert(WholeText(text)) } }

    subscript(text: String) -> Definition? {
        get { known.withLock { $0[WholeText(text)] } }
        set { known.withLock { $0[WholeText(text)] = newValue } }
    }
}
