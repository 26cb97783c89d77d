import Synchronization
import Workflow

/// The definitions that were read already, by their text.
final class ReadMemory: Sendable {
    private let known = Mutex<[String: Definition]>([:])

    subscript(text: String) -> Definition? {
        get { known.withLock { $0[text] } }
        set { known.withLock { $0[text] = newValue } }
    }
}
