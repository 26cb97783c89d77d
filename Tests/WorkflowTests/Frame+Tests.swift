@testable import Workflow

extension Frame {
    /// A record of a definition, of an item that has not begun.
    init(of definition: Definition, _ values: [String: Value], _ setting: Setting) {
        let layout = definition.program.layout
        self.init(layout, record: layout.record(values), state: layout.start, setting: setting)
    }

    func truth(of expression: Expression) -> Truth { truth(of: Code(expression, layout)) }
    func value(of expression: Expression) -> Value? { value(of: Code(expression, layout)) }
}
