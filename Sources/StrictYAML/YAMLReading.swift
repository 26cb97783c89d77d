import Workflow

/// Readers of a node as what it should be. Each notes in the log what is wrong and then gives nil or nothing, so that
/// reading goes on. `what` names the thing in messages: `the states`, `an event`.
extension YAMLNode {
    /// The entries of a mapping with keys of its own choosing.
    public func entries(_ what: String, _ log: ProblemLog) -> [Entry] {
        guard case .mapping(let entries) = content else {
            mismatch("\(what) should be a mapping (key: value)", log)
            return []
        }
        return entries
    }

    /// A mapping of known keys; nil when it is none. Unknown and missing keys are noted.
    public func keyed(
        _ what: String, required: [String] = [], optional: [String] = [], _ log: ProblemLog
    ) -> YAMLKeyed? {
        guard case .mapping(let entries) = content else {
            mismatch("\(what) should be a mapping (key: value)", log)
            return nil
        }
        for entry in entries where !required.contains(entry.key) && !optional.contains(entry.key) {
            let known = required + optional
            log.add(
                "\(Self.capitalised(what)) has no key “\(entry.key.prefix(40))”.", at: entry.place,
                hint: NearMiss.hint(for: entry.key, among: known) ?? "Known keys: \(known.joined(separator: ", ")).")
        }
        for key in required where !entries.contains(where: { $0.key == key }) {
            log.add("\(Self.capitalised(what)) needs the key “\(key)”.", at: place)
        }
        return YAMLKeyed(place: place, entries: entries)
    }

    public func sequence(_ what: String, _ log: ProblemLog) -> [YAMLNode] {
        guard case .sequence(let nodes) = content else {
            mismatch("\(what) should be a list", log)
            return []
        }
        return nodes
    }

    /// A list, or one thing that counts as a list of one.
    public func oneOrMore(_ what: String, _ log: ProblemLog) -> [YAMLNode] {
        switch content {
        case .sequence(let nodes): return nodes
        case .mapping: return [self]
        case .scalar(let text):
            guard !text.isEmpty else {
                mismatch("\(what) should be a list or a single entry", log)
                return []
            }
            return [self]
        }
    }

    /// Any text but an empty one.
    public func text(_ what: String, _ log: ProblemLog) -> String? {
        guard case .scalar(let text) = content, !text.isEmpty else {
            mismatch("\(what) should be text", log, hint: quotingHint)
            return nil
        }
        return text
    }

    /// A name: letters, digits and hyphens, a letter or digit first; with dots between when allowed.
    public func name(_ what: String, allowsDots: Bool = false, _ log: ProblemLog) -> String? {
        guard let text = text(what, log) else { return nil }
        return Self.isName(text, allowsDots: allowsDots) ? text : badName(text, what, log)
    }

    public func integer(_ what: String, in range: ClosedRange<Int> = Int.min...Int.max, _ log: ProblemLog) -> Int? {
        guard case .scalar(let text) = content, text.utf8.count <= 18, let number = Int(text) else {
            mismatch("\(what) should be a whole number", log)
            return nil
        }
        guard range.contains(number) else {
            log.add("\(Self.capitalised(what)) should be from \(range.lowerBound) to \(range.upperBound).", at: place)
            return nil
        }
        return number
    }

    /// `yes` or `no`.
    public func flag(_ what: String, _ log: ProblemLog) -> Bool? {
        switch content {
        case .scalar("yes"): return true
        case .scalar("no"): return false
        default:
            mismatch("\(what) should be yes or no", log)
            return nil
        }
    }

    /// A day such as 2019-12-02.
    public func day(_ what: String, _ log: ProblemLog) -> Day? {
        guard case .scalar(let text) = content, let day = Day(iso: text) else {
            mismatch("\(what) should be a day of the calendar such as 2019-12-02", log)
            return nil
        }
        return day
    }

    /// One of a few words.
    ///
    /// - Parameter other: what may stand here besides that is no word.
    public func choice(_ what: String, among words: [String], or other: String? = nil, _ log: ProblemLog) -> String? {
        guard let text = text(what, log) else { return nil }
        guard words.contains(text) else {
            let all = words.joined(separator: ", ") + (other.map { " or \($0)" } ?? "")
            log.add(
                "\(Self.capitalised(what)) should be one of \(all).", at: place,
                hint: NearMiss.hint(for: text, among: words))
            return nil
        }
        return text
    }

    public static func isName(_ text: String, allowsDots: Bool = false) -> Bool {
        var wasSeparator = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                wasSeparator = false
            case UInt8(ascii: "-"), UInt8(ascii: "."):
                guard !wasSeparator, byte == UInt8(ascii: "-") || allowsDots else { return false }
                wasSeparator = true
            default:
                return false
            }
        }
        return !wasSeparator && text.utf8.count <= 64
    }

    private func badName(_ text: String, _ what: String, _ log: ProblemLog) -> String? {
        log.add(
            "“\(text.prefix(40))” cannot be \(what).", at: place,
            hint: "A name is made of letters, digits and hyphens, at most 64.")
        return nil
    }

    /// Text that was taken for something else.
    private var quotingHint: String? {
        switch content {
        case .sequence: "Text that begins with [ needs quotes around it."
        case .mapping: "Text that begins with {, or holds a colon and a space, needs quotes around it."
        case .scalar: nil
        }
    }

    private func mismatch(_ sentence: String, _ log: ProblemLog, hint: String? = nil) {
        log.add("\(Self.capitalised(sentence)); here is \(kind).", at: place, hint: hint)
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
