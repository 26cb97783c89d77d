/// What a field of an item can hold. A field without a value is simply absent from the item.
public enum Value: Hashable, Sendable {
    /// Text, a choice's name, or the name of something referred to (`N-7`, `north-2020-01-14`, a theme).
    case text(String)
    case number(Int)
    case day(Day)
    case flag(Bool)
    /// Several choices or references, in the order given, without repeats.
    case list([String])
}
