/// What would help after a refusal, as data: each door says it in its own words.
public enum Remedy: Hashable, Codable, Sendable {
    /// Give these fields with the event that was refused.
    case give([String])
    /// Cause an event first: of the item itself, or of another workflow's item.
    case cause(event: String, workflow: String? = nil, item: String? = nil, giving: [String] = [])
    /// Have somebody do it who holds one of these roles.
    case act(as: [String])
    /// Something that the host does and that is no event, by a name that the host declared; on what, where that is known.
    case deed(String, on: String? = nil)
    /// Say on which day it really happened.
    case date
    /// Say that it happened on this day or a later one.
    case dated(from: Day)
    /// A sentence that is true behind every door.
    case say(String)
}

extension [Remedy] {
    /// A sentence, where there is one.
    public static func said(_ sentence: String?) -> [Remedy] { sentence.map { [.say($0)] } ?? [] }

    /// The name that was probably meant, where there is one.
    public static func meant(_ name: String?) -> [Remedy] { said(name.map { "Did you mean “\($0)”?" }) }
}
