/// A value behind a reference: handing it on copies nothing.
final class Boxed<Content: Hashable & Sendable>: Hashable, Sendable {
    let content: Content

    init(_ content: Content) {
        self.content = content
    }

    static func == (left: Boxed, right: Boxed) -> Bool {
        left === right || left.content == right.content
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(content)
    }
}
