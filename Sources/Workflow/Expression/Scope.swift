/// What names stand for while an expression is read.
public struct Scope: Sendable {
    /// The proposed record.
    public var fields: [String: Value]
    /// The record before the event, which `before.…` reads.
    public var before: [String: Value]
    public var state: String?
    public var setting: Setting
    /// Fields whose value is still to be given: unknown, and so is whether they are set. Used to explain an event before
    /// anything was given.
    public var open: Set<String>

    /// Without a record of before, it is the same as the proposed one.
    /// All items are looked at together: facts, days and people are unknown, and so is every field but those with a value
    /// and those listed here.
    var isAbstract = false
    /// In an abstract scope: fields that are set, to a value that is not known.
    var vague: Set<String> = []
    /// In an abstract scope: fields that are not set.
    var unset: Set<String> = []

    public init(
        fields: [String: Value], before: [String: Value]? = nil, state: String?, setting: Setting,
        open: Set<String> = []
    ) {
        self.fields = fields
        self.before = before ?? fields
        self.state = state
        self.setting = setting
        self.open = open
    }

    func field(_ name: String) -> Value? {
        if !open.isEmpty, open.contains(name) { return nil }
        return fields[name]
    }

    func fact(_ name: String) -> Value? {
        isOpen(fact: name) ? nil : setting.facts[name]
    }

    /// Whether a field has a value; unknown while it is still to be given or not looked at.
    func isSet(_ name: String) -> Truth {
        if isAbstract {
            if fields[name] != nil || vague.contains(name) { return .holds }
            return unset.contains(name) ? .fails : .unknown
        }
        if open.contains(name) { return .unknown }
        return Truth(fields[name] != nil)
    }

    /// What the host says about `meeting.…` is not known while the field `meeting` is still to be given.
    func isOpen(fact name: String) -> Bool {
        if isAbstract { return true }
        guard !open.isEmpty, let dot = name.utf8.firstIndex(of: 0x2E) else { return false }
        return open.contains(String(name[..<dot]))
    }
}
