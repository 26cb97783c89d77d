/// What a picture of a workflow brings out.
public struct DiagramMarks: Hashable, Sendable {
    /// Steps that this role can cause stand out, others fade.
    public var role: String?
    /// Where an item is.
    public var current: String?
    /// Where it has been.
    public var visited: Set<String>

    public init(role: String? = nil, current: String? = nil, visited: Set<String> = []) {
        self.role = role
        self.current = current
        self.visited = visited
    }
}
