// How items and what happened to them are written down by whoever keeps them.

extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "There is no day “\(text)”."))
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// One member, named after the kind: `{"day": "2019-12-02"}`.
extension Value: Codable {
    private enum Key: String, CodingKey, CaseIterable {
        case text, number, day, flag, list
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch container.allKeys.first {
        case .text: self = .text(try container.decode(String.self, forKey: .text))
        case .number: self = .number(try container.decode(Int.self, forKey: .number))
        case .day: self = .day(try container.decode(Day.self, forKey: .day))
        case .flag: self = .flag(try container.decode(Bool.self, forKey: .flag))
        case .list: self = .list(try container.decode([String].self, forKey: .list))
        case nil:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "There is no value of that kind."))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .text(let text): try container.encode(text, forKey: .text)
        case .number(let number): try container.encode(number, forKey: .number)
        case .day(let day): try container.encode(day, forKey: .day)
        case .flag(let flag): try container.encode(flag, forKey: .flag)
        case .list(let names): try container.encode(names, forKey: .list)
        }
    }
}

/// Calendars are not written down: they are the host's, and belong to the day of reading.
extension RecordedEvent: Codable {
    private enum Key: String, CodingKey {
        case event, given, on, actor, facts
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let setting = Setting(
            on: try container.decode(Day.self, forKey: .on), actor: try container.decode(Actor.self, forKey: .actor),
            facts: try container.decodeIfPresent([String: Value].self, forKey: .facts) ?? [:])
        self.init(
            event: try container.decode(String.self, forKey: .event),
            given: try container.decodeIfPresent([String: Value].self, forKey: .given) ?? [:], setting: setting)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(event, forKey: .event)
        if !given.isEmpty { try container.encode(given, forKey: .given) }
        try container.encode(setting.on, forKey: .on)
        try container.encode(setting.actor, forKey: .actor)
        if !setting.facts.isEmpty { try container.encode(setting.facts, forKey: .facts) }
    }
}
