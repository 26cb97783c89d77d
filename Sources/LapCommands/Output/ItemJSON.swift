import Ledger
import Register
import Workflow

/// Values of fields in JSON.
enum ItemJSON {
    static func value(_ value: Value) -> JSON {
        switch value {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .day(let day): .string(day.description)
        case .flag(let flag): .bool(flag)
        case .list(let names): .array(names.map(JSON.string))
        }
    }
}
