/// What a deed is asked to do, as one text: the same for a deed that is asked for again, and another for any other.
enum DeedWords {
    static func text(of deed: Any) -> String {
        let mirror = Mirror(reflecting: deed)
        let children = mirror.children.map { ($0.label ?? "", text(of: $0.value)) }
        guard !children.isEmpty else {
            let text = "\(deed)"
            return "\(text.utf8.count):\(text)"
        }
        switch mirror.displayStyle {
        // Their own order is another in every run.
        case .dictionary, .set: return "[\(children.map(\.1).sorted().joined(separator: ","))]"
        default: return "\(mirror.subjectType)(\(children.map { "\($0.0)=\($0.1)" }.joined(separator: ",")))"
        }
    }
}
