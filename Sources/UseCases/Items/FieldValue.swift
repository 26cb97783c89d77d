import Workflow

/// The value of a field in an answer: a text, a number, a yes or no, or a list of names. Days and choices are texts.
public struct FieldValue: Hashable, Sendable, Codable {
    public let value: Value

    public init(_ value: Value) { self.value = value }

    /// Days come back as the texts that they were written as.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            value = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            value = .number(number)
        } else if let list = try? container.decode([String].self) {
            value = .list(list)
        } else {
            value = .text(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .day(let day): try container.encode(day.description)
        case .flag(let flag): try container.encode(flag)
        case .list(let names): try container.encode(names)
        }
    }

    /// The text that it is; nil for anything else.
    public var text: String? {
        if case .text(let text) = value { return text }
        return nil
    }
}
